// The edge of the panel under the answer, which is moved by pointer and by keyboard.
import { observable } from "./config.js";

const { createElement: h, useRef } = React;
const STORED_HEIGHT = "lectern:panel";
const [LEAST, MOST, STEP] = [10, 85, 5];
const USUAL = 50;

function stored() {
  const percent = Number(localStorage.getItem(STORED_HEIGHT));
  return percent >= LEAST && percent <= MOST ? percent : undefined;
}

// In percent of the answer's pane. Undefined: as high as its content, up to the usual height.
const height = observable(stored());

function resize(percent) {
  const bounded = Math.round(Math.max(LEAST, Math.min(MOST, percent)));
  localStorage.setItem(STORED_HEIGHT, String(bounded));
  height.write(bounded);
}

export function usePanelStyle() {
  const percent = height.use();
  return percent === undefined ? { maxHeight: `${USUAL}cqh` } : { height: `${percent}cqh` };
}

function onKey(event) {
  const now = height.read() ?? USUAL;
  const next = { ArrowUp: now + STEP, ArrowDown: now - STEP, Home: LEAST, End: MOST }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  resize(next);
}

export function Edge() {
  const percent = height.use();
  const edge = useRef(null);
  const onPointerMove = (event) => {
    if (!edge.current.hasPointerCapture(event.pointerId)) return;
    const pane = edge.current.closest(".graphiql-response").getBoundingClientRect();
    resize((100 * (pane.bottom - event.clientY)) / pane.height);
  };
  return h("div", {
    ref: edge,
    className: "lectern-edge",
    role: "separator",
    tabIndex: 0,
    "aria-label": "Height of the panel",
    "aria-orientation": "horizontal",
    "aria-valuemin": LEAST,
    "aria-valuemax": MOST,
    "aria-valuenow": percent ?? USUAL,
    onKeyDown: onKey,
    onPointerDown: (event) => edge.current.setPointerCapture(event.pointerId),
    onPointerMove,
  });
}

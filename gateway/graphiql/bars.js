// Rows of bars on one scale: of time, or of the LMS's work.
import { percent } from "./format.js";

const { createElement: h } = React;

// Long names break after a slash.
function broken(name) {
  return name.split(/(?<=\/)/).flatMap((part, index) => (index > 0 ? [h("wbr", { key: index }), part] : [part]));
}

// `rows` have `name`, `text`, `start`, `length`, and perhaps `className` and `title`; `total` is the scale's end.
export function Bars({ caption, rows, total }) {
  const row = ({ name, text, start = 0, length, className, title }, index) =>
    h(
      "tr",
      { key: index, className },
      h("th", { scope: "row", className: "lectern-name" }, broken(name)),
      h(
        "td",
        { className: "lectern-bar-cell", title },
        h("div", { style: { marginInlineStart: percent(start, total), width: percent(length, total) } }),
      ),
      h("td", { className: "lectern-number" }, text),
    );
  return h("table", { className: "lectern-bars" }, h("caption", null, caption), h("tbody", null, rows.map(row)));
}

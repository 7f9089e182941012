// The panel under the answer, from `extensions.explain`: the calls, and the plan behind them in pictures.
import { AnswerLine } from "./answer.js";
import { Alternatives } from "./alternatives.js";
import { Calls, wavesOf } from "./calls.js";
import { config, isNarrow, observable } from "./config.js";
import { FaultLab } from "./faults.js";
import { bytes, milliseconds, plural } from "./format.js";
import { Edge, usePanelStyle } from "./resize.js";
import { useRun } from "./runs.js";
import { Today, restPageOf } from "./today.js";

const { createElement: h } = React;
const view = observable("Calls");

function summaryOf({ calls, ms }) {
  const size = calls.reduce((total, call) => total + (call.bytes ?? 0), 0);
  const parts = [
    plural(calls.length, "upstream call"),
    plural(wavesOf(calls).length, "wave"),
    typeof ms === "number" ? `${milliseconds(ms)} ms` : undefined,
    bytes(size),
  ];
  return parts.filter(Boolean).join(" · ");
}

function viewsOf(run) {
  const views = { Calls };
  if (run.explain.plan) views.Alternatives = Alternatives;
  if (run.explain.plan && restPageOf(run)) views["Before and after"] = Today;
  if (config.faults) views["Fault lab"] = FaultLab;
  return views;
}

function Panel({ run }) {
  const style = usePanelStyle();
  const chosen = view.use();
  const views = viewsOf(run);
  const shown = chosen in views ? chosen : "Calls";
  const button = (name) =>
    h("button", { key: name, type: "button", "aria-pressed": name === shown, onClick: () => view.write(name) }, name);
  return h(
    React.Fragment,
    null,
    h(Edge),
    h(
      "details",
      { className: "lectern-explain", open: !isNarrow(), style },
      h("summary", null, summaryOf(run.explain)),
      Object.keys(views).length > 1 && h("div", { className: "lectern-views" }, Object.keys(views).map(button)),
      h(views[shown], { run }),
    ),
  );
}

export function Footer({ tab }) {
  const run = useRun(tab);
  const explained = Array.isArray(run?.explain?.calls);
  return h(React.Fragment, null, h(AnswerLine, { run }), explained && h(Panel, { run }));
}

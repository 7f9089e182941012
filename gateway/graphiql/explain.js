// The upstream story of a response, under the response editor: a table of `extensions.explain.calls`.
// A call may carry: wave, method, target (or endpoint), status, failure, ms, bytes, batch, cached, fields.
const { createElement: h, useEffect, useMemo, useState } = React;

// The text is searched before it is parsed: responses can be megabytes, and few carry a story.
function readExplain(text) {
  if (!text.includes('"explain"')) return undefined;
  try {
    return JSON.parse(text).extensions?.explain;
  } catch {
    return undefined; // the editor shows an error message, or an answer still arriving
  }
}

function formatBytes(bytes) {
  if (typeof bytes !== "number") return "";
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KiB`;
}

function formatMilliseconds(ms) {
  return typeof ms === "number" ? ms.toFixed(ms < 10 ? 1 : 0) : "";
}

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function sum(calls, key) {
  return calls.reduce((total, call) => total + (call[key] ?? 0), 0);
}

function rowClass(call) {
  if (call.cached) return "lectern-cached";
  return call.failure || !call.status || call.status >= 400 ? "lectern-bad" : undefined;
}

function outcome(call) {
  if (call.cached) return "cached";
  return [call.status, call.failure].filter(Boolean).join(" ") || "no answer";
}

// A field that is fed says enough: what is selected below it comes from the same call.
function topFields(call) {
  const fields = new Set(call.fields ?? []);
  return [...fields].filter((field) => !fields.has(field.slice(0, field.lastIndexOf("."))));
}

const COLUMNS = [
  ["Wave", (call) => call.wave, "lectern-number"],
  ["Call", (call) => [call.method, call.target ?? call.endpoint].filter(Boolean).join(" "), "lectern-call"],
  ["Status", outcome, "lectern-number"],
  ["ms", (call) => formatMilliseconds(call.ms), "lectern-number"],
  ["Bytes", (call) => formatBytes(call.bytes), "lectern-number"],
  ["Batch", (call) => call.batch, "lectern-number"],
  ["Feeds", (call) => topFields(call).join(", "), "lectern-fields"],
];

function ExplainRow({ call, columns }) {
  const cells = columns.map(([name, value, className]) => h("td", { key: name, className }, value(call)));
  return h("tr", { className: rowClass(call), title: call.endpoint }, cells);
}

function heading([name, , className]) {
  return h("th", { key: name, className, scope: "col" }, name);
}

export function ExplainPanel({ responseEditor }) {
  const [text, setText] = useState("");
  useEffect(() => {
    if (!responseEditor) return undefined;
    const update = () => setText(responseEditor.getValue());
    update();
    responseEditor.on("change", update);
    return () => responseEditor.off("change", update);
  }, [responseEditor]);

  const explain = useMemo(() => readExplain(text), [text]);
  if (!Array.isArray(explain?.calls)) return null;
  const calls = [...explain.calls].sort((a, b) => (a.wave ?? 0) - (b.wave ?? 0));
  const waves = new Set(calls.map((call) => call.wave)).size;
  const columns = COLUMNS.filter(([, value]) => calls.some((call) => (value(call) ?? "") !== ""));
  const summary = [
    plural(calls.length, "upstream call"),
    plural(waves, "wave"),
    typeof explain.ms === "number" ? `${formatMilliseconds(explain.ms)} ms` : undefined,
    formatBytes(sum(calls, "bytes")),
  ];
  return h(
    "details",
    { className: "lectern-explain", open: true },
    h("summary", null, summary.filter(Boolean).join(" · ")),
    h(
      "div",
      { className: "lectern-scroll" },
      h(
        "table",
        null,
        h("thead", null, h("tr", null, columns.map(heading))),
        h("tbody", null, calls.map((call, index) => h(ExplainRow, { key: index, call, columns }))),
      ),
    ),
  );
}

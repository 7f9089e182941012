// The upstream story of a response: a table of `extensions.explain.calls`, under the response editor.
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

function statusClass(status) {
  return status >= 400 || !status ? "lectern-bad" : undefined;
}

const COLUMNS = [
  ["Wave", (call) => call.wave, "lectern-number"],
  ["Call", (call) => [call.method, call.url ?? call.endpoint].filter(Boolean).join(" "), "lectern-call"],
  ["Status", (call) => (call.cached ? "cache" : (call.status ?? "failed")), "lectern-number"],
  ["ms", (call) => formatMilliseconds(call.ms), "lectern-number"],
  ["Bytes", (call) => formatBytes(call.bytes), "lectern-number"],
  ["Batch", (call) => call.batch, "lectern-number"],
  ["Feeds", (call) => (call.fields ?? []).join(", "), "lectern-fields"],
];

function ExplainRow({ call, columns }) {
  const cells = columns.map(([name, value, className]) => h("td", { key: name, className }, value(call)));
  return h("tr", { className: call.cached ? "lectern-cached" : statusClass(call.status) }, cells);
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
  const columns = COLUMNS.filter(([, value]) => calls.some((call) => ![undefined, null, ""].includes(value(call))));
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
        h("thead", null, h("tr", null, columns.map(([name, , className]) => h("th", { key: name, className, scope: "col" }, name)))),
        h("tbody", null, calls.map((call, index) => h(ExplainRow, { key: index, call, columns }))),
      ),
    ),
  );
}

// The upstream story of a response, under the response editor: a table of `extensions.explain.calls`.
// A call may carry: wave, method, endpoint, target, status, failure, startMs, ms, bytes, batch, cached, fields.
const { createElement: h, useEffect, useMemo, useState } = React;
const FIELDS_LENGTH = 36;

// As in page.css: there the panes lie one below the other, and the panel leaves the answer its place.
export function isNarrow() {
  return matchMedia("(max-width: 800px)").matches;
}

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

// The fields of the root fields say enough: what lies below them is shown on a click.
function topFields(call) {
  return [...new Set((call.fields ?? []).map((field) => field.split(".").slice(0, 2).join(".")))];
}

// As many fields as fit about a line, and how many there are beside them: those are shown on a click.
function shorten(fields) {
  let length = 0;
  const shown = fields.filter((field, index) => (length += field.length + 2) <= FIELDS_LENGTH || index === 0);
  const more = fields.length - shown.length;
  return [`feeds ${shown.join(", ")}`, more > 0 && h("u", { key: "more" }, `+${more} more`)];
}

function Call({ call }) {
  const fields = topFields(call);
  const target = [call.method, call.target].filter(Boolean).join(" ");
  const name = h("span", { className: "lectern-name" }, [call.method, call.endpoint ?? call.target].join(" "));
  return h(
    "details",
    null,
    h("summary", null, name, fields.length > 0 && h("span", { className: "lectern-fields" }, shorten(fields))),
    h("p", { className: "lectern-target" }, target),
    fields.length > 0 && h("p", { className: "lectern-fields" }, `feeds ${call.fields.join(", ")}`),
  );
}

function percent(part, whole) {
  return `${Math.max(0, Math.min(100, (100 * part) / whole))}%`;
}

// The call as a bar between the first call's start and the last one's end.
function timeline(call, total) {
  if (call.cached || typeof call.startMs !== "number" || !(total > 0)) return undefined;
  const style = { marginInlineStart: percent(call.startMs, total), width: percent(call.ms ?? 0, total) };
  const title = `begins at ${formatMilliseconds(call.startMs) || 0} ms, takes ${formatMilliseconds(call.ms)} ms`;
  return h("div", { className: "lectern-track", title }, h("div", { style }));
}

// Heading, class and value of each column; one without any value is left out.
const COLUMNS = [
  ["Call", "lectern-call", (call) => h(Call, { call })],
  ["Timeline", "lectern-timeline", timeline],
  ["Status", "lectern-number", outcome],
  ["ms", "lectern-number", (call) => formatMilliseconds(call.ms)],
  ["Bytes", "lectern-number lectern-bytes", (call) => formatBytes(call.bytes)],
  ["Batch", "lectern-number", (call) => (call.batch > 1 ? call.batch : "")],
];

function ExplainRow({ call, columns, total }) {
  const cells = columns.map(([name, className, value]) => h("td", { key: name, className }, value(call, total)));
  return h("tr", { className: rowClass(call) }, cells);
}

function Wave({ wave, calls, columns, total }) {
  const text = `Wave ${wave} · ${plural(calls.length, "call")}${calls.length > 1 ? " at once" : ""}`;
  const rows = calls.map((call, index) => h(ExplainRow, { key: `${index} ${call.target}`, call, columns, total }));
  return h("tbody", null, h("tr", null, h("th", { colSpan: columns.length, scope: "rowgroup" }, text)), rows);
}

function heading([name, className]) {
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
  const { calls, ms } = explain;
  const waves = [...new Set(calls.map((call) => call.wave ?? 1))].sort((a, b) => a - b);
  const columns = COLUMNS.filter(([, , value]) => calls.some((call) => (value(call, ms) ?? "") !== ""));
  const summary = [
    plural(calls.length, "upstream call"),
    plural(waves.length, "wave"),
    typeof ms === "number" ? `${formatMilliseconds(ms)} ms` : undefined,
    formatBytes(sum(calls, "bytes")),
  ];
  const bodies = waves.map((wave) =>
    h(Wave, { key: wave, wave, calls: calls.filter((call) => (call.wave ?? 1) === wave), columns, total: ms }),
  );
  return h(
    "details",
    { className: "lectern-explain", open: !isNarrow() },
    h("summary", null, summary.filter(Boolean).join(" · ")),
    h("table", null, h("thead", null, h("tr", null, columns.map(heading))), bodies),
  );
}

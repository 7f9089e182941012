// The upstream calls of an answer as a table, from `extensions.explain.calls`.
// A call may carry: wave, method, endpoint, target, status, failure, startMs, ms, bytes, batch, cached, fields.
import { bytes, milliseconds, percent, plural } from "./format.js";

const { createElement: h } = React;
const FIELDS_LENGTH = 36;

function rowClass(call) {
  if (call.cached) return "lectern-cached";
  return call.failure || !call.status || call.status >= 400 ? "lectern-bad" : undefined;
}

function outcome(call) {
  if (call.cached) return "cached";
  return [call.status, call.failure].filter(Boolean).join(" ") || "no answer";
}

// Only fields of root fields are shown; nested ones appear on a click.
function topFields(call) {
  return [...new Set((call.fields ?? []).map((field) => field.split(".").slice(0, 2).join(".")))];
}

// As many fields as fit about a line, and the number of the others, which are shown on a click.
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

// The call as a bar between the first call's start and the last one's end.
function timeline(call, total) {
  if (call.cached || typeof call.startMs !== "number" || !(total > 0)) return undefined;
  const style = { marginInlineStart: percent(call.startMs, total), width: percent(call.ms ?? 0, total) };
  const title = `begins at ${milliseconds(call.startMs) || 0} ms, takes ${milliseconds(call.ms)} ms`;
  return h("div", { className: "lectern-track", title }, h("div", { style }));
}

// Heading, class and value of each column; one without any value is left out.
const COLUMNS = [
  ["Call", "lectern-call", (call) => h(Call, { call })],
  ["Timeline", "lectern-timeline", timeline],
  ["Status", "lectern-number", outcome],
  ["ms", "lectern-number", (call) => milliseconds(call.ms)],
  ["Bytes", "lectern-number lectern-bytes", (call) => bytes(call.bytes)],
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

export function wavesOf(calls) {
  return [...new Set(calls.map((call) => call.wave ?? 1))].sort((a, b) => a - b);
}

export function Calls({ run: { explain } }) {
  const { calls, ms } = explain;
  const columns = COLUMNS.filter(([, , value]) => calls.some((call) => (value(call, ms) ?? "") !== ""));
  const bodies = wavesOf(calls).map((wave) =>
    h(Wave, { key: wave, wave, calls: calls.filter((call) => (call.wave ?? 1) === wave), columns, total: ms }),
  );
  return h("table", null, h("thead", null, h("tr", null, columns.map(heading))), bodies);
}

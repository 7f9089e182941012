// The fault lab of the demo: switches faults of the LMS on and off, endpoint by endpoint.
import { config, observable } from "./config.js";

const { createElement: h, useEffect } = React;
const KINDS = [
  ["works", undefined],
  ["answers 503", { status: 503 }],
  ["is 2 s late", { latency_ms: 2000 }],
  ["never answers", { kind: "hang" }],
  ["cuts its JSON", { kind: "badjson" }],
  ["shows a sign-in page", { kind: "html" }],
];
const lab = observable({ faults: {}, problem: undefined });
const seen = new Map(); // by operation: names of endpoints by path prefix

// The path up to the first key: the fault is for the endpoint, whatever the course.
function prefixOf(target) {
  const [path] = target.split("?");
  const segments = path.split("/");
  const key = segments.findIndex((segment) => /[:@+]|%3A/i.test(segment));
  return key < 0 ? path : `${segments.slice(0, key).join("/")}/`;
}

async function ask(init) {
  try {
    const response = await fetch(config.faults, init);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response;
  } catch (error) {
    lab.write({ ...lab.read(), problem: `The demo LMS cannot be reached at ${config.faults}: ${error.message}` });
    return undefined;
  }
}

async function load() {
  const response = await ask();
  if (response) lab.write({ faults: await response.json(), problem: undefined });
}

async function replace(faults) {
  const response = await ask({ method: "PUT", body: JSON.stringify(faults) });
  if (response) lab.write({ faults, problem: undefined });
}

function choose(prefix, fault) {
  const { [prefix]: _, ...others } = lab.read().faults;
  return replace(fault ? { ...others, [prefix]: fault } : others);
}

function sameFault(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function Endpoint({ prefix, name, fault }) {
  const known = KINDS.findIndex(([, kind]) => sameFault(kind, fault));
  const options = KINDS.map(([text], index) => h("option", { key: text, value: index }, text));
  if (known < 0) options.push(h("option", { key: "other", value: -1 }, JSON.stringify(fault)));
  return h(
    "tr",
    { className: fault ? "lectern-faulty" : undefined },
    h("th", { scope: "row", className: "lectern-name", title: prefix }, name),
    h(
      "td",
      null,
      h(
        "select",
        {
          "aria-label": name,
          value: known,
          onChange: (event) => choose(prefix, KINDS[Number(event.target.value)]?.[1]),
        },
        options,
      ),
    ),
  );
}

// What the operation has called so far: a call that fails may keep the query from the next one.
function noted({ operationName, explain }) {
  const names = seen.get(operationName) ?? new Map();
  for (const { service = "lms", target, endpoint } of explain.calls) {
    if (service === "lms") names.set(prefixOf(target), endpoint ?? prefixOf(target));
  }
  seen.set(operationName, names);
  return names;
}

export function FaultLab({ run }) {
  const { faults, problem } = lab.use();
  useEffect(() => void load(), []);
  const names = noted(run);
  const prefixes = [...new Set([...names.keys(), ...Object.keys(faults)])];
  const rows = prefixes.map((prefix) =>
    h(Endpoint, { key: prefix, prefix, name: names.get(prefix) ?? prefix, fault: faults[prefix] }),
  );
  return h(
    React.Fragment,
    null,
    problem && h("p", { className: "lectern-remark lectern-bad-text", role: "alert" }, problem),
    h(
      "p",
      { className: "lectern-remark" },
      "Break an endpoint of the demo LMS and run the query again: the line under the answer says what the page loses. ",
      h("button", { type: "button", onClick: () => replace({}) }, "Repair all"),
    ),
    h("table", { className: "lectern-lab" }, h("tbody", null, rows)),
  );
}

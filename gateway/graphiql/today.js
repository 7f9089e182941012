// Before and after: the REST calls that the page makes today, and the calls of the plan, on one scale of time.
import { Bars } from "./bars.js";
import { config, observable } from "./config.js";
import { plural } from "./format.js";

const { createElement: h } = React;
const NETWORKS = [
  ["a cable, 20 ms", 20],
  ["home, 60 ms", 60],
  ["a phone, 150 ms", 150],
];
const network = observable(60);

export function restPageOf(run) {
  return config.examples.find((example) => example.operationName === run.operationName)?.today;
}

// `calls` have `ms`, and `after`: the keys of the calls that they wait for. Each takes `trip` more for the way.
function scheduled(calls, begin, trip) {
  const ends = new Map();
  const depths = new Map();
  return calls.map((call) => {
    const before = call.after.filter((key) => ends.has(key));
    const start = Math.max(begin, ...before.map((key) => ends.get(key)));
    const depth = 1 + Math.max(0, ...before.map((key) => depths.get(key)));
    ends.set(call.key, start + trip + call.ms);
    depths.set(call.key, depth);
    return { ...call, start, length: trip + call.ms, end: start + trip + call.ms, depth };
  });
}

function Waterfall({ title, calls, lead, total, unit }) {
  const rows = calls.map(({ name, times, start, length, ms, measured }) => ({
    name: times > 1 ? `${name} × ${times}` : name,
    text: measured ? `${ms} ms` : `${ms} ms or more`,
    start,
    length,
    className: lead ? "lectern-chosen" : undefined,
    title: `from ${start} to ${start + length} ms`,
  }));
  if (lead) rows.unshift({ name: "the way to the gateway", text: `${lead} ms`, start: 0, length: lead });
  const count = calls.reduce((sum, call) => sum + call.times, 0);
  const depth = Math.max(0, ...calls.map((call) => call.depth));
  const end = Math.max(lead, ...calls.map((call) => call.end));
  return h(Bars, { caption: `${title}: ${plural(count, "call")}, ${unit(depth)}, ${end} ms`, rows, total });
}

function NetworkMenu() {
  return h(
    "label",
    { className: "lectern-remark" },
    "The browser's network: ",
    h(
      "select",
      { value: network.use(), onChange: (event) => network.write(Number(event.target.value)) },
      NETWORKS.map(([name, ms]) => h("option", { key: ms, value: ms }, name)),
    ),
  );
}

export function Today({ run }) {
  const page = restPageOf(run);
  const trip = network.use();
  const before = scheduled(
    page.calls.map((call, index) => ({ ...call, key: index + 1 })),
    0,
    trip,
  );
  const steps = run.explain.plan.steps.filter((step) => !step.conditional);
  const calls = steps.map(({ step, endpoint, lmsMs, after, calls: times }) => {
    return { key: step, name: endpoint, ms: lmsMs, after, times, measured: true };
  });
  const after = scheduled(calls, trip, 0);
  const total = Math.max(...[...before, ...after].map((call) => call.end));
  return h(
    React.Fragment,
    null,
    h(NetworkMenu),
    h(Waterfall, {
      title: `Today (${page.client})`,
      calls: before,
      lead: 0,
      total,
      unit: (depth) => `${depth} deep`,
    }),
    h(Waterfall, { title: "Through Lectern", calls: after, lead: trip, total, unit: (depth) => plural(depth, "wave") }),
    h(
      "p",
      { className: "lectern-remark" },
      "A model, not a measurement of this run: a call takes the median time of its endpoint on a live LMS, and today also ",
      "the way over the network. Calls that nobody measured have the least time of any call. The gateway is next to the LMS.",
    ),
  );
}

// Why these endpoints: each object's choice of endpoints and what the others would have cost, as bars.
import { Bars } from "./bars.js";
import { plural } from "./format.js";

const { createElement: h } = React;

function price({ calls, lmsMs, writes, throttled }) {
  const more = [writes > 0 && `${writes} with effects`, throttled > 0 && `${throttled} throttled`];
  return [plural(calls, "call"), `${lmsMs} ms`, ...more].filter(Boolean).join(" · ");
}

function rowOf(name, cost, className) {
  return { name, text: price(cost), length: cost.lmsMs, className };
}

function Choice({ object, total }) {
  const others = object.alternatives.map(({ endpoints, cost }) => rowOf(`or ${endpoints.join(" + ")}`, cost));
  const rows = [rowOf(object.endpoints.join(" + "), object.cost, "lectern-chosen"), ...others];
  return h(Bars, { caption: `${object.path || object.type} is read from`, rows, total });
}

export function Alternatives({ run: { explain } }) {
  const objects = (explain.plan?.objects ?? []).filter((object) => object.alternatives.length > 0);
  if (objects.length === 0) {
    return h("p", { className: "lectern-remark" }, "Only one set of endpoints can answer this query.");
  }
  const costs = objects.flatMap((object) => [object.cost, ...object.alternatives.map(({ cost }) => cost)]);
  const total = Math.max(...costs.map((cost) => cost.lmsMs));
  return h(
    React.Fragment,
    null,
    objects.map((object) => h(Choice, { key: object.path, object, total })),
    h(
      "p",
      { className: "lectern-remark" },
      "The first set of each is called. A bar is the work of the LMS: the median times of these endpoints on a live LMS. ",
      "Fewer reads with effects win over less work, and less work over fewer calls.",
    ),
  );
}

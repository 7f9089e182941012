// The line under the answer: status and time of the run, and what a reader should know about it.
import { milliseconds, plural } from "./format.js";
import { useUserName } from "./users.js";

const { createElement: h } = React;
const MOST_LOSSES = 6;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function StatusText({ run }) {
  if (run.state === "running") return h("span", null, "Running…");
  if (run.state === "stopped") return h("span", null, `Stopped after ${milliseconds(run.ms)} ms`);
  const good = run.status >= 200 && run.status < 300;
  const status = run.status ? [run.status, run.statusText].filter(Boolean).join(" ") : "No answer";
  return h(
    React.Fragment,
    null,
    h("span", { className: good ? "lectern-good" : "lectern-bad-text" }, status),
    h("span", null, `${milliseconds(run.ms)} ms`),
    run.errors.length > 0 && h("span", { className: "lectern-bad-text" }, plural(run.errors.length, "error")),
  );
}

function Hint() {
  return h(
    "p",
    { className: "lectern-hint" },
    "Press ",
    h("kbd", null, isMac ? "⌘" : "Ctrl"),
    " ",
    h("kbd", null, "Enter"),
    " to run the query, or pick another example above.",
  );
}

function needsSignIn(error) {
  return error.extensions?.code === "UNAUTHENTICATED";
}

// Errors with a code say it for certain; a visitor's null is one of a request that had no credentials.
function signInNote(run) {
  const refused = run.errors.filter(needsSignIn);
  const paths = refused.map((error) => error.path?.join(".") ?? "the answer").join(", ");
  if (refused.length > 0) return run.visitor ? `Sign in to see ${paths}.` : `Another sign-in is needed for ${paths}.`;
  if (run.visitor && run.hasNull) return "Sign in to see a learner's fields: a visitor gets null for them.";
  return undefined;
}

function Losses({ errors }) {
  const shown = errors.filter((error) => error.path).slice(0, MOST_LOSSES);
  if (shown.length === 0) return null;
  const row = (error, index) =>
    h(
      "li",
      { key: index },
      h("code", null, error.path.join(".")),
      ` ${[error.extensions?.code, error.extensions?.endpoint].filter(Boolean).join(", ")}`,
    );
  const more = errors.length - shown.length;
  return h(
    "ul",
    { className: "lectern-losses", "aria-label": "What the answer lacks" },
    shown.map(row),
    more > 0 && h("li", { key: "more" }, `and ${more} more`),
  );
}

export function AnswerLine({ run }) {
  const user = useUserName();
  if (!run) return h(Hint);
  const finished = run.state === "done";
  const stale = run.user !== undefined && run.user !== user;
  const note = finished && !stale ? signInNote(run) : undefined;
  return h(
    "div",
    { className: "lectern-answer", role: "status", "data-state": run.state },
    h("p", { className: "lectern-status" }, h(StatusText, { run })),
    stale && h("p", { className: "lectern-stale" }, `The answer of ${run.user}. Run again to see it as ${user}.`),
    note && h("p", { className: "lectern-note" }, note),
    finished && h(Losses, { errors: run.errors.filter((error) => !needsSignIn(error)) }),
  );
}

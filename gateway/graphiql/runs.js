// The last run of each tab: who ran it, what came back, and how long it took.
//
// A run has `user`, `visitor`, `operationName`, `state` ("running", "done" or "stopped"), `status`, `ms`, `explain`,
// `errors` and `hasNull`.
import { observable } from "./config.js";
import { currentUser, setCookies } from "./users.js";
import { isVisitor, requestHeaders } from "./request.js";

const runs = observable(new Map());

export function useRun(tab) {
  return runs.use().get(tab);
}

export function forget(tab) {
  keepOnly([...runs.read().keys()].filter((other) => other !== tab));
}

// The runs of closed tabs are not needed any more.
export function keepOnly(tabs) {
  runs.write(new Map([...runs.read()].filter(([tab]) => tabs.includes(tab))));
}

function change(tab, part) {
  runs.write(new Map(runs.read()).set(tab, { ...runs.read().get(tab), ...part }));
}

function begin(tab, operationName, editorHeaders) {
  const signedInByHeader = new Headers(editorHeaders).has("authorization");
  const user = signedInByHeader ? undefined : currentUser()?.name;
  const run = { user, visitor: isVisitor(editorHeaders), operationName };
  runs.write(new Map(runs.read()).set(tab, { ...run, state: "running", errors: [] }));
}

function hasNull(value) {
  if (value === null) return true;
  return typeof value === "object" && Object.values(value).some(hasNull);
}

// The answer without its explain part, which the panel shows instead.
function taken(tab, payload) {
  const { explain, ...extensions } = payload.extensions ?? {};
  if (explain) change(tab, { explain });
  const parts = [payload, ...(payload.incremental ?? []), ...(payload.completed ?? [])];
  const errors = parts.flatMap((part) => part.errors ?? []);
  if (errors.length > 0) change(tab, { errors: [...errorsOf(tab), ...errors] });
  if (parts.some((part) => part.data !== undefined && hasNull(part.data))) change(tab, { hasNull: true });
  if (!explain) return payload;
  const { extensions: _, ...answer } = payload;
  return Object.keys(extensions).length > 0 ? { ...answer, extensions } : answer;
}

function errorsOf(tab) {
  return runs.read().get(tab)?.errors ?? [];
}

async function* answersOf(send, tab, signal) {
  const start = performance.now();
  const ended = (state) => change(tab, { state, ms: performance.now() - start });
  try {
    for await (const payload of await send()) {
      yield Array.isArray(payload) ? payload.map((part) => taken(tab, part)) : taken(tab, payload);
    }
    ended("done");
  } catch (error) {
    ended(signal.aborted ? "stopped" : "done");
    if (!signal.aborted) throw error;
  }
}

// GraphiQL's Stop calls `return`, which has to end the request at once instead of after the next payload.
function stoppable(answers, controller) {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => answers.next(),
    return() {
      controller.abort();
      return answers.return();
    },
  };
}

// The name of a document's operation, if it has one operation with a name.
function onlyOperation(query) {
  const names = [...query.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name]) => name);
  return names.length === 1 ? names[0] : undefined;
}

// GraphiQL's fetcher, which notes each run. `opened` gives what is run, `tab` the tab in which.
export function createFetcher(url, { opened, tab }) {
  const introspect = GraphiQL.createFetcher({ url });
  return async (given, options) => {
    const editorHeaders = options?.headers ?? {};
    const headers = (query) => ({ ...options, headers: requestHeaders(query, editorHeaders) });
    if (given.operationName === "IntrospectionQuery") {
      setCookies(editorHeaders);
      return introspect(given, headers(given.query));
    }
    const { operationName, ...parameters } = await opened(given);
    // GraphiQL notices a new document's operation a moment after it is typed: a stale name would be refused.
    if (operationName && parameters.query.includes(operationName)) parameters.operationName = operationName;
    const controller = new AbortController();
    const place = tab();
    forget(place); // the header editor may have what no request can have: then there is no new run
    const noting = async (input, init) => {
      const response = await fetch(input, { ...init, signal: controller.signal });
      change(place, { status: response.status, statusText: response.statusText });
      return response;
    };
    begin(place, parameters.operationName ?? onlyOperation(parameters.query), editorHeaders);
    setCookies(editorHeaders);
    const send = () => GraphiQL.createFetcher({ url, fetch: noting })(parameters, headers(parameters.query));
    return stoppable(answersOf(send, place, controller.signal), controller);
  };
}

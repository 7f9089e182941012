// The GraphiQL page of Lectern: GraphiQL itself, a user switch, an examples menu and the explain panel.
// React, ReactDOM, GraphiQL and GraphiQLPluginExplorer are globals of the prebuilt scripts.
import { ExplainPanel, isNarrow } from "./explain.js";

const { createElement: h, useEffect, useLayoutEffect } = React;
const config = JSON.parse(document.getElementById("lectern-config").textContent);
// GraphiQL's scroll lock reads this global for the <style> element it adds; the page's policy wants it.
globalThis.__webpack_nonce__ = config.nonce;
const STORED_USER = "lectern:user";
const STORED_EXPLAIN = "lectern:explain";
const COOKIE_SECONDS = 5;
// GraphiQL keeps its tabs here; when there are none yet, the first example is opened.
const firstVisit = localStorage.getItem("graphiql:tabState") === null;

const controls = {
  examples: document.getElementById("lectern-examples"),
  explain: document.getElementById("lectern-explain"),
  user: document.getElementById("lectern-user"),
};

function currentUser() {
  return config.users.find((user) => user.name === controls.user.value);
}

function fillUserSwitch() {
  if (config.users.length === 0) return;
  controls.user.append(...config.users.map((user) => new Option(user.label, user.name)));
  const stored = localStorage.getItem(STORED_USER);
  if (config.users.some((user) => user.name === stored)) controls.user.value = stored;
  controls.user.addEventListener("change", () => localStorage.setItem(STORED_USER, controls.user.value));
  controls.user.closest("label").hidden = false;
}

// In the demo, the only place with users to choose from, the calls are shown until they are switched off.
function fillExplainSwitch() {
  const stored = localStorage.getItem(STORED_EXPLAIN);
  controls.explain.checked = stored === null ? config.users.length > 0 : stored === "1";
  controls.explain.addEventListener("change", () => {
    localStorage.setItem(STORED_EXPLAIN, controls.explain.checked ? "1" : "0");
  });
}

function fillExamplesMenu(open) {
  if (config.examples.length === 0) return;
  const groups = new Map();
  config.examples.forEach((example, index) => {
    if (!groups.has(example.group)) {
      const group = document.createElement("optgroup");
      group.label = example.group;
      groups.set(example.group, group);
    }
    groups.get(example.group).append(new Option(example.title, String(index)));
  });
  controls.examples.append(...groups.values());
  controls.examples.addEventListener("change", () => {
    const example = config.examples[Number(controls.examples.value)];
    controls.examples.value = ""; // so that the same example can be opened again
    if (example) open(example);
  });
  controls.examples.closest("label").hidden = false;
}

// Header names are case-insensitive: the header editor wins over the user switch, whatever the spelling.
function requestHeaders(parameters, editorHeaders = {}) {
  const headers = new Headers({ accept: "application/graphql-response+json, application/json" });
  if (/@(defer|stream)\b/.test(parameters.query)) headers.append("accept", "multipart/mixed");
  if (controls.explain.checked) headers.set("x-lectern-explain", "1");
  for (const [name, value] of Object.entries(currentUser()?.headers ?? {})) headers.set(name, value);
  for (const [name, value] of Object.entries(editorHeaders)) headers.set(name, value);
  return Object.fromEntries(headers);
}

// A page cannot set the header Cookie, so a demo user's session is a cookie of the endpoint's path. It lives for
// one request: users may differ between windows, and whoever signs in by the header editor brings no session.
function setCookies(editorHeaders = {}) {
  const own = new Headers(editorHeaders).has("authorization") ? {} : (currentUser()?.cookies ?? {});
  const names = new Set(config.users.flatMap((user) => Object.keys(user.cookies)));
  for (const name of names) {
    const age = name in own ? COOKIE_SECONDS : 0;
    document.cookie = `${name}=${own[name] ?? ""}; path=${config.endpoint}; max-age=${age}; samesite=strict`;
  }
}

// What is run: the editors' content, or the example that is about to be in them.
async function opened(bridge, parameters) {
  const example = bridge.waiting;
  if (!example) return parameters;
  await new Promise((resolve) => (bridge.filled = resolve));
  const variables = example.variables ? JSON.parse(example.variables) : undefined;
  return { query: example.document, variables, operationName: example.operationName };
}

function createFetcher(bridge) {
  const fetcher = GraphiQL.createFetcher({ url: config.endpoint });
  return async (given, options) => {
    const { operationName, ...parameters } = isIntrospection(given) ? given : await opened(bridge, given);
    // GraphiQL notices a new document's operation a moment after it is typed: a stale name would be refused.
    if (operationName && parameters.query.includes(operationName)) parameters.operationName = operationName;
    setCookies(options?.headers);
    return fetcher(parameters, { ...options, headers: requestHeaders(parameters, options?.headers) });
  };
}

function isIntrospection({ operationName }) {
  return operationName === "IntrospectionQuery";
}

// Whether nothing would be lost: the tab is empty, or holds an example as it was opened.
function isUntouched(document, variables) {
  if (document.trim() === "") return true;
  return config.examples.some((example) => example.document === document && example.variables === variables);
}

// Lives inside GraphiQL to reach its editors; `bridge.open` is how the examples menu gets in.
function Footer({ bridge }) {
  const editor = GraphiQL.React.useEditorContext({ nonNull: true });
  const { isFetching } = GraphiQL.React.useExecutionContext({ nonNull: true });
  const { queryEditor, variableEditor, responseEditor, tabs, activeTabIndex, addTab, setOperationName } = editor;

  const fill = (example) => {
    queryEditor.setValue(example.document);
    variableEditor.setValue(example.variables);
    setOperationName(example.operationName);
    queryEditor.setCursor(0, 0);
    queryEditor.focus();
  };
  bridge.open = (example) => {
    if (!isFetching && isUntouched(queryEditor.getValue(), variableEditor.getValue())) {
      responseEditor.setValue("");
      editor.updateActiveTabValues({ response: null });
      fill(example);
    } else {
      bridge.waiting = example;
      // Not in the event itself: React would put it before the changes of tabs that are under way, and GraphiQL
      // empties the editors again when React repeats it after them.
      setTimeout(addTab);
    }
  };
  const activeTab = tabs[activeTabIndex];
  // A layout effect runs in the same task in which GraphiQL empties the editors for the new tab.
  useLayoutEffect(() => {
    const example = bridge.waiting;
    if (!example || !queryEditor || !variableEditor) return;
    bridge.waiting = undefined;
    fill(example);
    bridge.filled?.();
  }, [queryEditor, variableEditor, activeTab.id]);
  useEffect(() => {
    document.querySelector(".graphiql-tab-active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabs.length, activeTabIndex, activeTab.title]);
  return h(ExplainPanel, { responseEditor });
}

function App({ bridge, fetcher, plugins }) {
  const [first] = config.examples;
  return h(
    GraphiQL,
    {
      fetcher,
      plugins,
      defaultQuery: "",
      defaultTabs: firstVisit && first ? [{ query: first.document, variables: first.variables }] : undefined,
      defaultEditorToolsVisibility: isNarrow() ? false : "variables",
    },
    h(GraphiQL.Logo, null, h("span", { hidden: true })),
    h(GraphiQL.Footer, null, h(Footer, { bridge })),
  );
}

const bridge = { open() {}, waiting: firstVisit ? config.examples[0] : undefined };
fillUserSwitch();
fillExplainSwitch();
fillExamplesMenu((example) => bridge.open(example));
const plugins = [GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })];
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(h(App, { bridge, fetcher: createFetcher(bridge), plugins }));

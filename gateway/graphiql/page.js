// The GraphiQL page of Lectern: GraphiQL itself, a user switch, an examples menu and the explain panel.
// React, ReactDOM, GraphiQL and GraphiQLPluginExplorer are globals of the prebuilt scripts.
import { ExplainPanel } from "./explain.js";

const { createElement: h, useEffect, useRef } = React;
const config = JSON.parse(document.getElementById("lectern-config").textContent);
// GraphiQL's scroll lock reads this global for the <style> element it adds; the page's policy wants it.
globalThis.__webpack_nonce__ = config.nonce;
const STORED_USER = "lectern:user";
const STORED_EXPLAIN = "lectern:explain";
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

function fillExplainSwitch() {
  controls.explain.checked = localStorage.getItem(STORED_EXPLAIN) === "1";
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

function createFetcher() {
  const fetcher = GraphiQL.createFetcher({ url: config.endpoint });
  return ({ operationName, ...parameters }, options) => {
    // GraphiQL notices a new document's operation a moment after it is typed: a stale name would be refused.
    if (operationName && parameters.query.includes(operationName)) parameters.operationName = operationName;
    return fetcher(parameters, { ...options, headers: requestHeaders(parameters, options?.headers) });
  };
}

// Lives inside GraphiQL to reach its editors; `bridge.open` is how the examples menu gets in.
function Footer({ bridge }) {
  const editor = GraphiQL.React.useEditorContext({ nonNull: true });
  const { queryEditor, variableEditor, responseEditor, tabs, activeTabIndex, addTab, setOperationName } = editor;
  const waiting = useRef(firstVisit ? config.examples[0] : undefined);

  bridge.open = (example) => {
    waiting.current = example;
    addTab();
  };
  useEffect(() => {
    const example = waiting.current;
    if (!example || !queryEditor || !variableEditor) return;
    waiting.current = undefined;
    queryEditor.setValue(example.document);
    variableEditor.setValue(example.variables);
    setOperationName(example.operationName);
    queryEditor.setCursor(0, 0);
    queryEditor.focus();
  }, [queryEditor, variableEditor, tabs.length, activeTabIndex]);
  return h(ExplainPanel, { responseEditor });
}

function App({ bridge, fetcher, plugins }) {
  return h(
    GraphiQL,
    {
      fetcher,
      plugins,
      defaultQuery: "",
      defaultTabs: firstVisit && config.examples[0] ? [{ query: config.examples[0].document }] : undefined,
      defaultEditorToolsVisibility: "variables",
    },
    h(GraphiQL.Logo, null, h("span", { hidden: true })),
    h(GraphiQL.Footer, null, h(Footer, { bridge })),
  );
}

const bridge = { open() {} };
fillUserSwitch();
fillExplainSwitch();
fillExamplesMenu((example) => bridge.open(example));
const plugins = [GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })];
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(h(App, { bridge, fetcher: createFetcher(), plugins }));

// The GraphiQL page of Lectern: GraphiQL itself, and around it the examples, the user switch, links and the panel.
// React, ReactDOM, GraphiQL and GraphiQLPluginExplorer are globals of the prebuilt scripts.
import { config, isNarrow } from "./config.js";
import { fillCopyButton, fillExamplesMenu, fillExplainSwitch } from "./controls.js";
import { Inside, opened } from "./editors.js";
import { linkTo, takeLink } from "./links.js";
import { asCurl } from "./request.js";
import { createFetcher } from "./runs.js";
import { chooseUser, currentUser, fillUserSwitch } from "./users.js";

const { createElement: h } = React;
// GraphiQL keeps its tabs here; when there are none yet, the first example is opened.
const firstVisit = localStorage.getItem("graphiql:tabState") === null;

function App({ bridge, first, fetcher, plugins }) {
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
    h(GraphiQL.Footer, null, h(Inside, { bridge })),
  );
}

function parsed(text) {
  return text.trim() ? JSON.parse(text) : undefined;
}

function curlOf({ query, variables, headers, operationName }) {
  return asCurl({ query, variables: parsed(variables), operationName, editorHeaders: parsed(headers) ?? {} });
}

function openLink(bridge) {
  const link = takeLink();
  if (!link) return;
  chooseUser(link.user, { remember: false });
  bridge.open(link);
}

function start() {
  fillUserSwitch();
  fillExplainSwitch();
  const link = takeLink();
  if (link) chooseUser(link.user, { remember: false });
  const first = link ?? config.examples[0];
  const bridge = { open() {}, waiting: firstVisit ? first : undefined };
  if (link && !firstVisit) {
    bridge.ready = () => {
      bridge.ready = undefined;
      bridge.open(link);
    };
  }
  fillExamplesMenu((example) => bridge.open(example));
  fillCopyButton("lectern-copy-link", () => linkTo({ ...bridge.content(), user: currentUser()?.name }));
  fillCopyButton("lectern-copy-curl", () => curlOf(bridge.content()));
  addEventListener("hashchange", () => openLink(bridge));
  const plugins = [GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })];
  const fetcher = createFetcher(config.endpoint, {
    opened: (parameters) => opened(bridge, parameters),
    tab: () => bridge.tab,
  });
  const root = ReactDOM.createRoot(document.getElementById("graphiql"));
  root.render(h(App, { bridge, first, fetcher, plugins }));
}

start();

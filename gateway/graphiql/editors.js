// The way from the page's menus and buttons into GraphiQL's editors and tabs: a `bridge` that `Inside` keeps current.
//
// It has `open` (an example or a link, in a tab), `content`, `tab` (the id of the active tab), `waiting` (what is to be
// opened next), and the callbacks `filled` and `ready`.
import { config } from "./config.js";
import { Footer } from "./explain.js";
import { forget, keepOnly } from "./runs.js";

const { createElement: h, useEffect, useLayoutEffect } = React;

// What is run: the editors' content, or the example that is about to be in them.
export async function opened(bridge, parameters) {
  const example = bridge.waiting;
  if (!example) return parameters;
  await new Promise((resolve) => (bridge.filled = resolve));
  const variables = example.variables ? JSON.parse(example.variables) : undefined;
  return { query: example.document, variables, operationName: example.operationName };
}

// Whether nothing would be lost: the tab is empty, or holds an example as it was opened.
function isUntouched(document, variables) {
  if (document.trim() === "") return true;
  return config.examples.some((example) => example.document === document && example.variables === variables);
}

// Tab indents in an editor. After Escape it leaves the editor, so that a keyboard alone reaches the rest of the page.
function leaveByEscape(editor) {
  let leaves = false;
  const onKey = (_, event) => {
    if (event.key === "Tab" && leaves) event.codemirrorIgnore = true;
    if (event.key !== "Shift") leaves = event.key === "Escape";
  };
  editor.on("keydown", onKey);
  return () => editor.off("keydown", onKey);
}

// Lives inside GraphiQL to reach its editors; `bridge` is how the page's menus and buttons get in.
export function Inside({ bridge }) {
  const editor = GraphiQL.React.useEditorContext({ nonNull: true });
  const { isFetching } = GraphiQL.React.useExecutionContext({ nonNull: true });
  const { queryEditor, variableEditor, headerEditor, responseEditor, tabs, activeTabIndex, addTab } = editor;
  const activeTab = tabs[activeTabIndex];

  const fill = (example) => {
    queryEditor.setValue(example.document);
    variableEditor.setValue(example.variables);
    if (example.operationName) editor.setOperationName(example.operationName);
    queryEditor.setCursor(0, 0);
    queryEditor.focus();
  };
  bridge.open = (example) => {
    if (!isFetching && isUntouched(queryEditor.getValue(), variableEditor.getValue())) {
      responseEditor.setValue("");
      editor.updateActiveTabValues({ response: null });
      forget(activeTab.id);
      fill(example);
    } else {
      bridge.waiting = example;
      // Not in the event itself: React would put it before the changes of tabs that are under way, and GraphiQL
      // empties the editors again when React repeats it after them.
      setTimeout(addTab);
    }
  };
  bridge.content = () => ({
    query: queryEditor.getValue(),
    variables: variableEditor.getValue(),
    headers: headerEditor?.getValue() ?? "",
    operationName: queryEditor.operationName,
  });
  bridge.tab = activeTab.id;
  // A layout effect runs in the same task in which GraphiQL empties the editors for the new tab.
  useLayoutEffect(() => {
    const example = bridge.waiting;
    if (!example || !queryEditor || !variableEditor) return;
    bridge.waiting = undefined;
    fill(example);
    bridge.filled?.();
  }, [queryEditor, variableEditor, activeTab.id]);
  useEffect(() => {
    if (queryEditor && variableEditor && responseEditor) bridge.ready?.();
  }, [queryEditor, variableEditor, responseEditor]);
  for (const one of [queryEditor, variableEditor, headerEditor, responseEditor]) {
    useEffect(() => (one ? leaveByEscape(one) : undefined), [one]);
  }
  useEffect(() => keepOnly(tabs.map((tab) => tab.id)), [tabs.length]);
  useEffect(() => {
    document.querySelector(".graphiql-tab-active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tabs.length, activeTabIndex, activeTab.title]);
  return h(Footer, { tab: activeTab.id });
}

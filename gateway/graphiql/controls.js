// The controls in the page's bar: the examples menu, the explain switch and the buttons that copy.
import { config } from "./config.js";
import { copy } from "./links.js";

const STORED_EXPLAIN = "lectern:explain";
const COPIED_MS = 2000;

// In the demo, the only place with users to choose from, the calls are shown until they are switched off.
export function fillExplainSwitch() {
  const control = document.getElementById("lectern-explain");
  const stored = localStorage.getItem(STORED_EXPLAIN);
  control.checked = stored === null ? config.users.length > 0 : stored === "1";
  control.addEventListener("change", () => localStorage.setItem(STORED_EXPLAIN, control.checked ? "1" : "0"));
}

export function fillExamplesMenu(open) {
  const menu = document.getElementById("lectern-examples");
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
  menu.append(...groups.values());
  menu.addEventListener("change", () => {
    const example = config.examples[Number(menu.value)];
    menu.value = ""; // so that the same example can be opened again
    if (example) open(example);
  });
  menu.closest("label").hidden = false;
}

// The button says for a moment whether the text was copied.
export function fillCopyButton(id, text) {
  const button = document.getElementById(id);
  const usual = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await copy(text());
      button.textContent = "Copied";
    } catch (error) {
      button.textContent = "Not copied";
      button.title = error.message; // such as that the variables are not JSON
    }
    setTimeout(() => (button.textContent = usual), COPIED_MS);
  });
}

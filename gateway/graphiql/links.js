// Links to the page with a query, its variables and a user. They are in the fragment, which no server gets to see.
// A link has no headers, chooses only among the users of the menu, and what it opens is not run.
const KEYS = ["query", "variables", "user"];

export function linkTo({ query, variables, user }) {
  const parts = new URLSearchParams({ query });
  if (variables?.trim()) parts.set("variables", variables);
  if (user) parts.set("user", user);
  return `${location.origin}${location.pathname}#${parts}`;
}

// The content of the page's link, which is then taken out of the address: a reload does not open it again.
export function takeLink() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!parts.has("query")) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  const [document, variables, user] = KEYS.map((key) => parts.get(key) ?? "");
  return { document, variables, user };
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text); // the clipboard's API is there in secure contexts only
  }
}

function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

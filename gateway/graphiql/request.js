// The request of a run: its headers, and the same request as a curl command.
import { config } from "./config.js";
import { cookiesOf, currentUser } from "./users.js";

const ACCEPT = "application/graphql-response+json, application/json";
// What the header editor may hold without being a secret. Everything else is left out of a copied command.
const HARMLESS = new Set(["accept", "accept-language", "content-type", "x-lectern-explain", "x-request-id"]);
const explain = document.getElementById("lectern-explain");

// Header names are case-insensitive: the header editor wins over the user switch, whatever the spelling.
export function requestHeaders(query, editorHeaders) {
  const headers = new Headers({ accept: ACCEPT });
  if (/@(defer|stream)\b/.test(query)) headers.append("accept", "multipart/mixed");
  if (explain.checked) headers.set("x-lectern-explain", "1");
  for (const [name, value] of Object.entries(currentUser()?.headers ?? {})) headers.set(name, value);
  for (const [name, value] of Object.entries(editorHeaders ?? {})) headers.set(name, value);
  return Object.fromEntries(headers);
}

// Without credentials of any kind; undefined where the browser's own cookies may sign in.
export function isVisitor(editorHeaders) {
  if (new Headers(editorHeaders).has("authorization")) return false;
  const user = currentUser();
  if (!user) return undefined;
  return Object.keys(user.headers).length === 0 && Object.keys(user.cookies).length === 0;
}

// For a POSIX shell: nothing is special between single quotes but the quote itself.
function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function shownHeaders(query, editorHeaders) {
  const secret = new Set(Object.keys(editorHeaders).map((name) => name.toLowerCase()));
  const shown = Object.entries(requestHeaders(query, editorHeaders))
    .filter(([name]) => name !== "x-lectern-explain" && name !== "content-type")
    .map(([name, value]) => [name, secret.has(name) && !HARMLESS.has(name) ? `<your ${name}>` : value]);
  if (config.users.length === 0 && !secret.has("authorization")) shown.push(["authorization", "<your authorization>"]);
  return [["content-type", "application/json"], ...shown];
}

// The credentials of demo users are no secret; those of anybody else are placeholders.
export function asCurl({ query, variables, operationName, editorHeaders }) {
  const cookies = Object.entries(cookiesOf(editorHeaders)).map(([name, value]) => `${name}=${value}`);
  const body = { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}) };
  return [
    `curl ${quote(new URL(config.endpoint, location.origin).href)}`,
    ...shownHeaders(query, editorHeaders).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(cookies.length > 0 ? [`-b ${quote(cookies.join("; "))}`] : []),
    `--data-raw ${quote(JSON.stringify(body))}`,
  ].join(" \\\n  ");
}

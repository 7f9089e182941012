// The user switch: who the page acts as. Only the demo has users to choose from.
import { config, observable } from "./config.js";

const STORED_USER = "lectern:user";
const COOKIE_SECONDS = 5;
const menu = document.getElementById("lectern-user");
const chosen = observable("");

export const useUserName = chosen.use;

export function currentUser() {
  return config.users.find((user) => user.name === chosen.read());
}

// Unknown names are ignored, so a link cannot choose anybody who is not in the menu.
export function chooseUser(name, { remember }) {
  if (!config.users.some((user) => user.name === name)) return;
  menu.value = name;
  chosen.write(name);
  if (remember) localStorage.setItem(STORED_USER, name);
}

export function fillUserSwitch() {
  if (config.users.length === 0) return;
  menu.append(...config.users.map((user) => new Option(user.label, user.name)));
  chosen.write(menu.value);
  chooseUser(localStorage.getItem(STORED_USER), { remember: false });
  menu.addEventListener("change", () => chooseUser(menu.value, { remember: true }));
  menu.closest("label").hidden = false;
}

// A page cannot set the header Cookie, so a demo user's session is a cookie of the endpoint's path. It lives for
// one request: users may differ between windows, and whoever signs in by the header editor brings no session.
export function setCookies(editorHeaders) {
  const own = cookiesOf(editorHeaders);
  const names = new Set(config.users.flatMap((user) => Object.keys(user.cookies)));
  for (const name of names) {
    const age = name in own ? COOKIE_SECONDS : 0;
    document.cookie = `${name}=${own[name] ?? ""}; path=${config.endpoint}; max-age=${age}; samesite=strict`;
  }
}

export function cookiesOf(editorHeaders) {
  return new Headers(editorHeaders).has("authorization") ? {} : (currentUser()?.cookies ?? {});
}

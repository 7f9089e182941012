// What the server gives to the page: endpoint, users, examples, and in the demo the URL of the faults.
export const config = JSON.parse(document.getElementById("lectern-config").textContent);

// GraphiQL's scroll lock reads this global for the <style> element it adds; the page's policy wants it.
globalThis.__webpack_nonce__ = config.nonce;

// As in page.css: there the panes lie one below the other, and the panel leaves the answer its place.
export function isNarrow() {
  return matchMedia("(max-width: 800px)").matches;
}

// A value that components can follow: `read`, `write`, and `use` inside of a component.
export function observable(value) {
  const listeners = new Set();
  const subscribe = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const read = () => value;
  return {
    read,
    write(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => React.useSyncExternalStore(subscribe, read),
  };
}

// Numbers and names as text.
export function bytes(count) {
  if (typeof count !== "number") return "";
  return count < 1024 ? `${count} B` : `${(count / 1024).toFixed(1)} KiB`;
}

export function milliseconds(ms) {
  return typeof ms === "number" ? ms.toFixed(ms < 10 ? 1 : 0) : "";
}

export function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function percent(part, whole) {
  return `${Math.max(0, Math.min(100, (100 * part) / whole))}%`;
}

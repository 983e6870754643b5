// What must survive a reload and a locked screen. Where the browser keeps nothing (a private
// window, a full phone) it stays in memory, and `lasting()` says so.

const prefix = `teamflow.${document.body.dataset.code}.`;
const memory = new Map();
let works = true;

export const lasting = () => works;

export function keep(key, value) {
  memory.set(key, value);
  attempt(() => localStorage.setItem(prefix + key, JSON.stringify(value)));
}

export function kept(key, otherwise) {
  if (!memory.has(key)) {
    memory.set(key, attempt(() => JSON.parse(localStorage.getItem(prefix + key))));
  }
  const value = memory.get(key);
  return value === null || value === undefined ? otherwise : value;
}

export function forget(key) {
  memory.delete(key);
  attempt(() => localStorage.removeItem(prefix + key));
}

// The same page, open twice on one phone: what the other keeps counts here too.
export function onChange(heard) {
  window.addEventListener("storage", (event) => {
    if (!event.key || !event.key.startsWith(prefix)) return;
    const key = event.key.slice(prefix.length);
    memory.delete(key);
    heard(key);
  });
}

function attempt(action) {
  try {
    return action();
  } catch (unavailable) {
    works = false;
    return null;
  }
}

// Whether anything can be kept shows when it's tried.
keep("here", true);

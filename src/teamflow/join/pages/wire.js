// The line to the board: what it shows comes in as a stream of views, what's done here goes out.
//
// A phone that slept, or that walked out of reach and back, has a dead stream and often isn't told.
// So whenever it wakes, and whenever nothing was heard for long, it asks again.

const SILENCE = 12000;
const PATIENCE = 5000;
const SLOWEST = 8000;

const base = `/${document.body.dataset.code}`;

let source = null;
let watch = 0;
let failures = 0;
let ended = false;
let handlers = null;

// `view` gets each view, `connected` true or false as it changes, `closed` the end of the room.
export function listen(told) {
  handlers = told;
  window.addEventListener("online", wake);
  window.addEventListener("offline", () => { if (!ended) lost(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
  document.addEventListener("visibilitychange", wake);
  open();
}

function wake() {
  if (!ended && !document.hidden) open();
}

export function open() {
  close();
  ended = false;
  source = new EventSource(`${base}/events`);
  source.addEventListener("view", (event) => {
    failures = 0;
    expect(SILENCE, open);
    handlers.connected(true);
    handlers.view(JSON.parse(event.data));
  });
  source.addEventListener("beat", () => expect(SILENCE, open));
  source.addEventListener("closed", () => {
    close();
    ended = true;
    handlers.closed();
  });
  source.onerror = lost;
  expect(PATIENCE, lost);
}

function lost() {
  close();
  handlers.connected(false);
  failures += 1;
  // Not all at once, when a whole room comes back.
  expect(Math.min(500 * 2 ** failures, SLOWEST) * (0.5 + Math.random() / 2), open);
}

function close() {
  clearTimeout(watch);
  if (source) source.close();
  source = null;
}

function expect(within, otherwise) {
  clearTimeout(watch);
  watch = setTimeout(otherwise, within);
}

// Answers {status, said}; status 0 is no answer at all.
export async function post(where, what) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), PATIENCE);
  try {
    const answer = await fetch(`${base}/${where}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(what),
      signal: control.signal,
    });
    const said = await answer.json().catch(() => ({}));
    return { status: answer.status, said };
  } catch (unreachable) {
    return { status: 0, said: {} };
  } finally {
    clearTimeout(timer);
  }
}

// http is no secure context: there's no randomUUID.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What was done and isn't acknowledged yet. It survives a reload, and is sent again under the same
// id until the board answers, so that it counts once.

import { forget, keep, kept } from "./store.js";
import { newId, post } from "./wire.js";

const AGAIN = 2000;

let busy = false;
let timer = 0;
let handlers = null;

// `done` and `refused` get what was sent (and the reason), `changed` hears of anything else.
export function mindOutbox(told) {
  handlers = told;
  flush();
}

export const waiting = () => kept("outbox", []);

export const waitsFor = (what) => waiting().some((each) => each.do === what);

// `about` stays on the phone: what it is about, for when it's done. A vote replaces one that's
// still waiting.
export function act(what, about) {
  const others = waiting().filter((each) => each.do !== "vote" || what.do !== "vote");
  keep("outbox", others.concat(Object.assign({ id: newId(), about }, what)));
  handlers.changed();
  flush();
}

// Somebody else sits here from now on.
export const clear = () => forget("outbox");

export function flush() {
  clearTimeout(timer);
  const next = waiting()[0];
  if (busy || !next) return;
  busy = true;
  const what = Object.assign({}, next);
  delete what.about;
  post("act", what).then((answer) => {
    busy = false;
    const wait = waitAfter(answer);
    if (wait) later(wait);
    else settle(next, answer);
  });
}

// How many milliseconds until it's worth another try; 0 when it's settled.
function waitAfter({ status, said }) {
  if (status === 429) return (said.wait || 1) * 1000;
  return status === 0 || status === 404 || status >= 500 ? AGAIN : 0;
}

function settle(what, { status, said }) {
  keep("outbox", waiting().filter((each) => each.id !== what.id));
  if (status === 200) handlers.done(what);
  else handlers.refused(what, said.reason);
  flush();
}

function later(wait) {
  handlers.changed();
  timer = setTimeout(flush, wait);
}

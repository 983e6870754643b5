// A clock that counts by itself, from what the board said last.

import { find, put, say, show } from "./dom.js";

const WARM = 0.2;
const URGENT = 0.05;

let clock = null;
let heard = 0;
let timer = 0;

export function setClock(next) {
  clock = next;
  heard = Date.now();
  tick();
}

function tick() {
  clearTimeout(timer);
  const counts = Boolean(clock) && clock.remaining !== null;
  show(find("clock"), counts);
  if (!counts) return;
  const left = clock.remaining - (clock.running ? (Date.now() - heard) / 1000 : 0);
  put(find("time"), clock.running ? timeOf(left) : `${timeOf(left)} ${say("paused")}`);
  find("clock").className = moodOf(left);
  // Just after the second has turned, so that none is shown twice or skipped.
  if (clock.running) timer = setTimeout(tick, ((((left % 1) + 1) % 1) * 1000 || 1000) + 15);
}

// In whole seconds, rounded as on the board; past the end it counts up.
function timeOf(left) {
  const seconds = Math.abs(Math.ceil(left));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left <= -1 ? `+${time}` : time;
}

function moodOf(left) {
  const share = left / (clock.minutes * 60);
  if (share <= URGENT) return "urgent";
  return share <= WARM ? "warm" : "";
}

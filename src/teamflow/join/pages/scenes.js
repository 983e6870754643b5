// One thing at a time: what is on the page, and how one scene gives way to the next.

import { changing, say, show } from "./dom.js";
import { announce } from "./telling.js";

// What is on the page in each scene; of everything else nothing is.
const PARTS = {
  seat: ["seat"],
  question: ["asking"],
  think: ["think", "notes"],
  mine: ["mine", "notes", "instead"],
  round: ["others", "notes", "board"],
  choose: ["choose", "board"],
  plan: ["read"],
  evaluation: ["read"],
  close: ["read", "worth", "keep"],
  gone: ["gone", "keep"],
};

let now = "";
let expected = false;

// Whether it's this phone's own tap that brings the next scene.
export function expectScene(yes) {
  expected = yes;
}

// A scene comes on by itself. The focus stays where it is, unless that goes off the page, or the
// scene was asked for. `stage` tells apart what looks anew within one scene.
export function enter(scene, stage, title) {
  const focused = document.activeElement;
  Array.from(document.querySelectorAll("main > section"))
    .forEach((part) => show(part, PARTS[scene].includes(part.id)));
  document.body.dataset.scene = scene;
  document.title = title;
  const before = now;
  now = scene + stage;
  if (now === before) return;
  changing();
  const gone = focused !== document.body && !focused.offsetParent;
  if (gone || !/^(INPUT|TEXTAREA)$/.test(focused.tagName)) window.scrollTo(0, 0);
  if (gone || expected) heading().focus({ preventScroll: true });
  else if (before && !tellsItself(scene)) announce(heading().textContent);
  expected = false;
}

// Of the turns, each is told as it comes.
const tellsItself = (scene) => scene === "mine" || scene === "round";

const heading = () => document.querySelector("main > section:not([hidden]) h1");

export function titleOf(scene, phase) {
  if (scene === "mine") return `● ${say("your_turn")}`;
  const own = { seat: "who_are_you", gone: "room_closed" }[scene];
  return `${own ? say(own) : phase} · teamflow`;
}

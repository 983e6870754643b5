// What has to be said: to those who listen, and in a line at the bottom that stays until it's read.

import { button, make, put, say, show } from "./dom.js";

const said = make("p", "unseen");
said.setAttribute("role", "status");

let goBack = null;

const line = make("p", "typed");
const undo = button("plain", say("put_back"), () => {
  hush();
  goBack();
});
const told = make("div", "told");
told.hidden = true;
told.append(line, undo, button("plain", say("ok"), hush));
document.querySelector("main").append(told);
document.body.append(said);

// Said once, politely.
export function announce(text) {
  said.textContent = "";
  setTimeout(() => { said.textContent = text; }, 50);
}

// `back`, if there is one, undoes what is told.
export function tell(text, back) {
  goBack = back;
  put(line, text);
  show(undo, Boolean(back));
  show(told, true);
  announce(text);
}

export function hush() {
  show(told, false);
}

// The round: whose turn it is, and what can be done in one's own.

import { button, changing, find, lay, make, put, say, settled, show } from "./dom.js";
import { hasUnshared } from "./notes.js";
import { act, waitsFor } from "./outbox.js";
import { announce } from "./telling.js";

let view = null;
let told = "";

export function mindTurn() {
  find("pass").addEventListener("click", () => instead({ do: "pass" }));
  find("same").addEventListener("click", () => unfold(find("same-as").hidden));
}

export function showTurn(next) {
  view = next;
  tellWhose();
  put(find("mine-lead"), say(lead()));
  put(find("others").querySelector("h1"), whose());
  put(find("after"), after());
  find("after").classList.toggle("you", view.next === view.seat);
  ["same", "pass"].forEach((id) => find(id).setAttribute("aria-disabled", String(takes())));
  show(find("same"), view.ideas.length > 0);
  if (!view.mine) unfold(false);
  lay(find("same-list"), view.ideas, (idea) => idea.id, sameRow, fillRow);
}

// Whether something for this turn is on its way already.
export const takes = () => ["share", "same", "pass"].some(waitsFor);

function lead() {
  if (takes()) return "on_its_way";
  return hasUnshared() ? "your_turn_lead" : "your_turn_new";
}

function whose() {
  return view.turn ? say("turn_of", { name: view.turn }) : say("nobodys_turn");
}

function after() {
  if (!view.next || view.next === view.turn) return "";
  return view.next === view.seat ? say("then_you") : say("then", { name: view.next });
}

function tellWhose() {
  if (view.turn === told) return;
  told = view.turn;
  changing();
  if (view.mine) {
    announce(say("your_turn"));
    if (navigator.vibrate) navigator.vibrate([120, 80, 120]);
  } else if (view.next === view.seat) {
    announce(say("then_you"));
  }
}

// Forget whose turn was told: the next round begins anew.
export function leaveTurn() {
  told = "";
}

function instead(what) {
  if (!settled() || takes()) return;
  act(what);
}

function unfold(open) {
  show(find("same-as"), open);
  find("same").setAttribute("aria-expanded", String(open));
}

function sameRow(idea) {
  const item = make("li", "note");
  const row = button("row", "", () => instead({ do: "same", idea: idea.id }));
  row.append(make("span", "number"), make("span", "typed"), make("span", "chip", say("this_one")));
  item.append(row);
  return item;
}

function fillRow(item, idea) {
  const [number, text] = item.firstChild.children;
  put(number, String(idea.number));
  put(text, idea.text);
}

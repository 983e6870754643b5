// The chair's own phone as a remote control. What it asks for is asked once, now: a "next" that
// arrives a minute late would do harm, so nothing waits here for a better connection.

import { setClock } from "./clock.js";
import { find, put, say, show } from "./dom.js";
import { announce, hush, tell } from "./telling.js";
import { mindTrouble } from "./trouble.js";
import { listen, newId, open, post } from "./wire.js";

const keys = Array.from(document.querySelectorAll("[data-do]"));

let said = "";

keys.forEach((key) => key.addEventListener("click", () => press(key)));
find("again").addEventListener("click", open);
listen({ view: follow, connected: mindTrouble(say("no_connection_remote")), closed });

function follow(view) {
  stand("remote");
  setClock(view.clock);
  put(find("phase"), view.title);
  put(find("question"), view.question || "");
  show(find("question"), Boolean(view.question));
  put(find("whose"), standing(view));
  show(find("whose"), Boolean(standing(view)));
  put(find("on-board"), view.said || say("nothing_said"));
  if (view.said && view.said !== said) announce(view.said);
  said = view.said;
  keyFor("back").setAttribute("aria-disabled", String(view.first));
  keyFor("next").setAttribute("aria-disabled", String(view.closed));
  put(keyFor("next"), say(view.last ? "finish" : "next"));
  put(keyFor("pause"), say(view.clock.running ? "pause" : "go_on"));
}

// Whose turn it is and how many ideas there are, or who has voted.
function standing(view) {
  if (view.turn) {
    const ideas = say("ideas_count", { count: view.ideas });
    return `${say("turn_of", { name: view.turn })} · ${ideas}`;
  }
  return view.heard && view.heard.length ? say("voted_by", { names: view.heard.join(", ") }) : "";
}

const keyFor = (what) => keys.find((key) => key.dataset.do === what);

function press(key) {
  if (key.getAttribute("aria-disabled") === "true") return;
  hush();
  post("act", { id: newId(), do: key.dataset.do }).then(({ status, said: answer }) => {
    if (status !== 200) tell(answer.reason || say("no_answer"));
  });
}

function closed() {
  setClock(null);
  stand("gone");
}

function stand(id) {
  Array.from(document.querySelectorAll("main > section"))
    .forEach((part) => show(part, part.id === id));
}

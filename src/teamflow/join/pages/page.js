// A participant's page: it follows the board from phase to phase, without stealing the focus or
// losing what is typed.

import { showBoard } from "./board.js";
import { mindChoosing, showChoosing, showsBoard, stageOf } from "./choose.js";
import { setClock } from "./clock.js";
import { find, put, say, says, show } from "./dom.js";
import { compare, mindNotes, shared, showNotes } from "./notes.js";
import { act, flush, mindOutbox, waiting } from "./outbox.js";
import { mindReading, showForm, showScore } from "./reading.js";
import { enter, titleOf } from "./scenes.js";
import { mindSeats, showSeats } from "./seats.js";
import { announce, tell } from "./telling.js";
import { mindTrouble } from "./trouble.js";
import { leaveTurn, mindTurn, showTurn, takes } from "./turn.js";
import { listen, open } from "./wire.js";

let view = null;

const hear = mindTrouble(say("no_connection"));

mindSeats();
mindTurn();
mindChoosing();
mindReading();
mindNotes({ share: (note) => act({ do: "share", text: note.text }, note.id), sharing });
mindOutbox({ done, refused, changed: draw });
find("again").addEventListener("click", open);
listen({ view: follow, connected, closed });

function follow(next) {
  view = next;
  setClock(view.seat === null ? null : view.clock);
  draw();
}

function draw() {
  if (!view) return;
  const scene = sceneOf(view);
  showBand();
  if (scene === "seat") showSeats(view);
  if (scene === "question") showQuestion();
  if (scene === "think") put(find("think").querySelector(".prompt"), view.prompts.join(" "));
  if (scene === "mine" || scene === "round") showRound();
  else leaveTurn();
  if (scene === "choose") showChoosing(view);
  if (view.form) showForm(view);
  if (scene === "close") showScore(view);
  enter(scene, scene === "choose" ? stageOf(view) : "", titleOf(scene, view.title));
  if (scene === "choose") show(find("board"), showsBoard());
  showBoard(view.ideas);
  showNotes(scene);
}

function sceneOf({ seat, phase, mine }) {
  if (seat === null) return "seat";
  return phase === "round" && mine ? "mine" : phase;
}

function showBand() {
  show(find("band"), view.seat !== null);
  show(find("foot"), view.seat !== null);
  put(find("phase"), view.title);
  put(find("question"), view.question);
  show(find("question"), Boolean(view.question) && view.phase !== "question");
  put(find("me"), say("you_are", { name: view.seat }));
}

function showQuestion() {
  const [first, ...others] = view.prompts;
  put(find("asking").querySelector("h1"), first);
  put(find("asked"), view.question || say("being_written"));
  find("asked").classList.toggle("quiet", !view.question);
  says(find("asking").querySelector(".prompts"), others);
}

function showRound() {
  compare(view.ideas);
  showTurn(view);
}

// The note that is on its way to the board; anything else for this turn counts as one too.
function sharing() {
  const note = waiting().find((each) => each.do === "share");
  return note ? note.about : takes();
}

function done(what) {
  if (what.do === "share") {
    shared(what.about);
    announce(say("is_shared"));
  }
  if (what.do === "vote") announce(say("voted"));
  draw();
}

function refused(what, reason) {
  tell(reason || say("not_done"));
  draw();
}

function connected(yes) {
  hear(yes);
  if (yes) flush();
}

function closed() {
  setClock(null);
  ["band", "foot", "trouble"].forEach((id) => show(find(id), false));
  enter("gone", "", titleOf("gone"));
  showNotes("gone");
}

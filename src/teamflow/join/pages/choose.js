// Choosing: dots on ideas, hidden until the chair closes the vote, and then the result.

import { fillIdea, ideaRow } from "./board.js";
import { button, find, lay, make, put, say, says, show } from "./dom.js";
import { act, waitsFor } from "./outbox.js";
import { keep, kept } from "./store.js";

let view = null;

const nobody = { vote: 0, on: {}, sent: "" };
const placed = () => kept("dots", nobody);
const given = () => Object.values(placed().on).reduce((sum, dots) => sum + dots, 0);
const left = () => view.vote.dots - given();

export function mindChoosing() {
  find("cast").addEventListener("click", cast);
}

export function showChoosing(next) {
  view = next;
  const vote = view.vote;
  const dots = Boolean(vote) && vote.open && vote.voting === "dots";
  const hands = Boolean(vote) && vote.open && vote.voting === "hands";
  const chosen = view.ideas.filter((idea) => idea.chosen);
  if (dots && placed().vote !== vote.number) keep("dots", { vote: vote.number, on: {}, sent: "" });
  const [title, lead] = heading(chosen);
  put(find("choose").querySelector("h1"), title);
  put(find("choose-lead"), lead);
  const weighing = !dots && !hands && !chosen.length;
  says(find("choose").querySelector(".prompts"), weighing ? view.prompts : []);
  const [build, fill] = dots ? [ballotRow, fillBallot] : [ideaRow, fillIdea];
  lay(find("candidates"), dots || hands ? candidates() : [], keyOf, build, fill);
  lay(find("result"), result(chosen), (idea) => idea.id, resultRow, fillResult);
  show(find("casting"), dots);
  if (dots) tellLeft();
}

// Where the choosing is: another vote, its end or a choice is a new page to those who look at it.
export function stageOf({ vote, ideas }) {
  return JSON.stringify([vote && [vote.number, vote.open], ideas.some((idea) => idea.chosen)]);
}

// Whether the ideas on the board are shown below as they are.
export const showsBoard = () => !view.vote && !view.ideas.some((idea) => idea.chosen);

function heading(chosen) {
  const vote = view.vote;
  if (vote && vote.open && vote.voting === "hands") return [say("hands_up"), say("hands_lead")];
  if (vote && vote.open) {
    if (vote.run_off) return [say("run_off"), say("run_off_lead")];
    return [say("your_dots"), say("dots_lead")];
  }
  if (chosen.length) return [say("chosen"), ""];
  if (vote) return [say("result"), say("result_lead")];
  return [say("choosing"), say("choosing_lead")];
}

const keyOf = (idea) => `${view.vote.number}-${idea.id}`;

const candidates = () => view.ideas.filter((idea) => view.vote.candidates.includes(idea.id));

// What was chosen comes first, then what got most votes.
function result(chosen) {
  if (view.vote && view.vote.open) return [];
  const counted = view.ideas.filter((idea) => idea.votes !== null && !idea.chosen);
  return chosen.concat(counted.sort((one, other) => other.votes - one.votes));
}

function ballotRow(idea) {
  const item = make("li");
  const less = button("plain", "−", () => place(idea.id, -1));
  const more = button("", "+", () => place(idea.id, 1));
  const ballot = make("div", "ballot");
  ballot.append(less, make("span", "dots"), more);
  item.append(make("span", "number"), make("span", "typed"), ballot);
  return item;
}

function fillBallot(item, idea) {
  const [number, text, ballot] = item.children;
  const [less, dots, more] = ballot.children;
  const here = placed().on[idea.id] || 0;
  put(number, String(idea.number));
  put(text, idea.text);
  put(dots, here > 5 ? `● × ${here}` : "●".repeat(here));
  dots.setAttribute("role", "img");
  dots.setAttribute("aria-label", say("dots_here", { count: here }));
  less.setAttribute("aria-label", say("less_on", { number: idea.number }));
  more.setAttribute("aria-label", say("more_on", { number: idea.number }));
  less.setAttribute("aria-disabled", String(!here));
  more.setAttribute("aria-disabled", String(left() <= 0));
  item.classList.toggle("dotted", here > 0);
}

function place(id, step) {
  const here = (placed().on[id] || 0) + step;
  if (here < 0 || (step > 0 && left() <= 0)) return;
  keep("dots", Object.assign({}, placed(), { on: Object.assign({}, placed().on, { [id]: here }) }));
  showChoosing(view);
}

// The ids of the ideas, each as often as it has a dot.
function dotsPlaced() {
  const each = candidates().map(({ id }) => Array(placed().on[id] || 0).fill(id));
  return [].concat(...each);
}

function tellLeft() {
  const unsent = placed().sent !== dotsPlaced().join();
  const voted = view.vote.voted && !waitsFor("vote");
  const still = say("left", { left: left(), all: view.vote.dots });
  put(find("left"), voted && !unsent ? say("voted") : still);
  put(find("cast"), say(waitsFor("vote") ? "on_its_way" : voted ? "send_anew" : "send_dots"));
  show(find("cast"), !voted || unsent);
  find("cast").setAttribute("aria-disabled", String(!given() || waitsFor("vote")));
}

function cast() {
  const dots = dotsPlaced();
  if (!dots.length || waitsFor("vote")) return;
  keep("dots", Object.assign({}, placed(), { sent: dots.join() }));
  act({ do: "vote", vote: view.vote.number, dots });
}

function resultRow() {
  const item = make("li");
  item.append(make("span", "number"), make("span", "typed"), make("span", "votes"));
  return item;
}

function fillResult(item, idea) {
  const [number, text, votes] = item.children;
  put(number, String(idea.number));
  put(text, idea.text);
  const chosen = idea.chosen ? `★ ${say("is_chosen")}` : "";
  put(votes, [chosen, votesTold(idea.votes)].filter(Boolean).join(" · "));
  item.classList.toggle("chosen", idea.chosen);
}

function votesTold(count) {
  if (count === null) return "";
  if (view.vote.voting === "dots") return say(count === 1 ? "one_dot" : "dots", { count });
  return say(count === 1 ? "one_vote" : "votes", { count });
}

// Reading along with what was agreed, the closing question, and keeping one's notes.

import { find, lay, make, put, say, show } from "./dom.js";
import { asText, wipe } from "./notes.js";
import { act, waitsFor } from "./outbox.js";
import { tell } from "./telling.js";

const SCORES = [1, 2, 3, 4, 5];

export function mindReading() {
  lay(find("scores"), SCORES, (score) => score, scoreRow, () => {});
  find("scoring").addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = find("scoring").querySelector(":checked");
    if (picked && !waitsFor("score")) act({ do: "score", score: Number(picked.value) });
    else if (!picked) tell(say("pick_one"));
  });
  find("save").addEventListener("click", save);
  find("wipe").addEventListener("click", wipe);
}

export function showForm(view) {
  put(find("read").querySelector("h1"), view.prompts[0] || view.title);
  lay(find("form"), view.form || [], (box) => box.title, boxOf, fillBox);
}

export function showScore(view) {
  show(find("scoring"), !view.scored);
  show(find("thanks"), view.scored);
  put(find("score"), say(waitsFor("score") ? "on_its_way" : "send"));
}

function boxOf(box) {
  const section = make("section", "card");
  section.append(make("h2", "typed", box.title), make("div"));
  return section;
}

function fillBox(section, box) {
  const lines = box.lines.map((text, place) => ({ text, place }));
  const build = () => make("p", "typed");
  lay(section.lastChild, lines, (line) => line.place, build, (node, line) => put(node, line.text));
}

function scoreRow(score) {
  const item = make("li");
  const label = make("label");
  const radio = make("input");
  radio.type = "radio";
  radio.name = "score";
  radio.value = score;
  label.append(radio, make("span", "", String(score)));
  item.append(label);
  return item;
}

function save() {
  const question = find("question").textContent;
  const text = [question, asText()].filter(Boolean).join("\n\n");
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain;charset=utf-8" }));
  link.download = say("notes_file");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// The private list: it lives on this phone only. One idea leaves it when its turn has come and its
// owner taps it; nothing else ever does.

import { button, changing, find, lay, make, put, say, settled, show } from "./dom.js";
import { forget, keep, kept, lasting, onChange } from "./store.js";
import { tell } from "./telling.js";
import { newId } from "./wire.js";

let scene = "";
let mine = false;
let sharing = () => null;
let share = null;

const notes = () => kept("notes", []);
const editing = () => kept("editing", null);

// `share` sends a note's text; `sharing` tells which note is on its way.
export function mindNotes(handlers) {
  share = handlers.share;
  sharing = handlers.sharing;
  const field = find("idea");
  field.value = kept("draft", "");
  field.addEventListener("input", () => {
    keep("draft", field.value);
    grow(field);
  });
  submitsOnEnter(field, find("add"), enter);
  onChange(refresh);
}

// In one's own turn a tap on a note shares it; else it opens the note.
export function showNotes(now) {
  scene = now;
  if (mine !== (scene === "mine")) changing();
  mine = scene === "mine";
  refresh();
}

function refresh() {
  const sent = sharing();
  show(find("notes-title"), scene !== "think");
  show(find("notes-where"), scene === "think" || !lasting());
  show(find("keep"), (scene === "close" || scene === "gone") && notes().length > 0);
  put(find("notes-where"), say(lasting() ? "only_here" : "only_here_now"));
  put(find("idea-label"), say(mine ? "or_new" : "new_note"));
  put(find("add-it"), say(mine ? "share_new" : "add"));
  lay(find("list"), notes(), keyOf, build, (item, note) => fill(item, note, sent));
  grow(find("idea"));
}

export const hasUnshared = () => notes().some((note) => !note.shared);

const lineOf = (note) => `${note.shared ? "✓" : "-"} ${note.text}`;

export const asText = () => notes().map(lineOf).join("\n");

export function wipe() {
  const before = notes();
  ["notes", "draft", "editing"].forEach(forget);
  find("idea").value = "";
  refresh();
  tell(say("wiped"), () => write(before));
}

export function shared(id) {
  revise(id, { shared: true });
}

// What the chair took back from the board can be shared again.
export function compare(ideas) {
  const all = notes();
  const claimed = new Set(all.map((note) => note.idea));
  const now = all.map((note) => {
    if (!note.shared) return note;
    if (note.idea) return ideas.some((idea) => idea.id === note.idea) ? note : unshared(note);
    const found = ideas.find((idea) => idea.text === note.text && !claimed.has(idea.id));
    return found ? Object.assign({}, note, { idea: found.id }) : note;
  });
  if (JSON.stringify(now) !== JSON.stringify(all)) keep("notes", now);
}

const unshared = ({ id, text }) => ({ id, text });

const oneLine = (text) => text.trim().split(/\s+/).join(" ");

// Two keys for a note: the element of one that is open is another than of one that isn't.
const keyOf = (note) => (isOpen(note) ? `open-${note.id}` : note.id);
const isOpen = (note) => Boolean(editing()) && editing().id === note.id;

function write(all) {
  keep("notes", all);
  refresh();
}

function revise(id, changes) {
  write(notes().map((note) => (note.id === id ? Object.assign({}, note, changes) : note)));
}

function enter() {
  const text = oneLine(find("idea").value);
  if (!text || (mine && (sharing() || !settled()))) return;
  const note = { id: newId(), text };
  find("idea").value = "";
  forget("draft");
  write(notes().concat(note));
  if (mine) share(note);
  find("add").scrollIntoView({ block: "nearest" });
}

function build(note) {
  return isOpen(note) ? openNote(note) : closedNote(note);
}

function closedNote(note) {
  const item = make("li", "note");
  const row = button("row", "", () => tapped(note.id));
  row.append(make("span", "typed"), make("span", "chip"));
  item.append(row);
  return item;
}

function fill(item, note, sent) {
  if (isOpen(note)) return;
  const row = item.firstChild;
  put(row.firstChild, note.text);
  put(row.lastChild, say(chipOf(note, sent)));
  row.classList.toggle("ready", mine && !note.shared && !sent);
  row.classList.toggle("done", Boolean(note.shared));
  row.setAttribute("aria-disabled", String(Boolean(note.shared || sent)));
}

function chipOf(note, sent) {
  if (note.shared) return "is_shared";
  if (sent === note.id) return "being_shared";
  return mine ? "share" : "change";
}

function tapped(id) {
  const note = notes().find((each) => each.id === id);
  if (!note || note.shared || sharing() || !settled()) return;
  if (mine) share(note);
  else edit(note);
}

function edit(note) {
  keep("editing", { id: note.id, text: note.text });
  refresh();
  const field = find("list").querySelector("textarea");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

function openNote(note) {
  const item = make("li", "note");
  const form = make("form", "open");
  const field = make("textarea", "typed");
  field.rows = 1;
  field.maxLength = 300;
  field.value = editing().text;
  field.setAttribute("aria-label", say("change_note"));
  field.setAttribute("enterkeyhint", "done");
  field.addEventListener("input", () => {
    keep("editing", { id: note.id, text: field.value });
    grow(field);
  });
  const done = make("button", "", say("save"));
  const away = button("plain", say("throw_away"), () => remove(note.id));
  form.append(field, done, away);
  submitsOnEnter(field, form, () => reword(note.id, oneLine(field.value)));
  item.append(form);
  setTimeout(() => grow(field));
  return item;
}

function reword(id, text) {
  forget("editing");
  if (text) revise(id, { text });
  else remove(id);
  focusOn(id);
}

function remove(id) {
  const before = notes();
  forget("editing");
  write(before.filter((note) => note.id !== id));
  find("idea").focus({ preventScroll: true });
  tell(say("thrown_away"), () => {
    write(before);
    focusOn(id);
  });
}

function focusOn(id) {
  const item = Array.from(find("list").children).find((each) => each.dataset.key === id);
  if (item) item.firstChild.focus();
}

function submitsOnEnter(field, form, submitted) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    submitted();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submitted();
  });
}

// As tall as what is typed in it.
function grow(field) {
  field.style.height = "auto";
  if (field.scrollHeight) field.style.height = `${field.scrollHeight + 4}px`;
}

// The ideas on the board, as everybody sees them.

import { find, lay, make, put, show } from "./dom.js";

export function showBoard(ideas) {
  show(find("board-empty"), !ideas.length);
  lay(find("ideas"), ideas, (idea) => idea.id, ideaRow, fillIdea);
}

export function ideaRow() {
  const item = make("li");
  item.append(make("span", "number"), make("span", "typed"), make("span", "ticks"));
  return item;
}

export function fillIdea(item, idea) {
  const [number, text, ticks] = item.children;
  put(number, String(idea.number));
  put(text, idea.text);
  put(ticks, idea.ticks ? `✓${idea.ticks > 1 ? idea.ticks : ""}` : "");
}

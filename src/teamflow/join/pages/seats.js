// Who are you? The names of the list as buttons, or one's own; and giving the seat up.

import { button, find, lay, make, put, say, show } from "./dom.js";
import { clear } from "./outbox.js";
import { expectScene } from "./scenes.js";
import { hush, tell } from "./telling.js";
import { open, post } from "./wire.js";

export function mindSeats() {
  find("other").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = find("name").value.trim();
    if (name) move("seat", { name });
  });
  find("leave").addEventListener("click", () => move("leave", {}));
}

export function showSeats({ names, lifted }) {
  show(find("lifted"), lifted);
  show(find("taken-hint"), names.some((each) => each.taken));
  lay(find("names"), names, (each) => each.name, nameRow, fillName);
}

function nameRow({ name }) {
  const item = make("li");
  const row = button("name", "", () => move("seat", { name }));
  row.append(make("span", "typed", name), make("span", "chip"));
  item.append(row);
  return item;
}

function fillName(item, { taken }) {
  item.firstChild.disabled = taken;
  put(item.firstChild.lastChild, taken ? say("taken") : "");
}

// What still waits to be sent was another seat's.
function move(where, what) {
  hush();
  clear();
  expectScene(true);
  post(where, what).then(({ status, said }) => {
    if (status === 200) {
      find("name").value = "";
      open();
    } else {
      expectScene(false);
      tell(said.reason || say("no_answer"));
    }
  });
}

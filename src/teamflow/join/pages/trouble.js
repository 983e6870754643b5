// A calm line at the top while there is no connection; a moment without isn't worth a word.

import { find, put, say, show } from "./dom.js";
import { announce } from "./telling.js";

const MOMENT = 1500;

// Makes what hears whether there is a connection; `line` is what it says when there is none.
export function mindTrouble(line) {
  let timer = 0;

  function worry() {
    put(find("trouble"), line);
    show(find("trouble"), true);
    announce(line);
  }

  return (connected) => {
    if (!connected) {
      timer = timer || setTimeout(worry, MOMENT);
      return;
    }
    clearTimeout(timer);
    timer = 0;
    if (!find("trouble").hidden) announce(say("connected_again"));
    show(find("trouble"), false);
  };
}

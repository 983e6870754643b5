"use strict";

// The design size is 80x24: as large as the window allows. The browser's own zoom does the rest.
// A character of the font is 0.6 times as wide as it's high, a row 1.32 times as high.
document.addEventListener("DOMContentLoaded", () => {
  const wide = window.innerWidth / (80 * 0.6);
  const high = window.innerHeight / (24 * 1.33);
  const size = Math.max(12, Math.floor(Math.min(wide, high)));
  document.getElementById("terminal").dataset.fontSize = size;
});

// Keys are for the terminal as soon as somebody listens, which textual.js tells by a class.
document.addEventListener("DOMContentLoaded", () => {
  const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
  new MutationObserver(focus).observe(document.body, { attributeFilter: ["class"] });
  window.addEventListener("focus", focus);
});

// The few things that every part of the page does with the document. What people typed goes in
// as text, never as markup.

const words = JSON.parse(document.getElementById("words").textContent);

export const find = (id) => document.getElementById(id);

// A sentence in the phone's language, with the values filled in where it has {name}s.
export function say(key, values) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// Change a text only where it differs: a reader that is in the middle of it isn't disturbed.
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible;
}

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

export function button(className, text, tapped) {
  const node = make("button", className, text);
  node.type = "button";
  node.addEventListener("click", tapped);
  return node;
}

// Make a list's items what they should be. One that stays keeps its element, and with it the focus
// and what is being typed. `key` tells them apart, `build` makes an element, `fill` fills it.
export function lay(list, items, key, build, fill) {
  const before = new Map(Array.from(list.children, (node) => [node.dataset.key, node]));
  items.forEach((item, place) => {
    const name = String(key(item));
    const node = before.get(name) || build(item);
    node.dataset.key = name;
    before.delete(name);
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] || null);
    fill(node, item);
  });
  before.forEach((node) => node.remove());
}

export function says(list, texts) {
  lay(list, texts, (text) => text, (text) => make("li", "", text), () => {});
}

// What the finger was already on its way to when the page changed under it doesn't count: the style
// sheet lets nothing of the turn be tapped while the page settles.
const SETTLING = 600;
let settling = 0;

export function changing() {
  clearTimeout(settling);
  settling = setTimeout(() => document.body.classList.remove("settling"), SETTLING);
  document.body.classList.add("settling");
}

export const settled = () => !document.body.classList.contains("settling");

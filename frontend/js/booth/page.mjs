// Drawing without innerHTML: whatever people typed is text here and nothing else.
import { language, t } from "./language.mjs";

const SVG = "http://www.w3.org/2000/svg";

// el("p.dc-quiet", { hidden: true }, "text", child…): functions become listeners, null and false are left out.
export function el(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const part of parts.flat(2)) {
    if (part === null || part === undefined || part === false) continue;
    if (typeof part === "string" || part instanceof Node) node.append(part);
    else attributes(node, part);
  }
  return node;
}

function attributes(node, given) {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
}

export function drawing(width, height, path, given = {}) {
  const svg = document.createElementNS(SVG, "svg");
  attributes(svg, { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false", ...given });
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const SIGNS = {
  tick: "M4 13l5 5L20 6",
  warning: "M12 4L2 20h20zM12 10v5M12 17.6v.4",
  print: "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
  camera: "M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8a4 4 0 0 0 0 8z",
  save: "M12 3v12M7 10l5 5 5-5M4 20h16",
};
export const sign = (name) => drawing(24, 24, SIGNS[name], { class: "dc-sign", width: 24, height: 24 });

export const button = (words, press, kind = "") =>
  el(`button.dc-button.dc-button--wide${kind && `.dc-button--${kind}`}`, { type: "button", click: press }, words);

export const row = (label, ...value) => el("div.dc-row", el("dt", label), el("dd", value));
export const rows = (...list) => el("dl.dc-rows.dc-rows--wide", list);
export const more = (label, ...inside) => el("details.dc-more", el("summary", label), inside);

export function notice(kind, title, ...inside) {
  const mark = { act: "warning", done: "tick" }[kind];
  return el(`section.dc-notice.dc-notice--${kind}`, el("h2", mark && sign(mark), title), inside);
}

// A bar that fills; `set(part)` from 0 to 1. Its words are read out once, not at every step.
export function progress(words) {
  const bar = el("progress.dc-progress", { max: "100", value: "0", "aria-label": words });
  return { node: el("div.dc-working", el("p", words), bar), set: (part) => (bar.value = Math.round(100 * part)) };
}

// replaceChildren() is younger than BigInt.
export function fill(node, ...inside) {
  node.textContent = "";
  node.append(...inside.flat(3).filter(Boolean));
}

let redraw = () => {};

// What the page shows now. `draw` gives the children of main; it is called again when the language changes.
export function show(draw) {
  redraw = () => {
    const main = document.querySelector("main");
    fill(main, draw());
    const heading = main.querySelector("h1");
    if (heading) document.title = heading.textContent;
    return heading;
  };
  const heading = redraw();
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

export const draw = () => redraw();

// Wait for the person: `screen(done)` gives the children; `done(answer)` ends the wait.
export const ask = (screen) => new Promise((done) => show(() => screen(done)));

// Says something to people who listen to the page, and shows it where `node` stands.
export const said = () => el("p", { role: "status" });

export function brand(name, line) {
  document.querySelector(".dc-brand__name").textContent = name;
  document.querySelector(".dc-brand__line").textContent = line;
}

// The three sizes of letters, and the other language.
export function controls(changed) {
  const root = document.documentElement;
  for (const one of document.querySelectorAll(".dc-sizes button")) {
    one.addEventListener("click", () => {
      root.classList.remove("size-small", "size-large");
      if (one.value !== "normal") root.classList.add(`size-${one.value}`);
      for (const each of document.querySelectorAll(".dc-sizes button")) {
        each.setAttribute("aria-pressed", String(each === one));
      }
    });
  }
  const other = document.getElementById("ngon-ngu");
  const label = () => {
    other.textContent = language() === "vi" ? "English" : "Tiếng Việt";
    other.lang = language() === "vi" ? "en" : "vi";
    document.querySelector(".dc-sizes").setAttribute("aria-label", t("sizes"));
  };
  label();
  other.addEventListener("click", async () => {
    language(language() === "vi" ? "en" : "vi");
    label();
    await changed();
    redraw();
  });
}

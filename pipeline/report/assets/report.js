// The report: filters by kind and status, and a way between each claim's card and its mark by key or pointer.
const cards = [...document.querySelectorAll(".card")];
const marks = [...document.querySelectorAll("mark")];
const numbersOf = (mark) => mark.dataset.n.split(" ");
const marksOf = (number) => marks.filter((mark) => numbersOf(mark).includes(number));

function select(card, { toText = false } = {}) {
  document.querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
  card.classList.add("current");
  const mine = marksOf(card.dataset.n);
  mine.forEach((mark) => mark.classList.add("current"));
  card.focus({ preventScroll: true });
  if (mine[0]) reveal(mine[0], toText);
  if (!toText) card.scrollIntoView({ block: "nearest" });
}

// On a wide screen the text scrolls in its own box; on a phone the whole page does, and only when asked for.
function reveal(mark, always) {
  const box = mark.closest(".source");
  const [frame, place] = [box.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom) box.scrollTop += place.top - frame.top - frame.height / 2;
  if (always) mark.scrollIntoView({ block: "center" });
}

function step(by) {
  const shown = cards.filter((card) => !card.hidden);
  const at = shown.findIndex((card) => card.classList.contains("current"));
  const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (next) select(next);
}

function filter() {
  const hidden = { kind: new Set(), status: new Set() };
  for (const button of document.querySelectorAll(".toggle[aria-pressed=false]")) hidden[button.dataset.filter].add(button.dataset.value);
  const out = ({ kind, status }) => hidden.kind.has(kind) || hidden.status.has(status);
  cards.forEach((card) => { card.hidden = out(card.dataset); });
  marks.forEach((mark) => mark.classList.toggle("off", out(mark.dataset)));
  document.querySelectorAll(".cards").forEach((list) => {
    list.querySelector(".nothing").hidden = list.querySelector(".card:not([hidden])") !== null;
  });
}

document.addEventListener("click", (event) => {
  const toggle = event.target.closest(".toggle");
  const link = event.target.closest(".to-text");
  const mark = event.target.closest("mark:not(.off)");
  const point = event.target.closest("svg a");
  if (toggle) {
    toggle.setAttribute("aria-pressed", toggle.getAttribute("aria-pressed") === "true" ? "false" : "true");
    filter();
  } else if (link) {
    event.preventDefault();
    select(link.closest(".card"), { toText: true });
  } else if (mark) {
    select(document.getElementById(`c${numbersOf(mark)[0]}`));
  } else if (point) {
    event.preventDefault();
    select(document.querySelector(point.getAttribute("href")));
  } else if (event.target.closest("#language")) {
    otherLanguage();
  }
});

// Keys by their place on the keyboard, so that an Arabic layout works as well as a Latin one.
const keys = { KeyJ: () => step(1), KeyK: () => step(-1), KeyL: otherLanguage };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.code in keys) {
    event.preventDefault();
    keys[event.code]();
  } else if (event.code === "Enter" && event.target.classList.contains("card")) {
    select(event.target, { toText: true });
  }
});

setLanguage(kept() ?? document.documentElement.lang);

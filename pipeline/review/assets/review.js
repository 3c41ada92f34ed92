// The review page: one difference after the other, decided by key or button; what is shown is always what the server has.
import * as editor from "./editor.js";
import { points, selected } from "./offsets.js";
import { askAboutConflict, fetchPage, post, reason } from "./send.js";

let state;
let show = "open";
let busy = false;

const all = (selector) => [...document.querySelectorAll(selector)];
const tell = (text) => { document.getElementById("said").textContent = text; };
const shown = () => all("#list li:not([hidden]) .card");
const currentCard = () => document.querySelector(".card.current");
const rowOf = (card) => state.items[Number(card.dataset.n)];

function load() {
  state = JSON.parse(document.getElementById("state").textContent);
  editor.attach(state);
  setLanguage(kept() ?? document.documentElement.lang);
  for (const input of all("[data-t-placeholder]")) input.placeholder = say(input.dataset.tPlaceholder);
}

function filter(group, keepCurrent = true) {
  show = group;
  for (const item of all("#list li")) item.hidden = show !== "all" && item.dataset.group !== show;
  for (const tab of all("[data-show]")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.show === show));
    tab.querySelector("b").textContent = all("#list li").filter(({ dataset }) => ["all", dataset.group].includes(tab.dataset.show)).length;
  }
  document.getElementById("nothing").hidden = shown().length > 0;
  if (!keepCurrent || !currentCard() || currentCard().closest("li").hidden) select(shown()[0], { focus: false });
}

function select(card, { focus = true, toText = false } = {}) {
  all(".current").forEach((element) => element.classList.remove("current"));
  if (!card) return;
  card.classList.add("current");
  const marks = all("mark").filter((mark) => mark.dataset.n.split(" ").includes(card.dataset.n));
  marks.forEach((mark) => mark.classList.add("current"));
  if (marks[0]) reveal(marks[0], toText);
  if (!toText) card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

// The text scrolls in its own box, so that the page stays where it is.
function reveal(mark, always) {
  const [box, place] = [document.getElementById("source"), mark.getBoundingClientRect()];
  const frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom || always) box.scrollTop += place.top - frame.top - frame.height / 2;
  if (always) box.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const cards = shown();
  const at = cards.indexOf(currentCard());
  select(cards[Math.min(Math.max(at + by, 0), cards.length - 1)]);
}

// Takes the server's page over in place: the text, the list and the head; the reader's place in the text stays.
async function refresh(position) {
  const scroll = document.getElementById("source").scrollTop;
  const page = await fetchPage();
  for (const id of ["state", "main"]) document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  document.querySelector("header.top").replaceWith(document.adoptNode(page.querySelector("header.top")));
  load();
  document.getElementById("source").scrollTop = scroll;
  filter(show, false);
  const cards = shown();
  select(cards[Math.min(position ?? 0, cards.length - 1)]);
}

// Sends a request; on a conflict asks, then sends it again against the new version or drops it. True when it was carried out.
async function send(action, body, said) {
  if (busy) return false;
  busy = true;
  try {
    const position = Math.max(shown().indexOf(currentCard()), 0);
    let version = state.version;
    for (;;) {
      const answer = await post(state.name, action, { ...body, version });
      if (answer.status === 200) {
        editor.close();
        await refresh(position);
        tell(say(said));
        return true;
      }
      if (answer.status !== 409) {
        if (editor.isOpen()) editor.problem(answer);
        tell(`${say("failed")} ${reason(answer)}`);
        return false;
      }
      if (!(await askAboutConflict(answer, version === answer.version))) {
        const draft = editor.isOpen() && version === answer.version ? editor.read().claim : null;
        editor.close();
        await refresh(position);
        if (draft) editor.open(draft, null, say("new_claim"));
        return false;
      }
      version = answer.version;
    }
  } finally {
    busy = false;
  }
}

function act(action, card = currentCard()) {
  if (!card || state.moved || editor.isOpen() || !card.querySelector(`[data-action="${action}"]`)) return;
  const row = rowOf(card);
  if (action === "edit") {
    editor.open(row.fixture ?? row.extracted, row, say("editing"));
  } else {
    send("decide", { action, item: row.key, note: card.querySelector(".note-input").value }, "saved");
  }
}

async function add() {
  const span = !editor.isOpen() && !state.moved && selected(points(state.text));
  if (!span) return tell(say("select_first"));
  const answer = await post(state.name, "suggest", span);
  return editor.open({ kind: "money", "context.modality": "asserted", ...answer.claim, ...span }, null, say("new_claim"));
}

function save() {
  const { claim, note } = editor.read();
  const row = editor.current();
  send("decide", { action: row ? "edit" : "add", item: row?.key ?? null, claim, note }, "saved");
}

function goto(by) {
  const name = state.names[state.names.indexOf(state.name) + by];
  if (name) location.assign(encodeURIComponent(name));
}

const buttons = {
  undo: () => send("undo", {}, "undone"),
  add,
  sign: () => send("sign", {}, "saved"),
  help: () => document.getElementById("keys").showModal(),
  language: () => { otherLanguage(); load(); },
  "editor-cancel": editor.close,
};
// Keys by their place on the keyboard, so that an Arabic layout works as well as a Latin one.
const keys = {
  KeyJ: () => step(1), KeyK: () => step(-1), KeyA: add, KeyL: buttons.language,
  KeyU: () => document.getElementById("undo").click(), KeyS: () => document.getElementById("sign").click(),
  Digit1: () => act("keep"), Digit2: () => act("take"), Digit3: () => act("edit"), Digit4: () => act("reject"),
  BracketLeft: () => goto(-1), BracketRight: () => goto(1), Slash: buttons.help,
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const card = event.target.closest(".card");
  const mark = event.target.closest("mark");
  if (event.target.closest("#editor")) editor.clicked(event, tell);
  if (button?.dataset.action) act(button.dataset.action, card);
  else if (button?.dataset.post) send(button.dataset.post, {}, "saved");
  else if (button?.dataset.show) filter(button.dataset.show, false);
  else if (button?.dataset.close !== undefined) button.closest("dialog").close();
  else if (button && button.id in buttons) buttons[button.id]();
  else if (event.target.closest(".to-text")) { event.preventDefault(); select(card, { toText: true }); }
  else if (mark && document.getSelection().isCollapsed && !document.body.classList.contains("picking")) {
    const target = document.getElementById(`c${mark.dataset.n.split(" ")[0]}`);
    if (target.closest("li").hidden) filter("all");
    select(target);
  } else if (card && !event.target.closest("input")) select(card, { focus: false });
});

document.addEventListener("keydown", (event) => {
  if (editor.isOpen()) {
    if (event.code === "Escape") editor.close();
    if (event.code === "Enter" && (event.ctrlKey || event.metaKey)) save();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  if (event.code in keys) {
    event.preventDefault();
    keys[event.code]();
  }
});

document.addEventListener("submit", (event) => { event.preventDefault(); save(); });
document.addEventListener("input", (event) => { if (event.target.closest("#editor")) editor.changed(event); });
document.addEventListener("change", (event) => { if (event.target.closest("#editor")) editor.changed(event); });
document.addEventListener("mouseup", () => setTimeout(editor.selectionMade));
document.addEventListener("touchend", () => setTimeout(editor.selectionMade));
// A button pressed must not take the selection away before it is read.
document.addEventListener("mousedown", (event) => { if (event.target.closest("#add, [data-pick]")) event.preventDefault(); });

load();
filter("open", false);
if (shown().length === 0) filter("all", false);

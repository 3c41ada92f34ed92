// The form of a claim: filled from either side, its spans taken from the text by selecting.
import { points, selected } from "./offsets.js";
import { reason } from "./send.js";

const form = () => document.getElementById("editor");
const control = (name) => form().elements.namedItem(name);
let state = null;
let item = null; // the row that is edited, null for a new claim
let waiting = null; // the span field that the next selection goes to

export const isOpen = () => form() && !form().hidden;
export const current = () => item;

export function attach(newState) {
  state = { ...newState, points: points(newState.text) };
}

const spanNames = () => ["text", ...state.spans];

function showWords(name) {
  const [start, end] = [control(`${name}.start`).value, control(`${name}.end`).value];
  const words = start !== "" && end !== "" ? state.points.slice(Number(start), Number(end)).join("") : "";
  form().querySelector(`[data-words="${name}"]`).textContent = words;
}

export function setSpan(name, span) {
  control(`${name}.start`).value = span?.start ?? "";
  control(`${name}.end`).value = span?.end ?? "";
  showWords(name);
}

function showKind() {
  const kind = control("kind").value;
  for (const row of form().querySelectorAll("[data-kinds]")) row.hidden = !row.dataset.kinds.split(" ").includes(kind);
}

function fill(fields) {
  form().reset();
  control("kind").value = fields.kind ?? "money";
  setSpan("text", fields);
  for (const name of state.spans) setSpan(name, fields[name]);
  for (const [name, value] of Object.entries(fields)) {
    const input = control(name);
    if (!input || name === "kind" || spanNames().includes(name)) continue;
    if (input.type === "checkbox") input.checked = Boolean(value);
    else input.value = Array.isArray(value) ? value.join(", ") : value;
  }
  if (fields.kind === "percent" && !fields.unit) control("unit").value = "percent";
  showKind();
}

export function open(fields, row, title) {
  item = row;
  fill(fields);
  problem(null);
  document.getElementById("editor-title").textContent = title;
  form().hidden = false;
  document.body.classList.add("editing");
  form().scrollIntoView({ block: "start" });
  control(fields.value !== undefined || fields.low === undefined ? "value" : "low").focus();
}

export function close() {
  form().hidden = true;
  waiting = null;
  document.body.classList.remove("editing", "picking");
}

// What the form says: a flat object of the fields of its kind; empty ones left out.
export function read() {
  const kind = control("kind").value;
  const span = (name) => ({ start: control(`${name}.start`).value, end: control(`${name}.end`).value });
  const fields = { kind, ...span("text") };
  for (const input of form().elements) {
    const row = input.closest("[data-kinds]");
    if (!input.name || !row || row.hidden || row.dataset.span) continue;
    if (input.type === "checkbox" ? input.checked : input.value.trim()) fields[input.name] = input.type === "checkbox" ? true : input.value;
  }
  for (const name of state.spans) {
    if (!form().querySelector(`[data-span="${name}"]`).hidden && span(name).start !== "") fields[name] = span(name);
  }
  return { claim: fields, note: control("note").value };
}

export function problem(answer) {
  const place = document.getElementById("editor-problem");
  place.hidden = !answer;
  form().querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  if (!answer) return;
  place.textContent = `${say("failed")} ${reason(answer)}`;
  const input = answer.field && (control(answer.field) ?? control(`${answer.field}.start`));
  if (input) {
    input.closest("details")?.setAttribute("open", "");
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}

// A selection in the text goes to the field that asked for it.
export function selectionMade() {
  const span = waiting && selected(state.points);
  if (!span) return;
  setSpan(waiting, span);
  form().querySelector(`[data-pick="${waiting}"]`).focus();
  waiting = null;
  document.body.classList.remove("picking");
}

export function clicked(event, tell) {
  const pick = event.target.closest("[data-pick]");
  const drop = event.target.closest("[data-drop]");
  if (pick) {
    waiting = pick.dataset.pick;
    document.body.classList.add("picking");
    selectionMade();
    if (waiting) tell(say("select_now"));
  } else if (drop) {
    setSpan(drop.dataset.drop, null);
  }
}

export function changed(event) {
  if (event.target.name === "kind") showKind();
  const row = event.target.closest("[data-span]");
  if (row) showWords(row.dataset.span);
}

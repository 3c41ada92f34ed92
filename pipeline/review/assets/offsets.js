// Between a selection in the page and offsets of the source. Offsets count code points; a piece of the source knows its first.
const source = () => document.getElementById("source");
export const points = (text) => Array.from(text);

function offsetOf(node, at) {
  const inText = node.nodeType === Node.TEXT_NODE;
  const piece = (inText ? node.parentElement : node).closest("[data-o]");
  if (inText && piece) return Number(piece.dataset.o) + points(node.data.slice(0, at)).length;
  // Between elements, as a triple click selects: the beginning of what follows, else the end of what stands before.
  const next = node.childNodes[at];
  if (next) return Number((next.closest?.("[data-o]") ?? piece).dataset.o);
  const pieces = node.querySelectorAll("[data-o]");
  const last = pieces[pieces.length - 1] ?? piece;
  return last ? Number(last.dataset.o) + points(last.textContent).length : null;
}

// The selected span without the spaces around it, or null when nothing in the source is selected.
export function selected(text) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!source().contains(range.startContainer)) return null;
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = source().contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : text.length;
  if (start === null || end === null) return null;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

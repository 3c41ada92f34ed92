// Between a selection in the page and offsets of the source. Offsets count code points; a piece of the source knows its first.
const source = () => document.getElementById("source");
export const points = (text) => Array.from(text);

function offsetOf(node, at) {
  const inText = node.nodeType === Node.TEXT_NODE;
  const piece = (inText ? node.parentElement : node).closest("[data-o]");
  if (inText && piece) return Number(piece.dataset.o) + points(node.data.slice(0, at)).length;
  // Between elements: the beginning of the piece that follows, else the end of the one before.
  const next = node.childNodes[at];
  if (next) {
    const first = next.nodeType === Node.ELEMENT_NODE && (next.matches("[data-o]") ? next : next.querySelector("[data-o]"));
    return first ? Number(first.dataset.o) : null;
  }
  const pieces = node.querySelectorAll?.(":scope [data-o]") ?? [];
  const last = pieces[pieces.length - 1] ?? piece;
  return last ? Number(last.dataset.o) + points(last.textContent).length : null;
}

// The selected span without the spaces around it, or null when nothing in the source is selected.
export function selected(text) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!source().contains(range.startContainer) || !source().contains(range.endContainer)) return null;
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

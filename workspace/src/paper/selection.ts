// From what the reader has selected on the sheet to a span of the document's text.
import type { Span } from '@nhipcau/document';

/** The selected span, trimmed of white space; null when nothing of the sheet is selected. */
export function selectedSpan(sheet: HTMLElement, text: string): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.startContainer) || !sheet.contains(range.endContainer)) return null;
  const pieces = [...sheet.querySelectorAll<HTMLElement>('[data-s]')].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const start = offsetOf(first, range.startContainer, range.startOffset, 0);
  const end = offsetOf(last, range.endContainer, range.endOffset, last.textContent.length);
  return trimmed([start, end], text);
}

function offsetOf(piece: HTMLElement, container: Node, offset: number, otherwise: number): number {
  const base = Number(piece.dataset['s']);
  return base + (piece.contains(container) && container.nodeType === Node.TEXT_NODE ? offset : otherwise);
}

/** The span without white space at its ends; null if nothing is left. */
function trimmed([start, end]: Span, text: string): Span | null {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  const to = start + inside.trimEnd().length;
  return from < to ? [from, to] : null;
}

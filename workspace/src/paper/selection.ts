// From what the reader has selected on the sheet to a span of the document's text.
import type { Span } from '@nhipcau/document';

/** The selected span in whole words, trimmed of white space; null when nothing of the sheet is selected. */
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
  const span = trimmed([start, end], text);
  return span && wholeWords(span, text);
}

function offsetOf(piece: HTMLElement, container: Node, offset: number, otherwise: number): number {
  const base = Number(piece.dataset['s']);
  return base + (piece.contains(container) && container.nodeType === Node.TEXT_NODE ? offset : otherwise);
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** The span grown to the ends of the words it cuts: a hand on a phone seldom hits them. */
export function wholeWords([start, end]: Span, text: string): Span {
  let from = start;
  let to = end;
  while (from > 0 && letter.test(text[from - 1] ?? '') && letter.test(text[from] ?? '')) from--;
  while (to < text.length && letter.test(text[to - 1] ?? '') && letter.test(text[to] ?? '')) to++;
  return [from, to];
}

/** The span without white space at its ends; null if nothing is left. */
function trimmed([start, end]: Span, text: string): Span | null {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  const to = start + inside.trimEnd().length;
  return from < to ? [from, to] : null;
}

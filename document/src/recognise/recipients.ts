// "Nơi nhận": who gets a copy (Decree 30/2020, Annex I, II.9b), one entry a line or several on one.
import type { Span } from '../tree.ts';
import type { Line } from './lines.ts';
import { isPersonName } from './signers.ts';
import { isSignature, RECIPIENTS } from './words.ts';

export interface Recipient {
  readonly text: string;
  readonly span: Span;
}

const DASH = /^[-–—−•+*]\s*/;
const LAST = /^Lưu\s?[:.]?/i;

/** The entries of the list in the last lines of a part. */
export function recipientsIn(lines: readonly Line[]): Recipient[] {
  const head = lines.findIndex(
    (line) => RECIPIENTS.test(line.text) || /^\*?\s?(?:Nơi nhận|NƠI NHẬN)\s?:/.test(line.text),
  );
  if (head < 0) return [];
  const first = lines[head]!;
  const entries: { pieces: string[]; start: number; end: number; closed: boolean }[] = [];
  for (const line of lines.slice(head)) {
    if (first.cell && line.block !== first.block && !goesOn(entries.at(-1), line)) break;
    if (line.cell && first.cell && line.block === first.block && line.cell.column !== first.cell.column)
      continue;
    const skip =
      line === first
        ? /^\*?\s?(?:Nơi nhận|NƠI NHẬN|Nơi gửi|Nơi nhân)\s*[:;.]?\s*/.exec(line.text)![0].length
        : 0;
    const text = line.text.slice(skip);
    if (text === '') continue;
    if (line !== first && stops(text, entries.length > 0)) break;
    for (const piece of split(text)) {
      const dashed = DASH.test(piece.text);
      const body = piece.text.replace(DASH, '').trim();
      const last = entries.at(-1);
      const start =
        line.span[0] + skip + piece.at + (piece.text.length - piece.text.replace(DASH, '').length);
      const end = line.span[0] + skip + piece.at + piece.text.length;
      if (body === '') {
        if (last) last.closed = true;
        continue;
      }
      if (last && !dashed && !last.closed) {
        last.pieces.push(body);
        last.end = end;
        last.closed = body.endsWith(';');
      } else entries.push({ pieces: [body], start, end, closed: /[;.]$/.test(body) });
    }
    if (entries.length > 0 && LAST.test(entries.at(-1)!.pieces[0]!) && text.endsWith('.')) break;
  }
  return entries
    .map(({ pieces, start, end }) => ({ text: clean(pieces.join(' ')), span: [start, end] as Span }))
    .filter((entry) => entry.text !== '');
}

/** A list that a page's end cut in two: no entry for the archive yet, and a dash again. */
function goesOn(last: { readonly pieces: readonly string[] } | undefined, line: Line): boolean {
  return last !== undefined && !line.cell && !LAST.test(last.pieces[0]!) && DASH.test(line.text);
}

/** The list ends where the signature begins, a name stands alone, or a sentence does. */
function stops(text: string, begun: boolean): boolean {
  if (DASH.test(text)) return false;
  // The drafter's file path or number of copies, below the list.
  if (begun && /^(?:[A-Za-z]:\\|\\\\|\(?\d{1,3}\s?b\)?$)/.test(text)) return true;
  if (isSignature(text) || RECIPIENTS.test(text)) return true;
  return (
    begun && (isPersonName(text) || text.length > 250 || /^(?:PHỤ LỤC|DANH MỤC|KẾ HOẠCH|\(?Đã ký)/.test(text))
  );
}

/** Entries of a list on one line: "- a; - b;". */
function split(text: string): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = [];
  const between =
    /;\s*(?=[-–•+]\s?\S)|(?<=[.,)\p{L}])\s+(?=[-–]\s(?:Lưu|Như)\s?)|(?<=\))\s+(?=[-–]\s\p{Lu})/gu;
  let from = 0;
  for (let found = between.exec(text); found !== null; found = between.exec(text)) {
    const end = found[0].startsWith(';') ? found.index + 1 : found.index;
    pieces.push({ text: text.slice(from, end), at: from });
    from = found.index + found[0].length;
  }
  pieces.push({ text: text.slice(from), at: from });
  return pieces;
}

function clean(text: string): string {
  return text
    .replace(/\s+[A-Za-z]:\\\S.*$/, '')
    .replace(/[\s;.,]+$/, '')
    .trim();
}

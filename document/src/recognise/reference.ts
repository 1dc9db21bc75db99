// What an annex says of the document that it is issued with: "(Ban hành kèm theo Quyết định số … ngày … của …)".
import { dateAt } from './dates.ts';
import type { Line } from './lines.ts';
import type { Placed } from './letterhead.ts';
import { numbersIn, typeOfNumber, type FoundNumber } from './numbers.ts';
import { typeAtStart } from './types.ts';
import { ATTACHED_LINE } from './words.ts';
import type { Zones } from './zones.ts';

export interface Reference {
  readonly type: string | null;
  readonly number: Placed<FoundNumber>;
  readonly date: Placed<string> | null;
  readonly issuer: string | null;
}

/** The first reference that an annex behind the main part gives. */
export function referenceOf(lines: readonly Line[], all: readonly Zones[]): Reference | null {
  for (const zone of all.slice(1)) {
    const found = referenceIn(lines, zone);
    if (found) return found;
  }
  return null;
}

/** The reference under an annex's title. */
export function referenceIn(lines: readonly Line[], zone: Zones): Reference | null {
  for (let at = zone.start; at < Math.min(zone.end, zone.start + 12); at++) {
    const line = lines[at]!;
    const inline = /\((?:Ban hành k|K|Ban hành K)èm theo/i.exec(line.text.slice(0, 900));
    if (!ATTACHED_LINE.test(line.text) && !inline) continue;
    const from = inline?.index ?? 0;
    const found = numbersIn(line.text).find((number) => number.start >= from);
    if (found) return referenceFrom(line, found);
  }
  return null;
}

function referenceFrom(line: Line, found: FoundNumber): Reference {
  const { text } = line;
  const before = /(?:kèm theo|theo)\s+([\p{L} ]+?)\s*(?:số)?\s*:?\s*$/iu.exec(text.slice(0, found.start));
  const behind = text.slice(found.end, found.end + 40);
  const day = /^[\s,]*ngày\s{0,2}/.exec(behind);
  const date = day && dateAt(text, found.end + day[0].length);
  const issuer = /của\s+([^)]+)/u.exec(text.slice(date?.end ?? found.end))?.[1] ?? null;
  return {
    type: (before && typeAtStart(before[1]!)?.abbreviation) ?? typeOfNumber(found),
    number: { value: found, span: [line.span[0] + found.start, line.span[0] + found.end] },
    date: date ? { value: date.iso, span: [line.span[0] + date.start, line.span[0] + date.end] } : null,
    issuer: issuer?.trim() ?? null,
  };
}

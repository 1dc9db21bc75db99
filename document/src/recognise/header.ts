// Type, number, date, place, issuer, title and signers of the document itself.
import { typeName } from '../gazetteer/document-types.ts';
import type { Evidence, Header, Span } from '../tree.ts';
import { properTitle } from './casing.ts';
import { habitOf, type Habit } from './habit.ts';
import { issuerOf } from './header-issuer.ts';
import { inscribed, titleOf } from './header-title.ts';
import { blankSymbol, headNumber, placeAndDate, type Placed } from './letterhead.ts';
import type { Line } from './lines.ts';
import { typeOfNumber, type FoundNumber } from './numbers.ts';
import { referenceIn, referenceOf } from './reference.ts';
import { isPersonName, signersIn } from './signers.ts';
import { typeAtStart } from './types.ts';
import { titleText, type Zones } from './zones.ts';

/** Reads the header of the first part, and what annexes say of it ("Ban hành kèm theo Quyết định số …"). */
export function headerOf(lines: readonly Line[], all: readonly Zones[]): Header {
  const main = all[0];
  if (!main) return EMPTY;
  const head = lines.slice(main.start, main.typeLine ?? main.titleLines[0] ?? main.bases);
  const inside = inscribed(lines, main);
  const number =
    headNumber(head) ??
    headNumber(belowType(lines, main)) ??
    (inside && { value: inside.number, span: inside.span });
  const reference = referenceOf(lines, all) ?? (isAnnex(main) ? referenceIn(lines, main) : null);
  const dated =
    placeAndDate(head) ??
    placeAndDate(lines.slice(main.start, main.bases)) ??
    (main.tail < main.end ? placeAndDate(lines.slice(main.tail, main.end)) : null);
  const habit = habitOf(textsFrom(lines, main.bases));
  const title = titleOf(lines, main, number?.value.number ?? null, habit);
  const type = typeOf(lines, main, number, head);
  const issuer = issuerOf(lines, main, head, title, reference, all, inside?.issuer ?? null);
  const mine =
    reference && type !== null && main.typeLine !== null && reference.type === type.value ? reference : null;
  const numbered = number ?? mine?.number ?? null;
  const date =
    dated?.date ?? (inside?.date ? { value: inside.date, span: inside.span } : null) ?? mine?.date ?? null;
  return {
    type: type?.value ?? null,
    number: numbered?.value.number ?? null,
    issuedOn: date?.value ?? null,
    place: dated?.place?.value ?? null,
    issuer: issuer?.value ?? null,
    title: title?.value ?? null,
    signers: signersOf(lines, all, main, head),
    attachments: all.slice(1).map((zone) => attachment(lines, zone, habit)),
    parent: issuer && issuer.parent !== issuer.value ? issuer.parent : null,
    evidence: {
      ...(type && { type: evidence(type.span, 'type-line') }),
      ...(numbered && { number: evidence(numbered.span, number ? 'number-line' : 'attached-reference') }),
      ...(date && { issuedOn: evidence(date.span, dated?.date ? 'date-line' : 'attached-reference') }),
      ...(dated?.place && { place: evidence(dated.place.span, 'date-line') }),
      ...(issuer && { issuer: evidence(issuer.span, issuer.reason) }),
      ...(title && { title: evidence(title.span, 'title-lines') }),
    },
  };
}

function* textsFrom(lines: readonly Line[], from: number): Generator<string> {
  for (let at = from; at < lines.length; at++) yield lines[at]!.text;
}

/** Some print the number below the type's name. */
function belowType(lines: readonly Line[], main: Zones): Line[] {
  const from = main.typeLine ?? main.start;
  return lines
    .slice(from, main.bases)
    .filter((line, at) => /^Số\s?[:.\d]/.test(line.text) && !main.titleLines.includes(from + at));
}

const EMPTY: Header = {
  type: null,
  number: null,
  issuedOn: null,
  place: null,
  issuer: null,
  title: null,
  signers: [],
  attachments: [],
  parent: null,
  evidence: {},
};

const evidence = (span: Span, reason: string): Evidence => ({ span, reason });

function attachment(lines: readonly Line[], zone: Zones, habit: Habit): Header['attachments'][number] {
  const title = titleText(lines, zone);
  return {
    type: zone.type,
    title: title === null ? null : properTitle(title, habit),
    span: [lines[zone.start]!.span[0], lines[zone.end - 1]!.span[1]],
  };
}

/** A file may hold an annex alone: that is no type of document, and its number is another's. */
const isAnnex = (main: Zones): boolean => main.type !== null && typeName(main.type) === undefined;

function typeOf(
  lines: readonly Line[],
  main: Zones,
  number: Placed<FoundNumber> | null,
  head: readonly Line[],
): Placed<string> | null {
  if (main.typeLine !== null && main.type !== null && !isAnnex(main)) {
    const line = lines[main.typeLine]!;
    const named = typeAtStart(line.text.replace(/^DỰ THẢO\s+/, ''));
    return {
      value: main.type,
      span: [line.span[0], line.span[0] + (named?.name.length ?? line.text.length)],
    };
  }
  if (number) {
    const type = typeOfNumber(number.value);
    if (type) return { value: type, span: number.span };
  }
  const letter =
    head.find((line) => /(?:^|\s)V\/v[\s:]|^Kính gửi/i.test(line.text)) ??
    lines.slice(main.start, main.body).find((line) => /^Kính gửi/i.test(line.text));
  if (letter) return { value: 'CV', span: letter.span };
  const opened = openedType(lines, main);
  if (opened) return opened;
  const blank = blankSymbol(head);
  return blank && head[0] ? { value: blank, span: head[0].span } : null;
}

const ISSUES =
  /(?:ban hành|xây dựng)\s(Kế hoạch|Chương trình|Hướng dẫn|Chỉ thị|Đề án|Phương án|kế hoạch|chương trình)\s[^.;]{0,300}(?:như sau|nội dung sau)[^.;:]{0,30}:?$/u;

/** "…, UBND tỉnh ban hành Kế hoạch … như sau:" names the type where nothing else does. */
function openedType(lines: readonly Line[], main: Zones): Placed<string> | null {
  if (main.typeLine !== null) return null;
  for (const line of lines.slice(main.start, Math.min(main.body + 2, main.start + 12))) {
    const type = ISSUES.exec(line.text);
    const named = type && typeAtStart(type[1]!);
    if (named) return { value: named.abbreviation, span: line.span };
  }
  return null;
}

function signersOf(
  lines: readonly Line[],
  all: readonly Zones[],
  main: Zones,
  head: readonly Line[],
): Header['signers'] {
  const own = signersIn(lines.slice(main.tail, main.end));
  if (own.length > 0) return own;
  for (const zone of all.slice(1)) {
    const later = signersIn(lines.slice(zone.tail, zone.end));
    if (later.length > 0) return later;
  }
  return pageSigner(head);
}

/** "Người ký: | Nguyễn Văn Quang": what a web page's table tells of a copy without its signature. */
function pageSigner(head: readonly Line[]): Header['signers'] {
  const at = head.findIndex((line) => line.cell && /^Người ký\s?:?$/.test(line.text));
  const name = head[at + 1];
  const found = at >= 0 && name !== undefined && isPersonName(name.text);
  return found ? [{ name: name.text, position: null, authority: null, span: name.span }] : [];
}

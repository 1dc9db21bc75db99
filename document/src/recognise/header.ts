// Type, number, date, place, issuer, title and signers of the document itself.
import type { Evidence, Header, Span } from '../tree.ts';
import { habitOf, properName, properTitle, type Habit } from './casing.ts';
import { dateAt } from './dates.ts';
import { belowParent, spelledOut, withPlace, type Context } from './issuer.ts';
import { isCapitals, type Line } from './lines.ts';
import { blankSymbol, headAgencies, headNumber, placeAndDate, type Placed } from './letterhead.ts';
import { numbersIn, typeOfNumber, type FoundNumber } from './numbers.ts';
import { isIssuerLine, issuerName, titleText, type Zones } from './parts.ts';
import { signersIn } from './signers.ts';
import { typeAtStart } from './types.ts';
import { ATTACHED_LINE, AUTHORITY } from './words.ts';

/** Reads the header of the first part, and what annexes say of it ("Ban hành kèm theo Quyết định số …"). */
export function headerOf(lines: readonly Line[], all: readonly Zones[]): Header {
  const main = all[0];
  if (!main) return EMPTY;
  const head = lines.slice(main.start, main.typeLine ?? main.titleLines[0] ?? main.bases);
  const number = headNumber(head) ?? headNumber(belowType(lines, main));
  const reference = referenceOf(lines, all, main);
  const dated =
    placeAndDate(head) ??
    placeAndDate(lines.slice(main.start, main.bases)) ??
    (main.tail < main.end ? placeAndDate(lines.slice(main.tail, main.end)) : null);
  const habit = habitOf(textsFrom(lines, main.bases));
  const title = titleOf(lines, main, habit);
  const type = typeOf(lines, main, number, head);
  const issuer = issuerOf(lines, main, head, title, reference, all);
  const mine =
    reference && type !== null && main.typeLine !== null && reference.type === type.value ? reference : null;
  const numbered = number ?? mine?.number ?? null;
  const date = dated?.date ?? mine?.date ?? null;
  return {
    type: type?.value ?? null,
    number: numbered?.value.number ?? null,
    issuedOn: date?.value ?? null,
    place: dated?.place?.value ?? null,
    issuer: issuer?.value ?? null,
    title: title?.value ?? null,
    signers: signersOf(lines, all, main),
    attachments: all.slice(1).map((zone) => attachment(lines, zone, habit)),
    parent: issuer?.parent ?? null,
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

function typeOf(
  lines: readonly Line[],
  main: Zones,
  number: Placed<FoundNumber> | null,
  head: readonly Line[],
): Placed<string> | null {
  if (main.typeLine !== null && main.type !== null) {
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
  const blank = blankSymbol(head);
  return blank && head[0] ? { value: blank, span: head[0].span } : null;
}

/** The title lines; a letter's title is its "V/v …". */
function titleOf(lines: readonly Line[], main: Zones, habit: Habit): Placed<string> | null {
  const text = titleText(lines, main);
  if (text !== null) {
    const first = lines[main.titleLines[0] ?? main.typeLine!]!;
    const last = lines[main.titleLines.at(-1) ?? main.typeLine!]!;
    return { value: tidyTitle(text, habit), span: [first.span[0], last.span[1]] };
  }
  return main.typeLine === null
    ? subjectOf(lines.slice(main.start, Math.max(main.bases, main.start + 1)), habit)
    : null;
}

function tidyTitle(text: string, habit: Habit): string {
  const title = properTitle(text, habit)
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:*]+$/, '')
    .trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const SUBJECT = /(?:^|\s)(?:V\/v|V\/V|v\/v|Về việc|Vv|V\.v)\s?[:.]?\s+(.+)$/u;

/** "V/v …" under the number, with the lines that its cell wraps it over. */
function subjectOf(head: readonly Line[], habit: Habit): Placed<string> | null {
  const at = head.findIndex((line) => SUBJECT.test(line.text));
  const line = head[at];
  if (!line) return null;
  const found = SUBJECT.exec(line.text)!;
  const pieces = [found[1]!];
  let end = line.span[1];
  for (const next of head.slice(at + 1, at + 6)) {
    if (!continues(line, next)) break;
    pieces.push(next.text);
    end = next.span[1];
  }
  return { value: tidyTitle(pieces.join(' '), habit), span: [line.span[0] + found.index, end] };
}

function continues(line: Line, next: Line): boolean {
  if (line.cell && next.cell)
    return (
      next.block === line.block &&
      next.cell.column === line.cell.column &&
      !/^Kính gửi/i.test(next.text) &&
      placeAndDate([next]) === null
    );
  return !next.cell && /^\p{Ll}/u.test(next.text);
}

function signersOf(lines: readonly Line[], all: readonly Zones[], main: Zones): Header['signers'] {
  const own = signersIn(lines.slice(main.tail, main.end));
  if (own.length > 0) return own;
  for (const zone of all.slice(1)) {
    const later = signersIn(lines.slice(zone.tail, zone.end));
    if (later.length > 0) return later;
  }
  return [];
}

interface Reference {
  readonly type: string | null;
  readonly number: Placed<FoundNumber>;
  readonly date: Placed<string> | null;
  readonly issuer: string | null;
}

/** What an annex says of the document that it is issued with. */
function referenceOf(lines: readonly Line[], all: readonly Zones[], main: Zones): Reference | null {
  for (const zone of all.slice(1)) {
    for (let at = zone.start; at < Math.min(zone.end, zone.start + 12); at++) {
      const line = lines[at]!;
      const inline = /\((?:Ban hành k|K|Ban hành K)èm theo/i.exec(line.text.slice(0, 900));
      if (!ATTACHED_LINE.test(line.text) && !inline) continue;
      const from = inline?.index ?? 0;
      const found = numbersIn(line.text).find((number) => number.start >= from);
      if (found && zone !== main) return referenceFrom(line, found);
    }
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

interface Issuer extends Placed<string> {
  readonly parent: string | null;
  readonly reason: string;
}

function issuerOf(
  lines: readonly Line[],
  main: Zones,
  head: readonly Line[],
  title: Placed<string> | null,
  reference: Reference | null,
  all: readonly Zones[],
): Issuer | null {
  const agencies = headAgencies(head);
  const printed = agencies.at(-1);
  const parent = agencies.length > 1 ? spelledOut(agencies[0]!.value) : null;
  const context = contextOf(lines, main, agencies, title, reference);
  const decided = decisionMaker(lines, main);
  if (decided) {
    const name = belowParent(withPlace(spelledOut(issuerName(decided.text)), context), parent, context);
    return { value: name, span: decided.span, parent, reason: 'issuer-line' };
  }
  if (printed) {
    const name = belowParent(withPlace(spelledOut(printed.value), context), parent, context);
    return { value: name, span: printed.span, parent, reason: 'letterhead' };
  }
  return referenced(reference, context) ?? opening(lines, main, context) ?? signed(lines, main, all, context);
}

/** Who decides stands under the title; without a type's line, right above the first basis. */
function decisionMaker(lines: readonly Line[], main: Zones): Line | null {
  if (main.typeLine !== null)
    return lines.slice(main.typeLine + 1, main.bases).find((line) => isIssuerLine(line.text)) ?? null;
  const last = lines[main.bases - 1];
  return last && main.bases - 1 > main.start && !last.cell && isIssuerLine(last.text) ? last : null;
}

const OPENING = 20_000;

/** Texts that may name the place, the likeliest first; the body only when it is asked for. */
function contextOf(
  lines: readonly Line[],
  main: Zones,
  agencies: readonly Placed<string>[],
  title: Placed<string> | null,
  reference: Reference | null,
): Context {
  const near: string[] = agencies.toReversed().map((agency) => properName(agency.value));
  if (reference?.issuer) near.push(reference.issuer);
  if (title) near.push(title.value);
  const dated = placeAndDate(lines.slice(main.start, main.bases))?.place?.value;
  if (dated) near.push(dated);
  let body: string | null = null;
  return {
    *[Symbol.iterator]() {
      yield* near;
      yield (body ??= openingText(lines, main));
    },
  };
}

function openingText(lines: readonly Line[], main: Zones): string {
  const pieces: string[] = [];
  let budget = OPENING;
  for (let at = main.bases; at < main.end && budget > 0; at++) {
    pieces.push(lines[at]!.text.slice(0, budget));
    budget -= lines[at]!.text.length;
  }
  return pieces.join('\n');
}

function referenced(reference: Reference | null, context: Context): Issuer | null {
  if (!reference?.issuer) return null;
  return {
    value: withPlace(spelledOut(reference.issuer), context),
    span: reference.number.span,
    parent: null,
    reason: 'attached-reference',
  };
}

const ACTS =
  /(?:^|[,;.:]\s{1,2}|\)\s?,?\s{0,2})((?:Chủ tịch |Bộ trưởng |Giám đốc |Ban Thường vụ |Thường trực )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Sở|Bộ|Văn phòng|Công an|Ban|Phòng|Chi cục|Cục|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Trung tâm|Thanh tra|Hội|Đoàn|Trường|Thủ tướng Chính phủ|Chính phủ)(?![\p{L}])[^,;.:]{0,90}?)\s(?:ban hành|xây dựng|báo cáo|thông báo|đề nghị|yêu cầu|nhận được|kính|trân trọng|hướng dẫn|kết luận|có ý kiến|chỉ thị|quyết định|triển khai|phê duyệt|trình|tổ chức|giao)(?=\s)/gu;

/** Who acts in the opening sentence: "…, UBND tỉnh ban hành Kế hoạch …". */
function opening(lines: readonly Line[], main: Zones, context: Context): Issuer | null {
  for (const line of lines.slice(main.bases, Math.min(main.tail, main.body + 4))) {
    const text = line.text.slice(0, 1500);
    let found: RegExpExecArray | null = null;
    for (const act of text.matchAll(ACTS)) found = act;
    if (!found) continue;
    const at = text.indexOf(found[1]!);
    const name = belowParent(withPlace(spelledOut(found[1]!), context), null, context);
    return {
      value: name,
      span: [line.span[0] + at, line.span[0] + at + found[1]!.length],
      parent: null,
      reason: 'opening-sentence',
    };
  }
  return null;
}

/** "TM. ỦY BAN NHÂN DÂN" names whom the signer acts for. */
function signed(lines: readonly Line[], main: Zones, all: readonly Zones[], context: Context): Issuer | null {
  for (const zone of [main, ...all.slice(1)]) {
    for (const line of lines.slice(zone.tail, zone.end)) {
      const authority = AUTHORITY.exec(line.text);
      if (!authority || authority[1] !== 'TM' || !isCapitals(line.text)) continue;
      const name = spelledOut(line.text.slice(authority[0].length));
      const full = /nhân dân$/i.test(name)
        ? withPlace(`${name} ${levelIn(context)}`, context)
        : withPlace(name, context);
      return { value: full.trim(), span: line.span, parent: null, reason: 'signature' };
    }
  }
  return null;
}

/** The level that the text speaks of itself as: "UBND huyện" is the most local of those it gives orders for. */
function levelIn(context: Context): string {
  const text = [...context].join('\n');
  for (const level of ['tỉnh', 'thành phố', 'huyện', 'xã', 'phường'])
    if (new RegExp(`(?:UBND|Ủy ban nhân dân) ${level} (?:ban hành|yêu cầu|giao|đề nghị)`, 'u').test(text))
      return level;
  return 'tỉnh';
}

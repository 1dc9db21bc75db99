// Who issued a document: the line above its bases, the letterhead, what an annex says, the opening sentence, the signature.
import { properName } from './casing.ts';
import { belowParent, spelledOut, withPlace, type Context } from './issuer.ts';
import { headAgencies, placeAndDate, type Placed } from './letterhead.ts';
import { isCapitals, type Line } from './lines.ts';
import type { Reference } from './reference.ts';
import { AUTHORITY } from './words.ts';
import { isIssuerLine, issuerName, type Zones } from './zones.ts';

export interface Issuer extends Placed<string> {
  readonly parent: string | null;
  readonly reason: string;
}

/** Full name; null where nothing tells. */
export function issuerOf(
  lines: readonly Line[],
  main: Zones,
  head: readonly Line[],
  title: Placed<string> | null,
  reference: Reference | null,
  all: readonly Zones[],
  inscribed: string | null,
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
  const titled = lines[main.titleLines[0] ?? -1];
  if (inscribed !== null && titled)
    return {
      value: withPlace(spelledOut(inscribed), context),
      span: titled.span,
      parent: null,
      reason: 'title-lines',
    };
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

/** Texts that may name the place, the likeliest first; read only when they are asked for. */
function contextOf(
  lines: readonly Line[],
  main: Zones,
  agencies: readonly Placed<string>[],
  title: Placed<string> | null,
  reference: Reference | null,
): Context {
  const nearTexts = (): string[] => {
    const dated = placeAndDate(lines.slice(main.start, main.bases))?.place?.value;
    const printed = agencies.toReversed().map((agency) => properName(agency.value));
    return [...printed, reference?.issuer, title?.value, dated].filter((text) => text != null);
  };
  let near: string[] | null = null;
  let body: string | null = null;
  return {
    *[Symbol.iterator]() {
      yield* (near ??= nearTexts());
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

// The zones of each part: title, legal bases, body, and the end with signature and recipients.
import { isCapitals, type Line } from './lines.ts';
import { readMarker } from './marker.ts';
import { partStarts, type Start } from './part-starts.ts';
import { typeAtStart } from './types.ts';
import {
  ATTACHED_LINE,
  BASIS,
  isSignature,
  MOTTO,
  opensBasis,
  PARTY_MOTTO,
  PURSUANT,
  RECIPIENTS,
} from './words.ts';
import { hasRoles, zonesByRole } from './zones-by-role.ts';

/** A part with the lines of its zones; line numbers are places in `lines`. */
export interface Zones {
  readonly type: string | null;
  readonly typeLine: number | null;
  readonly titleLines: readonly number[];
  /** First line of the part, of its bases, of its body, of its end (signature, recipients), and the line after it. */
  readonly start: number;
  readonly bases: number;
  readonly body: number;
  readonly tail: number;
  readonly end: number;
}

/** The parts of a document with their zones, in order; they cover all lines. */
export function zonesOf(lines: readonly Line[]): Zones[] {
  if (hasRoles(lines)) return zonesByRole(lines).map((zone) => introduced(lines, zone));
  const starts = partStarts(lines);
  return starts.map((start, index) => zones(lines, start, starts[index + 1]?.from ?? lines.length));
}

function zones(lines: readonly Line[], start: Start, end: number): Zones {
  const letter = start.typeLine === null ? letterEnd(lines, start.from, end) : null;
  const titleLines =
    letter === null ? titleOf(lines, start.typeLine!, end) : untypedTitle(lines, letter, end);
  const afterHead = Math.max(letter ?? start.typeLine! + 1, (titleLines.at(-1) ?? -1) + 1);
  const headEnd = skipReference(lines, afterHead, end);
  const body = bodyStart(lines, headEnd, end);
  const tail = tailStart(lines, body, end);
  return {
    type: start.type,
    typeLine: start.typeLine,
    titleLines,
    start: start.from,
    bases: headEnd,
    body,
    tail,
    end,
  };
}

function bodyStart(lines: readonly Line[], from: number, end: number): number {
  let body = from;
  while (body < end && (isBasis(lines[body]!.text) || isIntroduction(lines[body]!.text))) body++;
  if (body < end && /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s?:?$/.test(lines[body]!.text)) body++;
  return body;
}

/** A sentence that leads to the body says nothing itself, whatever its style; below addressees it is the body's first. */
function introduced(lines: readonly Line[], zone: Zones): Zones {
  if (zone.typeLine !== null && lines[zone.bases]?.paragraph.role === 'addressee')
    return { ...zone, body: zone.bases };
  let { body } = zone;
  while (body < zone.tail && isIntroduction(lines[body]!.text)) body++;
  return { ...zone, body };
}

/** Who must do what may stand in the introduction itself. */
const ORDERS = /(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công)\s/u;

/** "Thực hiện Chỉ thị số …, UBND tỉnh ban hành Kế hoạch … như sau:" leads to the body and says nothing itself. */
function isIntroduction(text: string): boolean {
  if (ORDERS.test(text)) return false;
  return (
    (BASIS.test(text) || PURSUANT.test(text)) && /(?::|như sau[.,]?)$/.test(text) && readMarker(text) === null
  );
}

/** Without the type's line, a paragraph in capitals between the date and the first basis is the title. */
function untypedTitle(lines: readonly Line[], from: number, end: number): number[] {
  const taken: number[] = [];
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const { text, cell } = lines[at]!;
    if (
      cell ||
      !isCapitals(text) ||
      text.length < 12 ||
      isIssuerLine(text) ||
      readMarker(text) !== null ||
      isSignature(text) ||
      MOTTO.test(text)
    )
      break;
    taken.push(at);
  }
  return taken;
}

/** A legal basis of its own line. */
export function isBasis(raw: string): boolean {
  const text = raw.replace(/^[-–+*•]\s*(?=Căn cứ|Xét|Theo)/, '');
  if (BASIS.test(text)) return !/[:]$/.test(text) && readMarker(text) === null && !/ như sau:?$/.test(text);
  return PURSUANT.test(text) && /[;,]$/.test(text);
}

/** Lines under the type's name up to the first basis, marker, reference or issuer. */
function titleOf(lines: readonly Line[], typeLine: number, end: number): number[] {
  const taken: number[] = [];
  const type = lines[typeLine]!;
  const inline = type.text.length > 24;
  const block = lines[typeLine]!.block;
  for (let at = typeLine + 1; at < Math.min(end, typeLine + 8); at++) {
    const line = lines[at]!;
    if (line.cell && line.block !== block && line.cell.rows > 2) break;
    if (/^\(?\s?dự thảo/i.test(line.text) && line.text.length < 40) continue;
    if (!isTitle(lines, at, taken, inline)) break;
    taken.push(at);
  }
  return taken;
}

function isTitle(lines: readonly Line[], at: number, taken: readonly number[], inline: boolean): boolean {
  const { text, paragraph } = lines[at]!;
  if (opensBasis(text) || ATTACHED_LINE.test(text) || RECIPIENTS.test(text) || /^Kính gửi/i.test(text))
    return false;
  if (readMarker(text) !== null || MOTTO.test(text) || isIssuerLine(text)) return false;
  if (/^(?:Số\s?:|\.{3,}|_{3,})/.test(text)) return false;
  const first = taken.length === 0 && !inline;
  if (first)
    return (
      text.length < 700 &&
      !/(?::|như sau\.?|\.\/\.)$/.test(text) &&
      !(text.length > 250 && /[.;]$/.test(text))
    );
  if (text.startsWith('(')) return false;
  const above = lines[taken.at(-1) ?? at - 1]!;
  if (isCapitals(above.text)) return isCapitals(text);
  if (isCapitals(text)) return false;
  if (/[.;:]$/.test(above.text) || /[.;:,]$/.test(text)) return false;
  return (
    text.length < 250 &&
    (paragraph.bold === true
      ? above.paragraph.bold === true
      : paragraph.align === 'center' && above.paragraph.align === 'center')
  );
}

const ISSUER_LINE =
  /^(?:CHỦ TỊCH |BỘ TRƯỞNG |GIÁM ĐỐC |TỔNG GIÁM ĐỐC |CỤC TRƯỞNG |TRƯỞNG BAN |CHÁNH ÁN |VIỆN TRƯỞNG |HIỆU TRƯỞNG |THỐNG ĐỐC |TỔNG CỤC TRƯỞNG |CHÁNH VĂN PHÒNG |TỔNG THANH TRA |CHỦ NHIỆM )?(?:ỦY BAN |UỶ BAN |HỘI ĐỒNG |UBND |HĐND |BỘ |SỞ |CỤC |TỔNG CỤC |CHI CỤC |BAN |NGÂN HÀNG |VIỆN |TRƯỜNG |CHÍNH PHỦ$|QUỐC HỘI$|VĂN PHÒNG |CÔNG AN |THANH TRA |TÒA ÁN |BẢO HIỂM |NƯỚC$|TỔNG CÔNG TY |TẬP ĐOÀN )|^(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|CHỦ TỊCH NƯỚC|TỔNG BÍ THƯ)/;

/** The issuer as it stands between the title of a decision and its bases, or above the addressees of a telegram. */
export function isIssuerLine(text: string): boolean {
  if (text.length >= 160 || !/^\p{Lu}/u.test(text)) return false;
  const name = issuerName(text);
  return ISSUER_LINE.test(name) && isCapitals(name) && !name.startsWith('BAN HÀNH');
}

/** Without the term of a council and the verb of a telegram. */
export function issuerName(text: string): string {
  return text
    .replace(/\s+(?:KH[ÓO][AÁ]\s+[IVXLC\d]+|NHIỆM KỲ\s+\d).*$/, '')
    .replace(/\s+điện\s*:?$/, '')
    .trim();
}

function skipReference(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (ATTACHED_LINE.test(lines[at]!.text) ||
      isIssuerLine(lines[at]!.text) ||
      /^[-_.*–—\s]+$/.test(lines[at]!.text))
  )
    at++;
  return at;
}

/** A letter has no type's name: its head ends with the addressees, or with the date. */
function letterEnd(lines: readonly Line[], from: number, end: number): number {
  const near = Math.min(end, from + 40);
  const to = lines.slice(from, near).findIndex((line) => /^Kính gửi/i.test(line.text));
  if (to >= 0) {
    let at = from + to + 1;
    const block = lines[from + to]!.block;
    while (
      at < near &&
      !(at > from + to + 1 && lines[at - 1]!.text.endsWith('.')) &&
      (lines[at]!.block === block || /^[-–+•*]\s?\S/.test(lines[at]!.text)) &&
      lines[at]!.text.length < 200
    )
      at++;
    return at;
  }
  let last = from;
  for (let at = from; at < Math.min(end, from + 80); at++) {
    const { text } = lines[at]!;
    if (opensBasis(text) || /^(?:Điều|Chương)\s/.test(text) || /^[IVX]{1,3}\.\s/.test(text)) break;
    if (isHeadLine(text)) last = at + 1;
  }
  return last;
}

function isHeadLine(text: string): boolean {
  if (MOTTO.test(text) || PARTY_MOTTO.test(text) || /,\s?ngày[\s.…]/.test(text.slice(0, 60))) return true;
  return text.length < 200 && /^(?:Số\s?:|Số\s?\d|Số hiệu|V\/v\s)/i.test(text);
}

/** Where signature or recipients begin: the last lines of a part are short and hold no sentence. */
function tailStart(lines: readonly Line[], body: number, end: number): number {
  let tail = end;
  for (let at = end - 1; at >= body; at--) {
    const { text, cell } = lines[at]!;
    if (RECIPIENTS.test(text)) tail = at;
    else if (isSignature(text)) tail = at;
    else if (/\.\s?\/\s?\.?$/.test(text) || text.length > 400 || (cell && cell.columns > 4)) break;
    else if (tail < end && !couldBeTail(text)) break;
    else if (tail === end && end - at > 60) break;
  }
  return tail;
}

function couldBeTail(text: string): boolean {
  return /^[-–+•*]\s?\S/.test(text)
    ? text.length < 250
    : text.length < 90 && !/[.:]$/.test(text.trimEnd().replace(/Lưu.*$/, ''));
}

export function titleText(lines: readonly Line[], zone: Zones): string | null {
  const inline = zone.typeLine === null ? '' : inlineTitle(lines[zone.typeLine]!.text);
  const texts = [inline, ...zone.titleLines.map((at) => lines[at]!.text)].filter((text) => text !== '');
  const joined = texts
    .join(' ')
    .replace(/\s*\((?:Ban hành k|K)èm theo.*$/i, '')
    .trim();
  return joined === '' ? null : joined;
}

/** What stands behind the type's name on its own line. */
function inlineTitle(text: string): string {
  const annex =
    /^(?:\d{1,2}\.\s+)?PHỤ LỤC(?:\s+(?:SỐ\s+)?[IVXLC\d]{1,5}[A-Z]?(?![\p{L}\d]))?\s*[:.-]?\s*/iu.exec(text);
  if (annex) return text.slice(annex[0].length);
  const bare = text.replace(/^DỰ THẢO\s+/, '');
  const type = typeAtStart(bare);
  if (type === null) return isCapitals(text) ? text : '';
  return bare
    .slice(type.name.length)
    .replace(/^\s*(?:[:.]\s*$|LIÊN TỊCH(?=\s|$))/, '')
    .trim();
}

// What stands above the type's name: agencies, number, place and date (Decree 30/2020, Annex I, II.1–4).
import type { Span } from '../tree.ts';
import { dateAt, isoDate } from './dates.ts';
import { isCapitals, type Line } from './lines.ts';
import { numbersIn, type FoundNumber } from './numbers.ts';
import { MOTTO, PARTY_MOTTO } from './words.ts';

export interface Placed<Value> {
  readonly value: Value;
  readonly span: Span;
}

const NUMBER_LABEL = /(?:^|[\s|])(?:Số|SỐ|So|Sô)\s?(?:hiệu\s?)?[:.;]?\s*(?=[\d.…_/ -])/u;

/** "Số: 58/KH-UBND"; null where the digits are left blank. */
export function headNumber(lines: readonly Line[]): Placed<FoundNumber> | null {
  for (const line of lines) {
    const label = NUMBER_LABEL.exec(line.text);
    const from = label ? label.index + label[0].length : 0;
    if (!label && (line.text.length > 40 || !/^\d/.test(line.text))) continue;
    const rest = line.text.slice(from, from + 80);
    const found = numbersIn(rest)[0];
    if (found && found.start < 4)
      return { value: found, span: [line.span[0] + from + found.start, line.span[0] + from + found.end] };
    const partial = found ? null : /^\s{0,3}(\d{1,5})\s?[-/]\s?([A-ZĐ]{2,}[\p{L}\d-]*)/u.exec(rest);
    if (partial) {
      const number = {
        number: `${partial[1]}/${partial[2]}`,
        start: 0,
        end: partial[0].length,
        first: partial[2]!.split('-')[0]!,
        organ: '',
      };
      return { value: number, span: [line.span[0] + from, line.span[0] + from + partial[0].length] };
    }
  }
  return null;
}

/** The symbol of a draft whose digits are blank: "Số:      /KH-UBND" still says what it is. */
export function blankSymbol(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const found = /(?:Số|SỐ)\s?[:.]?[\s.…_]*[-/]\s?([A-ZĐ][\p{L}]{0,6})[-/]/u.exec(line.text);
    if (found) return found[1]!;
  }
  return null;
}

const PLACE = String.raw`((?:\p{Lu}|đ)[^,;:()\d|/]{1,45}?)`;
const DATED = new RegExp(
  String.raw`${PLACE}\s?[,.]\s?(?:ngày|Ngày|ngay)\s{0,3}([\d.…_ ]{0,12}?)\s{0,3}(?:tháng|thang)\s{0,3}([\d.…_ ]{0,12}?)\s{0,3}năm\s{0,3}(\d{4}|20[.…_\s\d]{0,6})?`,
  'u',
);
const SHORT = new RegExp(
  String.raw`${PLACE}\s?,\s?(?:ngày\s{1,2})?(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})`,
  'u',
);

export interface PlaceDate {
  readonly place: Placed<string> | null;
  readonly date: Placed<string> | null;
}

/** "Yên Bái, ngày 11 tháng 3 năm 2019"; the date is null where its day or month is left blank. */
export function placeAndDate(lines: readonly Line[]): PlaceDate | null {
  for (const line of lines) {
    const found = readPlaceDate(line);
    if (found) return found;
  }
  return null;
}

function readPlaceDate(line: Line): PlaceDate | null {
  const text = line.text;
  if (text.length > 400 || !/[,.]\s?(?:ngày|Ngày|ngay|\d)/.test(text)) return null;
  // "Số: 254/QĐ-UBND Sơn La, ngày …": the number before the place is no part of it.
  const number = numbersIn(text.slice(0, 160)).findLast((one) => one.end < text.indexOf(', '));
  const from = number?.end ?? 0;
  const rest = text.slice(from);
  const written = DATED.exec(rest);
  if (written) {
    const iso = isoDate(Number(written[4]), Number(written[3]), Number(written[2]));
    const blank = written[2]!.trim() === '' || written[3]!.trim() === '';
    return placed(line, from + written.index, written[1]!, written[0].length, blank ? null : iso);
  }
  const short = SHORT.exec(rest);
  if (!short) return null;
  const date = dateAt(rest, short.index + short[0].length);
  return date && placed(line, from + short.index, short[1]!, date.end - short.index, date.iso);
}

const KINDS_BEFORE =
  /^.*(?:ĐẢNG CỘNG SẢN VIỆT NAM|HỒ CHÍ MINH(?=\s\S)|Độc lập|Tự do|Hạnh phúc|UBND|[\s\-–—_]{4,})\s*/u;

function placed(line: Line, at: number, rawPlace: string, length: number, iso: string | null): PlaceDate {
  const cut = KINDS_BEFORE.exec(rawPlace)?.[0].length ?? 0;
  const place = rawPlace.slice(cut).trim();
  const start = line.span[0] + at + cut;
  return {
    place: place === '' ? null : { value: place, span: [start, start + place.length] },
    date: iso === null ? null : { value: iso, span: [start, line.span[0] + at + length] },
  };
}

/** Heads of agencies' names in capitals. */
export const AGENCY_HEAD =
  /^(?:UBND|UỶ BAN|ỦY BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỤC|TỔNG CỤC|CHI CỤC|BAN|TIỂU BAN|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|LIÊN HIỆP|QUỸ|HẢI QUAN|THUẾ|CHI NHÁNH|TỔNG LIÊN ĐOÀN|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|TỈNH ĐỘI|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|QUẬN ỦY|THỊ ỦY|ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|TRUNG ƯƠNG|ĐOÀN|TRƯỜNG|VIỆN|TẬP ĐOÀN|TỔNG CÔNG TY|CÔNG TY|LIÊN ĐOÀN|LIÊN MINH|HỘI|HIỆP HỘI|BẢO HIỂM|BỆNH VIỆN|ĐÀI|BÁO|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|THANH TRA|KHO BẠC|NGÂN HÀNG|TOÀ ÁN|TÒA ÁN|VIỆN KIỂM SÁT|MẶT TRẬN|ỦY VIÊN|THÔNG TẤN|KIỂM TOÁN|HỌC VIỆN|ĐẠI HỌC|CHỦ TỊCH NƯỚC|QUÂN KHU|TỔ CÔNG TÁC|TỔ ĐỀ ÁN|BCĐ|BCH|ĐẶC KHU|XÃ|BHXH|SỞ\.|LĐLĐ|ĐTN)(?![\p{L}])/u;

/** Two columns of a letterhead that ran together are shorter. */
const LONGEST_LINE = 400;

/** Agencies above the type's name, from the top down, as printed. */
export function headAgencies(lines: readonly Line[]): Placed<string>[] {
  const agencies: { text: string; start: number; end: number }[] = [];
  for (const line of lines) {
    if (line.text.length > LONGEST_LINE) continue;
    if (line.cell && line.cell.column > 0 && line.cell.columns > 1 && MOTTO.test(line.text)) continue;
    for (const text of splitAgencies(line, agencyText(line.text))) {
      if (!isCapitals(text) || text.length > 150) continue;
      const last = agencies.at(-1);
      const end = line.span[0] + line.text.indexOf(text) + text.length;
      if (isHead(text, last?.text)) agencies.push({ text, start: end - text.length, end });
      else if (
        last &&
        !/^(?:DỰ THẢO|HỎA TỐC|KHẨN|PHIẾU|GIẤY|LỊCH|BẢN |ĐƠN |THƯ |THƯỢNG KHẨN|XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ|MẬT|[*\d])/.test(
          text,
        )
      ) {
        last.text = `${last.text} ${text}`;
        last.end = end;
      }
    }
  }
  return agencies.map(({ text, start, end }) => ({ value: text, span: [start, end] }));
}

/** "XÃ TÂN LẬP" below "ỦY BAN NHÂN DÂN", "BỘ ĐỘI BIÊN PHÒNG" below "BAN CHỈ HUY" go on with a name. */
function isHead(text: string, above: string | undefined): boolean {
  if (!AGENCY_HEAD.test(text)) return false;
  return (
    above === undefined ||
    !(
      /^(?:XÃ|ĐẶC KHU|BỘ ĐỘI)(?![\p{L}])/u.test(text) ||
      /(?:^|\s)(?:VÀ|CỦA|CHỈ HUY|CHỈ ĐẠO|THỰC HIỆN|[-–,])$/.test(above)
    )
  );
}

const INNER_HEAD =
  /\s(?=(?:SỞ|PHÒNG|VĂN PHÒNG|CÔNG AN|TRUNG TÂM|CHI CỤC|CỤC|THANH TRA|BAN (?:CHỈ ĐẠO|CHỈ HUY|QUẢN LÝ|TUYÊN GIÁO|DÂN TỘC|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|THƯỜNG|CHẤP HÀNH|AN TOÀN)|BỘ CHỈ HUY|ĐÀI PHÁT|BÁO|TRƯỜNG|BỆNH VIỆN)(?=\s|$))/u;
const PARENT =
  /^(?:(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s\S|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) [ỦU][YỶ]|BỘ (?!CHỈ HUY|TƯ LỆNH|ĐỘI)\S+\s\S|BỘ CHỈ HUY .*(?:TỈNH|THÀNH PHỐ)\s\S|TỔNG CỤC \S|ỦY BAN MTTQ|ĐẢNG BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG)/u;

/** Parent and agency that ran together on one line: the agency is bold, or begins with a head of its own. */
function splitAgencies(line: Line, text: string): string[] {
  if (text === '') return [];
  const bold = line.paragraph.runs?.find((run) => run.bold)?.span[0];
  const from = line.span[0] + line.text.indexOf(text);
  if (bold !== undefined && bold > from && bold < from + text.length && PARENT.test(text)) {
    const cut = bold - from;
    const inside = text.slice(cut).trim();
    if (AGENCY_HEAD.test(inside)) return [text.slice(0, cut).trim(), inside];
  }
  const parent = PARENT.exec(text);
  const found = parent ? INNER_HEAD.exec(text.slice(parent[0].length)) : null;
  if (!parent || !found) return [text];
  const cut = parent[0].length + found.index;
  return [text.slice(0, cut), text.slice(cut + 1)];
}

/** The left column of a line on which two columns ran together. */
function agencyText(text: string): string {
  if (PARTY_MOTTO.test(text)) return '';
  const motto = MOTTO.exec(text);
  const left = motto ? text.slice(0, motto.index) : text;
  const number = NUMBER_LABEL.exec(left);
  return (number ? left.slice(0, number.index) : left)
    .replace(/ĐẢNG CỘNG SẢN VIỆT NAM/, '')
    .replace(/[\s\-–—_*=~.]+$/, '')
    .trim();
}

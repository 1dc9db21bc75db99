// The fixed words of an official document and how they are put together (Decree 30/2020, Annex I, parts II and III): one for all writers.

import { DECREE_30_TYPES, typeName } from '../gazetteer/document-types.ts';
import { properName } from '../recognise/casing.ts';
import type { Attached, Block, Line, OfficialDocument, Words } from './official.ts';

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** In place of the national title in documents of the Party. */
export const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';
export const RECIPIENTS = 'Nơi nhận:';
export const ADDRESSEES = 'Kính gửi:';

/** Room left by hand for what is not decided yet. */
const OPEN = '\u00a0'.repeat(6);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A letter has no type's name; its subject stands under the number. */
export function isLetter(document: OfficialDocument): boolean {
  return document.type === 'CV';
}

/** "KẾ HOẠCH" (cell 5a); null for a letter. */
export function typeLine(document: OfficialDocument): string | null {
  if (isLetter(document) || document.type === '') return null;
  return (document.typeName ?? typeName(document.type) ?? document.type).toUpperCase();
}

/** Lines of an agency's name: "ỦY BAN NHÂN DÂN" and below it the place (cell 2). */
export function agencyLines(name: string): string[] {
  const lines = name.toUpperCase().split('\n');
  return lines.flatMap((line) => {
    const parted = /^((?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (.+)$/.exec(line.trim());
    return parted ? [parted[1]!, parted[2]!] : halves(line.trim());
  });
}

/** Letters that stand on one line of the left column. */
const AGENCY_LINE = 26;

/** A long name is broken before the "VÀ" nearest to its middle, so that no half of a word stands alone: "SỞ VĂN HÓA, THỂ THAO / VÀ DU LỊCH". */
function halves(name: string): string[] {
  if (name.length <= AGENCY_LINE) return [name];
  const breaks = [...name.matchAll(/ (?=VÀ )/g)].map(({ index }) => index);
  const off = (at: number): number => Math.abs(at - name.length / 2);
  const at = breaks.toSorted((a, b) => off(a) - off(b))[0];
  return at === undefined || off(at) > name.length / 4 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** "Số: 05/KH-UBND" (cell 3): numbers under 10 with a zero before. */
export function numberLine({
  number,
  symbol,
  party,
}: Pick<OfficialDocument, 'number' | 'symbol' | 'party'>): string {
  // The Party writes "Số 15-KH/TU" (Hướng dẫn 36-HD/VPTW).
  return party
    ? `Số ${number ?? OPEN}-${symbol}`
    : `Số: ${number === null ? OPEN : twoDigits(number)}/${symbol}`;
}

/** "ngày 05 tháng 02 năm 2026": a zero before days under 10 and before months 1 and 2 (II.4.b). */
export function dateWords(date: string | null): string {
  if (date === null) return `ngày ${OPEN} tháng ${OPEN} năm ${OPEN}`;
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** Cell 4. */
export function dateLine({ place, date }: Pick<OfficialDocument, 'place' | 'date'>): string {
  return place === '' ? dateWords(date) : `${place}, ${dateWords(date)}`;
}

/** Cells 5a and 5b: "V/v …" of a letter; "Về việc …" before a title that begins with a small letter. */
export function titleLine(document: OfficialDocument): string {
  if (isLetter(document)) return `V/v ${document.title}`;
  const first = document.title.charAt(0);
  return first !== first.toUpperCase() ? `Về việc ${document.title}` : document.title;
}

/** What stands between the legal bases and the articles; null for types that decide nothing. */
export function decidesLine(document: Pick<OfficialDocument, 'type'>): string | null {
  if (document.type === 'QĐ') return 'QUYẾT ĐỊNH:';
  return document.type === 'NQ' ? 'QUYẾT NGHỊ:' : null;
}

/** A list, one a line: ";" after each, "." after the last (II.6.a, II.9.d). */
export function listed(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const bare = line.trim().replace(/[;.]+$/, '');
    return `${bare}${at === lines.length - 1 ? '.' : ';'}`;
  });
}

/** Nơi nhận (9b): dashes, ";", and the drafter's sign and number of copies (cell 12) behind the archive's line. */
export function recipientLines({ recipients, drafter }: OfficialDocument): string[] {
  const lines = listed(recipients).map((line) => `- ${line}`);
  const last = lines.pop();
  if (last === undefined) return [];
  return [...lines, drafter === undefined ? last : `${last} ${drafter}`];
}

/** "- Bộ Ngoại giao;" (9a): dashes only where several are addressed. */
export function addresseeLines({ addressees }: OfficialDocument): string[] {
  if (addressees.length < 2) return addressees.map((each) => each.trim());
  return listed(addressees).map((line) => `- ${line}`);
}

/** What stands before the addressees: "Kính gửi:"; a telegram has its sender there, "CHỦ TỊCH … điện:" (Annex III, form 1.6). */
export function addressingLine({ type, authority, agency }: OfficialDocument): string {
  return isTelegram({ type })
    ? `${(authority ?? agency).replaceAll('\n', ' ').toUpperCase()} điện:`
    : ADDRESSEES;
}

/** A telegram names who sends it before whom it is sent to, and nowhere else. */
export const isTelegram = ({ type }: Pick<OfficialDocument, 'type'>): boolean => type === 'CĐ';

/** True for a plan, rules … issued by a decision: it bears the agency's name and the national title (Annex III, form 1.3). */
export function bearsHeader(attached: Attached): boolean {
  const type = attached.type.toLowerCase();
  return Object.values(DECREE_30_TYPES).some((name) => `${type} `.startsWith(`${name.toLowerCase()} `));
}

/** Documents of the Party bear their letterhead once. */
export const repeatsLetterhead = (document: OfficialDocument, attached: Attached): boolean =>
  bearsHeader(attached) && !document.party;

export function isAnnex(attached: Attached): boolean {
  return attached.type.toLowerCase() === 'phụ lục';
}

/** "KẾ HOẠCH", "Phụ lục II": an annex is written small and numbered where there are two or more (III.1.a, b). */
export function attachedTypeLine(document: OfficialDocument, attached: Attached): string {
  if (opensTitle(attached)) return '';
  if (!isAnnex(attached)) return attached.type.toUpperCase();
  const annexes = document.attached.filter(isAnnex);
  return annexes.length < 2 ? 'Phụ lục' : `Phụ lục ${roman(annexes.indexOf(attached) + 1)}`;
}

/** "DANH MỤC CÁC NHIỆM VỤ": a list whose title begins with its type bears it once. */
function opensTitle(attached: Attached): boolean {
  const { type, title } = attached;
  return type !== '' && !bearsHeader(attached) && title.toUpperCase().startsWith(`${type.toUpperCase()} `);
}

/** The title of an annex, list or form is in capitals (III.1.b), that of a plan or set of rules as it is. */
export function attachedTitleLine(attached: Attached): string {
  return bearsHeader(attached) || attached.type === '' ? attached.title : attached.title.toUpperCase();
}

/** "(Kèm theo Quyết định số 58/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Sông Thao)" (III.1.c). */
export function referenceLine(document: OfficialDocument, attached: Attached): string {
  if (attached.reference !== undefined) return attached.reference;
  const name = isLetter(document) ? 'Công văn' : (typeName(document.type) ?? 'Văn bản');
  const number = numberLine(document).replace('Số:', 'số');
  return `(Kèm theo ${name} ${number} ${dateWords(document.date)} của ${issuerName(document)})`;
}

/** The issuer as in a sentence: "Chủ tịch Ủy ban nhân dân tỉnh Sông Thao". */
export function issuerName({ authority, agency }: OfficialDocument): string {
  return properName((authority ?? agency).replaceAll('\n', ' ').toUpperCase());
}

/** What is issued with a document ends as that does; annexes do not. */
export const attachedBody = (attached: Attached): readonly Block[] =>
  bearsHeader(attached) ? closed(attached.body) : attached.body;

/** The last line of a text ends with "./." (the forms of Annex III). */
export function closed(body: readonly Block[]): readonly Block[] {
  const last = body.at(-1);
  if (last?.type !== 'text' || last.heading) return body;
  return [...body.slice(0, -1), { ...last, line: closedLine(last.line) }];
}

function closedLine(line: Line): Line {
  if (typeof line === 'string') return closedText(line);
  const last = line.at(-1);
  if (!last) return line;
  const words: Words = { ...last, text: closedText(last.text) };
  return [...line.slice(0, -1), words];
}

const closedText = (text: string): string =>
  /\.\/\.\s*$/.test(text) ? text : `${text.trimEnd().replace(/[.;,:]+$/, '')}./.`;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function roman(value: number): string {
  let rest = value;
  let out = '';
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      out += letters;
      rest -= worth;
    }
  return out;
}

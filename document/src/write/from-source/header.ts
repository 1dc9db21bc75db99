// Letterhead, type and title of a document that was read, as they are to be written again.
import { headAgencies } from '../../recognise/letterhead.ts';
import type { Line } from '../../recognise/lines.ts';
import { PARTY_MOTTO } from '../../recognise/words.ts';
import type { Zones } from '../../recognise/zones.ts';
import type { Header } from '../../tree.ts';
import type { OfficialDocument } from '../official.ts';
import { longName } from './names.ts';

type Letterhead = Pick<
  OfficialDocument,
  | 'type'
  | 'typeName'
  | 'superior'
  | 'agency'
  | 'number'
  | 'symbol'
  | 'place'
  | 'date'
  | 'title'
  | 'party'
  | 'urgency'
  | 'circulation'
>;

export function letterheadOf(lines: readonly Line[], main: Zones, header: Header): Letterhead {
  const head = lines.slice(main.start, main.typeLine ?? main.titleLines[0] ?? main.bases);
  const party = head.some((line) => PARTY_MOTTO.test(line.text));
  const type = header.type ?? main.type ?? '';
  const named = longName(lines, main);
  return {
    type,
    ...(named && { typeName: named.type }),
    ...agencies(head, header),
    ...numbered(head, header),
    place: header.place ?? '',
    date: header.issuedOn,
    title: type === 'CV' ? subject(head, header.title ?? '') : plainTitle(named?.title ?? header.title ?? ''),
    ...(party && { party }),
    ...stamps(head),
  };
}

/** As printed; without a letterhead, as the document names its issuer. */
function agencies(head: readonly Line[], header: Header): Pick<Letterhead, 'superior' | 'agency'> {
  const printed = headAgencies(head).map(({ value }) => value);
  const agency = printed.pop();
  if (agency !== undefined) return { superior: printed.length > 0 ? printed.join('\n') : null, agency };
  return {
    superior: header.parent?.toUpperCase() ?? null,
    agency: (header.issuer ?? '').replace(OF_PERSON, '').toUpperCase(),
  };
}

/** "Chủ tịch Ủy ban nhân dân tỉnh": the agency is what the person heads. */
const OF_PERSON = /^(?:Chủ tịch|Bộ trưởng|Giám đốc|Cục trưởng|Trưởng ban)\s(?=\p{Lu})(?!Nước|nước)/u;

const NUMBERED = /^(\d{1,5})\s?([/-])\s?(.+)$/u;
const OPEN = /^Số\s?[:.]?[\s.…_]*([-/])\s?(\S.*)$/iu;

function numbered(head: readonly Line[], header: Header): Pick<Letterhead, 'number' | 'symbol'> {
  const written = NUMBERED.exec(header.number ?? '');
  if (written) return { number: Number(written[1]), symbol: written[3]! };
  const open = head.map((line) => OPEN.exec(line.text)).find((found) => found !== null);
  const symbol = open?.[2]?.split(/\s{2,}|\s(?=\p{Lu}\p{Ll})/u)[0]?.trim();
  return { number: null, symbol: symbol ?? '' };
}

const plainTitle = (title: string): string => (/^Về việc (?=\p{Ll})/u.test(title) ? title.slice(8) : title);

/** "V/v đôn đốc …": in small letters as the letter has it. */
function subject(head: readonly Line[], title: string): string {
  const first = head.map((line) => /(?:V\/v|Về việc)\s?[:.]?\s+(\S)/iu.exec(line.text)?.[1]).find(Boolean);
  return first !== undefined && first === first.toLowerCase() && first === title.charAt(0).toLowerCase()
    ? first + title.slice(1)
    : title;
}

const URGENCIES = ['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'] as const;
const CIRCULATIONS = ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'] as const;

function stamps(head: readonly Line[]): Pick<Letterhead, 'urgency' | 'circulation'> {
  const urgency = URGENCIES.find((words) => head.some(({ text }) => text === words));
  const circulation = CIRCULATIONS.find((words) => head.some(({ text }) => text === words));
  return { ...(urgency && { urgency }), ...(circulation && { circulation }) };
}

// Labelled fields of a task: "Cơ quan chủ trì: …", "- Thời gian thực hiện: …", "(Đơn vị phối hợp: …; hoàn thành: …)".
import type { Mention, Span } from '../../tree.ts';
import { agenciesOfField } from '../agencies.ts';
import { wordsOf } from '../agencies-words.ts';
import { dueOfField } from '../due.ts';
import type { Roles } from './roles.ts';
import { partnersIn } from './partners.ts';
import { leadsIn } from './roles.ts';
import { unique } from './unique.ts';

export type FieldRole = 'lead' | 'coordinating' | 'both' | 'time' | 'content' | 'product' | 'other';

export interface Field {
  readonly role: FieldRole;
  /** From the label on. */
  readonly span: Span;
  readonly value: Span;
}

const AGENCY_WORD =
  /(?:^|[^\p{L}])(?:cơ quan|đơn vị|bộ phận|phòng|cá nhân|người|cán bộ|lãnh đạo|sở|chủ trì|trách nhiệm|phụ trách|đầu mối|phân công|tham mưu)(?!\p{L})/iu;

/** The role of a label or of a table's column head, by its words. */
export function roleOf(label: string): FieldRole | null {
  const low = label.toLowerCase();
  if (/đơn vị tính|đvt/u.test(low)) return 'other';
  const coordinating = /phối\s?hợp/u.test(low);
  if (coordinating && /chủ trì/u.test(low)) return 'both';
  if (/^(?:nội dung|nhiệm vụ|công việc|tên)/u.test(low)) return 'content';
  if (coordinating) return 'coordinating';
  if (/sản phẩm|kết quả|đầu ra|mục tiêu/u.test(low)) return 'product';
  if (/thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm|kỳ hạn|hạn chót/u.test(low)) return 'time';
  if (/kinh phí|dự toán|nguồn/u.test(low)) return 'other';
  if (AGENCY_WORD.test(low)) return 'lead';
  return /nội dung|nhiệm vụ|công việc|hoạt động/u.test(low) ? 'content' : null;
}

// What a label may begin with; then at most a few words up to the colon.
const LABEL =
  /(?:các )?(?:cơ quan|đơn vị|bộ phận|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|hoàn thành|nội dung|nhiệm vụ|sản phẩm|kết quả|kinh phí|địa điểm|đối tượng|số lượng|hình thức|quy mô|phạm vi|thành phần|phân công|phụ trách|người|trách nhiệm|lãnh đạo|nguồn kinh phí|dự toán|lộ trình|phương thức|địa bàn|yêu cầu|mục đích|chỉ tiêu|thực hiện)[^:.;()\n]{0,48}:/iy;
const NOT_LABEL =
  /phối hợp (?:chặt chẽ )?(?:với|các|cùng)|sau( đây)?:$|như sau|trong đó|gồm|cụ thể|chủ trì, phối hợp với|triển khai (?:các|thực hiện)|các nội dung|các nhiệm vụ/iu;

/** The field that a paragraph begins with, or null. `start`, `end`: its text without marker. */
export function fieldAt(text: string, start: number, end: number): Field | null {
  let from = start;
  while (from < end && /[(*\s]/u.test(text[from]!)) from++;
  LABEL.lastIndex = from;
  const label = LABEL.exec(text)?.[0];
  if (label === undefined || from + label.length > end || NOT_LABEL.test(label)) return null;
  const role =
    performed(label, text.slice(from + label.length, end)) ?? roleOf(label.slice(0, -1)) ?? 'other';
  if (
    role === 'lead' &&
    !LEADS.test(label) &&
    !/^(?:các )?(?:cơ quan|đơn vị|bộ phận|người)\s*:/iu.test(label)
  )
    return null;
  return { role, span: [start, end], value: [from + label.length, end] };
}

/** "Thực hiện: cả năm", "Thực hiện: Phòng A": the value tells whether it is the time or the agency. */
function performed(label: string, value: string): FieldRole | null {
  if (!/^thực hiện\s*:/iu.test(label)) return null;
  return dueOfField(value, { year: 2000 }) === null ? 'lead' : 'time';
}

const INLINE =
  /(?:cơ quan|đơn vị|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|hoàn thành|sản phẩm|bộ phận|người phụ trách|phân công)[^:.;()\n,\d]{0,36}:/giu;

export const isTelling = ({ role }: Field): boolean =>
  role === 'lead' || role === 'both' || role === 'time' || role === 'coordinating';

const LEADS = /chủ trì|thực hiện|phụ trách|trách nhiệm|đầu mối|tham mưu|phân công/iu;

/** The labelled fields inside a paragraph, behind the work they belong to. */
export function fieldsInside(text: string, start: number, end: number): Field[] {
  const part = text.slice(start, end);
  if (!part.includes(':')) return [];
  const found: { role: FieldRole; from: number; value: number }[] = [];
  INLINE.lastIndex = 0;
  for (let match = INLINE.exec(part); match !== null; match = INLINE.exec(part)) {
    const role = NOT_LABEL.test(match[0]) ? null : roleOf(match[0].slice(0, -1));
    if (role !== null && (role !== 'lead' || LEADS.test(match[0])) && opensField(part, match.index))
      found.push({ role, from: match.index, value: match.index + match[0].length });
  }
  return found.map(({ role, from, value }, i) => {
    const next = found[i + 1]?.from ?? part.length;
    return { role, span: [start + from, start + next], value: trimmed(text, start + value, start + next) };
  });
}

/** A label stands at a clause's start: after "(", ".", ";", "," or a dash. */
const opensField = (part: string, at: number): boolean =>
  at === 0 || /[(.;,:+\n–-]\s*$/u.test(part.slice(Math.max(0, at - 3), at));

export function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s,;.*-]/u.test(text[start]!)) start++;
  while (end > start && /[\s,;.)(/*-]/u.test(text[end - 1]!)) end--;
  if (text.slice(start, end).includes('(') && text[end] === ')') end++;
  return [start, end];
}

const CHAIR = /chủ trì|đầu mối|phối hợp/iu;

/** The agencies of a lead, coordinating or mixed field: "Sở A chủ trì, Sở B phối hợp" tells its own roles. */
export function agenciesOf(
  text: string,
  [start, end]: Span,
  role: 'lead' | 'coordinating' | 'both',
  reason: string,
): Roles {
  const value = text.slice(start, end);
  const bracketed = rolesInBrackets(text, start, value, reason);
  if (bracketed !== null) return bracketed;
  const labelled = fieldsInside(text, start, end).filter(
    (field) => field.role === 'lead' || field.role === 'coordinating',
  );
  const first = labelled[0]?.span[0];
  if (first !== undefined && first > start) {
    const behind = joined(
      labelled.map((field) =>
        agenciesOf(text, field.value, field.role === 'lead' ? 'lead' : 'coordinating', reason),
      ),
    );
    return joined([
      agenciesOf(text, trimmed(text, start, first), role === 'both' ? 'lead' : role, reason),
      behind,
    ]);
  }
  if (first === start)
    return joined(
      labelled.map((field) =>
        agenciesOf(text, field.value, field.role === 'lead' ? 'lead' : 'coordinating', reason),
      ),
    );
  if (CHAIR.test(value) || (role === 'lead' && hasPredicate(value))) {
    const words = wordsOf(text, start, end);
    const inside = leadsIn(text, words);
    const partners = unique([...inside.coordinating, ...partnersIn(text, words)]);
    if (inside.lead.length > 0)
      return role === 'coordinating'
        ? { lead: [], coordinating: unique([...inside.lead, ...partners]) }
        : { lead: inside.lead, coordinating: partners };
  }
  const mentions: Mention[] = unique(
    agenciesOfField(text, start, end).map(({ name, span }) => ({ name, span, reason })),
  );
  if (role === 'coordinating') return { lead: [], coordinating: mentions };
  return role === 'lead'
    ? { lead: mentions, coordinating: [] }
    : { lead: mentions.slice(0, 1), coordinating: mentions.slice(1) };
}

const ROLE_BRACKET = /([^()]+)\((chủ trì|chính|phối hợp)[^()]*\)/giu;

/** "Sở A (chủ trì); Sở B, Công an tỉnh (phối hợp)". */
function rolesInBrackets(text: string, start: number, value: string, reason: string): Roles | null {
  if (!/\((?:chủ trì|phối hợp)/iu.test(value)) return null;
  const found = [...value.matchAll(ROLE_BRACKET)].map((match) => {
    const from = start + match.index;
    const span = trimmed(text, from, from + match[1]!.length);
    const mentions = agenciesOfField(text, ...span).map((mention) => ({ ...mention, reason }));
    return /phối hợp/iu.test(match[2]!)
      ? { lead: [], coordinating: mentions }
      : { lead: mentions, coordinating: [] };
  });
  return found.length === 0 ? null : joined(found);
}

const joined = (roles: readonly Roles[]): Roles => ({
  lead: unique(roles.flatMap(({ lead }) => lead)),
  coordinating: unique(roles.flatMap(({ coordinating }) => coordinating)),
});

const PREDICATE =
  /\s(?:tham mưu|tổ chức triển khai|thực hiện|chủ động|hướng dẫn|xây dựng|triển khai|có trách nhiệm|theo dõi)\s/u;
const hasPredicate = (value: string): boolean => PREDICATE.test(value);

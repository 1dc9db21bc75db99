// What a heading or lead-in says of the paragraphs below it: whose they are, who helps, what they are, when they are due.
import type { Item, Mention, Span } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { dueOfHeading } from '../due.ts';
import { closes } from './closing.ts';
import type { Context, Mode } from './context.ts';
import { trimmed } from './fields.ts';
import { isDivision, itemsIn, textOf, wordsIn } from './nodes.ts';
import { agencyOpening, leadIn, opensWithWork, roleOpening, wholeHeading } from './openings.ts';
import { NAMELESS } from './partners.ts';
import { modeBelow, sectionOf } from './sections.ts';

/** The context for what follows an introduction or stands below a heading. */
export function below(item: Item, said: readonly Word[], context: Context): Context {
  const heading = textOf(context, item);
  const asking = heading.endsWith(':') && item.marker === 'none' ? lead(heading, said, context) : context;
  if (asking.lead !== context.lead) return asking;
  if (closes(heading, item.marker !== 'none')) return context;
  const agency = owner(context, item, said);
  if (agency !== null)
    return {
      ...context,
      group: isDivision(item) ? groupOf(item, context) : context.group,
      lead: namedOnly(agency),
      coordinating: [],
      mode: named(context.mode),
      rule: 'agency-heading',
    };
  const partners = roleOpening(context.text, said);
  if (partners !== null) return { ...context, coordinating: partners };
  if (heading.endsWith(':') && item.marker === 'none') return lead(heading, said, context);
  return titled(item, heading, context);
}

/** "Trách nhiệm của các cơ quan" names nobody. */
const namedOnly = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter(({ name }) => !NAMELESS.has(name.toLowerCase()));

export const named = (mode: Mode): Mode => (mode === 'named' || mode === 'money' ? 'list' : mode);

export function owner(context: Context, item: Item, said: readonly Word[]): readonly Mention[] | null {
  const named = item.heading || item.children.length > 0 ? whoHeads(textOf(context, item), item) : null;
  if (named !== null) return [named];
  const opening = agencyOpening(context.text, said, item.text[1]);
  if (opening !== null) return opening.duty === null ? opening.lead : null;
  return item.heading ? wholeHeading(context.text, said) : null;
}

/** "Phó Chủ tịch phụ trách …", "Cán bộ phụ trách lĩnh vực …": people with a field of their own. */
const PEOPLE =
  /^(?:(?:[Cc]ác )?(?:[Đđ]ồng chí|[Pp]hó|[Cc]án bộ|[Cc]huyên viên|[Cc]ông chức|[Vv]iên chức|[Nn]hân viên|[ỦUủu][ỷyỶY] viên|[Tt]hành viên|[Ll]ãnh đạo|[Cc]hủ tịch|[Gg]iám đốc|[Bb]í thư|[Tt]rưởng)(?!\p{L})[^.;:]{0,60}phụ trách[^.;:]{0,80}?)\s?:?$/u;
/** "Đối với Thủ đô Hà Nội", "Đối với tỉnh Sông Thao": a place stands for its authorities. */
const PLACE =
  /^Đối với ((?:[Tt]hủ đô|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị xã|[Đđ]ặc khu)(?: \p{Lu}[\p{L}’']*){1,5})\s?:?$/u;

function whoHeads(heading: string, item: Item): Mention | null {
  if (heading.length > 140) return null;
  const name = PLACE.exec(heading)?.[1] ?? PEOPLE.exec(heading)?.[0].replace(/\s?:$/, '');
  if (name === undefined) return null;
  const from = item.text[0] + heading.indexOf(name);
  return { name, span: [from, from + name.length], reason: 'heading' };
}

const ORIENTATION = /^(?:định hướng|mục tiêu|quan điểm|nguyên tắc|kết quả)/iu;

function lead(heading: string, said: readonly Word[], context: Context): Context {
  if (ORIENTATION.test(heading)) return { ...context, mode: 'none' };
  const roles = leadIn(context.text, said);
  if (roles.lead.length === 0)
    return roles.coordinating.length === 0 ? context : { ...context, coordinating: roles.coordinating };
  return {
    ...context,
    lead: roles.lead,
    coordinating: roles.coordinating,
    mode: named(context.mode),
    rule: 'lead-in',
  };
}

/** Below a heading that names no agency. */
export function titled(item: Item, heading: string, context: Context): Context {
  const asked = context.rule === 'lead-in' && context.lead.length > 0 && context.mode === 'list';
  const breaksOut = context.mode === 'targets' && sectionOf(heading) === 'other' && listsWork(item, context);
  const mode = breaksOut || asked ? 'list' : modeBelow(heading, context.mode, fallback(context));
  const due = dueOfHeading(heading);
  const span = groupOf(item, context);
  return {
    ...context,
    mode,
    group: span,
    due:
      due === null
        ? context.due
        : { due: due.due, span: [item.text[0] + due.span[0], item.text[0] + due.span[1]], reason: 'heading' },
    ...(isDivision(item) ? { lead: [], coordinating: [], rule: 'work-list' } : {}),
  };
}

/** The heading as it stands, with its number; of an article whose heading is a sentence only "Điều 2". */
export function groupOf(item: Item, { text }: Context): Span {
  const [start, end] = item.span;
  if (item.marker === 'article' && (end - start > 120 || text[end - 1] === ':' || item.children.length === 0))
    return [start, start + item.label.length];
  return trimmed(text, item.marker === 'none' ? item.text[0] : start, end);
}

const PLANS = new Set(['KH', 'CTr', 'ĐA', 'PA', 'HD', 'DA', 'DANH MỤC', 'PHỤ LỤC', 'CTHĐ']);
const fallback = ({ header, mode }: Context): Mode =>
  (header.type === null ? header.number !== null || header.issuer !== null : PLANS.has(header.type))
    ? 'list'
    : mode;

const MEASURED = /\d\s?%|\d+(?:[.,]\d+)?\s?(?:tấn|triệu|tỷ|người|ha|km|lượt|xã|hộ|m2|Mbit)/iu;

/** "3. Phát triển dịch vụ hỗ trợ" below "CHỈ TIÊU …": bullets that begin with verbs and measure nothing. */
function listsWork(item: Item, context: Context): boolean {
  const children = itemsIn(item.children);
  return (
    children.length > 1 &&
    !/mục tiêu/iu.test(context.group === null ? '' : context.text.slice(...context.group)) &&
    children.every(
      (child) =>
        child.marker === 'dash' &&
        opensWithWork(wordsIn(context, child)) &&
        !MEASURED.test(textOf(context, child)),
    )
  );
}

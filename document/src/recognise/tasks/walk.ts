// The walk through the outline: each heading narrows what the paragraphs below it are, each paragraph is asked once.
import type { Item, Mention, Node, Span, Task } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { wordsOf } from '../agencies-words.ts';
import { dueOfHeading } from '../due.ts';
import { taskOf } from './build.ts';
import { closes, reportsDifficulties } from './closing.ts';
import type { Context, Mode } from './context.ts';
import type { Field } from './fields.ts';
import { agenciesOf, fieldAt, fieldsInside, trimmed } from './fields.ts';
import { agencyOpening, leadIn, opensWithWork, roleOpening, wholeHeading } from './openings.ts';
import type { Roles } from './roles.ts';
import { leadsIn, NAMELESS, partnersIn, unique } from './roles.ts';
import { modeBelow, sectionOf } from './sections.ts';
import { tasksOfTable } from './table.ts';

/** The tasks that stand at and below some nodes, in reading order. */
export function tasksOfNodes(nodes: readonly Node[], context: Context): Task[] {
  const out: Task[] = [];
  visitAll(nodes, context, out, 0);
  return out;
}

const DEEPEST = 400;

function visitAll(nodes: readonly Node[], above: Context, out: Task[], depth: number): void {
  if (depth > DEEPEST) return;
  if (withFields(nodes, above, out)) return;
  let context = above;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'table') {
      if (context.mode !== 'none') out.push(...tasksOfTable(context, node));
      continue;
    }
    const here = isDivision(node) ? above : context;
    context = introduces(node, nodes[index + 1], here) ? below(node, here) : visit(node, here, out, depth);
  }
}

const isDivision = ({ marker }: Item): boolean =>
  marker === 'roman' ||
  marker === 'article' ||
  marker === 'part' ||
  marker === 'chapter' ||
  marker === 'section';
const textOf = (context: Context, item: Item): string => context.text.slice(...item.text).trim();
const SAID = new WeakMap<Item, Word[]>();

/** The words of a paragraph, read once. */
function words(context: Context, item: Item): Word[] {
  const known = SAID.get(item);
  if (known !== undefined) return known;
  const said = wordsOf(context.text, ...item.text);
  SAID.set(item, said);
  return said;
}
const itemsIn = (nodes: readonly Node[]): Item[] =>
  nodes.filter((node): node is Item => node.type === 'item');

/** A paragraph without children that introduces its next siblings: "… các nội dung sau:", or an agency on a line of its own. */
function introduces(item: Item, next: Node | undefined, context: Context): boolean {
  return (
    item.children.length === 0 &&
    next !== undefined &&
    item.marker === 'none' &&
    (item.heading || context.text[item.text[1] - 1] === ':')
  );
}

/** The context for what follows an introduction or stands below a heading. */
function below(item: Item, context: Context): Context {
  const heading = textOf(context, item);
  const said = words(context, item);
  const asking = heading.endsWith(':') && item.marker === 'none' ? lead(heading, said, context) : context;
  if (asking.lead !== context.lead) return asking;
  if (closes(heading, item.marker !== 'none')) return context;
  const agency = owner(context, item, said);
  if (agency !== null)
    return {
      ...context,
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

const named = (mode: Mode): Mode => (mode === 'named' || mode === 'money' ? 'list' : mode);

function owner(context: Context, item: Item, said: readonly Word[]): readonly Mention[] | null {
  const opening = agencyOpening(context.text, said, item.text[1]);
  if (opening !== null) return opening.duty === null ? opening.lead : null;
  return item.heading ? wholeHeading(context.text, said) : null;
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
function titled(item: Item, heading: string, context: Context): Context {
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
function groupOf(item: Item, { text }: Context): Span {
  const [start, end] = item.span;
  if (item.marker === 'article' && (end - start > 120 || text[end - 1] === ':' || item.children.length === 0))
    return [start, start + item.label.length];
  return trimmed(text, item.marker === 'none' ? item.text[0] : start, end);
}

const PLANS = new Set(['KH', 'CTr', 'ĐA', 'PA', 'HD', 'DA', 'DANH MỤC', 'PHỤ LỤC', 'CTHĐ']);
const fallback = ({ header, mode }: Context): Mode =>
  header.type === null || PLANS.has(header.type) ? 'list' : mode;

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
        opensWithWork(words(context, child)) &&
        !MEASURED.test(textOf(context, child)),
    )
  );
}

function visit(item: Item, context: Context, out: Task[], depth: number): Context {
  const text = textOf(context, item);
  if (text === '') division(item, context, out, depth);
  if (
    text === '' ||
    closes(text, item.marker !== 'none') ||
    (item.marker === 'none' && reportsDifficulties(text))
  )
    return context;
  if (context.mode === 'none' || (context.mode === 'report' && item.children.length === 0)) return context;
  const said = words(context, item);
  if (item.children.length === 0) {
    leaf(
      item,
      said,
      item.marker === 'article' ? { ...context, group: groupOf(item, context) } : context,
      out,
    );
    return context;
  }
  if (fieldsOf(item.children, context).length > 0 && !isSection(item) && task(item, context, out))
    return context;
  const agency = owner(context, item, said);
  const opening = agency === null ? agencyOpening(context.text, said, item.text[1]) : null;
  if (opening !== null && opening.duty !== null)
    duties(item, opening.lead, opening.duty, context, out, depth);
  else if (agency !== null || item.heading || roleOpening(context.text, said) !== null)
    branch(item, said, context, out, depth);
  else statement(item, said, context, out, depth);
  return context;
}

/** "Phần thứ hai" on a line of its own: the line below it is its title. */
function division(item: Item, context: Context, out: Task[], depth: number): void {
  const [title, ...rest] = item.children;
  const titles =
    title?.type === 'item' && title.marker === 'none' && title.heading && title.children.length === 0;
  visitAll(
    titles ? rest : item.children,
    titles ? titled(title, textOf(context, title), context) : context,
    out,
    depth + 1,
  );
}

const isSection = (item: Item): boolean => isDivision(item) && item.marker !== 'article';

/** A heading: its children are looked at in what it says of them; bullets below a bullet are its details. */
function branch(item: Item, said: readonly Word[], context: Context, out: Task[], depth: number): void {
  const detail =
    (item.marker === 'dash' || item.marker === 'plus') &&
    owner(context, item, said) === null &&
    roleOpening(context.text, said) === null;
  if (detail && context.mode !== 'targets' && itemsIn(item.children).length === item.children.length) {
    if (context.mode === 'list') withItems(item, said, context, out);
    return;
  }
  let inner = below(item, context);
  const text = textOf(context, item);
  if (statesWork(item, said, context)) emit(context, item, item.text, said, out, context.rule);
  if (text.endsWith(':') || isLong(text)) inner = withRoles(inner, context, said);
  visitAll(item.children, inner, out, depth + 1);
}

/** "2. Đề xuất nhiệm vụ năm sau." in a list that somebody was asked to do: a statement, though something stands below. */
const statesWork = (item: Item, said: readonly Word[], context: Context): boolean =>
  context.mode === 'list' &&
  context.rule === 'lead-in' &&
  /[.;]$/u.test(textOf(context, item)) &&
  said.length > SHORTEST &&
  opensWithWork(said);

const isLong = (text: string): boolean => text.length > 160;

/** "2. Sở A chủ trì, phối hợp với Sở B thực hiện các việc sau:" */
function withRoles(inner: Context, context: Context, said: readonly Word[]): Context {
  if (inner.lead !== context.lead && inner.lead.length > 0) return inner;
  const roles = leadsIn(context.text, said);
  if (roles.lead.length === 0) return inner;
  return {
    ...inner,
    lead: roles.lead,
    coordinating: partnersIn(context.text, said),
    mode: named(inner.mode),
  };
}

/** "2. Sở Tài chính: Bố trí …" with bullets below. */
function duties(
  item: Item,
  lead: readonly Mention[],
  duty: Span,
  context: Context,
  out: Task[],
  depth: number,
): void {
  const dutyText = context.text.slice(...duty).trim();
  const inner: Context = {
    ...context,
    lead,
    coordinating: [],
    mode: named(context.mode),
    rule: 'agency-heading',
  };
  if (context.mode === 'none') return;
  if (dutyText.endsWith(':')) {
    const coordinating = partnersIn(context.text, wordsOf(context.text, ...duty));
    visitAll(item.children, { ...inner, coordinating }, out, depth + 1);
    return;
  }
  emit(inner, item, duty, wordsOf(context.text, ...duty), out, 'agency-heading');
  visitAll(item.children, inner, out, depth + 1);
}

/** A statement with bullets: they detail it below a dash, and stand beside it below a number. */
function statement(item: Item, said: readonly Word[], context: Context, out: Task[], depth: number): void {
  if (item.marker === 'dash' || item.marker === 'plus') {
    if (context.mode === 'list') withItems(item, said, context, out);
    return;
  }
  leaf(item, said, context, out);
  const roles = leadsIn(context.text, said);
  const inner =
    roles.lead.length > 0 && item.marker !== 'none'
      ? { ...context, lead: roles.lead, mode: named(context.mode) }
      : context;
  visitAll(item.children, inner, out, depth + 1);
}

function withItems(item: Item, said: readonly Word[], context: Context, out: Task[]): void {
  emit(
    context,
    item,
    item.text,
    said,
    out,
    context.rule,
    itemsIn(item.children).map(({ text }) => text),
  );
}

const SHORTEST = 4;
const MONEY_LINE = /^\s*(?:nguồn |về )?(?:kinh phí|ngân sách|nguồn vốn)(?!\p{L})/iu;

function leaf(item: Item, said: readonly Word[], context: Context, out: Task[]): void {
  const { text } = context;
  const mode =
    context.mode === 'list' && MONEY_LINE.test(text.slice(item.text[0], item.text[0] + 40))
      ? 'money'
      : context.mode;
  if (mode === 'none' || mode === 'targets' || mode === 'report' || said.length < SHORTEST) return;
  const opening = agencyOpening(text, said, item.text[1]);
  if (opening?.duty != null) {
    emit(
      { ...context, lead: opening.lead, coordinating: [] },
      item,
      opening.duty,
      wordsOf(text, ...opening.duty),
      out,
      'agency-heading',
    );
    return;
  }
  if (opening !== null || isRemark(item, context)) return;
  const roles = leadsIn(text, said);
  const owned = roles.lead.length > 0;
  if (
    !owned &&
    (NOUN_LINE.test(text.slice(item.text[0], item.text[0] + 12)) || isSubjectMatter(said, context))
  )
    return;
  if (mode === 'named' || mode === 'money') {
    const opens =
      roles.lead[0]?.span[0] === said[0]!.start ||
      (roles.lead[0]?.reason.startsWith('assigned') === true && mode === 'named');
    if (!owned || (!opens && (mode === 'money' || item.marker === 'none'))) return;
  }
  if (
    mode === 'list' &&
    item.marker === 'none' &&
    !owned &&
    context.lead.length === 0 &&
    !opensWithWork(said)
  )
    return;
  emit(context, item, item.text, said, out, context.rule);
}

/** "Thời gian: …", "Địa điểm: …" on their own say something of what stands around them. */
const isRemark = (item: Item, context: Context): boolean => fieldAt(context.text, ...item.text) !== null;

/** What is to be spoken of, below "Nội dung tuyên truyền": bullets that begin with no verb. */
const isSubjectMatter = (said: readonly Word[], { text, group }: Context): boolean =>
  group !== null && SUBJECT_MATTER.test(text.slice(...group)) && !opensWithWork(said);
const SUBJECT_MATTER = /(?:nội dung|chủ đề|trọng tâm) (?:tuyên truyền|thông tin|truyền thông)|khẩu hiệu/iu;

/** "Việc ban hành văn bản;" names a thing to look at, not work to do. */
const NOUN_LINE = /^\s*việc(?!\p{L}| làm)/iu;

function emit(
  context: Context,
  item: Item,
  textSpan: Span,
  said: readonly Word[],
  out: Task[],
  rule: string,
  items: readonly Span[] = [],
): void {
  const fields = fieldsInside(context.text, ...textSpan).filter(
    ({ role, span }) => role !== 'content' && span[0] > textSpan[0],
  );
  const first = fields.find(
    ({ role }) => role === 'lead' || role === 'coordinating' || role === 'both' || role === 'time',
  );
  const end = first === undefined ? textSpan[1] : first.span[0];
  const own = first === undefined ? said : said.filter((word) => word.end <= end);
  const roles =
    first === undefined
      ? sentenceRoles(context, own)
      : merge(fieldRoles(context, fields), sentenceRoles(context, own));
  const time = fields.find(({ role }) => role === 'time')?.value ?? null;
  out.push(
    taskOf(context, {
      text: first === undefined ? textSpan : trimmed(context.text, textSpan[0], end),
      span: item.span,
      rule,
      roles,
      time,
      items,
    }),
  );
}

/** The sentence's own subject at its start wins over the heading's agency; else the heading leads. */
function sentenceRoles(context: Context, said: readonly Word[]): Roles {
  const own = leadsIn(context.text, said);
  const partners = unique([...own.coordinating, ...partnersIn(context.text, said)]);
  const first = own.lead[0];
  const starts =
    first?.span[0] === said[0]?.start &&
    (context.rule === 'lead-in' || !/^(?:các|cơ quan|đơn vị)/iu.test(first?.name ?? ''));
  const lead = context.lead.length === 0 || starts || first?.reason === 'assigned' ? own.lead : context.lead;
  return { lead, coordinating: partners.length > 0 ? partners : context.coordinating };
}

const merge = (fields: Roles, sentence: Roles): Roles => ({
  lead: fields.lead.length > 0 ? fields.lead : sentence.lead,
  coordinating: fields.coordinating.length > 0 ? fields.coordinating : sentence.coordinating,
});

function fieldRoles(context: Context, fields: readonly Field[]): Roles {
  const lead: Mention[] = [];
  const coordinating: Mention[] = [];
  for (const { role, value } of fields) {
    if (role !== 'lead' && role !== 'coordinating' && role !== 'both') continue;
    const roles = agenciesOf(context.text, trimmed(context.text, ...value), role, 'field');
    lead.push(...roles.lead);
    coordinating.push(...roles.coordinating);
  }
  return { lead: unique(lead), coordinating: unique(coordinating) };
}

/** Fields that give a role or a time among some nodes. */
function fieldsOf(nodes: readonly Node[], context: Context): { item: Item; field: Field }[] {
  const found: { item: Item; field: Field }[] = [];
  for (const item of itemsIn(nodes)) {
    const field = fieldAt(context.text, ...item.text);
    if (field !== null) found.push({ item, field });
  }
  return found.some(({ field }) => isTelling(field)) ? found : [];
}

const isTelling = ({ role }: Field): boolean =>
  role === 'lead' || role === 'both' || role === 'time' || role === 'coordinating';

/** Rule "numbered-fields": a heading with labelled fields below it is one task, its bullets are its items. */
function task(item: Item, context: Context, out: Task[]): boolean {
  if (context.mode === 'none' || context.mode === 'targets' || sectionOf(textOf(context, item)) === 'none')
    return true;
  const fields = fieldsOf(item.children, context);
  const labelled = new Set(fields.map((field) => field.item));
  const plain = itemsIn(item.children).filter((child) => !labelled.has(child));
  const last = fields.findLastIndex(({ field }) => isTelling(field));
  const segments = plain.some((child) => child.span[0] > fields[last]!.item.span[0]);
  if (segments && plain.length > 1) return false;
  const content = fields
    .filter(({ field }) => field.role === 'content')
    .flatMap(({ item: child, field }) =>
      child.children.length > 0 ? itemsIn(child.children).map(({ text }) => text) : [field.value],
    );
  const details = [...content, ...plain.map(({ text }) => text)];
  const roles = plain.length === 0 ? null : spokenRoles(plain, context);
  push(item.text, item, fields, details, context, out, roles);
  return true;
}

/** "- Phòng A chủ trì, phối hợp với Đài B thực hiện." among the fields: a sentence in place of a labelled field. */
function spokenRoles(plain: readonly Item[], context: Context): Roles | null {
  for (const child of plain) {
    const said = words(context, child);
    const { lead, coordinating } = leadsIn(context.text, said);
    if (lead[0]?.span[0] === said[0]?.start && lead.length > 0)
      return { lead, coordinating: unique([...coordinating, ...partnersIn(context.text, said)]) };
  }
  return null;
}

function push(
  text: Span,
  item: Item,
  fields: readonly { item: Item; field: Field }[],
  items: readonly Span[],
  context: Context,
  out: Task[],
  spoken: Roles | null = null,
): void {
  const time = fields.find(({ field }) => field.role === 'time')?.field.value ?? null;
  const given = fieldRoles(
    context,
    fields.map(({ field }) => field),
  );
  const roles =
    given.lead.length > 0
      ? given
      : {
          lead: spoken?.lead ?? context.lead,
          coordinating: given.coordinating.length > 0 ? given.coordinating : (spoken?.coordinating ?? []),
        };
  const end = fields.at(-1)?.item.span[1] ?? item.span[1];
  out.push(
    taskOf(context, {
      text: trimmed(context.text, ...text),
      span: [item.span[0], Math.max(end, item.span[1])],
      rule: 'numbered-fields',
      roles,
      time,
      items: items.filter(([from, to]) => to > from),
    }),
  );
}

/** Bullets, then their fields, then bullets again: each run of bullets shares the fields behind it. */
function withFields(nodes: readonly Node[], context: Context, out: Task[]): boolean {
  if (context.mode === 'none' || context.mode === 'targets') return false;
  const fields = fieldsOf(nodes, context);
  if (fields.length === 0) return false;
  const fieldOf = new Map(fields.map(({ item, field }) => [item as Node, field]));
  if (!nodes.some((node) => node.type === 'item' && !fieldOf.has(node))) return false;
  let run: Item[] = [];
  let given: { item: Item; field: Field }[] = [];
  const flush = (): void => {
    for (const item of run) {
      const items = itemsIn(item.children).map(({ text }) => text);
      push(item.text, item, given, items, context, out);
    }
    run = [];
    given = [];
  };
  for (const node of nodes) {
    const field = fieldOf.get(node);
    if (node.type === 'table') out.push(...tasksOfTable(context, node));
    else if (field !== undefined) given.push({ item: node, field });
    else {
      if (given.length > 0) flush();
      run.push(node);
    }
  }
  flush();
  return true;
}

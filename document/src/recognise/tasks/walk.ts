// The walk through the outline: each heading narrows what the paragraphs below it are, each paragraph is asked once.
import type { Item, Mention, Node, Span, Task } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { wordsOf } from '../agencies-words.ts';
import { below, groupOf, named, owner, titled } from './below.ts';
import { closes, reportsDifficulties } from './closing.ts';
import type { Context } from './context.ts';
import { stated } from './emit.ts';
import { leafTask, SHORTEST } from './leaf.ts';
import { append, isBullet, isDivision, itemsIn, textOf, wordsIn } from './nodes.ts';
import { fieldsTask, runsWithFields } from './numbered.ts';
import { agencyOpening, opensWithWork, roleOpening } from './openings.ts';
import { partnersIn } from './partners.ts';
import { leadsIn } from './roles.ts';
import { tasksOfTable } from './table.ts';

/** The tasks that stand at and below some nodes, in reading order. */
export function tasksOfNodes(nodes: readonly Node[], context: Context): Task[] {
  const out: Task[] = [];
  visitAll(nodes, context, out, 0);
  return out;
}

const DEEPEST = 400;

function visitAll(nodes: readonly Node[], above: Context, out: Task[], depth: number): void {
  if (depth > DEEPEST || runsWithFields(nodes, above, out)) return;
  let context = above;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'table') {
      if (context.mode !== 'none') append(out, tasksOfTable(context, node));
      continue;
    }
    const here = isDivision(node) ? above : context;
    if (introduces(node, nodes[index + 1], here)) context = below(node, wordsIn(here, node), here);
    else {
      visit(node, here, out, depth);
      context = here;
    }
  }
}

/** A paragraph that stands alone above its list: "… các nội dung sau:", an agency's name, a marked-up heading. */
function introduces(item: Item, next: Node | undefined, { text }: Context): boolean {
  if (item.children.length > 0 || next === undefined) return false;
  if (item.paragraph.level !== undefined && text.slice(...item.text).length < LONG) return true;
  if (item.marker === 'article' && next.type === 'item' && next.marker === 'none')
    return !/[.;:]$/u.test(text.slice(item.text[1] - 1, item.text[1]));
  return item.marker === 'none' && (item.heading || text[item.text[1] - 1] === ':');
}

function visit(item: Item, context: Context, out: Task[], depth: number): void {
  const text = textOf(context, item);
  if (text === '') return division(item, context, out, depth);
  if (closes(text, item.marker !== 'none') || (item.marker === 'none' && reportsDifficulties(text)))
    return framed(item, text, context, out, depth);
  if (context.mode === 'none' || (context.mode === 'report' && item.children.length === 0)) return;
  const said = wordsIn(context, item);
  if (item.children.length === 0) {
    const here = item.marker === 'article' ? { ...context, group: groupOf(item, context) } : context;
    const task = leafTask(item, said, here);
    if (task !== null) out.push(task);
  } else if (isSection(item) || !fieldsTask(item, context, out)) parent(item, said, context, out, depth);
}

/** "Điều 6. Trách nhiệm thi hành" heads the duties of several. */
const COMPLIANCE = /^(?:[Tt]rách nhiệm|TRÁCH NHIỆM)[^.;:]{0,40}$/u;

/** "Điều 1. Ban hành Kế hoạch … như sau:" is no task, but what it announces may hold some. */
function framed(item: Item, text: string, context: Context, out: Task[], depth: number): void {
  if ((!text.endsWith(':') && !COMPLIANCE.test(text)) || item.children.length === 0) return;
  visitAll(item.children, { ...context, group: groupOf(item, context) }, out, depth + 1);
}

const isSection = (item: Item): boolean => isDivision(item) && item.marker !== 'article';

function parent(item: Item, said: readonly Word[], context: Context, out: Task[], depth: number): void {
  const agency = owner(context, item, said);
  const opening = agency === null ? agencyOpening(context.text, said, item.text[1]) : null;
  if (opening !== null && opening.duty !== null)
    duties(item, opening.lead, opening.duty, context, out, depth);
  else if (agency === null && isSentence(item, said, context)) statement(item, said, context, out, depth);
  else if (agency !== null || item.heading || roleOpening(context.text, said) !== null)
    branch(item, said, context, out, depth);
  else statement(item, said, context, out, depth);
}

/** "2. Sở Tài chính bố trí kinh phí.": short as a heading, but it says who does what. */
function isSentence(item: Item, said: readonly Word[], context: Context): boolean {
  if (!item.heading || said.length <= SHORTEST || !textOf(context, item).endsWith('.')) return false;
  const { lead } = leadsIn(context.text, said);
  return lead.length > 0 && lead[0]!.span[0] === said[0]!.start && lead[0]!.reason === 'subject';
}

/** "Phần thứ hai" on a line of its own: the line below it is its title. */
function division(item: Item, context: Context, out: Task[], depth: number): void {
  const [title, ...rest] = item.children;
  if (title?.type === 'item' && title.marker === 'none' && title.heading && title.children.length === 0)
    visitAll(rest, titled(title, textOf(context, title), context), out, depth + 1);
  else visitAll(item.children, context, out, depth + 1);
}

/** A heading: its children are looked at in what it says of them; what details a piece of work are its items. */
function branch(item: Item, said: readonly Word[], context: Context, out: Task[], depth: number): void {
  if (isDetailed(item, said, context)) {
    if (context.mode === 'list') out.push(withItems(item, said, context));
    return;
  }
  let inner = below(item, said, context);
  const text = textOf(context, item);
  if (statesWork(item, said, context))
    out.push(stated(context, { item, text: item.text, said, rule: context.rule }));
  if (text.endsWith(':') || text.length > LONG) inner = withRoles(inner, context, said);
  visitAll(item.children, inner, out, depth + 1);
}

const LONG = 160;
const MERE_LEAD_IN =
  /(?:nội dung|nhiệm vụ|công việc|giải pháp|hoạt động|việc|biện pháp|yêu cầu|vấn đề)(?: chính| cụ thể| trọng tâm| chủ yếu)*(?: sau| dưới đây)|(?:như )?sau(?: đây)?\s*:$|(?:chủ trì|phối hợp)[^.;]*:$/iu;

/** Bullets below a bullet, or nouns below a sentence that says what to do ("Tổ chức …, tập trung vào:"), detail it. */
function isDetailed(item: Item, said: readonly Word[], context: Context): boolean {
  const children = itemsIn(item.children);
  if (context.mode === 'targets' || children.length < item.children.length) return false;
  if (owner(context, item, said) !== null || roleOpening(context.text, said) !== null) return false;
  if (isBullet(item)) return true;
  const text = textOf(context, item);
  if (context.mode !== 'list' || isDivision(item) || !text.endsWith(':') || !opensWithWork(said))
    return false;
  return (
    said.length > 8 &&
    !MERE_LEAD_IN.test(text) &&
    children.every(
      (child) =>
        child.children.length === 0 && (child.marker === 'plus' || !opensWithWork(wordsIn(context, child))),
    )
  );
}

/** "2. Đề xuất nhiệm vụ năm sau." in a list that somebody was asked to do: a statement, though something stands below. */
const statesWork = (item: Item, said: readonly Word[], context: Context): boolean =>
  context.mode === 'list' &&
  context.rule === 'lead-in' &&
  /[.;]$/u.test(textOf(context, item)) &&
  said.length > SHORTEST &&
  opensWithWork(said);

/** "2. Sở A chủ trì, phối hợp với Sở B thực hiện các việc sau:" */
function withRoles(inner: Context, context: Context, said: readonly Word[]): Context {
  if (inner.lead !== context.lead && inner.lead.length > 0) return inner;
  const { lead } = leadsIn(context.text, said);
  if (lead.length === 0) return inner;
  return { ...inner, lead, coordinating: partnersIn(context.text, said), mode: named(inner.mode) };
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
  const said = wordsOf(context.text, ...duty);
  const mode = named(context.mode);
  const inner: Context = { ...context, lead, coordinating: [], mode, rule: 'agency-heading' };
  const opens = context.text
    .slice(...duty)
    .trim()
    .endsWith(':');
  if (!opens) out.push(stated(inner, { item, text: duty, said, rule: 'agency-heading' }));
  const coordinating = opens ? partnersIn(context.text, said) : [];
  visitAll(item.children, { ...inner, coordinating }, out, depth + 1);
}

/** A statement with bullets: they detail it below a dash, and stand beside it below a number. */
function statement(item: Item, said: readonly Word[], context: Context, out: Task[], depth: number): void {
  if (isBullet(item)) {
    if (context.mode === 'list') out.push(withItems(item, said, context));
    return;
  }
  const task = leafTask(item, said, context);
  if (task !== null) out.push(task);
  const { lead } = leadsIn(context.text, said);
  const owned = lead.length > 0 && item.marker !== 'none';
  visitAll(item.children, owned ? { ...context, lead, mode: named(context.mode) } : context, out, depth + 1);
}

function withItems(item: Item, said: readonly Word[], context: Context): Task {
  const items = itemsIn(item.children).map(({ text }) => text);
  return stated(context, { item, text: item.text, said, rule: context.rule, items });
}

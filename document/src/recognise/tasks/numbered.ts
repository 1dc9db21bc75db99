// Rule "numbered-fields": labelled fields (Nội dung, Đơn vị thực hiện, Thời gian) below a heading or behind bullets.
import type { Item, Node, Span, Task } from '../../tree.ts';
import { taskOf } from './build.ts';
import type { Context } from './context.ts';
import { fieldRoles } from './emit.ts';
import type { Field } from './fields.ts';
import { fieldAt, isTelling, trimmed } from './fields.ts';
import { append, itemsIn, textOf, wordsIn } from './nodes.ts';
import type { Roles } from './roles.ts';
import { partnersIn } from './partners.ts';
import { leadsIn } from './roles.ts';
import { unique } from './unique.ts';
import { sectionOf } from './sections.ts';
import { tasksOfTable } from './table.ts';

interface Labelled {
  readonly item: Item;
  readonly field: Field;
}

/** Fields among some nodes, if at least one gives a role or a time. */
export function fieldsOf(nodes: readonly Node[], context: Context): Labelled[] {
  const found: Labelled[] = [];
  for (const item of itemsIn(nodes)) {
    const field = fieldAt(context.text, ...item.text);
    if (field !== null) found.push({ item, field });
  }
  return found.some(({ field }) => isTelling(field)) ? found : [];
}

const spansOf = (items: readonly Item[]): Span[] => items.map(({ text }) => text);

/** Bullets, then a last one that swallowed the fields of all: they belong to the heading. */
function lifted(item: Item, context: Context): { fields: Labelled[]; plain: Item[] } | null {
  const children = itemsIn(item.children);
  const last = children.at(-1);
  if (
    last === undefined ||
    children.length < 2 ||
    children.slice(0, -1).some((child) => child.children.length > 0)
  )
    return null;
  const fields = fieldsOf(last.children, context);
  return fields.length > 1 && fields.length === last.children.length ? { fields, plain: children } : null;
}

const CONTENT_HEADING = /^\s*nội dung[^:.;]{0,24}:?\s*$/iu;

/** "a) Nội dung thực hiện" above its bullets: they are the items, not it. */
const detailsOf = (plain: readonly Item[], context: Context): Span[] =>
  plain.flatMap((child) =>
    child.children.length > 0 && CONTENT_HEADING.test(textOf(context, child))
      ? spansOf(itemsIn(child.children))
      : [child.text],
  );

/** A heading with labelled fields below it is one task, its bullets are its items. False if it is something else. */
export function fieldsTask(item: Item, context: Context, out: Task[]): boolean {
  const own = fieldsOf(item.children, context);
  const raised = own.length === 0 ? lifted(item, context) : null;
  const fields = raised?.fields ?? own;
  // "Phần 1." has its title on the next line: fields below say nothing of an empty one.
  if (fields.length === 0 || isEmpty(context, item)) return false;
  if (isSilent(context) || sectionOf(textOf(context, item)) === 'none') return true;
  const labelled = new Set(fields.map((field) => field.item));
  const plain = raised?.plain ?? itemsIn(item.children).filter((child) => !labelled.has(child));
  const last = fields.findLastIndex(({ field }) => isTelling(field));
  const segments = raised === null && plain.some((child) => child.span[0] > fields[last]!.item.span[0]);
  if (segments && plain.length > 1) return false;
  const content = fields
    .filter(({ field }) => field.role === 'content')
    .flatMap(({ item: child, field }) =>
      child.children.length > 0 ? spansOf(itemsIn(child.children)) : [field.value],
    );
  const items = [...content, ...detailsOf(plain, context)];
  out.push(numberedTask(context, { item, fields, items, spoken: spokenRoles(plain, context) }));
  return true;
}

const isEmpty = ({ text }: Context, item: Item): boolean => !/\p{L}/u.test(text.slice(...item.text));

const isSilent = ({ mode }: Context): boolean => mode === 'none' || mode === 'targets';

/** "- Phòng A chủ trì, phối hợp với Đài B thực hiện." among the fields: a sentence in place of a labelled field. */
function spokenRoles(plain: readonly Item[], context: Context): Roles | null {
  for (const child of plain) {
    const said = wordsIn(context, child);
    const { lead, coordinating } = leadsIn(context.text, said);
    if (lead.length > 0 && lead[0]!.span[0] === said[0]?.start)
      return { lead, coordinating: unique([...coordinating, ...partnersIn(context.text, said)]) };
  }
  return null;
}

interface Numbered {
  readonly item: Item;
  readonly fields: readonly Labelled[];
  readonly items: readonly Span[];
  readonly spoken: Roles | null;
}

function numberedTask(context: Context, { item, fields, items, spoken }: Numbered): Task {
  const given = fieldRoles(
    context,
    fields.map(({ field }) => field),
  );
  const coordinating = given.coordinating.length > 0 ? given.coordinating : (spoken?.coordinating ?? []);
  const end = fields.at(-1)?.item.span[1] ?? item.span[1];
  return taskOf(context, {
    text: trimmed(context.text, ...item.text),
    span: [item.span[0], Math.max(end, item.span[1])],
    rule: 'numbered-fields',
    roles: given.lead.length > 0 ? given : { lead: spoken?.lead ?? context.lead, coordinating },
    time: fields.filter(({ field }) => field.role === 'time').map(({ field }) => field.value),
    items: items.filter(([from, to]) => to > from),
  });
}

/** "2. Thời gian: …" and "Điều 2. Thời gian" stand beside others, not behind them. */
const STANDING = new Set(['article', 'roman', 'number', 'decimal', 'part', 'chapter']);

/** Bullets, then their fields, then bullets again: each run of bullets shares the fields behind it. */
export function runsWithFields(nodes: readonly Node[], context: Context, out: Task[]): boolean {
  if (isSilent(context) || itemsIn(nodes).some((item) => isEmpty(context, item))) return false;
  const fields = fieldsOf(nodes, context).filter(({ item }) => !STANDING.has(item.marker));
  if (!fields.some(({ field }) => isTelling(field))) return false;
  const fieldOf = new Map<Node, Field>(fields.map(({ item, field }) => [item, field]));
  if (!nodes.some((node) => node.type === 'item' && !fieldOf.has(node))) return false;
  let run: Item[] = [];
  let given: Labelled[] = [];
  const flush = (): void => {
    for (const item of run)
      out.push(
        numberedTask(context, { item, fields: given, items: spansOf(itemsIn(item.children)), spoken: null }),
      );
    run = [];
    given = [];
  };
  for (const node of nodes) {
    const field = fieldOf.get(node);
    if (node.type === 'table') append(out, tasksOfTable(context, node));
    else if (field !== undefined) given.push({ item: node, field });
    else {
      if (given.length > 0) flush();
      run.push(node);
    }
  }
  flush();
  return true;
}

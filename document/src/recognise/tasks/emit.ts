// A paragraph that is a task: its fields at the end cut off, its roles from fields, sentence and heading, in that order.
import type { Item, Mention, Span, Task } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { taskOf } from './build.ts';
import type { Context } from './context.ts';
import type { Field } from './fields.ts';
import { agenciesOf, fieldsInside, isTelling, trimmed } from './fields.ts';
import type { Roles } from './roles.ts';
import { partnersIn } from './partners.ts';
import { leadsIn } from './roles.ts';
import { unique } from './unique.ts';

export interface Statement {
  readonly item: Item;
  readonly text: Span;
  readonly said: readonly Word[];
  readonly rule: string;
  readonly items?: readonly Span[];
}

/** The task that a statement gives in its context. */
export function stated(context: Context, { item, text, said, rule, items = [] }: Statement): Task {
  const fields = fieldsInside(context.text, ...text).filter(
    ({ role, span }) => role !== 'content' && span[0] > text[0],
  );
  const first = fields.find(isTelling);
  const end = first === undefined ? text[1] : first.span[0];
  const own = first === undefined ? said : said.filter((word) => word.end <= end);
  const spoken = sentenceRoles(context, own);
  return taskOf(context, {
    text: first === undefined ? text : trimmed(context.text, text[0], end),
    span: item.span,
    rule,
    roles: first === undefined ? spoken : merge(fieldRoles(context, fields), spoken),
    time: fields.filter(({ role }) => role === 'time').map(({ value }) => value),
    items,
  });
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

export function fieldRoles(context: Context, fields: readonly Field[]): Roles {
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

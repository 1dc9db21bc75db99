// The conditions of a formula in SQL, over a relation "x" whose columns are the fields of a register.
import { sql, type RawBuilder } from 'kysely';
import type { Filter } from './body.ts';
import type { Leaf } from './formula.ts';
import type { Field, Register, Span } from './register.ts';

export const column = (name: string) => sql`x.${sql.ref(name)}`;
const texts = (values: readonly (string | number)[]) => sql`${values.map(String)}::text[]`;

function condition(filter: Filter, field: Field, { from, to }: Span): RawBuilder<unknown> {
  const at = column(filter.field);
  const [first = ''] = filter.values;
  const cast = field.type === 'number' ? sql`::numeric` : sql`::date`;
  switch (filter.is) {
    case 'in':
      return sql`${at}::text = any(${texts(filter.values)})`;
    case 'not-in':
      return sql`(${at} is null or not ${at}::text = any(${texts(filter.values)}))`;
    case 'at-least':
      return sql`${at} >= ${String(first)}${cast}`;
    case 'at-most':
      return sql`${at} <= ${String(first)}${cast}`;
    case 'known':
      return sql`(${at} is not null and ${at}::text <> '')`;
    case 'unknown':
      return sql`(${at} is null or ${at}::text = '')`;
    case 'contains':
      return sql`exists (select 1 from unnest(${texts(filter.values)}) as w(word)
        where position(lower(w.word) in lower(${at}::text)) > 0)`;
    case 'in-window':
      return sql`${at} between ${from}::date and ${to}::date`;
    case 'until-window-end':
      return sql`${at} <= ${to}::date`;
  }
}

/** Which records of the register it counts. */
export function whereOf(leaf: Leaf, register: Register, span: Span): RawBuilder<unknown> {
  const all = leaf.where.flatMap((filter) => {
    const field = register.fields.find(({ name }) => name === filter.field);
    return field ? [condition(filter, field, span)] : [];
  });
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`;
}

// The counts beside the filters: all of them in one reading of the tasks.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import { classOf, facetConditions, plainConditions, type Facet } from './filter.ts';
import type { Wanted } from './queries.ts';

export interface FacetRow {
  readonly facet: Facet;
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Each has a bit; a task that does not fit the filter of a facet bears it, and counts for that facet alone. */
const bits: Readonly<Record<Facet, number>> = {
  lead: 1,
  coordinating: 2,
  group: 4,
  document: 8,
  plan: 16,
  status: 32,
  dueKind: 64,
};

const most = 200;

export async function facetsOf(db: Db, { filter, day, readable }: Omit<Wanted, 'sort'>) {
  const set = facetConditions(filter, day);
  const missed = [...set].map(
    ([facet, condition]) => sql`case when ${condition} then 0 else ${sql.lit(bits[facet])} end`,
  );
  const misses = missed.length === 0 ? sql`0` : sql`(${sql.join(missed, sql` + `)})`;
  const single = [0, ...Object.values(bits)];
  const { rows } = await sql<FacetRow>`with fitting as materialized (
      select task.id, task.group_name, task.document_id, task.plan_id, task.due_kind, ${classOf(day)} as class,
        ${misses} as misses
      from task where ${sql.join(plainConditions(filter, readable), sql` and `)}),
    found as materialized (select * from fitting where misses = any(${single}::integer[]))
    ${sql.join(
      [
        counted('group', sql`group_name`),
        counted('status', sql`class`),
        counted('dueKind', sql`due_kind`),
        named('document', sql`document_id`),
        named('plan', sql`plan_id`),
        ofAgencies('lead'),
        ofAgencies('coordinating'),
      ],
      sql` union all `,
    )}`.execute(db);
  return rows;
}

const fits = (facet: Facet) => sql`misses & ${sql.lit(127 - bits[facet])} = 0`;

const counted = (facet: Facet, key: RawBuilder<unknown>) => sql`(select ${facet} as facet, ${key} as key,
  ${key} as label, count(*) as count from found where ${fits(facet)} and ${key} is not null
  group by 2 order by 4 desc, ${key} collate vi limit ${sql.lit(most)})`;

const titles = {
  document: sql`select coalesce(d.number, d.title, d.file_name) from document d where d.id = counted.key`,
  plan: sql`select coalesce(p.number, p.title) from plan p where p.id = counted.key`,
};

const named = (facet: 'document' | 'plan', key: RawBuilder<unknown>) => sql`(select ${facet} as facet,
  counted.key::text, coalesce((${titles[facet]}), '') as label, counted.count
  from (select ${key} as key, count(*) as count from found where ${fits(facet)} and ${key} is not null
    group by 1 order by 2 desc, 1 desc limit ${sql.lit(most)}) as counted)`;

const ofAgencies = (facet: 'lead' | 'coordinating') => sql`(select ${facet} as facet, a.key,
  min(a.label) as label, count(distinct found.id) as count
  from found join task_agency a on a.task_id = found.id and a.role = ${facet}
  where ${fits(facet)} group by a.key order by 4 desc, min(a.label) collate vi limit ${sql.lit(most)})`;

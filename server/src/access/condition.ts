// A scope as a condition of a query: the same relations as in the table, in SQL.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from './actor.ts';

export type Condition = RawBuilder<SqlBool>;

/** Where a record says what its relations go by; those that it does not have are left out. */
export interface Columns {
  /** The unit that it belongs to. */
  readonly owner: RawBuilder<number | null>;
  /** True of records that those below may read. */
  readonly issued?: Condition;
  readonly leads?: (units: RawBuilder<number[]>) => Condition;
  readonly coordinating?: (units: RawBuilder<number[]>) => Condition;
  readonly issuer?: RawBuilder<number | null>;
  readonly confirmer?: RawBuilder<number | null>;
  readonly receivers?: (units: RawBuilder<number[]>) => Condition;
  readonly person?: RawBuilder<number | null>;
}

export function reaches(scope: Scope, columns: Columns): Condition {
  if (scope.everything) return sql`true`;
  const list = (ids: readonly number[]) => sql<number[]>`${[...ids]}::bigint[]`;
  const any = (column: RawBuilder<number | null>, ids: readonly number[]) =>
    ids.length > 0 ? [sql<SqlBool>`${column} = any(${list(ids)})`] : [];
  const { owner, issued, leads, coordinating, issuer, confirmer, receivers, person } = columns;
  const all: Condition[] = [
    ...any(owner, scope.unitIds),
    ...(issued && scope.superiors.length > 0
      ? [sql<SqlBool>`(${issued} and ${owner} = any(${list(scope.superiors)}))`]
      : []),
    ...(leads && scope.leads.length > 0 ? [leads(list(scope.leads))] : []),
    ...(coordinating && scope.coordinating.length > 0 ? [coordinating(list(scope.coordinating))] : []),
    ...(issuer ? any(issuer, scope.issuers) : []),
    ...(confirmer ? any(confirmer, scope.confirmers) : []),
    ...(receivers && scope.receivers.length > 0 ? [receivers(list(scope.receivers))] : []),
    ...(person && scope.personId !== null ? [sql<SqlBool>`${person} = ${scope.personId}`] : []),
  ];
  return all.length === 0 ? sql`false` : sql`(${sql.join(all, sql` or `)})`;
}

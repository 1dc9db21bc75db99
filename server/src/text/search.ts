// "Contains all these words", where words typed without diacritics match with any.
import { sql, type Expression, type SqlBool } from 'kysely';
import { fold, hasMarks, toneFirst } from './fold.ts';

/** What is written into a row's two search columns. */
export function searchColumns(parts: readonly (string | null | undefined)[]): {
  search: string;
  searchExact: string;
} {
  const text = parts.filter(Boolean).join('\n').slice(0, 200_000);
  return { search: fold(text), searchExact: toneFirst(text) };
}

const contains = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** The words of a query; what lies beyond the twentieth is not looked for. */
const wordsOf = (query: string) => query.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 20);

/**
 * Several words are meant as they stand, one after the other; only where no row at all (of those that `among` allows)
 * has them so, rows that hold them all anywhere will do. Whether a row matches does not depend on other filters.
 */
export function matchesPhrase(
  table: 'task' | 'document',
  query: string,
  among: Expression<SqlBool> = sql`true`,
): Expression<SqlBool>[] {
  const all = matchesWords(table, query);
  const words = wordsOf(query);
  if (words.length < 2) return all;
  const phrase = sql`${sql.ref(`${table}.search`)} like ${contains(fold(words.join(' ')))}`;
  // The subquery names the table once more, so that `among` and the columns are its own; it is run once for all rows.
  const there = sql.join([...all, phrase, among], sql` and `);
  return [...all, sql<SqlBool>`(${phrase} or not exists (select 1 from ${sql.table(table)} where ${there}))`];
}

/**
 * Ids of tasks that match as `matchesPhrase` says, among those of some tops alone: each is looked through by the index of its own
 * tasks, so that neither the time it takes nor what is found depends on what others have. `allowed`: which of these tasks count at all.
 */
export function taskIdsMatching(
  query: string,
  roots: readonly number[],
  allowed: Expression<SqlBool> = sql`true`,
): Expression<unknown> {
  const words = wordsOf(query);
  // "offset 0" keeps it a look at one top after the other, by the index of tops and words alone: `allowed` would be taken for a
  // better way in. Predecessors mostly have no tasks at all.
  const among = (conditions: readonly Expression<SqlBool>[]) => sql`select found.id
    from (select id from unnest(${`{${roots.join(',')}}`}::bigint[]) as t(id)
      where exists (select 1 from task where task.root_id = t.id)) as top
    cross join lateral (select task.id from (select * from task where task.root_id = top.id and task.withdrawn_at is null
      and ${sql.join([...conditions], sql` and `)} offset 0) as task where ${allowed}) as found`;
  const apart = among(matchesWords('task', query));
  if (words.length < 2) return apart;
  // Who has the phrase has the words; what was typed with marks is asked for all the same.
  const together = among([
    sql<SqlBool>`task.search like ${contains(fold(words.join(' ')))}`,
    ...words.flatMap((word) => exactly('task', word)),
  ]);
  return sql`with together as materialized (${together})
    select id from together union all select id from (${apart}) as apart where not exists (select 1 from together)`;
}

/** The folded form has the index; the exact one then holds or not. */
const exactly = (table: string, word: string): Expression<SqlBool>[] =>
  hasMarks(word) ? [sql<SqlBool>`${sql.ref(`${table}.searchExact`)} like ${contains(toneFirst(word))}`] : [];

/** `table` is the name (or alias) of one that has both columns. */
export function matchesWords(table: string, query: string): Expression<SqlBool>[] {
  return wordsOf(query).flatMap((word) => {
    const folded = sql<SqlBool>`${sql.ref(`${table}.search`)} like ${contains(fold(word))}`;
    return [folded, ...exactly(table, word)];
  });
}

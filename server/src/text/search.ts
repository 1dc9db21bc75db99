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

/** `table` is the name (or alias) of one that has both columns. */
export function matchesWords(table: string, query: string): Expression<SqlBool>[] {
  const words = query.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 20);
  return words.flatMap((word) => {
    const folded = sql<SqlBool>`${sql.ref(`${table}.search`)} like ${contains(fold(word))}`;
    // The folded form has the index; the exact one then holds or not.
    return hasMarks(word)
      ? [folded, sql<SqlBool>`${sql.ref(`${table}.searchExact`)} like ${contains(toneFirst(word))}`]
      : [folded];
  });
}

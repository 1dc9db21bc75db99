// Statements that come again and again are planned once a connection: half of a small query's time is its planning.
import type pg from 'pg';

/** How often each text was seen, and the name that it got. */
const seen = new Map<string, { times: number; name: string }>();
const most = 500;
const often = 5;
let named = 0;

/**
 * Only what is read or written, and no search: which words are looked for decides how best to look. PostgreSQL itself goes on
 * planning anew where the values make a difference that it can see.
 */
const suits = (text: string): boolean =>
  text.length < 8000 && /^\s*(select|with|insert|update|delete)\b/i.test(text) && !/\blike\b/i.test(text);

function nameOf(text: string): string | undefined {
  const known = seen.get(text);
  if (!known) {
    if (seen.size >= most * 4 || !suits(text)) return undefined;
    seen.set(text, { times: 1, name: '' });
    return undefined;
  }
  known.times += 1;
  if (known.name === '' && known.times > often && named < most) {
    named += 1;
    known.name = `often_${named}`;
  }
  return known.name || undefined;
}

/** A table changed its form under a plan (another version of the program migrated): it is prepared anew under another name. */
const isOutdated = (error: unknown): boolean => (error as { code?: string }).code === '0A000';

/** `client.query(text, values)` goes as a prepared statement once it has been seen often. */
export function prepareOften(client: pg.ClientBase): void {
  const plain = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
  const query = (...args: readonly unknown[]): unknown => {
    const [text, values] = args;
    const name =
      args.length === 2 && typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    if (name === undefined) return plain(...args);
    return (plain({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
      if (isOutdated(error)) seen.delete(text as string);
      throw error;
    });
  };
  client.query = query as typeof client.query;
}

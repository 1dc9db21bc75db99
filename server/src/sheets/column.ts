// A table that leaves as a file: the same columns for XLSX, CSV and JSON, its lines read in portions while they are written.
import { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';

export type Cell = string | number | null;

export interface Head {
  /** The field in JSON; the same in every language. */
  readonly key: string;
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** `day`: an ISO date. Without it, text. */
  readonly type?: 'number' | 'day';
}

export interface Column<Row> extends Head {
  readonly value: (row: Row, index: number) => Cell;
}

/** One table, whatever its rows are made of. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly Head[];
  /** Nothing is read before it is asked for, and nothing more once nobody asks. Read once. */
  readonly lines: AsyncIterable<readonly (readonly Cell[])[]>;
}

interface Parts<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly portions: AsyncIterable<readonly Row[]>;
}

export const sheetOf = <Row>({ title, columns, portions }: Parts<Row>): Sheet => ({
  title,
  columns,
  lines: linesOf(columns, portions),
});

async function* linesOf<Row>(
  columns: readonly Column<Row>[],
  portions: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let index = 0;
  for await (const rows of portions) {
    const from = index;
    index += rows.length;
    yield rows.map((row, at) => columns.map(({ value }) => value(row, from + at)));
  }
}

/** Rows by their ids, some at a time: which they are was settled when it began, and no more than that is held. */
export async function* portionsOf<Id, Row>(
  ids: readonly Id[],
  size: number,
  read: (some: readonly Id[]) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < ids.length; at += size) yield await read(ids.slice(at, at + size));
}

/** Rows that are few enough to be there already. */
export async function* atOnce<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  if (rows.length > 0) yield rows;
}

/** What can be ended before anything was taken of it: a generator that nobody has asked yet would not notice. */
export interface Ending<T> extends AsyncIterable<T> {
  next(): Promise<IteratorResult<T, unknown>>;
  return(): Promise<IteratorResult<T, unknown>>;
}

const over = { done: true, value: undefined } as const;

export const ending = <T>({
  next,
  end,
}: {
  next: Ending<T>['next'];
  end: () => Promise<unknown>;
}): Ending<T> => ({
  next,
  async return() {
    await end();
    return over;
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** The first portion is read at once, so that what cannot be read is answered by a problem and not by half a file. */
export async function begun<T>(portions: AsyncIterable<T>): Promise<Ending<T>> {
  const iterator = portions[Symbol.asyncIterator]();
  let first: IteratorResult<T, unknown> | null = await iterator.next();
  return ending<T>({
    async next() {
      const taken = first ?? (await iterator.next());
      first = null;
      return taken;
    },
    end: async () => iterator.return?.(),
  });
}

/** What a line of JSON holds, for the description of the interface. */
export const lineSchema = (columns: readonly Head[]) =>
  z.object(
    Object.fromEntries(
      columns.map(({ key, type, name }) => [
        key,
        (type === 'number'
          ? z.number().nullable()
          : type === 'day'
            ? z.string().nullable().openapi({ example: '2026-11-30' })
            : z.string().nullable()
        ).openapi({ description: name }),
      ]),
    ),
  );

export type Choose = (vi: string, en: string) => string;
export const choosing =
  (locale: Locale): Choose =>
  (vi, en) =>
    locale === 'vi' ? vi : en;

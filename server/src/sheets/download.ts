// The ways out of a table: a subject says its columns and its portions, and answers GET ….xlsx, ….csv and ….json.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route, type Access } from '../access/route.ts';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { problems, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import type { Locale } from '../http/locale.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import type { Log } from '../log.ts';
import { fold } from '../text/fold.ts';
import { begun, ending, lineSchema, type Ending, type Head, type Sheet } from './column.ts';
import { csvOf } from './csv.ts';
import { jsonOf } from './json.ts';
import { xlsxOf } from './xlsx.ts';

export const forms = ['xlsx', 'csv', 'json'] as const;
export type Form = (typeof forms)[number];

export interface Download {
  /** Of the file, as words: "Sổ văn bản đi 2026" becomes "so-van-ban-di-2026-2026-11-22.xlsx". */
  readonly name: string;
  /** The table, in XLSX with what belongs to it on sheets of its own. */
  readonly sheets: readonly [Sheet, ...Sheet[]];
  /** Where CSV and JSON do not hold the first sheet alone. */
  readonly table?: Sheet;
  /** Where JSON is no table. */
  readonly json?: AsyncIterable<Uint8Array>;
}

export interface Asked<Params, Query> {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly params: Params;
  readonly query: Query;
}

interface Way<Params, Query> {
  /** Without the form: "/export". */
  readonly path: string;
  readonly access: Access;
  readonly tag: string;
  /** What the file holds. */
  readonly summary: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  /** Of JSON: the fields of each line, or what the whole file is. */
  readonly holds: readonly Head[] | z.ZodType;
  readonly make: (asked: Asked<Params, Query>) => Promise<Download>;
}

const named = {
  'Content-Disposition': { required: true, description: 'The name of the file', schema: { type: 'string' } },
} as const;

/** Registers one route for each form; those with fixed paths have to come before the subject's own `/{id}`. */
export function downloads<Params, Query>(
  api: Api,
  deps: Pick<Deps, 'clock' | 'log'>,
  way: Way<Params, Query>,
): void {
  for (const form of forms) {
    const made = route(description(way, form));
    const answer = (c: Context<Env>) => answered(deps, c, { way, form });
    api.openapi(made as never, answer as never);
  }
}

const words: Readonly<Record<Form, string>> = {
  xlsx: 'a workbook (XLSX)',
  csv: 'CSV (UTF-8, days as 2026-11-30)',
  json: 'JSON (one record a line)',
};

function description<Params, Query>(way: Way<Params, Query>, form: Form) {
  const { path, access, tag, summary, params, query, holds } = way;
  const whole = holds instanceof z.ZodType ? holds : z.array(lineSchema(holds));
  return {
    method: 'get' as const,
    path: `${path}.${form}`,
    access,
    tags: [tag],
    summary: `${summary}, as ${words[form]}`,
    request: { ...(params ? { params } : {}), ...(query ? { query } : {}) } as object,
    responses: {
      200: {
        description: 'The file, written while it is read',
        headers: named,
        content: { [sheetTypes[form]]: { schema: form === 'json' ? whole : z.string() } },
      },
      ...problems(400, 401, 403, 404),
    },
  };
}

interface Wanted<Params, Query> {
  readonly way: Way<Params, Query>;
  readonly form: Form;
}

async function answered<Params, Query>(
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
  c: Context<Env>,
  { way, form }: Wanted<Params, Query>,
): Promise<Response> {
  const locale = c.get('locale');
  const given = (target: 'param' | 'query') => c.req.valid(target as never);
  const params = (way.params ? given('param') : undefined) as Params;
  const query = (way.query ? given('query') : undefined) as Query;
  const download = await way.make({ actor: actorIn(c), locale, params, query });
  const bytes = await bytesOf(download, form, locale);
  const path = c.req.path;
  return new Response(ReadableStream.from(watched(bytes, log, path)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': sheetTypes[form],
      'content-disposition': attachment(`${slug(download.name)}-${today(clock)}.${form}`),
      'cache-control': 'no-store',
    },
  });
}

const longestSlug = 80;

/** Whole words, without diacritics. */
export function slug(name: string): string {
  const whole = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const cut = whole.length > longestSlug ? whole.slice(0, longestSlug + 1).replace(/-[^-]*$/, '') : whole;
  return cut.slice(0, longestSlug) || 'bang';
}

/** The file's bytes; whatever can be known before the first of them is. */
export async function bytesOf(
  { sheets, table, json }: Download,
  form: Form,
  locale: Locale,
): Promise<Ending<Uint8Array>> {
  if (form === 'json' && json) return begun(json);
  const [first, ...rest] = form === 'xlsx' ? sheets : [table ?? sheets[0]];
  const lines = await begun(first.lines);
  const primed = { ...first, lines };
  const bytes =
    form === 'xlsx' ? xlsxOf([primed, ...rest], { locale }) : form === 'csv' ? csvOf(primed) : jsonOf(primed);
  return ending<Uint8Array>({
    next: () => bytes.next(),
    end: async () => {
      await bytes.return(undefined);
      // Where the writer had not come to its first line yet.
      await lines.return();
    },
  });
}

/** What breaks in the middle can only end the download: the log says why. */
const watched = (bytes: Ending<Uint8Array>, log: Log, path: string): Ending<Uint8Array> =>
  ending<Uint8Array>({
    async next() {
      try {
        return await bytes.next();
      } catch (error) {
        log('error', error instanceof Error ? error.message : String(error), { path, download: 'broken' });
        throw error;
      }
    },
    end: () => bytes.return(),
  });

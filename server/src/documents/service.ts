// Importing a file without HTTP, by the same way as an upload: the command line and the illustration.
import { Readable } from 'node:stream';
import { system, type Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { wordsOf } from '../error-words.ts';
import { accept } from './accept.ts';
import { documentById, draftOf, refusalOf } from './queries.ts';
import { readDocument, type ReadDeps } from './read-job.ts';
import { receive } from './receive.ts';

export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Lets it enter the register at once instead of leaving it in review. */
  readonly accept?: boolean;
  readonly demo?: boolean;
  readonly locale?: Locale;
  /** In whose name; without it nobody's, until an agency moves in. */
  readonly ownerId?: number | null;
  readonly actor?: Actor;
}

export type Imported =
  | { readonly ok: true; readonly id: number; readonly tasks: number; readonly warnings: number }
  | {
      readonly ok: false;
      /** "duplicate-file", "secret-mark", … */
      readonly code: string;
      readonly message: string;
      /** The document made of the same file before. */
      readonly first?: number;
    };

/** Takes a file in, reads it and leaves it in review (or accepts it). Never throws for what is in the file. */
export async function importFile(
  deps: ReadDeps,
  file: ImportedFile,
  options: ImportOptions = {},
): Promise<Imported> {
  const { locale = 'vi', demo = false, ownerId = null, actor = system } = options;
  const refuse = (
    code: string,
    values: Readonly<Record<string, string | number>>,
    first?: number,
  ): Imported => ({
    ok: false,
    code,
    message: wordsOf(code, values, locale).detail,
    ...(first === undefined ? {} : { first }),
  });
  const content = Readable.from([file.bytes]);
  const received = await receive(deps, actor, { name: file.name, content, demo, ownerId });
  if (!received.ok) return refuse(received.code, { file: file.name, limit: 50 }, received.first?.id);
  const { id } = received;
  await readDocument(deps, id);
  const row = await waitUntilRead(deps, id);
  if (!row)
    return refuse((await refusalOf(deps.db, id)) ? 'secret-mark' : 'no-document', { file: file.name, id });
  if (row.problem) return refuse(row.problem.code, row.problem.values);
  if (options.accept) await accept(deps, { id, actor, locale }, (await draftOf(deps.db, id))?.version ?? 1);
  return { ok: true, id, tasks: row.tasks, warnings: row.warnings };
}

/** A running server may have been faster with the job. */
async function waitUntilRead(deps: Pick<Deps, 'db' | 'events'>, id: number) {
  for (;;) {
    let stop = () => undefined as void;
    const changed = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 2000);
      const end = deps.events.watch(id, () => resolve());
      stop = () => (clearTimeout(timer), end());
    });
    const row = await documentById(deps.db, id);
    if (row?.status === 'reading') await changed;
    stop();
    if (row?.status !== 'reading') return row;
  }
}

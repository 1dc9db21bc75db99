// The verbs' way into the library: one file in, what it holds or a problem out; optical recognition starts with the first scan.
import {
  read,
  say,
  type Diagnostic,
  type PageRecogniser,
  type Progress,
  type Source,
} from '@nhipcau/document';
import { createPageRecogniser } from '@nhipcau/document/node';
import { open, tellProgress } from './files.ts';
import type { Terminal } from './main.ts';
import { word } from './words.ts';

export interface Unread {
  readonly file: string;
  readonly problem: Pick<Diagnostic, 'code' | 'message'>;
}

export type Outcome = { readonly file: string; readonly source: Source } | Unread;

/** Reads one file after the other and hands each on at once, so that many files need no memory together. */
export async function readEach(
  paths: readonly string[],
  options: { readonly ocr: boolean },
  terminal: Terminal,
  take: (outcome: Outcome) => void | Promise<void>,
): Promise<void> {
  const recogniser = options.ocr ? createPageRecogniser({ workers: 2 }) : undefined;
  try {
    for (const [index, path] of paths.entries()) {
      tellProgress(terminal, index + 1, paths.length, path);
      await take(await readOne(path, recogniser, terminal));
    }
  } finally {
    await recogniser?.close();
  }
}

async function readOne(
  path: string,
  recogniser: PageRecogniser | undefined,
  terminal: Terminal,
): Promise<Outcome> {
  const file = await open(path, terminal);
  if (typeof file === 'string') return { file: path, problem: { code: 'not-opened', message: file } };
  const tell = ({ stage, done, total }: Progress): void => {
    if (stage !== 'recognise') return;
    terminal.complain(word('recognising', terminal.language, { file: path, page: done, pages: total }));
  };
  const reading = await read(file, { ...(recogniser ? { recogniser } : {}), onProgress: tell });
  if (reading.ok) return { file: path, source: reading.source };
  const { code, values } = reading.problem;
  return { file: path, problem: { code, message: say(code, values, terminal.language) } };
}

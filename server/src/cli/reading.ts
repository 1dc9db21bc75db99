// The verbs' way into the library: one file in, parsed or a problem out, with optical recognition started only when a scan asks for it.
import { parse, say, type Diagnostic, type Parsed } from '@nhipcau/document';
import type { PageRecogniser } from '@nhipcau/document/node';
import { open, tellProgress } from './files.ts';
import type { Terminal } from './main.ts';
import { word } from './words.ts';

export type Outcome =
  | { readonly file: string; readonly parsed: Parsed }
  | { readonly file: string; readonly problem: Pick<Diagnostic, 'code' | 'message'> };

export interface ReadingOptions {
  /** False: scans are a problem instead of being recognised. */
  readonly ocr: boolean;
}

/** Reads one file after the other; hands each outcome on at once, so that many files need no memory together. */
export async function readEach(
  paths: readonly string[],
  options: ReadingOptions,
  terminal: Terminal,
  take: (outcome: Outcome) => void | Promise<void>,
): Promise<void> {
  const recogniser = options.ocr ? lazyRecogniser() : undefined;
  try {
    for (const [index, path] of paths.entries()) {
      tellProgress(terminal, index + 1, paths.length, path);
      await take(await readOne(path, recogniser?.use, terminal));
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
  if (typeof file === 'string') return { file: path, problem: { code: 'unreadable', message: file } };
  const result = await parse(file, {
    ...(recogniser ? { recogniser } : {}),
    onProgress: ({ page, pages }) =>
      terminal.complain(word('recognising', terminal.language, { file: path, page, pages })),
  });
  if (result.ok) return { file: path, parsed: result.parsed };
  const { code, values } = result.problem;
  return { file: path, problem: { code, message: `${path}: ${say(code, values ?? {}, terminal.language)}` } };
}

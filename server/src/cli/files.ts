// Reads the files a verb was given, one after the other, telling clearly which cannot be opened and why.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Terminal } from './main.ts';
import { word } from './words.ts';

/** The same limit as the upload's. */
const largest = 50 * 1024 * 1024;

export interface NamedBytes {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file, or the sentence that says why not. */
export async function open(path: string, terminal: Terminal): Promise<NamedBytes | string> {
  const say = (key: 'notFound' | 'isFolder' | 'unreadable' | 'tooLarge', values = {}) =>
    word(key, terminal.language, { file: path, ...values });
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return say('isFolder');
    if (facts.size > largest) {
      return say('tooLarge', { size: Math.ceil(facts.size / 2 ** 20), limit: largest / 2 ** 20 });
    }
    return { path, name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return code === 'ENOENT' ? say('notFound') : say('unreadable', { reason: code });
  }
}

/** A line on the error stream for each of many files, so that a long run shows where it is. */
export function tellProgress(terminal: Terminal, done: number, total: number, file: string): void {
  if (total > 1) terminal.complain(word('progress', terminal.language, { done, total, file }));
}

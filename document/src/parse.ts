// The whole way in one call: a file's bytes in, what the document says out.
import { read } from './read/read.ts';
import type { Input, ReadOptions } from './read/reader.ts';
import { recognise } from './recognise/recognise.ts';
import type { Diagnostic, Parsed } from './tree.ts';

export type Parsing =
  | { readonly ok: true; readonly parsed: Parsed }
  | { readonly ok: false; readonly problem: Diagnostic };

/** Reads and recognises a file. Never throws; a file that cannot be read gives its problem. */
export async function parse(input: Input, options: ReadOptions = {}): Promise<Parsing> {
  const reading = await read(input, options);
  return reading.ok ? { ok: true, parsed: recognise(reading.source) } : reading;
}

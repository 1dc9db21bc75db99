// The door of the library: any file in, what it holds out, or one sentence that says why not.
import { diagnostic } from '../messages.ts';
import type { Diagnostic, Source } from '../tree.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { readHtml } from './html.ts';
import { identify, type Kind } from './identify.ts';
import { readMhtml } from './mhtml.ts';
import { defaultLimits, type Input, type Reader, type Reading, type ReadOptions } from './reader.ts';
import { readRtf } from './rtf.ts';
import { secrecyMark } from './secrecy.ts';
import { readPdf } from './pdf.ts';
import { readImage } from './image-reader.ts';
import { readText } from './text.ts';

const readers: Readonly<Partial<Record<Kind, Reader>>> = {
  doc: readDoc,
  docx: readDocx,
  html: readHtml,
  mhtml: readMhtml,
  pdf: readPdf,
  rtf: readRtf,
  image: readImage,
  txt: (input) => readPlain(input, 'txt'),
  md: (input) => readPlain(input, 'md'),
};

/**
 * Reads a file of any known format. Never throws: what cannot be read is a problem that names the file, says what is
 * wrong and what to do. Bounded by `options.limits` in time and memory.
 */
export async function read({ name, bytes }: Input, options: ReadOptions = {}): Promise<Reading> {
  // Subclasses such as Node's Buffer share what `slice` should copy.
  const input: Input = { name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const limit = options.limits?.file ?? defaultLimits.file;
  if (input.bytes.length > limit) return refuse('too-large', input, sizes(input.bytes.length, limit));
  const identified = identify(input.name, input.bytes);
  if (!identified.ok) return identified;
  const reader = readers[identified.kind];
  if (!reader) return refuse('unknown-format', input);
  const reading = await safely(reader, input, options);
  if (!reading.ok) return reading;
  const secret = secrecyMark(reading.source, reading.margins);
  if (secret) return { ok: false, problem: secret };
  if (reading.source.text === '') return refuse('no-text', input);
  return { ok: true, source: withNote(reading.source, identified.note) };
}

function refuse(code: string, input: Input, values: Record<string, string | number> = {}): Reading {
  return { ok: false, problem: diagnostic(code, 'error', { file: input.name, ...values }) };
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

const sizes = (size: number, limit: number): Record<string, number> => ({
  size: megabytes(size),
  limit: megabytes(limit),
});

/** A reader must not throw; should one do so all the same, the caller still gets a sentence. */
async function safely(reader: Reader, input: Input, options: ReadOptions): Promise<Reading> {
  try {
    return await reader(input, options);
  } catch (error) {
    return refuse('unreadable', input, { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

function withNote(source: Source, note: Diagnostic | undefined): Source {
  return note ? { ...source, diagnostics: [note, ...source.diagnostics] } : source;
}

function readPlain(input: Input, format: 'txt' | 'md'): Reading {
  const { text, encoding, guessed } = decodeText(input.bytes);
  const source = readText(text, input.name, format);
  if (!guessed) return { ok: true, source };
  const note = diagnostic('legacy-encoding', 'warning', { encoding });
  return { ok: true, source: { ...source, diagnostics: [...source.diagnostics, note] } };
}

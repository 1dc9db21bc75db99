// The files of one upload, as they stream in: each is taken or refused by itself, whatever becomes of the others.
import { randomBytes } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { z } from '@hono/zod-openapi';
import busboy from 'busboy';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Values } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { problem, type Problem } from '../http/problem.ts';
import { reference } from './present.ts';
import { largestFile, plainName, receive } from './receive.ts';
import { ifReadable } from './rights.ts';
import type { uploadResult } from './schema.ts';

type FileResult = z.infer<typeof uploadResult>['files'][number];

const mostFiles = 30;

export interface Upload {
  readonly source: Readable;
  readonly type: string;
  readonly locale: Locale;
  readonly actor: Actor;
  /** In whose name. */
  readonly ownerId: number;
}

export interface Taken {
  readonly files: FileResult[];
  /** False if the form broke off, or was none. */
  readonly whole: boolean;
}

interface Part extends Readable {
  readonly truncated?: boolean;
}

/** One file after the other: busboy hands out the next when the last has been read to its end. */
export async function takeFiles(deps: Deps, upload: Upload): Promise<Taken> {
  const { source, type, locale } = upload;
  const parser = parserOf(type);
  if (!parser) return { files: [], whole: false };
  const results: Promise<FileResult>[] = [];
  let whole = true;
  await new Promise<void>((resolve, reject) => {
    parser.on('file', (_field, content: Part, { filename }) => {
      const name = plainName(filename ?? '');
      // It may break before anybody reads it; whoever reads it then learns of it.
      content.on('error', () => undefined);
      results.push(results.length < mostFiles ? takeOne(deps, { name, content }, upload) : leave(name));
      if (results.length > mostFiles) content.resume();
    });
    const leave = async (name: string) =>
      refused(name, problemOf('too-many-files', { file: name, limit: mostFiles }, locale));
    parser.once('close', resolve);
    // A broken form errs more than once: all of them need somebody who listens.
    parser.on('error', reject);
    // A client that goes away must not leave a file half read, open for ever.
    source.on('error', (error) => parser.destroy(error));
    source.pipe(parser);
  }).catch((error: Error) => {
    whole = false;
    deps.log('info', 'An upload was cut short', { error: error.message });
  });
  return { files: await Promise.all(results), whole };
}

function parserOf(type: string): busboy.Busboy | null {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fileSize: largestFile, fields: 100, fieldSize: 10_000, parts: 1000 },
    });
  } catch {
    // It throws for a type that it does not understand.
    return null;
  }
}

interface OneFile {
  readonly name: string;
  readonly content: Part;
}

async function takeOne(
  deps: Deps,
  { name, content }: OneFile,
  { actor, ownerId, locale }: Upload,
): Promise<FileResult> {
  const body = apart(content);
  try {
    const tooLarge = () => content.truncated === true;
    const received = await receive(deps, actor, { name, content: body, tooLarge, ownerId });
    if (received.ok) return { name, ok: true, id: received.id, status: 'reading' };
    const said = problemOf(received.code, { file: name, limit: largestFile / 2 ** 20 }, locale);
    // Which document it is, only those hear who may read it.
    const first = received.first ? await ifReadable(deps.db, actor, received.first.id) : null;
    return { ...refused(name, said), ...(first ? { duplicateOf: reference(first) } : {}) };
  } catch (error) {
    body.destroy();
    content.resume();
    return refused(name, notTaken(deps, name, error as NodeJS.ErrnoException, locale));
  }
}

/** What is written to the disk may fail; the part of the form must be read to its end all the same, or the form never ends. */
function apart(content: Part): PassThrough {
  const body = new PassThrough();
  content.on('error', (error) => body.destroy(error));
  // As above: it may break before it is read.
  body.on('error', () => undefined);
  content.pipe(body);
  return body;
}

const full = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** The connection broke, the disk is full, or something else of ours failed: three things that call for three answers. */
function notTaken(deps: Deps, file: string, error: NodeJS.ErrnoException, locale: Locale): Problem {
  const { code = '', syscall = 'read' } = error;
  if (full.has(code)) {
    deps.log('error', 'The disk is full; a file was not taken in', { error: error.message });
    return problem({ status: 507, code: 'disk-full', values: { file }, locale });
  }
  const ours = syscall !== 'read' || /^[0-9A-Z]{5}$/.test(code) || code === 'ECONNREFUSED';
  if (!ours) return problemOf('upload-cut-short', { file }, locale);
  const mark = randomBytes(4).toString('hex');
  deps.log('error', 'A file was not taken in', { error: error.message, reference: mark });
  return problem({ status: 500, code: 'not-taken', values: { file, reference: mark }, locale });
}

const problemOf = (code: string, values: Values, locale: Locale): Problem =>
  problem({
    status: code === 'too-large' ? 413 : code === 'duplicate-file' ? 409 : 422,
    code,
    values,
    locale,
  });

const refused = (name: string, said: Problem) => ({ name, ok: false as const, problem: said });

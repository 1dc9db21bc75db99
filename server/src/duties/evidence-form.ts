// The files of one form, as they stream in: each is taken or refused by itself, whatever becomes of the others.
import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import { largestFile } from '../documents/receive.ts';
import { Invalid } from '../errors.ts';
import type { Incoming } from './evidence-files.ts';

const mostFiles = 20;

interface Part extends Readable {
  readonly truncated?: boolean;
}

export interface Form {
  readonly source: Readable;
  readonly type: string;
}

/** `take` is called for each file in turn with the fields that came before it. Throws where the form is none, or broke off. */
export async function eachFile<T>(
  { source, type }: Form,
  take: (incoming: Incoming, fields: ReadonlyMap<string, string>) => Promise<T>,
): Promise<readonly T[]> {
  const parser = parserOf(type);
  const results: Promise<T>[] = [];
  const fields = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_field, content: Part, { filename }) => {
      const body = apart(content);
      const incoming = { name: filename ?? '', content: body, tooLarge: () => content.truncated === true };
      const result = take(incoming, fields);
      result.catch(() => {
        // First: a part that is let go while it is piped stops for ever, and the form with it.
        content.unpipe(body);
        body.destroy();
        content.resume();
      });
      results.push(result);
    });
    parser.on('filesLimit', () => reject(new Invalid('too-many-files', { file: '', limit: mostFiles })));
    parser.once('close', resolve);
    // A broken form errs more than once: all of them need somebody who listens.
    parser.on('error', () => reject(new Invalid('upload-cut-short', { file: '' })));
    // A client that goes away must not leave a file half read, open for ever.
    source.on('error', (error) => parser.destroy(error));
    source.pipe(parser);
  }).catch(async (error: unknown) => {
    await Promise.allSettled(results);
    throw error;
  });
  return Promise.all(results);
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

function parserOf(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fileSize: largestFile, files: mostFiles, fields: 20, fieldSize: 1000, parts: 100 },
    });
  } catch {
    // It throws for a type that it does not understand.
    throw new Invalid('not-multipart');
  }
}

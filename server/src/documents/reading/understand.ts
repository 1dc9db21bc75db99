// From a file's bytes to all that is kept of it; what bears a mark of secrecy goes no further.
import { read, recognise, type Diagnostic, type PageRecogniser, type Source } from '@nhipcau/document';
import type { Headway, Outcome } from './messages.ts';

/** Characters of a text. The longest laws have half a million; what is longer is no document but an attack or a mistake. */
const longest = 5_000_000;

export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function understand(
  input: Input,
  tell: (headway: Headway) => void,
  recogniser?: PageRecogniser,
): Promise<Outcome> {
  tell({ stage: 'reading', page: 0, pages: 0 });
  const reading = await read(input, {
    ...(recogniser ? { recogniser } : {}),
    onProgress: ({ stage, done, total }) =>
      tell({ stage: stage === 'recognise' ? 'recognising-pages' : 'reading', page: done, pages: total }),
  });
  if (!reading.ok) return refused(input, reading.problem);
  const { source } = reading;
  if (source.text.length > longest) {
    const values = { file: input.name, characters: source.text.length, limit: longest };
    return { ok: false, code: 'too-long', values };
  }
  tell({ stage: 'understanding', page: 0, pages: 0 });
  return understood(input, source);
}

function understood(input: Input, source: Source): Outcome {
  const recognised = recognise(source);
  const { warnings } = recognised;
  const secret = warnings.find(({ code }) => code === 'secret-mark');
  if (secret) return refused(input, secret);
  const { text, blocks, pages = [], format } = source;
  return { ok: true, understood: { format, text, blocks, pages, parsed: { ...recognised, warnings } } };
}

const refused = ({ name }: Input, { code, values }: Diagnostic): Outcome => ({
  ok: false,
  code,
  values: { file: name, ...values },
});

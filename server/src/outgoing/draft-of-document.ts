// A draft of a document that was read in: what the library read of it, as content to be changed and issued anew.
import { officialOf as read } from '@nhipcau/document';
import { open } from '../documents/review.ts';
import { mustRead } from '../documents/rights.ts';
import { Invalid } from '../errors.ts';
import { content as shape, type Content } from './content.ts';
import type { Drafted, Drawing } from './create.ts';

export async function draftOfDocument({ db, actor }: Drawing, documentId: number): Promise<Drafted> {
  const { status, demo } = await mustRead(db, actor, documentId);
  if (!['review', 'accepted', 'superseded'].includes(status)) throw new Invalid('outgoing-source-text');
  const { reading, row } = await open(db, documentId);
  const { text, blocks, pages, parsed } = reading;
  const file = row.fileName ?? '';
  const source = { file, format: parsed.format, text, blocks, pages, diagnostics: [] };
  const { number: _number, symbol: _symbol, date: _date, ...rest } = read(parsed, source);
  return { content: fitting(rest), source: { documentId }, demo };
}

/** Within the bounds of what may be stored; a document that is beyond them cannot be drawn up here. */
function fitting(official: object): Content {
  const { success, data } = shape.safeParse(official);
  if (!success) throw new Invalid('outgoing-source-text');
  return data;
}

// The one form in which every writer prints a document's words: Word file and PDF tell the same text, letter by letter, so that what a reader
// takes from the one is what it takes from the other.
import { normalise } from '../read/normalise.ts';
import { CAPITALS, DIVISIONS } from './numbering.ts';
import type { Block, Line, OfficialDocument, Signature, Text } from './official.ts';

/**
 * Texts as a reader would hand them back (NFC, plain single spaces, no control or zero-width characters); what Annex I has in capitals –
 * posts of signers (II.7.a), titles of Phần, Chương, Mục (II.6.d), of "A." and "I." (V.6.b) – in capitals, whatever letters the document has.
 */
export function printedForm(document: OfficialDocument): OfficialDocument {
  const clean = cleaned(document);
  const { cosigners } = clean;
  return {
    ...clean,
    body: clean.body.map(titled),
    signature: posted(clean.signature),
    ...(cosigners && { cosigners: cosigners.map(posted) }),
    attached: clean.attached.map((attached) => ({ ...attached, body: attached.body.map(titled) })),
  };
}

const GAPS = /[\t ]{2,}|\t/g;

function cleaned<T>(value: T): T {
  if (typeof value === 'string') return normalise(value).replaceAll(GAPS, ' ') as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) as T;
}

const posted = (signature: Signature): Signature => ({
  ...signature,
  authority: signature.authority.map((post) => post.toUpperCase()),
  position: signature.position.toUpperCase(),
});

function titled(block: Block): Block {
  return block.type === 'text' && isCapitalTitle(block) ? { ...block, line: inCapitals(block.line) } : block;
}

const isCapitalTitle = ({ level, heading }: Text): boolean =>
  level !== undefined && (DIVISIONS.has(level) || (heading === true && CAPITALS.has(level)));

export const inCapitals = (line: Line): Line =>
  typeof line === 'string'
    ? line.toUpperCase()
    : line.map((words) => ({ ...words, text: words.text.toUpperCase() }));

// What the library read of a document, as a document that it can write: the way from a file of any kind to one in the form of
// Decree 30/2020.
import { linesOf, type Line } from '../recognise/lines.ts';
import { ATTACHED_LINE } from '../recognise/words.ts';
import { zonesOf, type Zones } from '../recognise/zones.ts';
import type { Block as SourceBlock, Parsed, Source } from '../tree.ts';
import { bodyOf } from './from-source/body.ts';
import { signaturesOf } from './from-source/foot.ts';
import { letterheadOf } from './from-source/header.ts';
import { attachedNames } from './from-source/names.ts';
import { openingOf } from './from-source/opening.ts';
import type { Attached, Block, Line as Written, OfficialDocument } from './official.ts';
import { bearsHeader, referenceLine } from './wording.ts';

/**
 * The document that `parsed` describes and `source` holds, to be written again. Its numbers are counted anew where they follow the
 * count; bullets, brackets, capitals and closing marks take the form of the decree. What a file's text does not tell (address at
 * the foot of the page, pictures, widths of columns) is not there or is worked out from the content.
 */
export function officialOf(
  parsed: Pick<Parsed, 'document' | 'recipients'>,
  source: Source,
): OfficialDocument {
  const lines = linesOf(source);
  const zones = zonesOf(lines);
  const main = zones[0] ?? NOTHING;
  const { document: header } = parsed;
  const opening = openingOf(lines, main);
  const [signature, ...others] = signaturesOf(footLines(lines, zones), header.signers);
  const { recipients, drafter } = recipientsOf(parsed.recipients);
  const document: OfficialDocument = {
    ...letterheadOf(lines, main, header),
    addressees: opening.addressees,
    ...(opening.authority !== null && { authority: opening.authority }),
    bases: opening.bases,
    body: unclosed(bodyOf(source, blocksOf(source, lines, opening.next, main))),
    signature: signature!,
    ...(others.length > 0 && { cosigners: others }),
    recipients,
    ...(drafter !== null && { drafter }),
    attached: [],
  };
  const attached = zones.slice(1).map((zone, at) => {
    const title = header.attachments[at]?.title ?? '';
    return attachedOf(source, lines, zone, attachedNames(lines, zone, title));
  });
  return { ...document, attached: attached.map((each) => withReference({ ...document, attached }, each)) };
}

const NOTHING: Zones = {
  type: null,
  typeLine: null,
  titleLines: [],
  start: 0,
  bases: 0,
  body: 0,
  tail: 0,
  end: 0,
};

/** Blocks between two lines; a table that reaches into the signature is part of that. */
function blocksOf(source: Source, lines: readonly Line[], from: number, zone: Zones): readonly SourceBlock[] {
  const first = lines[from];
  const last = lines[zone.tail - 1];
  if (!first || !last || from >= zone.tail) return [];
  const end = lines[zone.tail];
  const to = end && end.block === last.block && zone.tail < zone.end ? last.block : last.block + 1;
  return source.blocks.slice(first.block, to).filter((block) => block.span[1] > first.span[0]);
}

/** The last lines of the part that is signed, from the beginning of the table that they stand in. */
function footLines(lines: readonly Line[], zones: readonly Zones[]): readonly Line[] {
  return zones.flatMap((zone) => {
    let from = zone.tail;
    while (from > zone.bases && from < zone.end && lines[from - 1]!.block === lines[from]!.block) from--;
    return lines.slice(from, zone.end);
  });
}

/** "Lưu: VT, VX. ABC": the drafter's sign stands behind the archive's line (cell 12). */
function recipientsOf(entries: readonly string[]): { recipients: readonly string[]; drafter: string | null } {
  const found = /^(Lưu\s?:.*?)\.\s+(\S{2,12}(?:\s?\(\d+\s?b?\))?)$/u.exec(entries.at(-1) ?? '');
  if (!found) return { recipients: entries, drafter: null };
  return { recipients: [...entries.slice(0, -1), found[1]!], drafter: found[2]! };
}

/** The writer closes the text with "./." itself. */
function unclosed(body: readonly Block[]): Block[] {
  return body.map((block, at) =>
    at === body.length - 1 && block.type === 'text' && !block.heading
      ? { ...block, line: stopped(block.line) }
      : block,
  );
}

function stopped(line: Written): Written {
  if (typeof line === 'string') return stop(line);
  return line.map((words, at) => (at === line.length - 1 ? { ...words, text: stop(words.text) } : words));
}

const stop = (text: string): string =>
  `${text.replace(/\s*\.\s?\/\s?\.?\s*$/, '').replace(/[\s.;,:]+$/, '')}.`;

function attachedOf(
  source: Source,
  lines: readonly Line[],
  zone: Zones,
  names: ReturnType<typeof attachedNames>,
): Attached {
  const read = bodyOf(source, blocksOf(source, lines, zone.bases, zone));
  const body = bearsHeader({ ...names, body: read }) ? unclosed(read) : read;
  const reference = lines
    .slice(zone.typeLine ?? zone.start, zone.bases)
    .find((line) => ATTACHED_LINE.test(line.text));
  const wide = body.some((block) => block.type === 'grid' && block.widths.length > WIDEST_UPRIGHT);
  return {
    ...names,
    ...(reference && { reference: reference.text }),
    ...(wide && { landscape: true }),
    body,
  };
}

/** Tables of more columns lie across the page. */
const WIDEST_UPRIGHT = 6;

/** A reference that says what the document itself would is left to it. */
function withReference(document: OfficialDocument, attached: Attached): Attached {
  const { reference, ...rest } = attached;
  if (reference === undefined) return rest;
  const own = referenceLine(document, rest);
  return tidy(reference) === tidy(own) ? rest : { ...rest, reference };
}

const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

// Between letterhead and text: type's name and title, addressees, who decides, legal bases (Decree 30/2020, Annex I, II.5, II.6, II.9).
import { PAGE, RULE, SIZE } from '../layout.ts';
import { widestLine } from '../metrics.ts';
import type { Attached, OfficialDocument } from '../official.ts';
import {
  addresseeLines,
  addressingLine,
  attachedTitleLine,
  attachedTypeLine,
  bearsHeader,
  decidesLine,
  isLetter,
  isTelegram,
  listed,
  referenceLine,
  repeatsLetterhead,
  titleLine,
  typeLine,
} from '../wording.ts';
import { textWidth } from './body.ts';
import { attachedLetterhead } from './letterhead.ts';
import { paragraph } from './paragraph.ts';
import { rule } from './rule.ts';
import { twips } from './xml.ts';

const WIDTH = PAGE.width - PAGE.left - PAGE.right;

export function titles(document: OfficialDocument): string {
  const { authority } = document;
  const decides = authority === undefined ? null : decidesLine(document);
  return (
    named(document) +
    addressees(document) +
    (authority === undefined || isTelegram(document) ? '' : paragraph(authority, { style: 'ThamQuyen' })) +
    listed(document.bases)
      .map((basis) => paragraph(basis, { style: 'CanCu' }))
      .join('') +
    (decides === null ? '' : paragraph(decides, { style: 'ThamQuyen' }))
  );
}

function named(document: OfficialDocument): string {
  if (isLetter(document)) return '';
  const type = typeLine(document);
  const title = titleLine(document);
  return (
    (type === null ? '' : paragraph(type, { style: 'TenLoai' })) +
    (title === '' ? '' : underlined(title, 'TrichYeu', SIZE.title, WIDTH))
  );
}

/** A title with the rule of a third to a half of its line under it (II.5.b). */
const underlined = (title: string, style: string, size: number, width: number): string =>
  paragraph(unwidowed(title), { style }) + rule(widestLine(title, size, true, width) * RULE.title, width);

/** The last two words stay on one line. */
const unwidowed = (title: string): string => title.replace(/ (?=\S+$)/, '\u00a0');

function addressees(document: OfficialDocument): string {
  const lines = addresseeLines(document);
  const [first] = lines;
  if (first === undefined) return '';
  const before = addressingLine(document);
  if (isTelegram(document))
    return paragraph(before, { style: 'ThamQuyen' }) + listOf(listed(document.addressees));
  if (lines.length === 1) return paragraph(`${before} ${first}`, { style: 'KinhGui', align: 'center' });
  return paragraph(before, { style: 'KinhGui', indent: [twips(28), 0] }) + listOf(lines);
}

const listOf = (lines: readonly string[]): string =>
  lines.map((line) => paragraph(line.startsWith('-') ? line : `- ${line}`, { style: 'NoiGui' })).join('');

/** Head of a document that stands behind another: a plan or a set of rules has agency and national title above it. */
export function attachedHead(document: OfficialDocument, attached: Attached): string {
  const type = attachedTypeLine(document, attached);
  const title = attachedTitleLine(attached);
  const reference = referenceLine(document, attached);
  const width = textWidth(attached.landscape === true);
  const header = bearsHeader(attached);
  const [typeStyle, titleStyle] = header ? ['TenLoai', 'TrichYeu'] : ['PhuLuc', 'TenPhuLuc'];
  return (
    (repeatsLetterhead(document, attached) ? attachedLetterhead(document) : '') +
    (type === '' ? '' : paragraph(type, { style: typeStyle })) +
    (title === '' ? '' : paragraph(unwidowed(title), { style: titleStyle })) +
    (reference === '' ? '' : paragraph(reference, { style: 'KemTheo' })) +
    rule(widestLine(reference, SIZE.annexReference, false, width) * RULE.title, width)
  );
}

// Runs and paragraphs. Children of w:pPr and w:rPr stand in the order that the schema demands.
import type { Line, Words } from '../official.ts';
import { escape } from './xml.ts';

export interface Properties {
  readonly style: string;
  readonly keepNext?: boolean;
  readonly numbering?: { readonly list: number; readonly depth: number } | undefined;
  /** Twips before and after. */
  readonly before?: number;
  readonly after?: number;
  /** Twips from the left and right. */
  readonly indent?: readonly [left: number, right: number];
  readonly align?: 'left' | 'center' | 'right' | 'justify' | undefined;
  /** Outline level from 1; the style's own where absent. */
  readonly section?: string;
}

const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

export function properties(given: Properties): string {
  const { style, keepNext, numbering, before, after, indent, align, section = '' } = given;
  const spacing =
    before === undefined && after === undefined
      ? ''
      : `<w:spacing${before === undefined ? '' : ` w:before="${before}"`}${after === undefined ? '' : ` w:after="${after}"`}/>`;
  return (
    `<w:pPr><w:pStyle w:val="${style}"/>` +
    (keepNext ? '<w:keepNext/>' : '') +
    (numbering
      ? `<w:numPr><w:ilvl w:val="${numbering.depth}"/><w:numId w:val="${numbering.list}"/></w:numPr>`
      : '') +
    spacing +
    (indent ? `<w:ind w:left="${indent[0]}" w:right="${indent[1]}"/>` : '') +
    (align ? `<w:jc w:val="${ALIGN[align]}"/>` : '') +
    section +
    '</w:pPr>'
  );
}

/** A paragraph whose content is XML already. */
export const paragraphOf = (content: string, given: Properties): string =>
  `<w:p>${properties(given)}${content}</w:p>`;

export const paragraph = (line: Line, given: Properties): string => paragraphOf(runs(line), given);

export function runs(line: Line): string {
  return typeof line === 'string' ? run({ text: line }) : line.map(run).join('');
}

const PLAIN_TEXT = '<w:t xml:space="preserve">';

function run({ text, bold, italic }: Words): string {
  if (text === '') return '';
  const look = bold || italic ? `<w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr>` : '';
  const lines = text.split('\n').map((part) => (part === '' ? '' : `${PLAIN_TEXT}${escape(part)}</w:t>`));
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`;
}

/** "Phần I" by itself, not in the capitals of its title. */
export const smallRun = (text: string): string =>
  `<w:r><w:rPr><w:caps w:val="0"/></w:rPr>${PLAIN_TEXT}${escape(text)}</w:t></w:r>`;

/** A line of a point, where the format wants a paragraph and the page none; `more` are properties behind its spacing. */
export const tinyParagraph = (more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="Bang"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${more}</w:pPr></w:p>`;
export const TINY_PARAGRAPH = tinyParagraph();

export const LINE_BREAK = '<w:r><w:br/></w:r>';

export const textOf = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');

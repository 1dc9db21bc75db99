// OfficialDocument → a Word file (ECMA-376), laid out as Decree 30/2020, Annex I demands.
import { body, textWidth, titleLevels, type Setting } from './docx/body.ts';
import { createDrawings, type Drawings } from './docx/drawings.ts';
import { foot } from './docx/foot.ts';
import { letterhead } from './docx/letterhead.ts';
import { attachedHead, titles } from './docx/titles.ts';
import { createNumbering, listOfStyle } from './docx/numbering.ts';
import { zipParts } from './docx/package.ts';
import {
  appPart,
  contactPart,
  contentTypesPart,
  corePart,
  emptyFooterPart,
  emptyHeaderPart,
  fontTablePart,
  pageNumberPart,
  relationsPart,
  section,
  settingsPart,
} from './docx/parts.ts';
import { stylesPart } from './docx/styles.ts';
import { TINY_PARAGRAPH, tinyParagraph } from './docx/paragraph.ts';
import { HEAD, NAMESPACES } from './docx/xml.ts';
import { LEVELS } from './numbering.ts';
import type { Attached, OfficialDocument } from './official.ts';
import { printedForm } from './printed-form.ts';
import { attachedBody, closed } from './wording.ts';

/**
 * Writes a document as a Word file (.docx) of named styles, real numbering and real tables, in the layout of Decree
 * 30/2020/NĐ-CP, Annex I; lengths are in `layout.ts`. The same document gives the same bytes. Never throws on a document:
 * what XML cannot hold (control characters) is left out, a picture that is no PNG too.
 */
export function writeDocx(document: OfficialDocument): Uint8Array {
  return zipParts(docxParts(document), ALIKE);
}

/** Letters of one office differ in none of these. */
const ALIKE: ReadonlySet<string> = new Set([
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/app.xml',
  'word/_rels/document.xml.rels',
  'word/styles.xml',
  'word/settings.xml',
  'word/fontTable.xml',
  'word/header1.xml',
  'word/header2.xml',
  'word/footer1.xml',
  'word/footer2.xml',
]);

/** The parts of the package by their names, in the order they are stored. */
export function docxParts(given: OfficialDocument): Record<string, string | Uint8Array> {
  const document = printedForm(given);
  const numbering = createNumbering();
  const drawings = createDrawings();
  const found = titleLevels([document.body, ...document.attached.map((attached) => attached.body)]);
  const headings = LEVELS.filter((level) => found.has(level));
  const story = storyOf(document, { numbering, drawings, titles: headings });
  const contact = document.contact !== undefined;
  return {
    '[Content_Types].xml': contentTypesPart(drawings, contact),
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': corePart(document),
    'docProps/app.xml': appPart,
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${story}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations(drawings, contact),
    'word/styles.xml': stylesPart(headings, listOfStyle(headings)),
    'word/numbering.xml': numbering.part(headings),
    'word/settings.xml': settingsPart,
    'word/fontTable.xml': fontTablePart,
    'word/header1.xml': pageNumberPart,
    'word/header2.xml': emptyHeaderPart,
    'word/footer1.xml': emptyFooterPart,
    ...(document.contact !== undefined && { 'word/footer2.xml': contactPart(document.contact) }),
    ...drawnParts(drawings),
  };
}

type Context = Omit<Setting, 'width'>;

/** Pieces one after another; two tables would be one without a paragraph between them. */
const apart = (pieces: readonly string[]): string =>
  pieces.reduce((story, next) =>
    story.endsWith('</w:tbl>') && (next === '' || next.startsWith('<w:tbl>'))
      ? `${story}${TINY_PARAGRAPH}${next}`
      : story + next,
  );

/** A section ends in its last paragraph, which may be no part of a table. */
function storyOf(document: OfficialDocument, context: Context): string {
  const contact = document.contact !== undefined;
  const own = apart([
    letterhead(document),
    titles(document),
    body(closed(document.body), { ...context, width: textWidth(false) }, true),
    foot(document, context.drawings),
  ]);
  if (document.attached.length === 0) return own + section(false, contact, true);
  const last = document.attached.at(-1);
  const attached = document.attached.map((each) => {
    const end = section(each.landscape === true, false, each === last);
    return attachedStory(document, each, context) + (each === last ? end : tinyParagraph(end));
  });
  return own + tinyParagraph(section(false, contact, false)) + attached.join('');
}

function attachedStory(document: OfficialDocument, attached: Attached, context: Context): string {
  context.numbering.begin();
  const setting = { ...context, width: textWidth(attached.landscape === true) };
  return attachedHead(document, attached) + body(attachedBody(attached), setting, false);
}

const PACKAGE_RELATIONS = relationsPart([
  ['rId1', 'officeDocument', 'word/document.xml'],
  [
    'rId2',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ],
  ['rId3', 'extended-properties', 'docProps/app.xml'],
]);

function documentRelations(drawings: Drawings, contact: boolean): string {
  return relationsPart([
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdNumbering', 'numbering', 'numbering.xml'],
    ['rIdSettings', 'settings', 'settings.xml'],
    ['rIdFonts', 'fontTable', 'fontTable.xml'],
    ['rIdHeader', 'header', 'header1.xml'],
    ['rIdFirstHeader', 'header', 'header2.xml'],
    ['rIdFooter', 'footer', 'footer1.xml'],
    ...(contact ? [['rIdContact', 'footer', 'footer2.xml'] as const] : []),
    ...drawings.pictures.map((_, at) => [`rIdP${at + 1}`, 'image', `media/image${at + 1}.png`] as const),
    ...drawings.charts.map((_, at) => [`rIdC${at + 1}`, 'chart', `charts/chart${at + 1}.xml`] as const),
  ]);
}

function drawnParts({ pictures, charts }: Drawings): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array> = {};
  for (const [at, png] of pictures.entries()) parts[`word/media/image${at + 1}.png`] = png;
  for (const [at, { xml, workbook }] of charts.entries()) {
    parts[`word/charts/chart${at + 1}.xml`] = xml;
    parts[`word/charts/_rels/chart${at + 1}.xml.rels`] = relationsPart([
      ['rId1', 'package', `../embeddings/chart${at + 1}.xlsx`],
    ]);
    parts[`word/embeddings/chart${at + 1}.xlsx`] = workbook;
  }
  return parts;
}

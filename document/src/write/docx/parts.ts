// The parts of the package around the text: page numbers, settings, properties, relations.
import { FONT, PAGE, PAGE_NUMBER } from '../layout.ts';
import type { OfficialDocument } from '../official.ts';
import { titleLine, typeLine } from '../wording.ts';
import type { Drawings } from './drawings.ts';
import { paragraph, TINY_PARAGRAPH } from './paragraph.ts';
import { escape, HEAD, NAMESPACES, twips } from './xml.ts';

export const EMPTY_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p>';

/** The number in the middle of the top margin (I.7); the first page's header is empty. */
export const pageNumberPart = `${HEAD}<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
export const emptyHeaderPart = `${HEAD}<w:hdr ${NAMESPACES}>${EMPTY_PARAGRAPH}</w:hdr>`;
/** As low as can be: a foot that is higher than the margin takes room from the text. */
export const emptyFooterPart = `${HEAD}<w:ftr ${NAMESPACES}>${TINY_PARAGRAPH}</w:ftr>`;

/** Address, e-mail and telephone under a rule as wide as the text (cell 13). */
export const contactPart = (contact: string): string =>
  `${HEAD}<w:ftr ${NAMESPACES}>${paragraph(contact, { style: 'LienHe' })}</w:ftr>`;

/** A section of the document: its first page without a number, counted from 1. */
export function section(landscape: boolean, contact: boolean, last: boolean): string {
  const [width, height] = landscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const from = twips(PAGE_NUMBER.fromEdge);
  // Address and telephone stand within the margins; the text gives way to them (III.4).
  const foot = contact ? twips(PAGE.bottom) : from;
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirstHeader"/>' +
    `<w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="${contact ? 'rIdContact' : 'rIdFooter'}"/>` +
    (last ? '' : '<w:type w:val="nextPage"/>') +
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${landscape ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${twips(PAGE.top)}" w:right="${twips(PAGE.right)}" w:bottom="${twips(PAGE.bottom)}" w:left="${twips(PAGE.left)}" w:header="${from}" w:footer="${foot}" w:gutter="0"/>` +
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
  );
}

export const settingsPart =
  `${HEAD}<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>' +
  '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>' +
  '<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>' +
  '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>';

/** The same measures under another name, for machines without Times New Roman. */
export const fontTablePart = `${HEAD}<w:fonts ${NAMESPACES}><w:font w:name="${FONT.name}"><w:altName w:val="${FONT.substitute}"/><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

export function corePart(document: OfficialDocument): string {
  const title = [typeLine(document), titleLine(document)].filter(Boolean).join(' ');
  const when = !ISO_DATE.test(document.date ?? '')
    ? ''
    : `<dcterms:created xsi:type="dcterms:W3CDTF">${document.date}T00:00:00Z</dcterms:created>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escape(title)}</dc:title><dc:creator>${escape(document.agency.replaceAll('\n', ' '))}</dc:creator>${when}<dc:language>vi-VN</dc:language></cp:coreProperties>`
  );
}

export const appPart = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Nhịp Cầu</Application></Properties>`;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function contentTypesPart(drawings: Drawings, contact: boolean): string {
  const named: Record<string, string> = {
    'word/document.xml': `${WORD}.document.main+xml`,
    'word/styles.xml': `${WORD}.styles+xml`,
    'word/numbering.xml': `${WORD}.numbering+xml`,
    'word/settings.xml': `${WORD}.settings+xml`,
    'word/fontTable.xml': `${WORD}.fontTable+xml`,
    'word/header1.xml': `${WORD}.header+xml`,
    'word/header2.xml': `${WORD}.header+xml`,
    'word/footer1.xml': `${WORD}.footer+xml`,
    ...(contact && { 'word/footer2.xml': `${WORD}.footer+xml` }),
    'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  };
  for (const at of drawings.charts.keys())
    named[`word/charts/chart${at + 1}.xml`] =
      'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
  const overrides = Object.entries(named).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    (drawings.pictures.length > 0 ? '<Default Extension="png" ContentType="image/png"/>' : '') +
    (drawings.charts.length > 0
      ? '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
      : '') +
    `${overrides.join('')}</Types>`
  );
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relationsPart = (
  relations: readonly (readonly [id: string, type: string, target: string])[],
): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

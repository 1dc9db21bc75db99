// Word packages put together from XML, so that a test shows exactly what a file holds.
import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  /** Further parts by their names, as they are. */
  readonly raw?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  header: 'w:hdr',
  footer: 'w:ftr',
  footnotes: 'w:footnotes',
};

/** A package whose body and other parts hold the given XML. */
export function wordPackage(body: string, parts: WordParts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  for (const [type, root] of Object.entries(ROOTS)) {
    const content = parts[type as keyof typeof ROOTS];
    if (content === undefined) continue;
    files[`word/${type}.xml`] = strToU8(`<${root} ${NAMESPACES}>${content}</${root}>`);
    relations.push(`<Relationship Id="r${type}" Type="http://x/${type}" Target="${type}.xml"/>`);
  }
  files['[Content_Types].xml'] = strToU8('<Types/>');
  files['_rels/.rels'] = strToU8(
    relationsOf('<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/>'),
  );
  files['word/_rels/document.xml.rels'] = strToU8(relationsOf(relations.join('')));
  files['word/document.xml'] = strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  for (const [name, content] of Object.entries(parts.raw ?? {}))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

const relationsOf = (content: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

/** A paragraph of one run. */
export const p = (text: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content === '' ? '<w:p/>' : content.startsWith('<') ? content : p(content)}</w:tc>`;

export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

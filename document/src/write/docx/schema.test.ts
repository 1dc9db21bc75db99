// Word repairs, or refuses, a file that breaks the standard, where other programs are lenient: none that this writer makes may.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDocuments, withOwnLabels } from '../../../test/official-documents.ts';
import { OFFICIAL } from '../../../test/official/samples.ts';
import { faultsOf } from '../../../test/validity/docx.ts';
import { wildDocument } from '../../../test/wild/documents.ts';
import { writeDocx } from '../docx.ts';

describe('a Word file by the standard', () => {
  it.each(Object.keys(OFFICIAL))('%s has no fault', (name) => {
    expect(faultsOf(writeDocx(OFFICIAL[name]!))).toEqual([]);
  });

  it('has none whatever a document holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(officialDocuments, withOwnLabels, fc.integer({ min: 1, max: 1e6 }).map(wildDocument)),
        (document) => {
          expect(faultsOf(writeDocx(document))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a fault', () => {
  const sound = unzipSync(writeDocx(OFFICIAL['bao-cao']!));

  /** The report with one part changed. */
  function broken(part: string, from: string | RegExp, to: string): string[] {
    const text = strFromU8(sound[part]!);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return faultsOf(zipSync({ ...sound, [part]: strToU8(changed) }));
  }

  it.each([
    [
      'an order',
      'word/document.xml',
      /(<w:pStyle [^>]*\/>)(<w:keepNext\/>)/,
      '$2$1',
      'w:pStyle behind w:keepNext',
    ],
    [
      'an unknown element',
      'word/document.xml',
      '<w:titlePg/>',
      '<w:titlePg/><w:pages/>',
      'w:pages in w:sectPr',
    ],
    ['an element twice', 'word/document.xml', '<w:titlePg/>', '<w:titlePg/><w:titlePg/>', 'w:titlePg twice'],
    [
      'a cell without a paragraph',
      'word/document.xml',
      /(<\/w:tcPr>)(?:(?!<\/w:tc>).)*<\/w:tc>/,
      '$1</w:tc>',
      'w:tc without',
    ],
    [
      'a row that does not fill its grid',
      'word/document.xml',
      /<w:tc>(?:(?!<w:tc>).)*?<\/w:tc><\/w:tr>/,
      '</w:tr>',
      'a row of',
    ],
    ['a width', 'word/document.xml', /<w:gridCol w:w="(\d)/, '<w:gridCol w:w="9$1', 'with columns of'],
    ['a style', 'word/document.xml', '<w:pStyle w:val="NoiDung"/>', '<w:pStyle w:val="Khac"/>', 'style Khac'],
    ['a list', 'word/document.xml', /<w:numId w:val="\d+"\/>/, '<w:numId w:val="999"/>', 'list 999'],
    ['a relation', 'word/document.xml', 'r:id="rIdC1"', 'r:id="rIdC9"', 'names rIdC9'],
    ['an id of a drawing', 'word/document.xml', '<wp:docPr id="2"', '<wp:docPr id="1"', 'two drawings'],
    [
      'a text with a line end',
      'word/document.xml',
      '<w:t xml:space="preserve">',
      '<w:t xml:space="preserve">\n',
      'line end',
    ],
    [
      'a section',
      'word/document.xml',
      /<w:sectPr>(?:(?!<w:sectPr>).)*<\/w:sectPr><\/w:body>/,
      '</w:body>',
      'does not end with its section',
    ],
    ['a name of a style', 'word/styles.xml', 'w:val="Tên loại"', 'w:val="Tên, loại"', 'Tên, loại'],
    ['two styles', 'word/styles.xml', 'w:val="Tên loại"', 'w:val="Trích yếu"', 'two styles called'],
    [
      'a tie of style and list',
      'word/numbering.xml',
      /<w:pStyle w:val="Ten-roman"\/>/,
      '',
      'a list that does not name it',
    ],
    [
      'a level',
      'word/numbering.xml',
      'w:lvlText w:val="%4."',
      'w:lvlText w:val="%7."',
      'shows a lower level',
    ],
    [
      'a target',
      'word/_rels/document.xml.rels',
      'Target="styles.xml"',
      'Target="style.xml"',
      'leads to no part',
    ],
    [
      'a content type',
      '[Content_Types].xml',
      /<Override PartName="\/word\/styles.xml"[^>]*>/,
      '',
      'is no styles',
    ],
    ['a figure', 'word/charts/chart1.xml', /<c:v>\d+<\/c:v>/, '<c:v>NaN</c:v>', 'is no number'],
  ])('in %s is told', (_, part, from, to, said) => {
    expect(broken(part, from, to).join('\n')).toContain(said);
  });
});

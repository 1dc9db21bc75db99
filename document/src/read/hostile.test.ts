// Files put together at random from the parts that readers know: none may throw, and every span must lie on its text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordPackage } from '../../test/word-package.ts';
import type { Block } from '../tree.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import type { Reading } from './reader.ts';
import { read } from './read.ts';

function expectSound(reading: Reading): void {
  if (!reading.ok) throw new Error(reading.problem.message);
  const { text, blocks } = reading.source;
  expect(blocks.map(({ span }) => text.slice(...span)).join('\n')).toBe(text);
  for (const block of blocks) expectCells(text, block);
}

function expectCells(text: string, block: Block): void {
  if (block.type === 'paragraph') return expect(text.slice(...block.span)).not.toMatch(/[\n\t]|^\s|\s$/);
  for (const row of block.rows) {
    expect(row.cells.map(({ span }) => text.slice(...span)).join('\t')).toBe(text.slice(...row.span));
    for (const cell of row.cells) {
      expect(cell.column + cell.columns).toBeLessThanOrEqual(block.columns);
      expect(cell.paragraphs.map(({ span }) => text.slice(...span)).join('\n')).toBe(
        text.slice(...cell.span),
      );
    }
  }
}

const WORDS = [
  'Kế hoạch',
  ' ',
  '\t',
  'a\u0301',
  '1. ',
  '- ',
  'MỤC TIÊU',
  '-----',
  '.',
  'Nơi nhận:\tTM. UBND',
  '\u00a0\u00ad',
];

const ELEMENTS = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:txbxContent',
  'w:pPr',
  'w:rPr',
  'w:trPr',
  'w:tcPr',
  'w:ins',
  'w:del',
  'w:sdt',
  'w:hyperlink',
  'mc:AlternateContent',
  'mc:Choice',
  'mc:Fallback',
  'w:footnote',
];
const EMPTY = [
  '<w:br/>',
  '<w:br w:type="page"/>',
  '<w:tab/>',
  '<w:b/>',
  '<w:i w:val="0"/>',
  '<w:caps/>',
  '<w:vanish/>',
  '<w:gridSpan w:val="3"/>',
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:hMerge/>',
  '<w:gridBefore w:val="2"/>',
  '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:sym w:char="F0B7"/>',
  '<w:jc w:val="center"/>',
];

const { xml } = fc.letrec<{ xml: string }>((tie) => ({
  xml: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...WORDS),
    fc.constantFrom(...EMPTY),
    fc
      .tuple(fc.constantFrom(...ELEMENTS), fc.array(tie('xml'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}));

test('Word packages of any structure', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  fc.assert(
    fc.property(fc.array(xml, { maxLength: 6 }), (parts) => {
      expectSound(readDocx({ name: 'a.docx', bytes: wordPackage(parts.join(''), { numbering }) }, {}));
    }),
    { numRuns: 400 },
  );
});

const TAGS = [
  'p',
  'div',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'ol',
  'li',
  'b',
  'i',
  'span',
  'br',
  'h1',
  'pre',
  'nav',
  'script',
  'center',
  'footer',
];

test('pages of any tags', () => {
  const tag = fc.constantFrom(...TAGS);
  const token = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    tag.map(
      (name) =>
        `<${name} colspan=3 rowspan="2" align=center style="font-weight:bold;display:x" title=footer>`,
    ),
    fc.constantFrom(...WORDS, '&nbsp;', '&#x1f;', '<!--', '-->', '<', '&amp', '<![CDATA['),
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
      expectSound(readHtml({ name: 'a.html', bytes: new TextEncoder().encode(tokens.join('')) }));
    }),
    { numRuns: 1000 },
  );
});

test('bytes of any kind', async () => {
  const heads = [
    '',
    '%PDF-1.7\n',
    '{\\rtf1 ',
    'PK\u0003\u0004',
    '<html>',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  ];
  const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 700 }), async (head, tail) => {
      const reading = await read({ name: 'a.bin', bytes: Uint8Array.of(...latin(head), ...tail) });
      if (reading.ok) expectSound(reading);
      else expect(reading.problem.message).toContain('“a.bin”');
    }),
    { numRuns: 300 },
  );
});

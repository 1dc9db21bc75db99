// Files put together at random from the parts that readers know: none may throw, and every span must lie on its text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordPackage } from '../../test/word-package.ts';
import type { Span, Table } from '../tree.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import type { Reading } from './reader.ts';
import { read } from './read.ts';

/** What is wrong with a reading; empty for a sound one. */
function faultsOf(reading: Reading): string[] {
  if (!reading.ok) return [reading.problem.message];
  const { text, blocks } = reading.source;
  const at = ({ span }: { readonly span: Span }): string => text.slice(...span);
  const faults = blocks.map(at).join('\n') === text ? [] : ['blocks do not make up the text'];
  for (const block of blocks)
    faults.push(...(block.type === 'table' ? tableFaults(block, at) : lineFaults(at(block))));
  return faults;
}

const lineFaults = (line: string): string[] => (/[\n\t]|^\s|\s$/.test(line) ? [`not one line: ${line}`] : []);

function tableFaults(table: Table, at: (node: { readonly span: Span }) => string): string[] {
  const faults: string[] = [];
  for (const row of table.rows) {
    if (row.cells.map(at).join('\t') !== at(row)) faults.push('cells do not make up their row');
    for (const cell of row.cells) {
      if (cell.column + cell.columns > table.columns) faults.push('a cell stands outside of its table');
      if (cell.paragraphs.map(at).join('\n') !== at(cell))
        faults.push('paragraphs do not make up their cell');
    }
  }
  return faults;
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
      const bytes = wordPackage(parts.join(''), { numbering });
      expect(faultsOf(readDocx({ name: 'a.docx', bytes }, {}))).toEqual([]);
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
      const bytes = new TextEncoder().encode(tokens.join(''));
      expect(faultsOf(readHtml({ name: 'a.html', bytes }))).toEqual([]);
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
      const faults = faultsOf(reading);
      expect(reading.ok ? faults : faults.filter((message) => !message.includes('“a.bin”'))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

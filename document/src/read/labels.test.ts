import { describe, expect, test } from 'vitest';
import { p, wordPackage } from '../../test/word-package.ts';
import { readDocx } from './docx.ts';
import { formatNumber } from './labels.ts';

const level = (depth: number, format: string, text: string, rest = '<w:start w:val="1"/>'): string =>
  `<w:lvl w:ilvl="${depth}">${rest}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, rest = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${rest}</w:num>`;
const item = (list: number, depth: number): string =>
  p('x', `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

function labels(numbering: string, body: string, styles = ''): (string | undefined)[] {
  const reading = readDocx({ name: 'a.docx', bytes: wordPackage(body, { numbering, styles }) }, {});
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.source.blocks.map((block) => (block.type === 'paragraph' ? block.label : undefined));
}

describe('automatic numbering', () => {
  test('counts levels and starts lower ones anew', () => {
    const numbering =
      abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%2.'), level(2, 'lowerLetter', '%3)')) +
      num(1, 0);
    const body = [item(1, 0), item(1, 1), item(1, 1), item(1, 2), item(1, 0), item(1, 1), item(1, 2)].join(
      '',
    );
    expect(labels(numbering, body)).toEqual(['I.', '1.', '2.', 'a)', 'II.', '1.', 'a)']);
  });

  test('shows numbers of higher levels, as decimals in legal style', () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', 'Chương %1'),
        level(1, 'decimal', '%1.%2.'),
        level(2, 'decimal', '%1.%2.%3', '<w:start w:val="1"/><w:isLgl/>'),
      ) + num(1, 0);
    expect(labels(numbering, item(1, 0) + item(1, 1) + item(1, 2) + item(1, 2))).toEqual([
      'Chương I',
      'I.1.',
      '1.1.1',
      '1.1.2',
    ]);
  });

  test('goes on over other paragraphs and over lists of the same definition', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0);
    expect(labels(numbering, item(1, 0) + p('giữa') + item(2, 0) + item(1, 0))).toEqual([
      '1.',
      undefined,
      '2.',
      '3.',
    ]);
  });

  test('starts anew where a list says so, once', () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    expect(labels(numbering, item(1, 0) + item(1, 0) + item(2, 0) + item(2, 0))).toEqual([
      '1.',
      '2.',
      '5.',
      '6.',
    ]);
  });

  test('takes levels that a list overrides', () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`);
    expect(labels(numbering, item(1, 0))).toEqual(['a)']);
  });

  test('heeds where a level restarts', () => {
    const never = level(1, 'decimal', '%2.', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>');
    const numbering = abstract(0, level(0, 'upperRoman', '%1.'), never) + num(1, 0);
    expect(labels(numbering, item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1))).toEqual([
      'I.',
      '1.',
      'II.',
      '2.',
    ]);
  });

  test('finds lists through styles, through levels that name a style, and through numbering styles', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
      <w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`;
    const named = level(1, 'decimal', '%1.%2', '<w:start w:val="1"/><w:pStyle w:val="B"/>');
    const numbering =
      abstract(0, level(0, 'decimal', '%1.'), named) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>' +
      abstract(2, level(0, 'decimal', '(%1)')) +
      num(1, 0) +
      num(2, 1) +
      num(3, 2);
    const of = (style: string, rest = ''): string => p('x', `<w:pStyle w:val="${style}"/>${rest}`);
    const cancelled = of('A', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(labels(numbering, of('A') + of('B') + cancelled + item(2, 0), styles)).toEqual([
      '1.',
      '1.1',
      undefined,
      '(1)',
    ]);
  });

  test('writes bullets as dashes, those of the level below as plus signs', () => {
    const numbering =
      abstract(
        0,
        level(0, 'bullet', '\uf0b7'),
        level(1, 'bullet', 'o'),
        level(2, 'bullet', '–'),
        level(3, 'bullet', '+'),
      ) + num(1, 0);
    expect(labels(numbering, item(1, 0) + item(1, 1) + item(1, 2) + item(1, 3))).toEqual([
      '-',
      '+',
      '–',
      '+',
    ]);
  });

  test('shows no dash where one is typed', () => {
    const numbering = abstract(0, level(0, 'bullet', '-')) + num(1, 0);
    const typed = p('- Như trên', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(labels(numbering, typed + item(1, 0))).toEqual([undefined, '-']);
  });

  test('counts levels that are missed out', () => {
    const numbering = abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2.')) + num(1, 0);
    expect(labels(numbering, item(1, 1) + item(1, 0) + item(1, 1))).toEqual(['I.1.', 'II.', 'II.1.']);
  });

  test('passes over lists and levels that do not exist', () => {
    expect(labels(abstract(0) + num(1, 0), item(1, 0) + item(9, 0) + item(1, 7))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test.each([
  [4, 'upperRoman', 'IV'],
  [1999, 'lowerRoman', 'mcmxcix'],
  [26, 'lowerLetter', 'z'],
  [28, 'upperLetter', 'BB'],
  [7, 'decimalZero', '07'],
  [4000, 'upperRoman', '4000'],
  [1_000_000, 'lowerLetter', '1000000'],
  [3, 'vietnameseCounting', '3'],
])('%i in %s is %s', (number, format, text) => {
  expect(formatNumber(number, format)).toBe(text);
});

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Source } from '../tree.ts';
import { unitsOf } from './encoding.ts';
import { readRtf } from './rtf.ts';
import { read } from './read.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

function readBytes(bytes: Uint8Array): Source {
  const reading = readRtf({ name: 'a.rtf', bytes });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.source;
}

const textOf = (body: string): string => readBytes(bytesOf(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`)).text;

describe('RTF', () => {
  test.each([
    [
      'characters by their numbers',
      '\\uc1 K\\u7871? ho\\u7841?ch {\\uc0 \\u273 }\\u-2049?',
      'Kế hoạch đ\uf7ff',
    ],
    [
      'characters by their bytes',
      "{\\fonttbl{\\f0\\fcharset163 Arial;}{\\f1\\fcharset0 A;}}\\f0 S\\'f4\\'ec {\\f1 caf\\'e9}",
      'Số café',
    ],
    [
      'fonts from before Unicode',
      "{\\fonttbl{\\f0\\fnil .VnTime;}{\\f1\\fnil .VnTimeH;}}\\f0 C\\'e9ng ho\\'b5\\par\\f1 t\\'d8nh",
      'Cộng hoà\nTỈNH',
    ],
    ['paragraphs, lines and tabs', 'a\\par b\\tab c\\line - d\\page e\\par', 'a\nb c\n- d\ne'],
    ['quotes and dashes', '\\ldblquote a\\rdblquote\\~\\endash b\\_c', '“a” –b-c'],
    [
      'no instructions, pictures, colours or hidden text',
      '{\\colortbl;\\red0;}{\\*\\generator X;}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a}}{\\pict 00ff}{\\v x}\\plain b',
      'ab',
    ],
    ['raw bytes passed over', 'a{\\pict\\bin5 }{}{}}b', 'ab'],
    ['capitals as shown', '{\\caps k\\u7871?}', 'KẾ'],
    [
      'text boxes after their paragraph',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt khung\\par}}} b\\par c',
      'a b\nkhung\nc',
    ],
    ['notes at the end', 'a{\\footnote n}b\\par c', 'ab\nc\n[1] n'],
  ])('gives %s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  test('gives labels, looks and alignment', () => {
    const { blocks } = readBytes(
      bytesOf('{\\rtf1\\pard\\qc\\b a\\b0  b\\par\\pard{\\listtext 1.\\tab}c\\par\\outlinelevel1 d}'),
    );
    expect(blocks).toMatchObject([
      { align: 'center', runs: [{ span: [0, 1], bold: true }] },
      { label: '1.' },
      { level: 2 },
    ]);
  });

  test('gives tables with merged cells', () => {
    const rows =
      '\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\intbl a\\cell b\\cell c\\cell\\row' +
      '\\trowd\\clvmrg\\cellx1000\\cellx3000\\intbl\\cell d\\cell\\row\\pard e';
    const source = readBytes(bytesOf(`{\\rtf1${rows}}`));
    expect(source.text).toBe('a\tb\tc\nd\ne');
    expect(source.blocks[0]).toMatchObject({
      columns: 3,
      rows: [{ cells: [{ rows: 2 }, {}, {}] }, { cells: [{ column: 1, columns: 2 }] }],
    });
  });

  test('reads what a word processor writes', () => {
    const file = new Uint8Array(readFileSync(new URL('../../test/files/plan.rtf', import.meta.url)));
    const { text } = readBytes(file);
    expect(text).toContain(
      'II. Nhiệm vụ\nTT\tNội dung\tChủ trì\tThời gian\nI\tTuyên truyền\n1\tLàm phim ngắn\tSở Ngoại vụ\tQuý II',
    );
    expect(text).not.toContain('Đầu trang');
    expect(unitsOf(file.subarray(0, 5))).toBe('{\\rtf');
  });

  test('is looked through for marks of secrecy in headers and boxes', async () => {
    for (const body of [
      '{\\header M\\u7852?T\\par}KH',
      '{\\shp{\\*\\shpinst{\\shptxt T\\u7888?I M\\u7852?T\\par}}}KH',
    ])
      expect(await read({ name: 'a.doc', bytes: bytesOf(`{\\rtf1 ${body}}`) })).toMatchObject({
        ok: false,
        problem: { code: 'secret-mark' },
      });
  });

  test('passes over what is broken', () => {
    expect(textOf('a}}}b')).toBe('ab');
    expect(textOf('{{{a')).toBe('a');
    expect(textOf(`${'{'.repeat(100_000)}a`)).toBe('a');
    expect(textOf(`${'\\trowd\\cellx1\\cell\\row'.repeat(20_000)} a`).endsWith('a')).toBe(true);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '{',
            '}',
            '\\b',
            '\\cell',
            '\\row',
            '\\par',
            '\\trowd',
            '\\cellx9',
            '\\u7871?',
            'a ',
            "\\'e9",
            '\\intbl',
            '{\\footnote',
            '{\\shptxt',
            '\\*',
            '\\bin9 ',
          ),
        ),
        (words) => {
          const { text, blocks } = readBytes(bytesOf(`{\\rtf1${words.join('')}`));
          expect(blocks.map(({ span }) => text.slice(...span)).join('\n')).toBe(text);
        },
      ),
    );
  });
});

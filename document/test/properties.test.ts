// What holds for any text at all: nothing throws, every span slices back, parsing is a function, sections cover the body.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readText,
  recognise,
  type Node,
  type Parsed,
  type Section,
  type Source,
  type Span,
} from '../src/index.ts';
import { linesOf } from '../src/recognise/lines.ts';
import { partsOf } from '../src/recognise/parts.ts';
import { zonesOf } from '../src/recognise/zones.ts';

const PIECES = [
  'KẾ HOẠCH',
  'QUYẾT ĐỊNH:',
  'PHỤ LỤC II',
  'DANH MỤC',
  'CÔNG ĐIỆN',
  'Số: 58/KH-UBND',
  'Số:     /KH-UBND',
  'I. MỤC ĐÍCH',
  'II.',
  '1. Mục\nđích:',
  'a) Tuyên truyền;',
  '- Sở Nội vụ chủ trì, phối hợp với Công an tỉnh;',
  '+ ',
  'Điều 2. Giao',
  'Căn cứ Luật Báo chí ngày 05/4/2016;',
  'Quyết định số 368/QĐ-TTg ngày 28/02/2013',
  'trước ngày 31/12/2025',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'KT. CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'Nguyễn Văn An',
  '|',
  '||',
  '| a | b |',
  '|---|---|',
  '\t',
  '\f',
  '\n\n',
  '**',
  '*',
  '# ',
  '\\',
  '      ',
  '-------',
  '(Ban hành kèm theo',
  'ỦY BAN NHÂN DÂN',
  'TỈNH SÔNG THAO',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Kính gửi:',
  'V/v báo cáo',
  '+---+---+',
  'Hằng năm',
  'Quý I năm 2019',
  '100% các xã',
  'trên 40 đoàn',
  '\u{1f600}',
  'e\u0302\u0301',
  '\u00a0',
  '\u200b',
  '\ud800',
];

const texts = fc.oneof(
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 })), { maxLength: 60 })
    .chain((pieces) =>
      fc
        .array(fc.constantFrom(' ', '\n', '\n\n', '; ', ''), {
          minLength: pieces.length,
          maxLength: pieces.length,
        })
        .map((joins) => pieces.map((piece, at) => piece + joins[at]).join('')),
    ),
);
const formats = fc.constantFrom('txt' as const, 'md' as const);
const runs = { numRuns: 300 };

function spansOf(value: unknown, found: Span[] = []): Span[] {
  if (Array.isArray(value)) for (const one of value) spansOf(one, found);
  else if (value !== null && typeof value === 'object')
    for (const [key, one] of Object.entries(value)) {
      if (key === 'span' || key === 'head') found.push(one as Span);
      else if (key === 'recipientSpans') found.push(...(one as Span[]));
      else spansOf(one, found);
    }
  return found;
}

const inside = (text: string, [start, end]: Span): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;

function blocksSliceBack(source: Source): void {
  let before = -1;
  for (const block of source.blocks) {
    expect(block.span[0]).toBeGreaterThan(before);
    if (block.type === 'paragraph') expect(source.text.slice(...block.span)).not.toContain('\n');
    before = block.span[1];
  }
}

describe('any text', () => {
  it('gives a tree without throwing, whose spans lie within the text', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const source = readText(text, 'any', format);
        blocksSliceBack(source);
        const parsed = recognise(source);
        for (const span of [...spansOf(source), ...spansOf(parsed)])
          expect(inside(source.text, span)).toBe(true);
      }),
      runs,
    );
  });

  it('is understood the same way twice', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const once = (): Parsed => recognise(readText(text, 'any', format));
        expect(once()).toEqual(once());
      }),
      { numRuns: 100 },
    );
  });

  it('is normal already when it is read again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = readText(text, 'any', 'txt');
        expect(source.text.normalize('NFC')).toBe(source.text);
        expect(source.text).not.toMatch(/[\r\u00a0\u00ad\u200b]/);
      }),
      { numRuns: 100 },
    );
  });

  it('is covered by its sections from the first word of a body to the last', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const source = readText(text, 'any', format);
        const { sections } = recognise(source);
        const body = bodyOf(source);
        expect(flat(sections.map((section) => source.text.slice(...section.span)).join(''))).toBe(flat(body));
        for (const section of sections) contains(section);
      }),
      runs,
    );
  });

  it('gives tasks and citations whose own words stand at their place', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const parsed = recognise(readText(text, 'any', format));
        for (const citation of parsed.citations)
          if (citation.number)
            expect(flat(parsed.text.slice(...citation.span))).toContain(flat(citation.number));
        for (const [at, recipient] of parsed.recipients.entries())
          expect(flat(parsed.text.slice(...parsed.recipientSpans[at]!))).toContain(flat(recipient));
      }),
      runs,
    );
  });
});

/** Without white space and the dashes that a number may be written with. */
const flat = (text: string): string => text.replace(/[\s]+/g, '').replace(/[–_]/g, '-');

function bodyOf(source: Source): string {
  const lines = linesOf(source);
  const parts = partsOf(source, lines, zonesOf(lines));
  const texts: string[] = [];
  const walk = (node: Node): void => {
    texts.push(source.text.slice(...node.span));
    if (node.type === 'item') node.children.forEach(walk);
  };
  for (const part of parts) part.outline.forEach(walk);
  return texts.join('');
}

function contains(section: Section): void {
  let from = section.span[0];
  for (const child of section.children) {
    expect(child.span[0]).toBeGreaterThanOrEqual(from);
    expect(child.span[1]).toBeLessThanOrEqual(section.span[1]);
    from = child.span[1];
    contains(child);
  }
}

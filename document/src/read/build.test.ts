import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../tree.ts';
import { type CellInput, createBuilder } from './build.ts';

const cell = (text: string, rest: Omit<CellInput, 'paragraphs'> = {}): CellInput => ({
  paragraphs: text.split('\n').map((content) => ({ content })),
  ...rest,
});

function paragraphsOf(source: Source) {
  return source.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((c) => c.paragraphs)),
  );
}

describe('the builder', () => {
  test('joins paragraphs by line breaks, cells by tabs and rows by line breaks', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.paragraph('Kế  hoạch\tnăm\n2026 ');
    builder.table([
      [cell('a\nb'), cell('c')],
      [cell(''), cell('d')],
    ]);
    builder.paragraph('hết');
    const source = builder.finish();
    expect(source.text).toBe('Kế hoạch năm 2026\na\nb\tc\n\td\nhết');
    expect(paragraphsOf(source).map(({ span }) => source.text.slice(...span))).toEqual([
      'Kế hoạch năm 2026',
      'a',
      'b',
      'c',
      'd',
      'hết',
    ]);
  });

  test('drops what holds no text', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.paragraph(' \u00a0\u200b');
    builder.table([[cell(''), cell(' ')]]);
    builder.table([]);
    expect(builder.finish()).toEqual({
      file: 'a.docx',
      format: 'docx',
      text: '',
      blocks: [],
      diagnostics: [],
    });
  });

  test('puts a generated label in front and names it', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.paragraph('Mục đích', { label: '1.', level: 2 });
    expect(builder.finish().blocks[0]).toEqual({
      type: 'paragraph',
      span: [0, 11],
      label: '1.',
      level: 2,
    });
  });

  test('tells wholly bold paragraphs from those that are so in part', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.paragraph([
      { text: 'Cả ', bold: true },
      { text: ' ' },
      { text: 'dòng', bold: true, italic: true },
    ]);
    builder.paragraph([{ text: 'Sở Ngoại vụ: ', bold: true }, { text: 'chủ trì' }]);
    const source = builder.finish();
    expect(source.blocks).toMatchObject([
      { bold: true, runs: [{ span: [3, 7], italic: true }] },
      { runs: [{ span: [8, 21], bold: true }] },
    ]);
    expect(source.blocks[1]).not.toHaveProperty('bold');
  });

  test('composes a letter and its mark across runs', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.paragraph([{ text: 'Ke\u0302' }, { text: '\u0301 hoạch', bold: true }]);
    expect(builder.finish()).toMatchObject({
      text: 'Kế hoạch',
      blocks: [{ runs: [{ span: [2, 8], bold: true }] }],
    });
  });

  test('finds the columns that merged cells leave free', () => {
    const builder = createBuilder('a.docx', 'docx');
    builder.table([
      [cell('a', { rows: 3 }), cell('b', { columns: 2 })],
      [cell('c'), cell('d', { rows: 2 })],
      [cell('e')],
      [cell('f'), cell('g')],
    ]);
    const [table] = builder.finish().blocks;
    expect(table).toMatchObject({
      columns: 3,
      rows: [
        { cells: [{ column: 0 }, { column: 1, columns: 2 }] },
        { cells: [{ column: 1 }, { column: 2 }] },
        { cells: [{ column: 1 }] },
        { cells: [{ column: 0 }, { column: 1 }] },
      ],
    });
  });

  test('bounds what a cell claims to cover', () => {
    const builder = createBuilder('a.html', 'html');
    builder.table([[cell('a', { columns: 1e9, rows: Number.NaN })]]);
    expect(builder.finish().blocks[0]).toMatchObject({ columns: 1000, rows: [{ cells: [{ rows: 1 }] }] });
  });

  test('lays every span on its own text, whatever the runs hold', () => {
    const run = fc.record({
      text: fc.string({ unit: 'binary' }),
      bold: fc.boolean(),
      italic: fc.boolean(),
      doubtful: fc.boolean(),
    });
    const content = fc.array(run, { maxLength: 5 });
    const row = fc.array(fc.array(content, { maxLength: 3 }), { maxLength: 3 });
    const block = fc.oneof(
      content.map((c) => [c] as const),
      fc.array(row, { maxLength: 3 }).map((r) => [null, r] as const),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const builder = createBuilder('a.txt', 'txt');
        for (const [runs, rows] of blocks)
          if (runs) builder.paragraph(runs);
          else
            builder.table(
              rows!.map((cells) => cells.map((c) => ({ paragraphs: c.map((p) => ({ content: p })) }))),
            );
        const { text, blocks: placed } = builder.finish();
        expect(placed.map(({ span }) => text.slice(...span)).join('\n')).toBe(text);
        for (const paragraph of paragraphsOf({
          text,
          blocks: placed,
          file: '',
          format: 'txt',
          diagnostics: [],
        })) {
          const shown = text.slice(...paragraph.span);
          expect(shown).toMatch(/^\S(?:[^\n\t]*\S)?$/u);
          for (const { span } of paragraph.runs ?? []) {
            expect(span[0]).toBeGreaterThanOrEqual(paragraph.span[0]);
            expect(span[1]).toBeLessThanOrEqual(paragraph.span[1]);
          }
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Paragraph } from '@nhipcau/document';
import { marksByParagraph, paragraphsOf, segmentsOf, type Mark } from './segments.ts';

const paragraph = (start: number, end: number): Paragraph => ({ type: 'paragraph', span: [start, end] });
const marks = fc.array(
  fc.record({
    id: fc.string({ minLength: 1 }),
    span: fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  }),
);

test('pieces joined are the paragraph again, whatever the marks', () => {
  fc.assert(
    fc.property(marks, (list: Mark[]) => {
      const pieces = segmentsOf([10, 50], list);
      expect(pieces[0]?.start).toBe(10);
      expect(pieces.at(-1)?.end).toBe(50);
      for (const [index, piece] of pieces.entries()) {
        expect(piece.end).toBeGreaterThan(piece.start);
        expect(pieces[index + 1]?.start ?? 50).toBe(piece.end);
      }
    }),
  );
});

test('every letter carries exactly the marks that cover it', () => {
  fc.assert(
    fc.property(marks, (list: Mark[]) => {
      for (const piece of segmentsOf([10, 50], list)) {
        const covering = list.filter((m) => m.span[0] <= piece.start && m.span[1] > piece.start);
        expect(piece.marks.toSorted()).toEqual(covering.map((m) => m.id).toSorted());
      }
    }),
  );
});

test('the innermost mark comes last', () => {
  const pieces = segmentsOf(
    [0, 30],
    [
      { id: 'lead', span: [5, 10] },
      { id: 'task', span: [0, 30] },
    ],
  );
  expect(pieces.map((piece) => piece.marks)).toEqual([['task'], ['task', 'lead'], ['task']]);
});

test('a mark over several paragraphs reaches each of them, and none beside', () => {
  const paragraphs = [paragraph(0, 10), paragraph(11, 20), paragraph(21, 30), paragraph(31, 40)];
  const found = marksByParagraph(paragraphs, [{ id: 'task', span: [12, 30] }]);
  expect(paragraphs.map((p) => found.has(p))).toEqual([false, true, true, false]);
});

test('paragraphs of tables stand in their place', () => {
  const blocks: Block[] = [
    paragraph(0, 5),
    {
      type: 'table',
      span: [6, 20],
      columns: 1,
      rows: [
        {
          type: 'row',
          span: [6, 20],
          cells: [
            {
              type: 'cell',
              span: [6, 20],
              column: 0,
              columns: 1,
              rows: 1,
              paragraphs: [paragraph(6, 12), paragraph(13, 20)],
            },
          ],
        },
      ],
    },
    paragraph(21, 25),
  ];
  expect(paragraphsOf(blocks).map((p) => p.span[0])).toEqual([0, 6, 13, 21]);
});

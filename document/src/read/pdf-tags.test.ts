import { expect, test } from 'vitest';
import { figuresOf, outsideFigures, type TagNode } from './pdf-tags.ts';

const text = (str: string): object => ({ str });
const begin = (id: string | null): object => ({ type: 'beginMarkedContentProps', id });
const artifact = { type: 'beginMarkedContent' };
const end = { type: 'endMarkedContent' };
const content = (id: string): TagNode => ({ type: 'content', id });
const page = (tree: TagNode | null | Error) => ({
  getStructTree: () => (tree instanceof Error ? Promise.reject(tree) : Promise.resolve(tree)),
});

const items = [
  artifact,
  text('2'),
  end,
  begin('a'),
  text('Kết quả'),
  end,
  begin('b'),
  text('150'),
  begin(null),
  text('100'),
  end,
  end,
  text('Hết'),
];
const wordsOf = (figures: ReadonlySet<string>): string[] =>
  outsideFigures(items, figures).map(({ str }) => str);

test('words inside a chart that is told in words are left out, those around it stay', async () => {
  const alt = 'Tin, bài tăng từ 100 lên 150 trong năm.';
  const tree = {
    role: 'Root',
    children: [
      { role: 'P', children: [content('a')] },
      { role: 'Figure', alt, children: [{ role: 'Span', children: [content('b')] }] },
    ],
  };
  expect(wordsOf(await figuresOf(page(tree), items))).toEqual(['2', 'Kết quả', 'Hết']);
});

test('words inside a picture that nobody tells stay: they may be all there is of them', async () => {
  for (const alt of [undefined, '', 'image1.png'])
    expect(
      wordsOf(
        await figuresOf(
          page({ role: 'Figure', ...(alt !== undefined && { alt }), children: [content('b')] }),
          items,
        ),
      ),
    ).toEqual(['2', 'Kết quả', '150', '100', 'Hết']);
});

test('a page without tags, or with a broken tree, is read as it is', async () => {
  expect((await figuresOf(page(null), items)).size).toBe(0);
  expect((await figuresOf(page(new Error('broken')), items)).size).toBe(0);
  expect((await figuresOf(page(new Error('never asked')), [text('a')])).size).toBe(0);
});

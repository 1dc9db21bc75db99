import { expect, test } from 'vitest';
import { taggedItems, tagsOf, type TagNode, type Tags } from './pdf-tags.ts';

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
const wordsOf = (tags: Tags): string[] => taggedItems(items, tags).map(({ str }) => str);

test('words inside a chart that is told in words are left out, those around it stay', async () => {
  const alt = 'Tin, bài tăng từ 100 lên 150 trong năm.';
  const tree = {
    role: 'Root',
    children: [
      { role: 'P', children: [content('a')] },
      { role: 'Figure', alt, children: [{ role: 'Span', children: [content('b')] }] },
    ],
  };
  expect(wordsOf(await tagsOf(page(tree), items))).toEqual(['2', 'Kết quả', 'Hết']);
});

test('words inside a picture that nobody tells stay: they may be all there is of them', async () => {
  for (const alt of [undefined, '', 'image1.png'])
    expect(
      wordsOf(
        await tagsOf(
          page({ role: 'Figure', ...(alt !== undefined && { alt }), children: [content('b')] }),
          items,
        ),
      ),
    ).toEqual(['2', 'Kết quả', '150', '100', 'Hết']);
});

test('a page without tags, or with a broken tree, is read as it is', async () => {
  expect((await tagsOf(page(null), items)).paragraphs.size).toBe(0);
  expect((await tagsOf(page(new Error('broken')), items)).paragraphs.size).toBe(0);
  expect((await tagsOf(page(new Error('never asked')), [text('a')])).paragraphs.size).toBe(0);
});

test('each text bears the paragraph, the cell or the title that it is tagged as', async () => {
  const tree = {
    role: 'Root',
    children: [
      { role: 'H2', children: [content('a')] },
      { role: 'TD', children: [{ role: 'Span', children: [content('b')] }] },
    ],
  };
  const tags = taggedItems(items, await tagsOf(page(tree), items)).map(({ tag }) => tag);
  expect(tags).toEqual([undefined, 'H0', 'P1', 'P1', undefined]);
});

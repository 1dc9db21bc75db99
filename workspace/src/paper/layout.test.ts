import { expect, test } from 'vitest';
import type { Block, Paragraph } from '@nhipcau/document';
import { alignment, isEmphasised, isPlain, layOut } from './layout.ts';

function documentOf(lines: readonly string[]): { text: string; blocks: Paragraph[] } {
  let at = 0;
  const blocks = lines.map((line) => {
    const span = [at, at + line.length] as const;
    at += line.length + 1;
    return { type: 'paragraph' as const, span };
  });
  return { text: lines.join('\n'), blocks };
}
const spanOf = (text: string, part: string) => ({
  span: [text.indexOf(part), text.indexOf(part) + part.length] as const,
});

const plan = documentOf([
  'ỦY BAN NHÂN DÂN',
  'TỈNH SÔNG THAO',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 12/KH-UBND',
  'Sông Thao, ngày 05 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'Thông tin đối ngoại năm 2026',
  'Thực hiện chương trình công tác, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau.',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Lê Văn An',
  'PHỤ LỤC I',
]);
const fields = {
  issuer: spanOf(plan.text, 'ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO'),
  number: spanOf(plan.text, '12/KH-UBND'),
  place: spanOf(plan.text, 'Sông Thao, ngày'),
  type: spanOf(plan.text, 'KẾ HOẠCH'),
  title: spanOf(plan.text, 'Thông tin đối ngoại năm 2026'),
};
const words = (paragraphs: readonly Paragraph[]) => paragraphs.map((p) => plan.text.slice(...p.span));

test('the letterhead stands in two columns: the agency left, the national title right', () => {
  const [head] = layOut(plan.blocks, plan.text, fields);
  expect(head?.kind === 'columns' && words(head.left)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH SÔNG THAO',
    'Số: 12/KH-UBND',
  ]);
  expect(head?.kind === 'columns' && words(head.right)).toEqual([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Sông Thao, ngày 05 tháng 3 năm 2026',
  ]);
});

test('the foot stands in two columns: recipients left, who signs right; the annex begins below', () => {
  const stretches = layOut(plan.blocks, plan.text, fields);
  const foot = stretches.at(-2);
  expect(foot?.kind === 'columns' && words(foot.left)).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.']);
  expect(foot?.kind === 'columns' && words(foot.right)).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Lê Văn An',
  ]);
  expect(stretches.at(-1)).toEqual({ kind: 'paragraph', paragraph: plan.blocks.at(-1) });
});

test('no paragraph is left out or shown twice', () => {
  const shown = layOut(plan.blocks, plan.text, fields).flatMap((stretch) =>
    stretch.kind === 'columns'
      ? [...stretch.left, ...stretch.right]
      : stretch.kind === 'paragraph'
        ? [stretch.paragraph]
        : [],
  );
  expect(shown.toSorted((a, b) => a.span[0] - b.span[0])).toEqual(plan.blocks);
});

test('a text without a letterhead is simply one paragraph after another', () => {
  const { text, blocks } = documentOf(['Một.', 'Hai.']);
  expect(layOut(blocks, text, {}).map((stretch) => stretch.kind)).toEqual(['paragraph', 'paragraph']);
});

test('a letterhead that Word keeps in a table shows no rules, a table of tasks does', () => {
  const text = 'UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTT\tNhiệm vụ';
  const table = (start: number, end: number): Block => ({
    type: 'table',
    span: [start, end],
    columns: 2,
    rows: [],
  });
  const half = text.indexOf('\n');
  const stretches = layOut([table(0, half), table(half + 1, text.length)], text, {});
  expect(stretches.map((stretch) => stretch.kind === 'table' && stretch.ruled)).toEqual([false, true]);
});

test('titles are centred, headings with a number are not', () => {
  const { text, blocks } = documentOf(['KẾ HOẠCH', 'I. MỤC ĐÍCH', 'Nội dung thường.']);
  expect(blocks.map((p) => alignment(p, text, {}))).toEqual(['center', 'justify', 'justify']);
});

test('a plain text gets the bold that the decree asks for: titles, headings, the national title', () => {
  const bold = plan.blocks.filter((p) => isEmphasised(p, plan.text, fields));
  expect(words(bold)).toContain('KẾ HOẠCH');
  expect(words(bold)).toContain('Thông tin đối ngoại năm 2026');
  expect(words(bold)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(words(bold)).not.toContain('- Lưu: VT.');
  const { text, blocks } = documentOf(['1. Sở Tài chính', '1. Bố trí kinh phí thực hiện.']);
  expect(blocks.map((p) => isEmphasised(p, text, {}))).toEqual([true, false]);
});

test('a text that brings bold of its own keeps it', () => {
  expect(isPlain(plan.blocks)).toBe(true);
  expect(isPlain([...plan.blocks, { type: 'paragraph', span: [0, 1], bold: true }])).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { inlineMarkdown } from './markdown.ts';

/** Bold as <b>, italic as <i>. */
function look(raw: string): string {
  return inlineMarkdown(raw)
    .runs.map(
      ({ text, bold, italic }) =>
        `${bold ? '<b>' : ''}${italic ? '<i>' : ''}${text}${italic ? '</i>' : ''}${bold ? '</b>' : ''}`,
    )
    .join('');
}

describe('inlineMarkdown', () => {
  it.each([
    ['**Điều 1. **Ban hành', '<b>Điều 1. </b>Ban hành'],
    ['*Căn cứ Luật*', '<i>Căn cứ Luật</i>'],
    ['***Ghi chú***', '<b><i>Ghi chú</i></b>'],
    ['** **', '<b> </b>'],
    ['1\\. Mục đích \\- yêu cầu', '1. Mục đích - yêu cầu'],
    ['* Lưu ý: gửi sớm', '* Lưu ý: gửi sớm'],
    ['Diện tích 2 * 3 m (*)', 'Diện tích 2 * 3 m (*)'],
    ['một dấu * lẻ', 'một dấu * lẻ'],
    ['ten_tep_tin', 'ten_tep_tin'],
    ['_nghiêng_', '<i>nghiêng</i>'],
    ['[Kế hoạch](https://example.vn/a) và ![ảnh](b.png)', 'Kế hoạch và '],
    ['A &amp; B<sup>2</sup>', 'A & B2'],
    ['**TM. ỦY BAN NHÂN DÂN', '<b>TM. ỦY BAN NHÂN DÂN</b>'],
    ['PHÓ CHỦ TỊCH**', '<b>PHÓ CHỦ TỊCH</b>'],
  ])('reads "%s"', (raw, expected) => {
    expect(look(raw)).toBe(expected);
  });

  it('reads the level of a heading', () => {
    expect(inlineMarkdown('## **II. NỘI DUNG**')).toEqual({
      level: 2,
      runs: [{ text: 'II. NỘI DUNG', bold: true }],
    });
  });
});

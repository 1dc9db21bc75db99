import { describe, expect, it } from 'vitest';
import { joinLetters } from './split-letters.ts';

describe('letters torn apart', () => {
  it.each([
    ['Qu ả ng Ngãi, ngày 04', 'Quảng Ngãi, ngày 04'],
    ['Đặ ng Văn Minh', 'Đặng Văn Minh'],
    ['- Bộ Lao động - Thương binh và X ã hội;', '- Bộ Lao động - Thương binh và Xã hội;'],
    ['B Ộ LAO ĐỘNG - THƯƠNG BINH V À X Ã HỘI', 'BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI'],
    ['- Nh ư tr ê n; - Bộ tr ưở n g (để báo cáo)', '- Như trên; - Bộ trưởng (để báo cáo)'],
    ['Nguy ễ n Văn A', 'Nguyễn Văn A'],
  ])('are a syllable again: %s', (torn, whole) => {
    expect(joinLetters(torn)).toBe(whole);
  });

  it.each([
    'Người dân ở xã, ý kiến của ổ dịch và nhóm B ở thôn',
    'điểm c khoản 1, mục a và b; lớp 5 m chiều dài',
    'TP Hà Nội, TT Huế, Công ty A, NH Chính sách',
    'phường An Hải và Ê đê, Hoàng Ân',
    'Ông Trần Ý n',
  ])('are not made of words: %s', (text) => {
    expect(joinLetters(text)).toBe(text);
  });

  it('are looked for in linear time', () => {
    const text = 'B Ộ tr ưở n g '.repeat(20000);
    const start = performance.now();
    expect(joinLetters(text).length).toBeLessThan(text.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

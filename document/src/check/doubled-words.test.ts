import { describe, expect, test } from 'vitest';
import { parsedOf } from '../../test/parsed-of.ts';
import { check } from './check.ts';

function doubled(text: string): unknown[] {
  return check(parsedOf({ text }))
    .filter(({ code }) => code === 'doubled-words')
    .map(({ span }) => text.slice(...(span ?? [0, 0])));
}

describe('doubled words', () => {
  test.each([
    ['công tác quản lý nhà nước nhà nước về thông tin', 'nhà nước nhà nước'],
    ['giao các các sở, ban, ngành', 'các các'],
    ['kế hoạch của của tỉnh', 'của của'],
    ['Ủy ban nhân dân Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân Ủy ban nhân dân'],
    ['Bộ đội Biên phòng Bộ đội Biên phòng tỉnh', 'Bộ đội Biên phòng Bộ đội Biên phòng'],
    ['phát triển kinh tế Kinh tế xã hội', 'kinh tế Kinh tế'],
    ['nhằm thực hiện thực hiện Kế hoạch', 'thực hiện thực hiện'],
    ['QUẢN LÝ NHÀ NƯỚC NHÀ NƯỚC', 'NHÀ NƯỚC NHÀ NƯỚC'],
  ])('%s', (text, expected) => {
    expect(doubled(text)).toEqual([expected]);
  });

  test.each([
    'ngày ngày, xanh xanh, song song, dần dần, thường thường, luôn luôn, từng từng',
    'các cơ quan, tổ chức tổ chức thực hiện kế hoạch',
    'Ban Chỉ đạo chỉ đạo các địa phương; Đoàn kiểm tra kiểm tra tại huyện',
    'phát triển xã hội xã hội chủ nghĩa',
    'công tác thông tin, thông tin đối ngoại',
    'tổng hợp hợp đồng; Bộ Công an an ninh',
    'từng bước từng bước nâng cao',
    'nhà nước\nnhà nước',
    'Sở Tài chính\tSở Tài chính',
    'năm 2019 2019',
    'nhà nước. Nhà nước',
    'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO Sông Thao, ngày 11 tháng 3 năm 2019',
    'Sở Xây dựng xây dựng kế hoạch; cơ quan tham mưu tham mưu cho Ủy ban nhân dân',
  ])('no alarm: %s', (text) => {
    expect(doubled(text)).toEqual([]);
  });

  test('a phrase said three times is one finding', () => {
    expect(doubled('nhà nước nhà nước nhà nước về')).toEqual(['nhà nước nhà nước']);
  });
});

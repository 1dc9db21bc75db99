import { describe, expect, test } from 'vitest';
import { parseNumber } from './document-number.ts';
import { issuerIdentity, nationalIssuer, placeIn } from './issuer.ts';

const HOME = 'Ủy ban nhân dân tỉnh Sông Thao';
const identity = (number: string, issuer: string | null, home: string | null = HOME) =>
  issuerIdentity(parseNumber(number)!, issuer, home);

describe('who issued a document', () => {
  test('a central symbol says it, whatever the words', () => {
    expect(identity('368/QĐ-TTg', 'Chính phủ')).toBe(identity('368/QĐ-TTg', 'Thủ tướng Chính phủ'));
    expect(nationalIssuer('BTTTT-TTĐN')).toBe('Bộ Thông tin và Truyền thông');
  });

  test('a symbol that provinces use too says nothing', () => {
    expect(nationalIssuer('BHXH')).toBeUndefined();
    expect(nationalIssuer('VHTT')).toBeUndefined();
  });

  test('the committee, its chairman and its short name are one', () => {
    const names = [
      'Ủy ban nhân dân tỉnh Sông Thao',
      'Chủ tịch Ủy ban nhân dân tỉnh Sông Thao',
      'UBND tỉnh Sông Thao',
      'UBND tỉnh',
      'Chủ tịch UBND tỉnh',
      null,
    ];
    expect(new Set(names.map((name) => identity('7/QĐ-UBND', name))).size).toBe(1);
  });

  test('committees of another province or another level are others', () => {
    const names = [
      'UBND tỉnh',
      'UBND tỉnh Yên Bái',
      'UBND huyện Cẩm Nương Sơn',
      'UBND xã Cẩm Nương',
      'HĐND tỉnh',
    ];
    expect(new Set(names.map((name) => identity('7/QĐ-UBND', name))).size).toBe(names.length);
  });

  test('a department with or without its province is one', () => {
    expect(identity('7/TTr-SNV', 'Sở Nội vụ')).toBe(identity('7/TTr-SNV', 'Sở Nội vụ tỉnh Sông Thao'));
    expect(identity('7/TTr-SNV', 'Giám đốc Sở Nội vụ')).toBe(identity('7/TTr-SNV', 'Sở Nội vụ'));
  });

  test('nothing is claimed where no place is named', () => {
    expect(identity('7/QĐ-UBND', 'UBND tỉnh', null)).toBeNull();
    expect(identity('7/QĐ-UBND', null, null)).toBeNull();
  });
});

test.each([
  ['Ủy ban nhân dân tỉnh Thanh Hoá', 'thanh hoa'],
  ['UBND TP. Hồ Chí Minh', 'ho chi minh'],
  ['Báo Hà Tĩnh', 'ha tinh'],
  ['Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
  ['Sở Nội vụ', null],
])('the province in %s', (name, place) => {
  expect(placeIn(name)).toBe(place);
});

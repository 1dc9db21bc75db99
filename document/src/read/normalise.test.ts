import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldDiacritics, foldTone, normalise } from './normalise.ts';

describe('normalise', () => {
  test.each([
    ['composes letters and marks', 'Ke\u0302\u0301 hoa\u0323ch', 'Kế hoạch'],
    ['composes marks in any order', 'phu\u0301\u031bc', 'phức'],
    ['makes every space plain', 'Số:\u00a058\u2003/\u3000KH', 'Số: 58 / KH'],
    ['removes soft hyphens and what has no width', '\ufefftuyên\u00ad truy\u200bền', 'tuyên truyền'],
    ['removes what turns the reading direction', 'a\u202eb\u2066c', 'abc'],
    ['expands ligatures', 'ﬁle oﬃce ﬂag', 'file office flag'],
    ['keeps one form of line end', 'a\r\nb\rc\u2028d\u000be', 'a\nb\nc\nd\ne'],
    [
      'turns bullets of symbol fonts into a dash or a plus',
      '\uf0b7 một \uf02d hai \uf02b ba \uf0d8 bốn',
      '- một - hai + ba - bốn',
    ],
    ['mends the Icelandic letter', 'ÐỘC LẬP, ðơn', 'ĐỘC LẬP, đơn'],
    ['keeps dashes', 'a – b — c - d', 'a – b — c - d'],
    ['drops NUL and other control characters', 'a\u0000b\u0007c', 'abc'],
    ['keeps both tone placements', 'hoá hóa uỷ ủy thuý thúy', 'hoá hóa uỷ ủy thuý thúy'],
    ['marks lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['reads a non-breaking hyphen as a hyphen', 'QĐ\u2011UBND', 'QĐ-UBND'],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  test('cuts endless marks, which would take quadratic time to compose', () => {
    expect(normalise(`a${'\u0301\u0323'.repeat(500_000)}b`).length).toBeLessThan(40);
  });
});

describe('folding', () => {
  test.each([
    ['hóa', 'hoá'],
    ['Ủy ban', 'Uỷ ban'],
    ['ỦY BAN', 'UỶ BAN'],
    ['khỏe', 'khoẻ'],
    ['thúy', 'thuý'],
    ['qúy', 'quý'],
  ])('brings %s and %s to one placement of the tone', (old, young) => {
    expect(foldTone(old)).toBe(foldTone(young));
    expect(foldTone(old)).toHaveLength(old.length);
  });

  test('leaves other words as they are', () => {
    expect(foldTone('của múa lúa thuế hoàn')).toBe('của múa lúa thuế hoàn');
  });

  test('finds words without diacritics', () => {
    expect(foldDiacritics('Đối ngoại – ỦY BAN Quảng Ngãi ươ')).toBe('doi ngoai – uy ban quang ngai uo');
  });

  test('keeps the length of any normalised text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = normalise(text);
        expect(foldDiacritics(plain)).toHaveLength(plain.length);
        expect(foldTone(plain)).toHaveLength(plain.length);
      }),
    );
  });
});

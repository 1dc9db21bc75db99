import { expect, test } from 'vitest';
import { numberKey, parseNumber } from './document-number.ts';

test.each([
  ['58/KH-UBND', { ordinal: '58', year: null, type: 'KH', issuer: 'UBND' }],
  ['Số: 05/2020/QĐ-UBND', { ordinal: '5', year: 2020, type: 'QĐ', issuer: 'UBND' }],
  ['25-CT/TW', { ordinal: '25', year: null, type: 'CT', issuer: 'TW' }],
  ['4110/BTTTT-TTĐN', { ordinal: '4110', year: null, type: null, issuer: 'BTTTT-TTĐN' }],
  ['77/2015/QH13', { ordinal: '77', year: 2015, type: null, issuer: 'QH13' }],
  ['144/2021/NĐ- CP', { ordinal: '144', year: 2021, type: 'NĐ', issuer: 'CP' }],
  ['08/CTr-UBND', { ordinal: '8', year: null, type: 'CTr', issuer: 'UBND' }],
] as const)('%s', (text, expected) => {
  expect(parseNumber(text)).toEqual(expected);
});

test.each(['', 'không số', '58', '/KH-UBND', 'x'.repeat(1000)])('no number: %s', (text) => {
  expect(parseNumber(text)).toBeNull();
});

test('abbreviations that differ by case or diacritics alone are different numbers', () => {
  const keys = [
    '7/CT-UBND',
    '7/CTr-UBND',
    '7/QĐ-UBND',
    '7/QyĐ-UBND',
    '7/HĐ-UBND',
    '7/HD-UBND',
    '7/TT-UBND',
    '7/TTr-UBND',
    '7/KH-UBND',
  ];
  expect(new Set(keys.map((text) => numberKey(parseNumber(text)!))).size).toBe(keys.length);
});

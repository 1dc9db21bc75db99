import { describe, expect, test } from 'vitest';
import { decodeText } from './encoding.ts';
import { fromTcvn3, fromVni, legacyFont } from './legacy.ts';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const text = 'Căn cứ Quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh';

describe('decoding', () => {
  test('knows UTF-8 with and without its mark', () => {
    const plain = new TextEncoder().encode(text);
    expect(decodeText(plain)).toEqual({ text, encoding: 'utf-8', guessed: false });
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...plain)).text).toBe(text);
  });

  test.each(['utf-16le', 'utf-16be'] as const)('knows %s with and without its mark', (encoding) => {
    const units = new Uint8Array(text.length * 2);
    const view = new DataView(units.buffer);
    for (let at = 0; at < text.length; at++)
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    expect(decodeText(units)).toEqual({ text, encoding, guessed: false });
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    expect(decodeText(Uint8Array.of(...mark, ...units)).text).toBe(text);
  });

  test('reads windows-1258, whose tones follow their letters', () => {
    const coded = bytes('43e36e2063fdec20517579eaec7420f069f26e682073f4ec');
    const { text: read, encoding } = decodeText(coded);
    expect(encoding).toBe('windows-1258');
    expect(read.normalize('NFC')).toBe('Căn cứ Quyết định số');
  });

  test('tells TCVN3 and VNI from windows-1258', () => {
    expect(
      decodeText(Uint8Array.from('QuyÕt ®Þnh cña ñy ban nh©n d©n tØnh', (c) => c.charCodeAt(0))),
    ).toEqual({
      text: 'Quyết định của ủy ban nhân dân tỉnh',
      encoding: 'TCVN3',
      guessed: true,
    });
    expect(
      decodeText(Uint8Array.from('Quyeát ñònh cuûa UÛy ban nhaân daân tænh', (c) => c.charCodeAt(0))),
    ).toEqual({
      text: 'Quyết định của Ủy ban nhân dân tỉnh',
      encoding: 'VNI',
      guessed: true,
    });
  });

  test('keeps to UTF-8 where a few bytes are broken', () => {
    const broken = Uint8Array.of(...new TextEncoder().encode(text), 0xff, 0x41);
    expect(decodeText(broken)).toMatchObject({ encoding: 'utf-8', text: `${text}\ufffdA` });
  });

  test('takes the encoding that the file declares', () => {
    expect(decodeText(bytes('e9'), 'windows-1252').text).toBe('é');
  });
});

describe('fonts from before Unicode', () => {
  test.each([
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Thùc hiÖn tèt c¸c nhiÖm vô, gi¶i ph¸p', 'Thực hiện tốt các nhiệm vụ, giải pháp'],
  ])('reads TCVN3 %s', (typed, meant) => {
    expect(fromTcvn3(typed)).toBe(meant);
  });

  test.each([
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['HÖÔÙNG DAÃN THÖÏC HIEÄN', 'HƯỚNG DẪN THỰC HIỆN'],
  ])('reads VNI %s', (typed, meant) => {
    expect(fromVni(typed)).toBe(meant);
  });

  test('are known by their names, capitals by an H at the end', () => {
    expect(legacyFont('.VnTimeH')?.('Uû ban nh©n d©n')).toBe('UỶ BAN NHÂN DÂN');
    expect(legacyFont('VNI-Times')?.('daân')).toBe('dân');
    expect(legacyFont('Times New Roman')).toBeNull();
  });
});

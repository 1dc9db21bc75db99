import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, headerOf, parsedOf } from '../../test/parsed-of.ts';
import { messages } from '../messages.ts';
import { check } from './check.ts';
import { checkMessages } from './messages.ts';

describe('check', () => {
  test('a sound document has nothing said about it', () => {
    expect(check(parsedOf({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nI. MỤC ĐÍCH' }))).toEqual([]);
  });

  test('what concerns no place comes first, then the order of the text', () => {
    const text = 'Ngày 31/02/2019 và các các sở, ngày 30/02/2019';
    const diagnostics = check(parsedOf({ text, document: headerOf({ number: null }) }));
    expect(codes(diagnostics)).toEqual([
      'missing-letterhead',
      'impossible-date',
      'doubled-words',
      'impossible-date',
    ]);
  });

  test('every message is in both languages and its placeholders agree', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
    const uneven = Object.values(messages).filter(({ vi, en }) => names(vi).join() !== names(en).join());
    expect(uneven).toEqual([]);
    expect(Object.keys(checkMessages).length).toBeGreaterThan(20);
  });

  test('no message is left with an unfilled placeholder', () => {
    const text = 'MẬT\nNgày 31/02/2019 của của các sở';
    const document = headerOf({ number: '5/QD-UBND', type: 'QĐ', issuedOn: '2019-03-10' });
    const diagnostics = check(parsedOf({ text, document }));
    expect(diagnostics.length).toBeGreaterThan(4);
    for (const { message } of diagnostics) expect(message).not.toMatch(/[{}]/);
  });

  test('a flaw repeated a million times is counted, not listed', () => {
    const text = 'các các. '.repeat(20_000);
    const diagnostics = check(parsedOf({ text }));
    expect(diagnostics.filter(({ code }) => code === 'doubled-words')).toHaveLength(500);
    expect(diagnostics.find(({ code }) => code === 'more-of-the-same')?.values).toEqual({
      count: 19_500,
      code: 'doubled-words',
    });
  });

  test('any text is checked without throwing, and every span lies in it', () => {
    const words = fc.constantFrom(
      'nhà',
      'nước',
      '1.',
      '3.',
      'I.',
      '“',
      '”',
      '\n',
      ' ',
      'ngày 31/02/2019',
      'MẬT',
      'Số: /KH-UBND',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          for (const { span } of check(parsedOf({ text }))) {
            if (!span) continue;
            expect(span[0]).toBeLessThanOrEqual(span[1]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

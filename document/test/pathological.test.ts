// Input made to hurt: a quarter of a megabyte of one thing must finish, whatever it looks like (the runner's timeout is the limit).
import { describe, expect, it } from 'vitest';
import { readText, recognise } from '../src/index.ts';

const SIZE = 2 ** 18;
const REPEATED: Readonly<Record<string, string>> = {
  'opening brackets': '(',
  'square brackets': '[a](',
  'angle brackets': '<a ',
  stars: '*',
  'bold marks': '**a',
  backslashes: '\\',
  bars: '|',
  'lone bars': '|\n',
  'filled lone bars': 'x\n|\n',
  'table rows': '| a | b |\n',
  'tab cells': '\tx\n',
  'spaced columns': 'a   b\n',
  'drawn tables': '+---+\n| a |\n',
  '"ngày "': 'ngày ',
  '"Căn cứ "': 'Căn cứ ',
  '"phối hợp với "': 'phối hợp với ',
  '"của "': 'của ',
  '"a) "': 'a) ',
  'letters on lines': 'a)\n',
  'numbers on lines': '1. x\n',
  'dashes on lines': '- a\n',
  'levels on lines': 'I. A\n1. b\na) c\n- d\n+ e\n',
  numbers: '1/',
  'symbols without ends': 'số 1/QĐ-',
  citations: 'Quyết định số 1/QĐ-UBND ngày 1/1/2020 của ',
  laws: 'Luật A ngày ',
  agencies: 'UBND TỈNH A SỞ B ',
  mottos: 'CỘNG HÒA XÃ HỘI ',
  types: 'QUYẾT ĐỊNH\n',
  annexes: 'PHỤ LỤC\n',
  signatures: 'KT. CHỦ TỊCH\n',
  'lists of recipients': 'Nơi nhận:\n',
  'recipients on one line': 'Nơi nhận: - a; ',
  places: 'tỉnh ',
  dots: '…',
  'line breaks': '\n',
  spaces: ' ',
  'combining marks': 'a\u0301\u0302',
  'one word': 'x',
};

describe('a long run of', () => {
  it.each(Object.entries(REPEATED))('%s is read and understood', (_, piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    for (const format of ['txt', 'md'] as const) {
      const source = readText(text, 'x', format);
      expect(recognise(source).text).toBe(source.text);
    }
  });
});

import { expect, test } from 'vitest';
import { messages, say } from './messages.ts';

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('every message says the same in both languages', () => {
  const uneven = Object.entries(messages).filter(
    ([, { vi, en }]) => new Set(places(vi)).size !== new Set(places(en)).size,
  );
  expect(uneven.map(([code]) => code)).toEqual([]);
});

test('values fill their places, some of them with words of the language', () => {
  expect(say('wrong-extension', { file: 'a.doc', extension: 'doc', kind: 'txt' }, 'en')).toBe(
    '“a.doc” ends in .doc but holds plain text (.txt); it was read as what it holds.',
  );
  expect(say('broken-file', { file: 'a.docx', part: 'overlap' }, 'en')).toContain(
    '(parts of its package overlap)',
  );
  expect(say('broken-file', { file: 'a.docx', part: 'word/document.xml' })).toContain('(word/document.xml)');
});

test('a value is never read as a place or as a code', () => {
  expect(say('empty-file', { file: '{file}' })).toContain('“{file}”');
  expect(say('toString')).toBe('toString');
  expect(say('broken-file', { file: 'a', part: '__proto__' })).toContain('__proto__');
});

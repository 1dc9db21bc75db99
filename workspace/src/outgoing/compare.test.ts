import type { OutgoingContent } from '@nhipcau/server/contract';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const content = (...lines: string[]): OutgoingContent => ({
  type: 'CV',
  superior: null,
  agency: 'SỞ NGOẠI VỤ',
  place: 'Sông Thao',
  title: 'báo cáo',
  addressees: [],
  bases: [],
  body: lines.map((line) => ({ type: 'text', level: 'number', line })),
  signature: { authority: [], position: 'GIÁM ĐỐC', name: '' },
  recipients: [],
  attached: [],
});
const shown = (before: OutgoingContent, after: OutgoingContent) =>
  compare(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(
      ({ kind, pieces }) =>
        `${kind}: ${pieces.map(({ kind: how, text }) => (how === 'same' ? text : `[${how} ${text.trim()}]`)).join('')}`,
    );

test('a line that was rewritten shows its words, one that is new or gone stands whole', () => {
  expect(shown(content('Họp báo trước ngày 15/3'), content('Họp báo trước ngày 20/3'))).toEqual([
    'changed: 1. Họp báo trước ngày [removed 15/3][added 20/3]',
  ]);
  expect(shown(content('Một việc'), content('Một việc', 'Thêm một việc nữa'))).toEqual([
    'added: [added 2. Thêm một việc nữa]',
  ]);
  expect(shown(content('Một việc', 'Việc bỏ đi'), content('Một việc'))).toEqual([
    'removed: [removed 2. Việc bỏ đi]',
  ]);
});

test('the same twice differs in nothing', () => {
  expect(shown(content('Một', 'Hai'), content('Một', 'Hai'))).toEqual([]);
});

import { expect, test } from 'vitest';
import { pressed } from './shortcuts.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  single = true,
) => pressed({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, single);

test('letters act alone, also with caps lock on', () => {
  expect([press('j'), press('J'), press('?', { shiftKey: true })]).toEqual(['j', 'j', '?']);
});

test('undo and redo have their usual chords', () => {
  expect([
    press('z', { ctrlKey: true }),
    press('Z', { metaKey: true, shiftKey: true }),
    press('y', { ctrlKey: true }),
  ]).toEqual(['undo', 'redo', 'redo']);
});

test('chords of the browser are left to the browser', () => {
  expect([
    press('a', { ctrlKey: true }),
    press('x', { metaKey: true }),
    press('e', { altKey: true }),
  ]).toEqual([null, null, null]);
});

test('letters can be turned off, chords and Enter stay', () => {
  expect([press('x', {}, false), press('Enter', {}, false), press('z', { ctrlKey: true }, false)]).toEqual([
    null,
    'Enter',
    'undo',
  ]);
});

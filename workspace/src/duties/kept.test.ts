import { expect, test } from 'vitest';
import { forget, recall, remember, tidy } from './kept.ts';

function memory() {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (at: number) => [...map.keys()][at] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}
const day = 86_400_000;

test('what was typed is there again until it is forgotten', () => {
  const store = memory();
  remember(store, '7:report:12', { text: 'đã làm' }, 0);
  expect(recall(store, '7:report:12', day)).toEqual({ text: 'đã làm' });
  forget(store, '7:report:12');
  expect(recall(store, '7:report:12', day)).toBeNull();
});

test('another person at the same machine does not see it', () => {
  const store = memory();
  remember(store, '7:report:12', 'của người khác', 0);
  expect(recall(store, '8:report:12', 0)).toBeNull();
});

test('after two weeks it is let go, and what other parts of the page keep stays', () => {
  const store = memory();
  store.setItem('nhipcau-language', 'en');
  remember(store, 'old', 1, 0);
  remember(store, 'new', 2, 10 * day);
  tidy(store, 15 * day);
  expect([
    recall(store, 'old', day),
    recall(store, 'new', 15 * day),
    store.getItem('nhipcau-language'),
  ]).toEqual([null, 2, 'en']);
});

test('a store that is full, broken or forbidden does not stop anybody', () => {
  const broken = {
    ...memory(),
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError');
    },
    getItem: () => 'kein JSON',
  };
  expect(() => remember(broken, 'a', 1)).not.toThrow();
  expect(recall(broken, 'a')).toBeNull();
  expect(recall(null, 'a')).toBeNull();
});

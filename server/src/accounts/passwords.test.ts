import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

const password = 'Cầu treo bắc qua suối 7';

test('a password is kept at 32 MB and three rounds, each time under another salt', async () => {
  const [first, second] = [await hashPassword(password), await hashPassword(password)];
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w+/=]{24}\$[\w+/=]{44}$/);
  expect(second).not.toBe(first);
  expect(first).not.toContain(password);
  expect([await isPassword(first, password), await isPassword(first, `${password} `)]).toEqual([true, false]);
});

test('one that was kept at another cost is checked at that', async () => {
  const cheap = await hashPassword(password, { N: 2 ** 10, r: 8, p: 1 });
  expect(cheap).toMatch(/^scrypt\$1024\$8\$1\$/);
  expect([await isPassword(cheap, password), await isPassword(cheap, 'khác')]).toEqual([true, false]);
});

test('it is the same however a keyboard composes its letters', async () => {
  const stored = await hashPassword(password.normalize('NFC'), { N: 2 ** 10, r: 8, p: 1 });
  expect(await isPassword(stored, password.normalize('NFD'))).toBe(true);
});

test('nobody’s password is right, whatever is tried', async () => {
  expect(await isPassword(null, password)).toBe(false);
  expect(await isPassword(null, '')).toBe(false);
});

import { beforeAll, expect, test } from 'vitest';
import type { Problem } from './problem.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { fieldLabel } from './field-labels.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});

test('a field that breaks a rule is called by its label, and the rule is said', async () => {
  const { status, body } = await server.ask<Problem & { errors: { path: string }[] }>('POST', '/numbers', {
    unitId: 1,
    type: 'CV',
    drafter: 'phòng hợp tác quốc tế',
    purpose: 'Giữ',
  });
  expect([status, body.code]).toEqual([400, 'bad-request']);
  expect(body.detail).toBe(
    'Xem lại: chữ viết tắt đơn vị soạn thảo: chỉ gồm chữ cái, chữ số và dấu chấm, không có khoảng trắng, tối đa 30 ký tự.',
  );
  expect(body.errors.map(({ path }) => path)).toEqual(['drafter']);
});

test('a field without a label is “một trường”, never the name that the program has for it', () => {
  expect(fieldLabel(['someThing'], 'vi')).toBe('một trường');
  expect(fieldLabel([], 'en')).toBe('a field');
  expect(fieldLabel(['items', 2, 'name'], 'vi')).toBe('tên (dòng 3)');
  expect(fieldLabel(['paper', 'title'], 'en')).toBe('title');
});

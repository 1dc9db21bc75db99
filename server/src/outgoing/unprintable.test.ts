import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { FormCheck, OutgoingContent, OutgoingDetail, Problem } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, signed, step, type Answered } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';
const english = { 'accept-language': 'en' };

let server: TestServer;
let unitId: number;
let person: TestServer;
beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit(department);
  person = server.as(await server.person({ [department]: roles }));
});
afterAll(() => server.close());

const cell = (text: string) => ({ lines: [text] });
const text = (line: string) => ({ type: 'text', line }) as const;
const cases: readonly (readonly [what: string, body: OutgoingContent['body'], vi: RegExp, en: RegExp])[] = [
  ['letters that no font has', [text('Gửi đại biểu \u{13000}.')], /phông|chữ/iu, /font|letter/i],
  [
    'a table whose rows do not fit',
    [text('Bảng:'), { type: 'grid', widths: [1, 1], head: [], rows: [[cell('1'), cell('2'), cell('3')]] }],
    /bảng|cột/iu,
    /table|column/i,
  ],
];

test.each(cases)(
  '%s: what is wrong is said in the reader’s language, before and after the number, and nothing is issued',
  async (_what, body, vi, en) => {
    const draft = await drafted(person, { unitId, more: { body: [...body] } });
    const preview = async (headers = {}) => {
      const response = await person.request(`/api/outgoing/${draft.id}/file.pdf`, { headers });
      return { status: response.status, problem: (await response.json()) as Problem };
    };
    const [shown, shownInEnglish] = [await preview(), await preview(english)];
    expect([shown.status, shown.problem.code]).toEqual([422, 'outgoing-unprintable']);
    expect(shown.problem.detail).toMatch(vi);
    expect(shownInEnglish.problem.detail).toMatch(en);
    expect(shownInEnglish.problem.detail).not.toMatch(vi);
    const numbered = (await step(person, await signed(person, draft), 'number')).body;
    const issue = (headers = {}) =>
      person.ask<Answered>('POST', `/outgoing/${draft.id}/issue`, { version: numbered.version }, headers);
    for (const [answer, words] of [
      [await issue(), vi],
      [await issue(english), en],
    ] as const) {
      expect([answer.status, answer.body.code]).toEqual([422, 'outgoing-unprintable']);
      expect(answer.body.detail).toMatch(words);
    }
    const now = (await person.ask<OutgoingDetail>('GET', `/outgoing/${draft.id}`)).body;
    expect(now).toMatchObject({ status: 'numbered', files: [] });
  },
);

test('every finding of the form check is said in Vietnamese and in English, never in both at once', async () => {
  const bad: Partial<OutgoingContent> = {
    title: 'V/v cung cấp thông tin',
    place: '',
    addressees: ['Sở Tài chính'],
    body: [
      text(''),
      text('Căn cứ Kế hoạch số 12/KH-UBND ngày 31 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Sông Thao.'),
    ],
    signature: { authority: [], position: '', name: 'TS. Trần Văn Mẫu' },
    recipients: ['Sở Y tế', 'Các đơn vị …'],
    attached: [{ type: 'PHỤ LỤC', title: '', body: [] }],
  };
  const draft = await drafted(person, { unitId, type: 'QĐ', more: bad });
  const check = async (headers = {}) =>
    (await person.ask<FormCheck>('GET', `/outgoing/${draft.id}/check`, undefined, headers)).body.problems;
  const [vi, en] = [await check(), await check(english)];
  expect(vi.length).toBeGreaterThan(8);
  expect(en.map(({ code }) => code)).toEqual(vi.map(({ code }) => code));
  const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
  for (const { code, message } of vi) expect([code, vietnamese.test(message)]).toEqual([code, true]);
  for (const { code, message, excerpt } of en) {
    // Words of the document itself, and of the form that it must have, stay as they are.
    const own = message.replaceAll(/“[^”]*”|\d+ tháng \d+ năm \d+/g, '').replaceAll(excerpt ?? '\u0000', '');
    expect([code, vietnamese.test(own), own]).toEqual([code, false, own]);
  }
});

// In whose name and as what a document is signed (Decree 30/2020, Annex I, II.7).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { FormCheck, OutgoingDetail } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, step } from '../testing/outgoing.ts';
import { fitOf, standingOf, type Standing } from './signer-post.ts';

const chair: Standing = { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH' };
const vice: Standing = { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], position: 'PHÓ CHỦ TỊCH' };
const director: Standing = { authority: [], position: 'GIÁM ĐỐC' };
const deputy: Standing = { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC' };

test('the lines follow from the post: heads sign without KT., deputies with it', () => {
  expect(standingOf(chair, 'Chủ tịch')).toEqual(chair);
  expect(standingOf(chair, 'Phó Chủ tịch Thường trực')).toEqual(vice);
  expect(standingOf(chair, 'Phó Chủ tịch UBND tỉnh')).toEqual(vice);
  expect(standingOf(director, 'Giám đốc Sở')).toEqual(director);
  expect(standingOf(director, 'Phó Giám đốc')).toEqual(deputy);
  expect(standingOf({ authority: [], position: 'BỘ TRƯỞNG' }, 'Thứ trưởng')).toEqual({
    authority: ['KT. BỘ TRƯỞNG'],
    position: 'THỨ TRƯỞNG',
  });
  expect([standingOf(chair, 'Chánh Văn phòng'), standingOf(chair, null)]).toEqual([null, null]);
});

test.each([
  ['Phó Chủ tịch', vice, 'fits'],
  ['Phó Chủ tịch', chair, 'differs'],
  ['Phó Chủ tịch', { ...vice, authority: chair.authority }, 'differs'],
  ['Chủ tịch', chair, 'fits'],
  ['Chủ tịch', vice, 'differs'],
  ['Chủ tịch', { ...vice, position: 'CHỦ TỊCH' }, 'differs'],
  ['Phó giám đốc Sở', deputy, 'fits'],
  ['Chánh Văn phòng', { authority: ['TL. CHỦ TỊCH'], position: 'CHÁNH VĂN PHÒNG' }, 'fits'],
  ['Giám đốc', { authority: ['TUQ. CHỦ TỊCH'], position: 'GIÁM ĐỐC SỞ NGOẠI VỤ' }, 'fits'],
  ['Quyền Giám đốc', { authority: [], position: 'Q. GIÁM ĐỐC' }, 'fits'],
  ['', chair, null],
  [null, chair, null],
] as const)('post %j under %j: %s', (post, standing, fit) => {
  expect(fitOf(standing, post)).toBe(fit);
});

describe('At signing', () => {
  let server: TestServer;
  let unitId: number;
  let drafter: TestServer;
  let id: number;
  let signer: TestServer;
  let name: string;

  beforeAll(async () => {
    server = await testServer();
    server.now = new Date('2026-03-10T03:00:00Z');
    unitId = await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao');
    drafter = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': roles }));
    id = await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['approver'] });
    signer = server.as(id);
    const { body } = await server.ask<{ name: string; version: number }>('GET', `/people/${id}`);
    name = body.name;
    const { status } = await server.ask('PATCH', `/people/${id}`, {
      version: body.version,
      post: 'Phó Chủ tịch',
    });
    if (status !== 200) throw new Error('The post was not kept.');
  });
  afterAll(() => server.close());

  const submitted = async (printed: string): Promise<OutgoingDetail> => {
    const draft = await drafted(drafter, {
      unitId,
      more: { signature: { ...chair, authority: [...chair.authority], name: printed } },
    });
    const { status, body } = await step(drafter, draft, 'submit');
    expect(status).toBe(200);
    return body;
  };

  test('a vice chair is offered KT., and signs as chair only if that is confirmed', async () => {
    const { id: document } = await submitted('');
    const { body: open } = await signer.ask<OutgoingDetail>('GET', `/outgoing/${document}`);
    expect(open.signing).toEqual({ post: 'Phó Chủ tịch', fits: false, proposed: vice });
    const refused = await step(signer, open, 'sign');
    expect([refused.status, refused.body.code]).toEqual([422, 'outgoing-signer-post']);
    expect(refused.body.detail).toContain('TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH');
    const { body: done } = await step(signer, open, 'sign', { standing: vice });
    expect([done.status, done.content.signature]).toEqual(['signed', { ...vice, name }]);
    const { body: other } = await step(signer, await submitted(''), 'sign', { confirmed: true });
    expect([other.status, other.content.signature.position]).toEqual(['signed', 'CHỦ TỊCH']);
    expect(other.events.find(({ action }) => action === 'signed')?.detail).toMatchObject({
      confirmedPost: true,
    });
  });

  test('the form check names a signer whose post is another, and only warns where the post is not known', async () => {
    const codes = async (printed: string, standing = chair) => {
      const signature = { ...standing, authority: [...standing.authority], name: printed };
      const { id: draft } = await drafted(drafter, { unitId, more: { signature } });
      const { body } = await drafter.ask<FormCheck>('GET', `/outgoing/${draft}/check`);
      return body.problems.flatMap(({ code, severity }) =>
        code.startsWith('form-signer-') ? [[code, severity]] : [],
      );
    };
    expect(await codes(name)).toEqual([['form-signer-post', 'error']]);
    expect(await codes(name, vice)).toEqual([]);
    const { body } = await server.ask<{ version: number }>('GET', `/people/${id}`);
    await server.ask('PATCH', `/people/${id}`, { version: body.version, post: null });
    expect(await codes(name)).toEqual([['form-signer-unknown', 'warning']]);
  });
});

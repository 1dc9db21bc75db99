import { parse } from '@nhipcau/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { FormCheck, OutgoingContent, OutgoingDetail, Problem, Report, Rollup } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { issued, wholeContent, type Answered } from '../testing/outgoing.ts';
import { plan } from '../testing/plans.ts';
import {
  accepted,
  fillIn,
  finance,
  health,
  newCall,
  newRegime,
  regimeBody,
  step,
} from '../testing/reports.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const begin = async (body: object, as = server) => as.ask<Answered>('POST', '/outgoing', body);
type Block = OutgoingContent['body'][number];
const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.type === 'text' ? [`${block.level ?? ''} ${block.line as string}`.trim()] : [],
  );
const warningsOf = async (id: number) =>
  (await server.ask<FormCheck>('GET', `/outgoing/${id}/check`)).body.problems.filter(
    ({ severity }) => severity !== 'note',
  );

describe('Of a plan', () => {
  const made = async () => {
    const { planId } = await handedDown(server, { tasks: [] });
    const body = {
      bases: ['Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ'],
      objectives: ['Giới thiệu hình ảnh tỉnh Sông Thao'],
      targets: [],
      groups: [{ id: 'g1', title: 'Thông tin, tuyên truyền' }],
      tasks: [
        {
          id: 't1',
          groupId: 'g1',
          text: 'Xây dựng chuyên trang tiếng Anh',
          items: [],
          lead: [{ name: 'Sở Ngoại vụ', unitId: null, part: null }],
          coordinating: [{ name: 'Sở Tài chính', unitId: null, part: null }],
          due: { kind: 'by', date: '2026-11-05' },
          onCall: false,
          outputs: ['Chuyên trang'],
          milestones: [],
          budget: null,
          asksPlan: false,
          superiorTaskId: null,
          taskId: null,
          proposal: false,
        },
      ],
      arrangements: ['Sở Ngoại vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.'],
    };
    await server.deps.db
      .updateTable('plan')
      .set({ body: JSON.stringify(body), title: 'Công tác thông tin đối ngoại năm 2026' })
      .where('id', '=', planId)
      .execute();
    return planId;
  };

  test('the plan itself becomes a document: objectives, tasks by group with who, when and what, arrangements', async () => {
    const planId = await made();
    const { status, body } = await begin({ planId });
    expect([status, body.type, body.source.planId]).toEqual([201, 'KH', planId]);
    expect(linesOf(body.content.body)).toEqual([
      'Ủy ban nhân dân tỉnh Sông Thao ban hành Kế hoạch như sau:',
      'roman MỤC ĐÍCH, YÊU CẦU',
      'number Giới thiệu hình ảnh tỉnh Sông Thao',
      'roman NHIỆM VỤ',
      'number Thông tin, tuyên truyền',
      'letter Xây dựng chuyên trang tiếng Anh',
      'dash Đơn vị chủ trì: Sở Ngoại vụ',
      'dash Đơn vị phối hợp: Sở Tài chính',
      'dash Thời gian thực hiện: trước ngày 05/11/2026',
      'dash Sản phẩm: Chuyên trang',
      'roman TỔ CHỨC THỰC HIỆN',
      'number Sở Ngoại vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.',
    ]);
    expect(body.content.recipients).toEqual(['Sở Ngoại vụ', 'Sở Tài chính', 'Lưu: VT']);
    expect(await warningsOf(body.id)).toEqual([]);
  });

  test('a decision issues it, with the plan and the list of its tasks attached', async () => {
    const { body } = await begin({ planId: await made(), as: 'decision' });
    expect(body).toMatchObject({
      type: 'QĐ',
      title: 'Ban hành Kế hoạch công tác thông tin đối ngoại năm 2026',
    });
    expect(body.content.attached.map(({ type, landscape }) => [type, landscape ?? false])).toEqual([
      ['KẾ HOẠCH', false],
      ['DANH MỤC', true],
    ]);
    const read = await fileRead(await issued(server, await withSigner(body)));
    expect(read.tasks.length).toBeGreaterThan(0);
    expect(read.tasks.map(({ lead }) => lead)).toContainEqual(['Sở Ngoại vụ']);
  });

  test('words that are printed anyway do not stand in its title twice', async () => {
    const planId = await made();
    const title = 'Về việc ban hành Kế hoạch công tác thông tin đối ngoại năm 2026';
    await server.deps.db.updateTable('plan').set({ title }).where('id', '=', planId).execute();
    expect((await begin({ planId })).body.title).toBe('Công tác thông tin đối ngoại năm 2026');
    expect((await begin({ planId, as: 'decision' })).body.title).toBe(
      'Ban hành Kế hoạch công tác thông tin đối ngoại năm 2026',
    );
  });

  test('a plan that one may not read is not there', async () => {
    const stranger = server.as(await server.person({ 'province:38': roles }));
    expect((await begin({ planId: await made() }, stranger)).body.code).toBe('no-plan');
  });
});

async function withSigner(draft: OutgoingDetail): Promise<OutgoingDetail> {
  const content = { ...draft.content, signature: { ...draft.content.signature, name: 'Trần Văn Mẫu' } };
  return (await server.ask<Answered>('PATCH', `/outgoing/${draft.id}`, { version: draft.version, content }))
    .body;
}

async function fileRead(document: OutgoingDetail, kind: 'docx' | 'pdf' = 'docx') {
  const response = await server.request(`/api/outgoing/${document.id}/file.${kind}`);
  const read = await parse({ name: `a.${kind}`, bytes: new Uint8Array(await response.arrayBuffer()) });
  if (!read.ok) throw new Error(read.problem.message);
  return read.parsed;
}

describe('Of a report', () => {
  test('sections keep their text, annexes bring the figures of the database, in the PDF as well', async () => {
    server.now = new Date('2026-12-01T03:00:00Z');
    const regime = await newRegime(server, await regimeBody(server));
    const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
    await accepted(server, { callId: call.id, unit: health }, { 'TTDN.01': 1203, 'TTDN.05': 2 });
    await accepted(server, { callId: call.id, unit: finance }, { 'TTDN.01': 31, 'TTDN.05': 4 });
    const top = (await server.ask<Report>('GET', `/reports/${call.ownReportId}`)).body;
    const filled = await fillIn(server, top, {}, 'Toàn tỉnh đã thực hiện đúng tiến độ.');
    await step(server, filled, 'submit');
    const { status, body } = await begin({ reportId: filled.id });
    expect([status, body.type, body.source.reportId]).toEqual([201, 'BC', filled.id]);
    // The body that works for the province draws the province's report up in the province's name.
    const focal = await server.person({ 'demo:so-van-hoa-the-thao-va-du-lich': ['officer', 'coordinator'] });
    expect((await begin({ reportId: filled.id }, server.as(focal))).body).toMatchObject({
      owner: { id: top.unit.id },
      drafter: { name: 'Sở Văn hóa, Thể thao và Du lịch' },
    });
    expect(linesOf(body.content.body)).toContain('Toàn tỉnh đã thực hiện đúng tiến độ.');
    expect(body.content.attached.map(({ title }) => title)).toContain('Tình hình gửi báo cáo của các đơn vị');
    expect(await warningsOf(body.id)).toEqual([]);
    const out = await issued(server, await withSigner(body));
    const pdf = await fileRead(out, 'pdf');
    const { body: rollup } = await server.ask<Rollup>('GET', `/reports/${filled.id}/rollup`);
    const totals = rollup.rows.flatMap(({ cells, name, decimals }) =>
      cells
        .filter(({ cell, total }) => cell === '' && total !== null)
        .map(({ total }) => ({ name, decimals, total })),
    );
    expect(totals.map(({ total }) => total)).toContain(1234);
    const text = pdf.text.replaceAll(/\s+/g, ' ');
    const written = (value: number, decimals: number) =>
      new Intl.NumberFormat('vi', { maximumFractionDigits: decimals }).format(value);
    for (const { total, decimals } of totals) expect(text).toContain(written(total ?? 0, decimals));
    // Unit by unit, too.
    for (const value of ['1.203', '31']) expect(text).toContain(value);
  });

  test('a report that one may not read is not there', async () => {
    const stranger = server.as(await server.person({ 'province:38': roles }));
    expect((await begin({ reportId: 1 }, stranger)).body.code).toBe('no-report');
  });
});

describe('Of others', () => {
  test('a document that was read in is taken as it was understood', async () => {
    server.now = new Date('2026-03-10T03:00:00Z');
    const documentId = await server.take('ke-hoach.txt', plan());
    const { status, body } = await begin({ documentId });
    expect([status, body.type, body.source.documentId]).toEqual([201, 'KH', documentId]);
    expect(body.title).toBe('Công tác thông tin đối ngoại tỉnh Sông Thao năm 2026');
    expect(body.content.signature).toMatchObject({ name: 'Trần Văn Mẫu', position: 'PHÓ CHỦ TỊCH' });
    expect(body.number).toBeNull();
  });

  test('another outgoing document is copied; two sources are one too many', async () => {
    const first = (await begin({ type: 'TB' })).body;
    const content = wholeContent(first.content);
    await server.ask('PATCH', `/outgoing/${first.id}`, { version: first.version, content });
    const copy = await begin({ outgoingId: first.id });
    expect(copy.body).toMatchObject({ type: 'TB', title: content.title, status: 'draft', number: null });
    const both = await server.ask<Problem>('POST', '/outgoing', { outgoingId: first.id, planId: 1 });
    expect(both.body.code).toBe('outgoing-several-sources');
    expect((await begin({ type: 'XX' })).body.code).toBe('outgoing-no-type');
  });
});

describe('Of nothing', () => {
  test('each type begins with the outline that is expected of it, in the name of its agency', async () => {
    const first = async (type: string) => {
      const { content, owner } = (await begin({ type })).body;
      return { lines: linesOf(content.body), to: content.recipients[0], name: owner.name };
    };
    const invitation = await first('GM');
    expect(invitation.lines[0]).toBe(`${invitation.name} trân trọng kính mời: …`);
    expect(invitation.to).toBe('Các cơ quan, cá nhân được mời');
    expect((await first('TTr')).lines).toContain('roman SỰ CẦN THIẾT');
    expect((await first('QĐ')).lines).toContain('article Quyết định này có hiệu lực kể từ ngày ký.');
    expect((await first('KH')).lines).toContain('roman TỔ CHỨC THỰC HIỆN');
    expect((await first('CV')).to).toBe('Như trên');
  });

  test('what is left open is found by the check, at its place', async () => {
    const { id } = (await begin({ type: 'GM', title: 'Dự họp báo' })).body;
    const open = (await warningsOf(id)).filter(({ code }) => code === 'form-open-body');
    expect(open.map(({ path }) => path)).toEqual(['body.0', 'body.1', 'body.2', 'body.3', 'body.4']);
  });
});

test('agencies above and beside are printed as the decree has it', async () => {
  const heads = async (unitId: number) => {
    const { content } = (await begin({ unitId, type: 'BC' }, await at(unitId))).body;
    return [content.superior, content.agency, content.place, content.signature.position];
  };
  const at = async (unitId: number) => {
    const row = await server.deps.db
      .selectFrom('unit')
      .select('key')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    return server.as(await server.person({ [row.key ?? '']: roles }));
  };
  expect(await heads(await server.unit(committee))).toEqual([
    null,
    'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
    'Sông Thao',
    'CHỦ TỊCH',
  ]);
  expect(await heads(await server.unit('demo:so-y-te'))).toEqual([
    'UBND TỈNH SÔNG THAO',
    'SỞ Y TẾ',
    'Sông Thao',
    'GIÁM ĐỐC',
  ]);
  expect(await heads(await server.unit('demo:uy-ban-nhan-dan-xa-muong-phang-lai'))).toEqual([
    null,
    'ỦY BAN NHÂN DÂN XÃ MƯỜNG PHĂNG LAI',
    'Mường Phăng Lai',
    'CHỦ TỊCH',
  ]);
});

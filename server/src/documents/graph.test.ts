import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const graph = async (query = '') => (await server.ask<Graph>('GET', `/documents/graph${query}`)).body;
const accept = async (id: number) =>
  server.ask('POST', `/documents/${id}/accept`, { version: (await server.document(id)).state?.version });

const report = (said: string) =>
  plan({
    number: '90/KH-UBND',
    title: 'Đón đoàn phóng viên năm 2026',
    date: 'ngày 20 tháng 02 năm 2026',
  }).replace(
    'Căn cứ Nghị định',
    `Căn cứ Kế hoạch số 58/KH-UBND ngày ${said} của Ủy ban nhân dân tỉnh Sông Thao về công tác thông tin đối ngoại;\n\nCăn cứ Nghị định`,
  );

describe('the citation graph', () => {
  test('links what is held, shows what is missing and what contradicts', async () => {
    const held = await server.take('kế hoạch.txt', plan());
    await accept(held);
    const citing = await server.take('đoàn.txt', report('11 tháng 02 năm 2026'));
    const { nodes, edges } = await graph();
    expect(
      nodes
        .filter((node) => node.held)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([`d${held}`, `d${citing}`].toSorted());
    const missing = nodes.find(({ number }) => number === '72/2015/NĐ-CP');
    expect(missing).toMatchObject({ held: false, documentId: null, citedBy: 2 });
    const between = edges.filter(({ from, to }) => from === `d${citing}` && to === `d${held}`);
    expect(between.map(({ kind }) => kind).toSorted()).toEqual(['basis', 'contradicts']);
    const contradiction = between.find(({ kind }) => kind === 'contradicts');
    expect(contradiction?.contradiction).toEqual({ field: 'date', said: '2026-02-11', held: '2026-02-10' });
    const text = (await server.document(citing)).content?.text ?? '';
    expect(text.slice(...(contradiction?.spans[0] ?? [0, 0]))).toContain('58/KH-UBND');
    // The reviewer is told as well, at its place.
    const { state } = await server.document(citing);
    expect(state?.warnings.map(({ code }) => code)).toContain('citation-date-conflict');
  });

  test('follows the reviewer: a corrected citation no longer contradicts, a struck one is gone', async () => {
    const { rows } = (await server.ask<{ rows: { id: number }[] }>('GET', '/documents?q=90/KH-UBND')).body;
    const id = rows[0]?.id ?? 0;
    const own = (await server.document(id)).state?.draft.citations.find(
      ({ number }) => number === '58/KH-UBND',
    );
    await server.change(id, [
      { op: 'editCitation', citationId: own?.id ?? '', changes: { date: '2026-02-10' } },
    ]);
    expect((await graph()).edges.map(({ kind }) => kind)).not.toContain('contradicts');
    await server.change(id, [{ op: 'strikeCitation', citationId: own?.id ?? '' }]);
    expect((await graph(`?around=${id}`)).nodes.map(({ number }) => number).toSorted()).toEqual([
      '72/2015/NĐ-CP',
      '90/KH-UBND',
    ]);
    expect((await graph('?accepted=true')).nodes.some(({ documentId }) => documentId === id)).toBe(false);
  });
});

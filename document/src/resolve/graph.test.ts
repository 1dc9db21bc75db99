import { describe, expect, test } from 'vitest';
import { parsedText } from '../../test/parsed-of.ts';
import { LEGAL_BASES } from '../gazetteer/legal-bases.ts';
import { citationGraph } from './graph.ts';
import { indexRegister } from './legal-register.ts';

const bases = indexRegister(LEGAL_BASES);

/** A plan of the invented province, with its letterhead. */
function plan(number: string, day: string, body: string, title = 'Hoạt động thông tin đối ngoại năm 2019') {
  return parsedText(
    `ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\nSố: ${number}\n\nSông Thao, ngày ${day}\n\nKẾ HOẠCH\n${title}\n\n${body}\n\nI. NỘI DUNG\n\n1. Tổ chức hội nghị.\n`,
  );
}

function edges(...documents: ReturnType<typeof plan>[]): string[] {
  const graph = citationGraph(
    documents.map((parsed, id) => ({ id, parsed })),
    bases,
  );
  return graph.edges.map(
    ({ from, kind, to, contradiction }) =>
      `${from} ${kind} ${to}${contradiction ? ` (${contradiction.said} ≠ ${contradiction.held})` : ''}`,
  );
}

const first = plan(
  '12/KH-UBND',
  '11 tháng 3 năm 2018',
  'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
);

describe('the citation graph', () => {
  test('links a document with its basis, held or missing', () => {
    const second = plan(
      '15/KH-UBND',
      '12 tháng 3 năm 2019',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 11/3/2018 của UBND tỉnh về hoạt động thông tin đối ngoại;',
    );
    expect(edges(first, second)).toEqual(['d0 basis m:72/2015/nđ-cp', 'd1 basis d0']);
  });

  test('tells implementing from replacing', () => {
    const second = plan(
      '15/KH-UBND',
      '12 tháng 3 năm 2019',
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 11/3/2018 của UBND tỉnh, UBND tỉnh ban hành Kế hoạch như sau:',
    );
    const third = plan(
      '16/KH-UBND',
      '13 tháng 3 năm 2019',
      'Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 11/3/2018 của UBND tỉnh.',
    );
    expect(edges(first, second, third).slice(1)).toEqual(['d1 implements d0', 'd2 replaces d0']);
  });

  test('shows a citation that contradicts the document held', () => {
    const second = plan(
      '15/KH-UBND',
      '12 tháng 3 năm 2019',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 21/3/2018 của UBND tỉnh về hoạt động thông tin đối ngoại;',
    );
    expect(edges(first, second).slice(1)).toEqual([
      'd1 basis d0',
      'd1 contradicts d0 (2018-03-21 ≠ 2018-03-11)',
    ]);
  });

  test('one node stands for a missing document, however often it is cited, and the list of legal bases dates it', () => {
    const cite = (day: string) =>
      `Căn cứ Quyết định số 368/QĐ-TTg ngày ${day} của Thủ tướng Chính phủ về thông tin đối ngoại;`;
    const graph = citationGraph(
      [
        plan('15/KH-UBND', '12 tháng 3 năm 2019', cite('28/02/2013')),
        plan('16/KH-UBND', '13 tháng 3 năm 2019', cite('28/3/2013')),
      ].map((parsed, id) => ({ id, parsed })),
      bases,
    );
    const missing = graph.nodes.filter(({ documentId }) => documentId === null);
    expect(missing.map(({ key, date, legalBasis }) => [key, date, legalBasis?.grade])).toEqual([
      ['m:368/qđ-ttg', '2013-02-28', 'B'],
    ]);
    expect(graph.edges.filter(({ kind }) => kind === 'contradicts').map(({ from }) => from)).toEqual(['d1']);
  });

  test('plans of one number from two years are two missing documents', () => {
    const cite = (day: string) => `Căn cứ Kế hoạch số 99/KH-UBND ngày ${day} của UBND tỉnh về tuyên truyền;`;
    const found = edges(
      plan('15/KH-UBND', '12 tháng 3 năm 2019', cite('05/3/2016')),
      plan('16/KH-UBND', '13 tháng 3 năm 2019', cite('06/4/2017')),
    );
    expect(new Set(found.map((edge) => edge.split(' ').slice(2).join(' '))).size).toBe(2);
    expect(found.some((edge) => edge.includes('contradicts'))).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { citationOf, headerOf, parsedOf } from '../../test/parsed-of.ts';
import type { Register, RegisterEntry } from '../resolve/legal-register.ts';
import { indexRegister } from '../resolve/legal-register.ts';
import type { Citation, Parsed } from '../tree.ts';
import { say } from '../messages.ts';
import { check, recheckCitations } from './check.ts';

function conflicts(parsed: Parsed, register: Register = indexRegister<RegisterEntry>([])): string[] {
  return check(parsed, { register })
    .filter(({ code }) => code === 'citation-date-conflict')
    .map(
      ({ severity, values }) => `${severity} ${values?.['number']} ${values?.['said']} ≠ ${values?.['held']}`,
    );
}

const citing = (...citations: Citation[]) => parsedOf({ citations, text: 'x'.repeat(100) });
const local = (number: string, date: string, issuer: string | null = null) =>
  citationOf(number, date, { issuer });

describe('citations that contradict each other', () => {
  test('two days for one number of one year', () => {
    const parsed = citing(local('7/QĐ-UBND', '2018-05-03'), local('07/QĐ-UBND', '2018-05-30'));
    expect(conflicts(parsed)).toEqual(['warning 07/QĐ-UBND 30/5/2018 ≠ 03/5/2018']);
  });

  test('numbers start anew each year: another year is another document', () => {
    expect(conflicts(citing(local('7/QĐ-UBND', '2017-05-03'), local('7/QĐ-UBND', '2018-05-30')))).toEqual([]);
  });

  test('the same number of another issuer is another document', () => {
    const parsed = citing(
      local('7/QĐ-UBND', '2018-05-03', 'Ủy ban nhân dân tỉnh Sông Thao'),
      local('7/QĐ-UBND', '2018-05-30', 'Ủy ban nhân dân huyện Cẩm Nương Sơn'),
    );
    expect(conflicts(parsed)).toEqual([]);
  });

  test('types that differ by case alone are different documents', () => {
    expect(conflicts(citing(local('7/CT-UBND', '2018-05-03'), local('7/CTr-UBND', '2018-05-30')))).toEqual(
      [],
    );
  });

  test('the other place is named', () => {
    const text = 'theo Quyết định số 7/QĐ-UBND ngày 03/5/2018 và Quyết định số 7/QĐ-UBND ngày 30/5/2018';
    const citations = [local('7/QĐ-UBND', '2018-05-03'), local('7/QĐ-UBND', '2018-05-30')];
    const spans = [
      [5, 45],
      [49, 89],
    ] as const;
    const parsed = parsedOf({
      text,
      citations: citations.map((citation, at) => ({ ...citation, span: spans[at] ?? [0, 0] })),
    });
    const [diagnostic] = check(parsed).filter(({ code }) => code === 'citation-date-conflict');
    expect(diagnostic?.span).toEqual([49, 89]);
    expect(diagnostic?.related).toEqual([[5, 45]]);
    expect(diagnostic?.clause).toContain('30/2020');
    expect(diagnostic?.message).toMatch(/đề ngày \d.*, nhưng chỗ khác trong văn bản lại đề ngày \d.* \(“/);
  });
});

describe('citations that contradict a document of the register', () => {
  const held = (fields: object) =>
    indexRegister([
      {
        id: 1,
        type: 'QĐ',
        number: '2408/QĐ-UBND',
        date: '2013-07-12',
        issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sông Thao',
        title: 'Kế hoạch',
        ...fields,
      },
    ]);

  test('the committee and its chairman are one issuer', () => {
    expect(conflicts(citing(local('2408/QĐ-UBND', '2013-07-21')), held({}))).toEqual([
      'warning 2408/QĐ-UBND 21/7/2013 ≠ 12/7/2013',
    ]);
    expect(conflicts(citing(local('2408/QĐ-UBND', '2013-07-21', 'UBND tỉnh')), held({}))).toHaveLength(1);
  });

  test('a decision of another province is another document', () => {
    expect(
      conflicts(
        citing(local('2408/QĐ-UBND', '2013-07-21')),
        held({ issuer: 'Ủy ban nhân dân tỉnh Yên Bái' }),
      ),
    ).toEqual([]);
  });

  test('the message says that the document itself bears another date, in either language', () => {
    const parsed = citing(local('2408/QĐ-UBND', '2013-07-21'));
    const [found] = check(parsed, { register: held({}) }).filter(
      ({ code }) => code === 'citation-date-conflict',
    );
    expect(found?.message).toMatch(/được viện dẫn đề ngày 21\/7\/2013, nhưng văn bản này ban hành ngày \d/);
    expect(say('citation-date-conflict', found?.values, 'en')).toContain('but it was issued on ');
  });

  test('a register that comes to hand later changes what is said of citations, and nothing else', () => {
    const parsed = citing(local('2408/QĐ-UBND', '2013-07-21'));
    const before = { ...parsed, warnings: check({ ...parsed, text: 'các các sở' }) };
    const after = recheckCitations(before, held({}));
    expect(after.map(({ code }) => code).toSorted()).toEqual(
      [...before.warnings.map(({ code }) => code), 'citation-date-conflict'].toSorted(),
    );
    expect(recheckCitations({ ...parsed, warnings: after }, held({}))).toEqual(after);
    expect(recheckCitations({ ...parsed, warnings: after }, indexRegister<RegisterEntry>([]))).toEqual(
      before.warnings,
    );
  });

  test('nothing is said where the issuer cannot be told', () => {
    const parsed = { ...citing(local('2408/QĐ-UBND', '2013-07-21')), document: headerOf({ issuer: null }) };
    expect(conflicts(parsed, held({}))).toEqual([]);
  });
});

describe('citations that contradict a known legal basis', () => {
  test("the Prime Minister's decision 368 is of 28 February 2013", () => {
    expect(conflicts(citing(local('368/QĐ-TTg', '2013-03-28')))).toEqual([
      'warning 368/QĐ-TTg 28/3/2013 ≠ 28/02/2013',
    ]);
    expect(conflicts(citing(local('368/QĐ-TTg', '2013-02-28')))).toEqual([]);
    expect(conflicts(citing(local('368/QĐ-TTg', '2021-03-28')))).toEqual([]);
  });

  test('a date that only common knowledge gives makes a note', () => {
    expect(conflicts(citing(local('28/2018/QĐ-TTg', '2018-07-13')))).toEqual([
      'note 28/2018/QĐ-TTg 13/7/2018 ≠ 12/7/2018',
    ]);
  });
});

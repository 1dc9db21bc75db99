import { describe, expect, test } from 'vitest';
import { citationOf } from '../../test/parsed-of.ts';
import { LEGAL_BASES } from '../gazetteer/legal-bases.ts';
import { resolveCitation } from './citation.ts';
import { indexRegister } from './legal-register.ts';

const HOME = 'Ủy ban nhân dân tỉnh Sông Thao';
const entry = (id: number, number: string, date: string, issuer = HOME) => ({
  id,
  type: null,
  number,
  date,
  issuer,
  title: null,
});
const register = indexRegister([
  entry(1, '58/KH-UBND', '2019-03-11'),
  entry(2, '58/KH-UBND', '2020-04-02'),
  entry(3, '58/KH-UBND', '2019-03-20', 'Ủy ban nhân dân huyện Cẩm Nương Sơn, tỉnh Sông Thao'),
  entry(4, '08/CTr-UBND', '2019-05-05'),
  entry(5, '72/2015/NĐ-CP', '2015-09-07', 'Chính phủ'),
]);

const idOf = (number: string, date: string | null, issuer: string | null = null) =>
  resolveCitation(citationOf(number, date, { issuer }), register, HOME);

describe('a citation', () => {
  test('is the document with its number, date and issuer', () => {
    expect(idOf('58/KH-UBND', '2019-03-11')).toMatchObject({
      entry: { id: 1 },
      confidence: 1,
      differs: [],
      reason: { key: 'resolve-citation' },
    });
    expect(idOf('58/KH-UBND', '2020-04-02').entry?.id).toBe(2);
    expect(idOf('58/KH-UBND', '2019-03-20', 'Ủy ban nhân dân huyện Cẩm Nương Sơn').entry?.id).toBe(3);
  });

  test('leading zeros and the chairman instead of the committee make no other document', () => {
    expect(idOf('8/CTr-UBND', '2019-05-05', 'Chủ tịch UBND tỉnh').entry?.id).toBe(4);
  });

  test('with another day of the same year is the same document, and the difference is said', () => {
    const match = idOf('58/KH-UBND', '2020-04-20');
    expect(match.entry?.id).toBe(2);
    expect(match.differs).toEqual([{ field: 'date', said: '2020-04-20', held: '2020-04-02' }]);
    expect(match.reason).toEqual({
      key: 'resolve-citation-near',
      values: { fields: '20/4/2020 ≠ 02/4/2020' },
    });
  });

  test('of another year or issuer is another document', () => {
    expect(idOf('58/KH-UBND', '2022-04-02').entry).toBeNull();
    expect(idOf('58/KH-UBND', '2019-03-11', 'Ủy ban nhân dân tỉnh Yên Bái').entry).toBeNull();
  });

  test('of a type that differs by case alone is offered with its difference', () => {
    const match = idOf('08/CT-UBND', '2019-05-05');
    expect(match.entry?.id).toBe(4);
    expect(match.differs).toEqual([{ field: 'type', said: 'CT', held: 'CTr' }]);
    expect(idOf('08/CT-UBND', '2019-05-06').entry).toBeNull();
  });

  test('that forgets the year in the number or the date is still found', () => {
    expect(idOf('72/NĐ-CP', '2015-09-07').entry?.id).toBe(5);
    expect(idOf('72/2015/NĐ-CP', null)).toMatchObject({ entry: { id: 5 }, confidence: 0.8 });
  });

  test('of a law is found by name and date, without a number', () => {
    const bases = indexRegister(LEGAL_BASES);
    const law = citationOf(null, '2003-11-26', { type: 'Luật', title: 'Luật Tổ chức HĐND và UBND' });
    expect(resolveCitation(law, bases).entry?.number).toBe('11/2003/QH11');
    expect(resolveCitation({ ...law, date: '2003-11-27' }, bases).entry).toBeNull();
  });
});

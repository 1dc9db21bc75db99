// Rules that need no more than a field or two.
import { describe, expect, test } from 'vitest';
import { citationOf, codes, headerOf, parsedOf } from '../../test/parsed-of.ts';
import type { Citation, Header } from '../tree.ts';
import { check } from './check.ts';

const TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n';

function found(fields: { document?: Partial<Header>; citations?: Citation[]; text?: string }): string[] {
  const { document = {}, citations = [], text = '' } = fields;
  const parsed = parsedOf({ document: headerOf(document), citations, text: TITLE + text });
  return check(parsed).map(({ severity, code }) => `${severity} ${code}`);
}

const basis = (number: string | null, date: string | null, fields: Partial<Citation> = {}) =>
  citationOf(number, date, { role: 'basis', ...fields });

describe('a year in the number', () => {
  test('that contradicts the date', () => {
    expect(found({ citations: [citationOf('79/2010/QĐ-TTg', '2011-11-30')] })).toContain(
      'warning number-year-conflict',
    );
    expect(found({ document: { number: '5/2018/QĐ-UBND', type: 'QĐ' } })).toEqual([
      'warning number-year-conflict',
    ]);
  });

  test('that agrees with it', () => {
    expect(found({ citations: [citationOf('79/2010/QĐ-TTg', '2010-11-30')] })).toEqual([]);
  });
});

describe('a legal basis', () => {
  test('that had ended, with the act that replaced it', () => {
    const parsed = parsedOf({
      text: TITLE,
      document: headerOf({ issuedOn: '2026-08-03' }),
      citations: [basis('88/2012/NĐ-CP', '2012-10-23')],
    });
    const [diagnostic] = check(parsed);
    expect(diagnostic).toMatchObject({
      code: 'basis-replaced',
      severity: 'warning',
      values: { replacedBy: '262/2026/NĐ-CP', to: '30/6/2026' },
    });
  });

  test('that was in force', () => {
    expect(
      found({ citations: [basis('88/2012/NĐ-CP', '2012-10-23'), basis('72/2015/NĐ-CP', '2015-09-07')] }),
    ).toEqual([]);
  });

  test('mentioned without being a basis may be history', () => {
    expect(
      found({ document: { issuedOn: '2026-08-03' }, citations: [citationOf('88/2012/NĐ-CP', '2012-10-23')] }),
    ).toEqual([]);
  });

  test('whose end nobody verified makes a note', () => {
    const law = basis(null, '2015-06-19', { type: 'Luật', title: 'Tổ chức chính quyền địa phương' });
    expect(found({ document: { issuedOn: '2025-12-01' }, citations: [law] })).toEqual([
      'note basis-replaced',
    ]);
    expect(found({ document: { issuedOn: '2024-12-02' }, citations: [law] })).toEqual([]);
  });

  test('whose programme is over makes a note', () => {
    expect(
      found({ document: { issuedOn: '2022-03-01' }, citations: [basis('368/QĐ-TTg', '2013-02-28')] }),
    ).toEqual(['note basis-programme-over']);
  });

  test('signed but not yet in force makes a note', () => {
    expect(
      found({ document: { issuedOn: '2026-06-01' }, citations: [basis('148/2026/NĐ-CP', '2026-05-12')] }),
    ).toEqual(['note basis-not-yet-in-force']);
  });

  test('younger than the document itself', () => {
    expect(found({ citations: [basis('3/KH-UBND', '2019-04-01')] })).toEqual([
      'warning citation-after-document',
    ]);
    expect(found({ citations: [citationOf('3/KH-UBND', '2019-04-01')] })).toEqual([
      'note citation-after-document',
    ]);
  });
});

describe('a weekend', () => {
  test("as the document's own date is a note", () => {
    expect(found({ document: { issuedOn: '2019-03-10' } })).toEqual(['note weekend-date']);
  });

  test('as the date of a cited act only on Sundays, and not for acts of the Government or the Party', () => {
    expect(found({ citations: [citationOf('99/QĐ-UBND', '2018-07-22')] })).toEqual([
      'note citation-weekend-date',
    ]);
    expect(
      found({ citations: [citationOf('99/QĐ-UBND', '2018-07-21'), citationOf('99/NQ-CP', '2018-07-22')] }),
    ).toEqual([]);
  });
});

describe('dates that no calendar has', () => {
  test.each(['ngày 31/02/2019', 'ngày 30 tháng 02 năm 2020', '29/02/2019', 'ngày 12/13/2018'])(
    '%s',
    (text) => {
      expect(found({ text })).toEqual(['warning impossible-date']);
    },
  );

  test.each(['29/02/2020', 'Nghị quyết số 31/13/2019/NQ', 'đạt 24/31 xã', 'Quyết định 30/2/2019/QĐ'])(
    'no alarm: %s',
    (text) => {
      expect(found({ text })).toEqual([]);
    },
  );
});

describe('the symbol', () => {
  test('of another type than the document', () => {
    expect(found({ document: { number: '12/QĐ-UBND', type: 'KH' } })).toEqual([
      'warning symbol-type-conflict',
    ]);
  });

  test('misspelt by case or diacritics', () => {
    expect(found({ document: { number: '12/QD-UBND', type: 'QĐ' } })).toEqual(['warning symbol-misspelt']);
    expect(found({ document: { number: '12/TTR-STC', type: 'TTr' } })).toEqual(['warning symbol-misspelt']);
  });

  test('CTr is no misspelt CT: they are two types', () => {
    expect(found({ document: { number: '12/CTr-UBND', type: 'CT' } })).toEqual([
      'warning symbol-type-conflict',
    ]);
  });

  test('a letter has no type in its symbol', () => {
    expect(found({ document: { number: '4110/BTTTT-TTĐN', type: 'CV' }, text: 'V/v hướng dẫn' })).toEqual([]);
  });
});

describe('components', () => {
  test('a letter without its subject', () => {
    expect(found({ document: { number: '4110/UBND-VX', type: 'CV', title: null } })).toEqual([
      'warning letter-without-subject',
    ]);
  });

  test('an authority line without the position below it', () => {
    const signers = [{ name: 'Trần Văn Mẫu', position: null, authority: 'KT.', span: [0, 0] as const }];
    expect(found({ document: { signers } })).toEqual(['warning authority-without-position']);
  });

  test("a deputy's signature below the position of the head alone", () => {
    const signed = (position: string) =>
      found({
        document: { signers: [{ name: 'Trần Văn Mẫu', position, authority: 'TM. KT.', span: [0, 0] }] },
      });
    expect(signed('Chủ tịch')).toEqual(['warning authority-without-position']);
    expect(signed('Phó Chủ tịch')).toEqual([]);
    expect(signed('Thứ trưởng')).toEqual([]);
  });

  test('a number forgotten in a dated document is a warning; in a draft it is a note', () => {
    expect(found({ document: { number: null } })).toEqual(['warning missing-number']);
    expect(found({ document: { number: null, issuedOn: null }, text: 'Số:      /KH-UBND' })).toEqual([
      'note missing-number',
      'note missing-date',
    ]);
  });

  test('an excerpt without letterhead is told so once', () => {
    const parsed = parsedOf({
      text: 'KẾ HOẠCH',
      document: headerOf({ number: null, issuedOn: null, place: null }),
    });
    expect(codes(check(parsed))).toEqual(['missing-letterhead']);
  });
});

describe('marks of secrecy', () => {
  test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'Độ mật: TỐI MẬT', '**MẬT**'])('%s', (text) => {
    expect(found({ text })).toEqual(['error secret-mark']);
  });

  test.each(['bảo vệ bí mật nhà nước', 'VĂN BẢN MẬT ĐƯỢC QUẢN LÝ', 'bảo mật', 'Mật ong'])(
    'no alarm: %s',
    (text) => {
      expect(found({ text })).toEqual([]);
    },
  );
});

describe('citations of one document under two issuers', () => {
  const cite = (issuer: string, title: string) => citationOf('99/KH-UBND', '2018-05-03', { issuer, title });

  test('with the same title one of them is wrong', () => {
    const citations = [
      cite('UBND tỉnh Sông Thao', 'Tuyên truyền biên giới năm 2018'),
      cite('Ủy ban nhân dân tỉnh Yên Bái', 'Tuyên truyền biên giới năm 2018'),
    ];
    expect(found({ citations })).toEqual(['warning citation-issuer-disagrees']);
  });

  test('with another title it is another document, and short names mean the same', () => {
    expect(
      found({
        citations: [
          cite('UBND tỉnh', 'Tuyên truyền biên giới'),
          cite('Ủy ban nhân dân tỉnh Yên Bái', 'Phòng, chống thiên tai'),
        ],
      }),
    ).toEqual([]);
    expect(
      found({
        citations: [
          cite('UBND tỉnh', 'Tuyên truyền'),
          cite('Chủ tịch Ủy ban nhân dân tỉnh Sông Thao', 'Tuyên truyền'),
        ],
      }),
    ).toEqual([]);
  });
});

describe('citations of an issuer that the symbol contradicts', () => {
  test("a decision of the Prime Minister said to be the Government's is a note", () => {
    expect(found({ citations: [citationOf('368/QĐ-TTg', '2013-02-28', { issuer: 'Chính phủ' })] })).toEqual([
      'note citation-issuer-conflict',
    ]);
    expect(
      found({ citations: [citationOf('368/QĐ-TTg', '2013-02-28', { issuer: 'Thủ tướng Chính phủ' })] }),
    ).toEqual([]);
    expect(found({ citations: [citationOf('368/QĐ-TTg', '2013-02-28', { issuer: 'Thủ tướng' })] })).toEqual(
      [],
    );
  });
});

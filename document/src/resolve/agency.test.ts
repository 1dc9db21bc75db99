import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { existedOn } from '../gazetteer/agency.ts';
import { resolveAgency } from './agency.ts';
import { CENTRAL_UNITS } from './central-units.ts';
import type { Match, Unit } from './unit.ts';
import { indexUnits } from './unit-index.ts';

const demo = JSON.parse(
  readFileSync(new URL('../../../server/data/demo-units.json', import.meta.url), 'utf8'),
) as {
  readonly units: readonly Unit[];
};
const units = indexUnits([...demo.units, ...CENTRAL_UNITS]);
const PROVINCE = 'Ủy ban nhân dân tỉnh Sông Thao';
const COMMUNE = 'Ủy ban nhân dân xã Cẩm Nương';

function resolve(name: string, on: string | null = '2021-03-11', issuer: string | null = PROVINCE): Match {
  return resolveAgency(name, { units, issuer, on });
}

const names = (match: Match) => match.units.map(({ name }) => name);

describe('one agency', () => {
  test.each([
    ['Sở Nội vụ', 'Sở Nội vụ', 'context'],
    ['Sở Nội vụ tỉnh Sông Thao', 'Sở Nội vụ', 'name'],
    ['Sở Nội vụ Sông Thao', 'Sở Nội vụ', 'name'],
    ['Sở TT&TT', 'Sở Thông tin và Truyền thông', 'abbreviation'],
    ['Sở Văn hóa Thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch', 'context'],
    ['Sở Văn hoá, thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch', 'context'],
    ['Sở Lao động, Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội', 'context'],
    ['UBND tỉnh', PROVINCE, 'context'],
    ['Ủy ban nhân dân tỉnh', PROVINCE, 'context'],
    ['UBMTTQ tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'abbreviation'],
    ['BĐBP tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'abbreviation'],
    ['Đài PT-TH tỉnh', 'Đài Phát thanh và Truyền hình Sông Thao', 'context'],
    ['Báo Sông Thao', 'Báo Sông Thao', 'name'],
    ['Bộ Ngoại giao', 'Bộ Ngoại giao', 'name'],
    ['Bộ TT&TT', 'Bộ Thông tin và Truyền thông', 'abbreviation'],
    [
      'Trung tâm Xúc tiến ĐTTM và Du lịch',
      'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh',
      'abbreviation',
    ],
    ['UBND thành phố', 'Ủy ban nhân dân thành phố Sông Thao', 'context'],
    ['UBND thành phố Sông Thao', 'Ủy ban nhân dân thành phố Sông Thao', 'abbreviation'],
  ])('%s is %s by its %s', (name, expected, matched) => {
    const match = resolve(name);
    expect(names(match)).toEqual([expected]);
    expect(match.matched).toBe(matched);
    expect(match.confidence).toBeGreaterThan(0.8);
  });

  test('a name without diacritics is matched with less confidence', () => {
    expect(names(resolve('so noi vu'))).toEqual(['Sở Nội vụ']);
    expect(resolve('so noi vu').confidence).toBeLessThan(resolve('Sở Nội vụ').confidence);
  });

  test("a person's office stands for the agency", () => {
    for (const [name, expected] of [
      ['Giám đốc Sở Nội vụ', 'Sở Nội vụ'],
      ['Chủ tịch UBND tỉnh', PROVINCE],
      ['Chánh Văn phòng UBND tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'],
      ['Trưởng Ban Dân tộc', 'Ban Dân tộc'],
    ] as const) {
      expect(names(resolve(name))).toEqual([expected]);
      expect(resolve(name).matched).toBe('person');
    }
  });

  test('a short name belongs to the issuer: an office of the commune, a department of its province', () => {
    const office = resolve('Phòng Văn hóa - Xã hội', '2026-03-11', COMMUNE).units[0];
    expect(office?.superiorId).toBe('demo:uy-ban-nhan-dan-xa-cam-nuong');
    expect(names(resolve('UBND xã', '2026-03-11', COMMUNE))).toEqual([COMMUNE]);
    expect(names(resolve('Sở Nội vụ', '2026-03-11', COMMUNE))).toEqual(['Sở Nội vụ']);
    expect(resolve('Phòng Văn hóa - Xã hội', '2026-03-11').units).toEqual([]);
  });

  test("a document from elsewhere does not name this province's departments", () => {
    for (const issuer of ['Ủy ban nhân dân tỉnh Yên Bái', 'Ủy ban nhân dân huyện Thạch Thành']) {
      expect(resolve('Sở Nội vụ', '2019-03-11', issuer).units).toEqual([]);
      expect(resolve('Sở Nội vụ', '2019-03-11', issuer).reason.key).toBe('resolve-elsewhere');
      expect(names(resolve('Bộ Ngoại giao', '2019-03-11', issuer))).toEqual(['Bộ Ngoại giao']);
    }
  });

  test('without an issuer the only province of the register is assumed, and said to be', () => {
    const match = resolve('Sở Nội vụ', '2021-03-11', null);
    expect(names(match)).toEqual(['Sở Nội vụ']);
    expect(match.reason.key).toBe('resolve-only-province');
    expect(match.confidence).toBeLessThan(0.8);
  });

  test('an agency that had ended is matched with doubt, its successors beside it', () => {
    const match = resolve('Sở TT&TT', '2026-03-11');
    expect(match.reason).toEqual({
      key: 'resolve-ended',
      values: { unit: 'Sở Thông tin và Truyền thông', to: '28/02/2025' },
    });
    expect(match.confidence).toBeLessThan(0.7);
    expect(match.alternatives.map(({ unit }) => unit.name)).toEqual([
      // First the one that took over what this is about: external information.
      'Sở Văn hóa, Thể thao và Du lịch',
      'Sở Khoa học và Công nghệ',
    ]);
  });

  test('of two agencies that bore a name one after another the date decides', () => {
    expect(names(resolve('BĐBP tỉnh', '2025-06-30'))).toEqual(['Bộ Chỉ huy Bộ đội Biên phòng tỉnh']);
    expect(names(resolve('BĐBP tỉnh', '2025-07-01'))).toEqual(['Ban Chỉ huy Bộ đội Biên phòng tỉnh']);
  });

  test('two that fit equally well are left to the reader', () => {
    const twins = ['a', 'b'].map((id) => ({
      id,
      name: 'Ủy ban nhân dân xã Hòa Bình Thao',
      kind: 'committee',
      aliases: [],
      superiorId: null,
      from: null,
      to: null,
      successors: [],
    }));
    const match = resolveAgency('UBND xã Hòa Bình Thao', {
      units: indexUnits(twins),
      issuer: null,
      on: null,
    });
    expect(match.units).toEqual([]);
    expect(match.reason.key).toBe('resolve-ambiguous');
    expect(match.alternatives.map(({ unit }) => unit.id)).toEqual(['a', 'b']);
  });

  test('a territory of the register stands for its committee', () => {
    const territories = ['province', 'commune'].map((kind, at): Unit => ({
      id: at,
      name: at === 0 ? 'Tỉnh Sông Thao' : 'Xã Cẩm Nương',
      kind,
      aliases: [],
      superiorId: at === 0 ? null : 0,
      from: null,
      to: null,
      successors: [],
    }));
    const index = indexUnits(territories);
    const context = { units: index, issuer: PROVINCE, on: '2026-01-01' };
    expect(resolveAgency('UBND tỉnh', context).units[0]?.id).toBe(0);
    expect(resolveAgency('UBND xã Cẩm Nương', context).units[0]?.id).toBe(1);
    expect(resolveAgency('UBND các xã, phường', context).units.map(({ id }) => id)).toEqual([1]);
  });

  test('a province that became a city keeps the names of its years as a province', () => {
    const city = indexUnits([
      {
        id: 22,
        name: 'Ủy ban nhân dân thành phố Quảng Ninh',
        kind: 'committee',
        aliases: [],
        superiorId: null,
        from: null,
        to: null,
        successors: [],
      },
      {
        id: 23,
        name: 'Sở Nội vụ thành phố Quảng Ninh',
        kind: 'department',
        aliases: [],
        superiorId: 22,
        from: null,
        to: null,
        successors: [],
      },
    ]);
    const context = { units: city, issuer: 'Ủy ban nhân dân tỉnh Quảng Ninh', on: '2019-03-11' };
    expect(resolveAgency('UBND tỉnh', context).units.map(({ id }) => id)).toEqual([22]);
    expect(resolveAgency('Sở Nội vụ tỉnh Quảng Ninh', context).units.map(({ id }) => id)).toEqual([23]);
  });

  test('the name proper may stand in brackets', () => {
    expect(names(resolve('Cơ quan thường trực (Sở Nội vụ)'))).toEqual(['Sở Nội vụ']);
  });

  test('an unknown name gives the nearest ones to choose from', () => {
    const match = resolve('Trung tâm Xúc tiến Đầu tư và Du lịch');
    expect(match.units).toEqual([]);
    expect(match.alternatives[0]?.unit.name).toBe('Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh');
  });
});

describe('collective names', () => {
  const count = (name: string, on: string | null, issuer = PROVINCE) =>
    resolve(name, on, issuer).units.length;

  test('mean the units that existed on the date of the document', () => {
    expect(count('UBND các huyện, thị xã, thành phố', '2021-03-11')).toBe(9);
    expect(count('các huyện, thị xã và thành phố', '2025-06-30')).toBe(9);
    expect(count('UBND các huyện', '2021-03-11')).toBe(7);
    expect(count('UBND các huyện, thị xã, thành phố', '2025-07-01')).toBe(0);
    expect(count('UBND các xã, phường, đặc khu', '2025-07-01')).toBe(22);
    expect(count('UBND các xã, phường, đặc khu', '2025-06-30')).toBe(0);
    expect(count('UBND cấp xã', '2026-01-01')).toBe(21);
    expect(count('Ủy ban nhân dân các phường', '2026-01-01')).toBe(5);
  });

  test('the reason counts them and says when', () => {
    expect(resolve('UBND các huyện, thị xã, thành phố').reason).toEqual({
      key: 'resolve-collective',
      values: { count: 9, on: '11/3/2021' },
    });
    expect(resolve('UBND cấp xã', null).reason.key).toBe('resolve-collective-undated');
  });

  test('departments: "các sở" are those that bear the word, "sở, ban, ngành" the others too', () => {
    const departments = names(resolve('các sở'));
    expect(departments).toContain('Sở Thông tin và Truyền thông');
    expect(departments).not.toContain('Thanh tra tỉnh');
    const all = names(resolve('các sở, ban, ngành'));
    expect(all).toEqual(expect.arrayContaining([...departments, 'Ban Dân tộc', 'Công an tỉnh']));
    expect(all).not.toContain('Báo Sông Thao');
    expect(names(resolve('Thủ trưởng các sở, ban, ngành'))).toEqual(all);
  });

  test('departments of 2026 are those after the mergers', () => {
    const departments = names(resolve('các sở, ngành', '2026-01-01'));
    expect(departments).toContain('Sở Nông nghiệp và Môi trường');
    expect(departments).not.toContain('Sở Thông tin và Truyền thông');
  });

  test('press, mass organisations, the front', () => {
    expect(names(resolve('các cơ quan báo chí'))).toEqual([
      'Báo Sông Thao',
      'Đài Phát thanh và Truyền hình Sông Thao',
      'Cổng Thông tin điện tử tỉnh',
    ]);
    expect(count('các đoàn thể', '2021-03-11')).toBe(5);
    expect(count('Mặt trận Tổ quốc và các tổ chức chính trị - xã hội', '2021-03-11')).toBe(6);
  });

  test('several groups in one name are joined', () => {
    expect(count('các sở, ban, ngành, UBND các huyện, thị xã, thành phố', '2021-03-11')).toBe(
      count('các sở, ban, ngành', '2021-03-11') + 9,
    );
  });

  test("a commune's offices are its own", () => {
    const offices = resolve('các phòng, ban', '2026-01-01', COMMUNE).units;
    expect(offices).toHaveLength(3);
    expect(new Set(offices.map(({ superiorId }) => superiorId))).toEqual(
      new Set(['demo:uy-ban-nhan-dan-xa-cam-nuong']),
    );
  });

  test("in a commune's documents its own bodies are meant, unless the name says the province", () => {
    const own = (name: string) => resolve(name, '2026-01-01', COMMUNE).units;
    const seats = (name: string) => new Set(own(name).map(({ superiorId }) => superiorId));
    expect(own('các đoàn thể')).toHaveLength(3);
    expect(seats('Mặt trận Tổ quốc và các ban, ngành, đoàn thể')).toEqual(
      new Set(['demo:uy-ban-nhan-dan-xa-cam-nuong']),
    );
    expect(seats('các sở, ban, ngành, đoàn thể tỉnh')).toEqual(
      new Set(['demo:uy-ban-nhan-dan-tinh-song-thao']),
    );
  });

  test('a name that means nothing definite has no members', () => {
    const match = resolve('các cơ quan, đơn vị liên quan');
    expect(match.matched).toBe('collective');
    expect(match.units).toEqual([]);
    expect(match.reason.key).toBe('resolve-collective-open');
  });

  test('"liên quan" means some of them, and leaves the choice open', () => {
    const match = resolve('các sở, ngành liên quan');
    expect(match.reason.key).toBe('resolve-collective-some');
    expect(match.units.length).toBeGreaterThan(10);
    expect(match.confidence).toBeLessThan(0.8);
  });

  test('bodies of places are not the committees of those places', () => {
    const bodies = [
      'Công an các huyện, thị xã, thành phố',
      'các đảng ủy xã, phường',
      'các phòng, ban UBND huyện',
      'các doanh nghiệp, hợp tác xã',
    ];
    const members = bodies.flatMap((name) => [
      ...names(resolve(name)),
      ...names(resolve(name, '2026-01-01')),
    ]);
    expect(members.filter((unit) => unit.startsWith('Ủy ban nhân dân'))).toEqual([]);
  });

  test('press of the province, of the centre, or both', () => {
    const press = (name: string) => names(resolve(name, '2026-01-01'));
    expect(press('các cơ quan báo chí địa phương')).toContain('Báo và Phát thanh, Truyền hình Sông Thao');
    expect(press('các cơ quan báo chí địa phương')).not.toContain('Đài Truyền hình Việt Nam');
    expect(press('các cơ quan báo chí Trung ương')).not.toContain('Báo và Phát thanh, Truyền hình Sông Thao');
    expect(press('các cơ quan báo chí Trung ương và địa phương')).toEqual(
      expect.arrayContaining(['Đài Truyền hình Việt Nam', 'Báo và Phát thanh, Truyền hình Sông Thao']),
    );
  });

  test('a list of sorts is collective without "các" too', () => {
    expect(count('Ủy ban nhân dân xã, phường, đặc khu', '2026-01-01')).toBe(21);
    expect(count('cơ quan, đơn vị có liên quan', '2026-01-01')).toBe(0);
  });

  test('"các Sở Văn hóa, Thể thao và Du lịch" are those of all provinces, not all departments of one', () => {
    expect(count('các Sở Văn hóa, Thể thao và Du lịch', '2026-01-01')).toBe(0);
  });

  test('names that only fold to a word for many are not collective', () => {
    for (const name of ['Chi cục Hải quan khu vực XIX', 'Báo Hà Nội mới'])
      expect(resolve(name).matched).toBeNull();
    expect(resolve('hai Ban Hội đồng nhân dân').matched).toBe('collective');
  });

  test('"tổ chức chính trị - xã hội" selects no communes for its "xã"', () => {
    expect(
      names(resolve('các tổ chức chính trị - xã hội', '2026-01-01')).some((name) => name.includes('xã ')),
    ).toBe(false);
  });
});

describe('properties', () => {
  const anyUnit = fc.constantFrom(...demo.units);
  const days = [
    '2010-01-01',
    '2021-03-11',
    '2025-02-28',
    '2025-03-01',
    '2025-06-30',
    '2025-07-01',
    '2026-11-22',
  ];
  const nameOf = (id: Unit['superiorId']) =>
    id === null ? PROVINCE : (units.byId.get(id)?.unit.name ?? PROVINCE);

  test("a unit's own name, in documents of its superior on a day of its life, gives the unit", () => {
    fc.assert(
      fc.property(anyUnit, fc.constantFrom(...days), (unit, on) => {
        fc.pre(existedOn(unit, on));
        const match = resolve(unit.name, on, nameOf(unit.superiorId));
        expect(match.units.map(({ id }) => id)).toEqual([unit.id]);
      }),
      { numRuns: 500 },
    );
  });

  test('so does each of its aliases', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...demo.units.filter(({ aliases }) => aliases.length > 0)),
        fc.constantFrom(...days),
        (unit, on) => {
          fc.pre(existedOn(unit, on));
          const found = unit.aliases.map((alias) =>
            resolve(alias, on, nameOf(unit.superiorId)).units.map(({ id }) => id),
          );
          expect(found).toEqual(unit.aliases.map(() => [unit.id]));
        },
      ),
    );
  });

  test('case, tone placement and spaces do not matter', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const on = unit.to ?? '2026-11-22';
        const plain = resolve(unit.name, on, nameOf(unit.superiorId)).units;
        const writings = [
          unit.name.toUpperCase(),
          unit.name.replaceAll('hóa', 'hoá'),
          unit.name.replaceAll(' ', '  '),
          unit.name.normalize('NFD'),
        ];
        const found = writings.map((written) => resolve(written, on, nameOf(unit.superiorId)).units);
        expect(found).toEqual(writings.map(() => plain));
      }),
    );
  });

  test('any name is resolved without throwing, and all members of a collective name lived on its date', () => {
    const words = fc.constantFrom(
      'các',
      'sở',
      'ban',
      'ngành',
      'UBND',
      'xã',
      'huyện',
      'tỉnh',
      'Chủ tịch',
      'và',
      ',',
      'báo chí',
      'đoàn thể',
      'cấp',
    );
    const anyName = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(anyName, fc.constantFrom(...days), (name, on) => {
        const { matched, units: found } = resolve(name, on);
        const dead = found.filter((unit) => !existedOn(unit, on));
        expect(matched === 'collective' ? dead : []).toEqual([]);
      }),
    );
  });
});

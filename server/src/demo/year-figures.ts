// What each unit of the illustration enters in its report of a year: figures that stand to reason for its kind of work. Pure.
import { chanceOf, type Chance } from './chance.ts';
import { kindOf, type Kind } from './reporters.ts';

export interface Entered {
  readonly code: string;
  readonly cell: string;
  readonly value?: number;
  readonly names?: readonly string[];
}

type Range = readonly [from: number, to: number];

/** Whole figures, or by cells that add up to them. */
type Profile = Readonly<Record<string, Range | Readonly<Record<string, Range>>>>;

const commune: Profile = {
  'TTDN.01': [1, 3],
  'TTDN.02': [5, 9],
  'TTDN.05': [0, 1],
  'TTDN.10': {
    'channel=grassroots;language=vi': [24, 70],
    'channel=portal;language=vi': [8, 32],
    'channel=social;language=vi': [12, 46],
  },
  'TTDN.13': { 'language=vi': [1800, 9200] },
  'TTDN.14': { 'language=vi': [14, 52] },
  'TTDN.16': [2, 9],
  'KP.01': { 'source=budget': [18, 60] },
};

const department: Profile = {
  'TTDN.01': [2, 5],
  'TTDN.02': [3, 8],
  'TTDN.05': [0, 1],
  'TTDN.10': { 'channel=portal;language=vi': [12, 40], 'channel=portal;language=en': [2, 9] },
  'TTDN.14': { 'language=vi': [8, 30] },
  'TTDN.16': [1, 6],
  'TTDN.34': [0, 2],
  'KP.01': { 'source=budget': [25, 90] },
};

const profiles: Readonly<Record<Kind, Profile>> = {
  commune,
  department,
  ward: {
    ...commune,
    'TTDN.10': {
      'channel=grassroots;language=vi': [30, 80],
      'channel=portal;language=vi': [18, 44],
      'channel=portal;language=en': [2, 8],
      'channel=social;language=vi': [26, 70],
    },
    'TTDN.14': { 'language=vi': [30, 80], 'language=en': [2, 8] },
    'TTDN.23': [1, 3],
    'KP.01': { 'source=budget': [30, 80], 'source=social': [5, 25] },
  },
  border: {
    ...commune,
    'TTDN.10': {
      'channel=grassroots;language=vi': [36, 84],
      'channel=grassroots;language=lo': [6, 18],
      'channel=portal;language=vi': [8, 26],
    },
    'TTDN.50': [1, 3],
    'TTDN.51': { 'country=LA': [1, 3] },
    'TTDN.52': { 'country=LA': [1, 2] },
  },
  lead: {
    'TTDN.01': [9, 13],
    'TTDN.02': [7, 9],
    'TTDN.05': [5, 8],
    'TTDN.10': {
      'channel=portal;language=vi': [60, 90],
      'channel=portal;language=en': [18, 30],
      'channel=social;language=vi': [70, 110],
      'channel=social;language=en': [14, 28],
    },
    'TTDN.12': { 'language=en': [2, 3], 'language=lo': [1, 1] },
    'TTDN.13': { 'language=vi': [24000, 36000], 'language=en': [5200, 8800] },
    'TTDN.14': { 'language=vi': [90, 140], 'language=en': [20, 40], 'language=zh': [4, 9] },
    'TTDN.16': [24, 40],
    'TTDN.20': { 'language=vi': [2, 3], 'language=en': [2, 3], 'language=lo': [1, 2], 'language=zh': [1, 1] },
    'TTDN.22': [2, 4],
    'TTDN.23': [4, 7],
    'TTDN.24': { 'country=LA': [1, 1], 'country=JP': [1, 1] },
    'TTDN.33': { 'tone=positive': [6, 11], 'tone=neutral': [3, 6], 'tone=negative': [0, 1] },
    'TTDN.34': [2, 4],
    'TTDN.40': [4, 7],
    'KP.01': { 'source=budget': [860, 1150], 'source=social': [80, 150] },
  },
  foreign: {
    ...department,
    'TTDN.05': [2, 3],
    'TTDN.30': {
      'country=CN': [2, 3],
      'country=FR': [1, 1],
      'country=JP': [1, 2],
      'country=KR': [1, 1],
      'country=LA': [2, 4],
    },
    'TTDN.33': { 'tone=positive': [8, 14], 'tone=neutral': [5, 9], 'tone=negative': [0, 2] },
    'TTDN.34': [2, 3],
    'TTDN.35': [12, 22],
    'TTDN.51': { 'country=CN': [3, 6], 'country=JP': [2, 4], 'country=KR': [1, 3], 'country=LA': [5, 9] },
    'TTDN.52': { 'country=CN': [1, 3], 'country=JP': [1, 2], 'country=LA': [3, 5] },
    'KP.01': { 'source=budget': [260, 380] },
  },
  press: {
    'TTDN.01': [3, 6],
    'TTDN.02': [6, 8],
    'TTDN.05': [1, 2],
    'TTDN.10': {
      'channel=print;language=vi': [180, 260],
      'channel=online;language=vi': [420, 560],
      'channel=online;language=en': [96, 150],
      'channel=radio;language=vi': [110, 160],
      'channel=tv;language=vi': [140, 190],
      'channel=tv;language=lo': [20, 30],
    },
    'TTDN.11': { 'language=vi': [40, 56], 'language=en': [10, 16], 'language=lo': [8, 12] },
    'TTDN.13': { 'language=vi': [92000, 120000], 'language=en': [9000, 14000] },
    'TTDN.14': { 'language=vi': [220, 300], 'language=en': [24, 48] },
    'TTDN.16': [60, 90],
    'TTDN.30': { 'country=LA': [1, 1] },
    'TTDN.40': [1, 2],
    'KP.01': { 'source=budget': [420, 560], 'source=social': [40, 90] },
  },
  portal: {
    'TTDN.01': [2, 4],
    'TTDN.02': [1, 2],
    'TTDN.10': {
      'channel=portal;language=vi': [240, 320],
      'channel=portal;language=en': [150, 210],
      'channel=portal;language=lo': [40, 60],
      'channel=portal;language=zh': [36, 52],
    },
    'TTDN.12': { 'language=en': [5, 7], 'language=lo': [2, 3], 'language=zh': [2, 3] },
    'TTDN.13': {
      'language=vi': [150000, 190000],
      'language=en': [34000, 46000],
      'language=lo': [6000, 9000],
      'language=zh': [8000, 12000],
    },
    'TTDN.14': { 'language=vi': [110, 160], 'language=en': [40, 70] },
    'TTDN.16': [30, 44],
    'KP.01': { 'source=budget': [180, 260] },
  },
  gate: {
    ...department,
    'TTDN.10': {
      'channel=portal;language=vi': [20, 40],
      'channel=portal;language=zh': [8, 16],
      'channel=grassroots;language=lo': [10, 18],
    },
    'TTDN.20': { 'language=vi': [1, 1], 'language=lo': [1, 1], 'language=zh': [1, 1] },
    'TTDN.50': [6, 9],
    'TTDN.51': { 'country=CN': [2, 4], 'country=LA': [3, 5] },
    'TTDN.52': { 'country=LA': [1, 2] },
    'KP.01': { 'source=budget': [140, 220] },
  },
  promotion: {
    ...department,
    'TTDN.14': { 'language=vi': [60, 90], 'language=en': [18, 34], 'language=ko': [3, 8] },
    'TTDN.16': [14, 26],
    'TTDN.20': { 'language=vi': [2, 2], 'language=en': [2, 2], 'language=zh': [1, 1], 'language=ko': [1, 1] },
    'TTDN.22': [1, 2],
    'TTDN.23': [4, 7],
    'TTDN.24': { 'country=CN': [1, 1], 'country=KR': [1, 1] },

    'KP.01': { 'source=budget': [320, 460], 'source=social': [90, 160] },
  },
  friendship: {
    'TTDN.01': [1, 3],
    'TTDN.02': [4, 6],
    'TTDN.05': [1, 1],
    'TTDN.10': { 'channel=portal;language=vi': [12, 24], 'channel=portal;language=en': [3, 8] },
    'TTDN.23': [2, 4],
    'TTDN.24': { 'country=LA': [1, 1] },
    'TTDN.51': { 'country=JP': [1, 2], 'country=LA': [2, 3] },
    'TTDN.52': { 'country=LA': [1, 2] },
    'KP.01': { 'source=budget': [60, 110], 'source=social': [20, 45] },
  },
  museum: {
    'TTDN.01': [1, 2],
    'TTDN.02': [1, 1],
    'TTDN.10': { 'channel=social;language=vi': [30, 60], 'channel=social;language=en': [4, 10] },
    'TTDN.16': [10, 18],
    'TTDN.20': { 'language=vi': [1, 1], 'language=en': [1, 1] },
    'TTDN.22': [3, 5],
    'TTDN.23': [1, 2],
    'KP.01': { 'source=budget': [90, 150], 'source=social': [10, 30] },
  },
  office: {
    'TTDN.01': [4, 8],
    'TTDN.02': [2, 3],
    'TTDN.34': [4, 6],
    'TTDN.35': [4, 9],
    'KP.01': { 'source=budget': [110, 170] },
  },
};

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const byMonth: ReadonlySet<string> = new Set(['TTDN.05', 'TTDN.10', 'TTDN.30']);

/** Invented outlets, by country: how often who comes is told apart by these names. */
const outlets: Readonly<Record<string, readonly string[]>> = {
  CN: ['Tạp chí Vân Lĩnh', 'Đài Truyền hình Hồng Hà Thượng'],
  FR: ['Nhật báo Rivière Rouge'],
  JP: ['Nhật báo Aoyama', 'Đài Truyền hình Sakura Gawa'],
  KR: ['Hãng tin Hangang Sae'],
  LA: ['Báo Sông Mê', 'Đài Phát thanh Luông Nậm Xa', 'Tạp chí Chăm Pa Khao'],
};
const countries: Readonly<Record<string, string>> = {
  CN: 'Trung Quốc',
  FR: 'Pháp',
  JP: 'Nhật Bản',
  KR: 'Hàn Quốc',
  LA: 'Lào',
};

/** Parts that add up to the whole, none of them favoured. */
function split(whole: number, keys: readonly string[], chance: Chance): ReadonlyMap<string, number> {
  const weights = keys.map(() => 0.4 + chance.next());
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / all));
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  for (; left > 0; left -= 1) {
    const at = chance.between(0, parts.length - 1);
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return new Map(keys.map((key, at) => [key, parts[at] ?? 0]));
}

export function figuresOf(key: string, year: number): readonly Entered[] {
  const kind = kindOf(key);
  const chance = chanceOf(`${key}|figures|${year}`);
  // Work grows from year to year, of some more than of others.
  const grown = 1 + (year - 2025) * (0.03 + chance.next() * 0.15);
  const drawn = ([from, to]: Range) => Math.round(chance.between(from, to) * grown);
  const found: Entered[] = [];
  const wholes = new Map<string, number>();
  const put = (code: string, value: number) => {
    wholes.set(code, value);
    found.push({ code, cell: '', value });
  };
  const parts = (code: string, cells: Iterable<readonly [cell: string, value: number]>) => {
    for (const [cell, value] of cells) if (value > 0) found.push({ code, cell, value });
  };
  for (const [code, what] of Object.entries(profiles[kind])) {
    if (Array.isArray(what)) put(code, drawn(what as Range));
    else {
      const cells = Object.entries(what).map(([cell, range]) => [cell, drawn(range as Range)] as const);
      put(
        code,
        cells.reduce((sum, [, value]) => sum + value, 0),
      );
      parts(code, cells);
    }
    const whole = wholes.get(code) ?? 0;
    if (byMonth.has(code) && whole > 0)
      parts(
        code,
        [...split(whole, months, chance)].map(([month, value]) => [`month=${month}`, value] as const),
      );
  }
  follow({ chance, wholes, put, parts, found });
  return found;
}

interface Following {
  readonly chance: Chance;
  readonly wholes: ReadonlyMap<string, number>;
  readonly put: (code: string, value: number) => void;
  readonly parts: (code: string, cells: Iterable<readonly [cell: string, value: number]>) => void;
  readonly found: Entered[];
}

/** What goes with other figures: people with classes, copies with titles, spending with what was given. */
function follow({ chance, wholes, put, parts, found }: Following): void {
  const whole = (code: string) => wholes.get(code) ?? 0;
  const cellsOf = (code: string) => found.filter((each) => each.code === code && each.cell !== '');
  const agencies = whole('TTDN.02');
  if (agencies > 0) put('TTDN.03', chance.between(Math.ceil(agencies * 0.6), agencies));
  const classes = whole('TTDN.05');
  if (classes > 0) {
    const people = classes * chance.between(28, 56);
    put('TTDN.06', people);
    const women = chance.between(Math.floor(people * 0.4), Math.ceil(people * 0.6));
    parts('TTDN.06', [
      ['sex=female', women],
      ['sex=male', people - women],
    ]);
  }
  const posts = whole('TTDN.14');
  if (posts > 0) put('TTDN.15', posts * chance.between(180, 620));
  const copies = cellsOf('TTDN.20').map(
    ({ cell, value = 0 }) => [cell, value * chance.between(4, 15) * 100] as const,
  );
  if (copies.length > 0) {
    put(
      'TTDN.21',
      copies.reduce((sum, [, value]) => sum + value, 0),
    );
    parts('TTDN.21', copies);
  }
  const held = whole('TTDN.22') + whole('TTDN.23') + whole('TTDN.24');
  if (held > 0) put('TTDN.25', held * chance.between(180, 900));
  const came = cellsOf('TTDN.30')
    .filter(({ cell }) => cell.startsWith('country='))
    .map(({ cell, value = 0 }) => ({ country: cell.slice(8), value }));
  if (came.length > 0) {
    const names = came.flatMap(({ country, value }) => (outlets[country] ?? []).slice(0, value));
    found.push({ code: 'TTDN.31', cell: '', names });
    const lands = came.map(({ country }) => countries[country] ?? country);
    found.push({ code: 'TTDN.32', cell: '', names: lands });
  }
  const questions = whole('TTDN.35');
  if (questions > 0) put('TTDN.36', chance.between(Math.ceil(questions * 0.8), questions));
  const wrong = whole('TTDN.40');
  if (wrong > 0) {
    put('TTDN.41', chance.between(Math.max(1, wrong - 2), wrong));
    put('TTDN.42', chance.between(15, 45) / 10);
  }
  const spent = cellsOf('KP.01').map(
    ({ cell, value = 0 }) => [cell, chance.between(Math.ceil(value * 0.82), value)] as const,
  );
  put(
    'KP.02',
    spent.reduce((sum, [, value]) => sum + value, 0),
  );
  parts('KP.02', spent);
}

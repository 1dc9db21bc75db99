// Valid documents far wider than those of `official-documents.ts`: all types, all levels, every line of authority, joint agencies, tables and
// annexes of all shapes, and texts that tempt a reader, a typesetter or XML. A seed makes one document, always the same.
import type { Attached, OfficialBlock as Block, OfficialDocument, Signature } from '../../src/index.ts';
import { articles, capitals, chapters, clauses, dashes, parts, romans, statement } from './body.ts';
import { dice, type Dice } from './dice.ts';
import { chart, grid } from './tables.ts';
import {
  ADDRESSEES,
  AGENCIES,
  bases,
  LETTERS,
  NAMES,
  POSTS,
  recipients,
  sentence,
  SUBJECTS,
} from './words.ts';

interface Kind {
  readonly type: string;
  readonly typeName?: string;
  readonly titles: readonly string[];
  readonly body: (d: Dice) => Block[];
  readonly decides?: boolean;
  readonly addressed?: boolean;
  readonly based?: boolean;
}

const opened = (d: Dice, body: Block[]): Block[] => [...(d.hits(0.6) ? [statement(d)] : []), ...body];
const closing = (d: Dice, body: Block[]): Block[] => [...body, { type: 'text', line: `${sentence(d, 2)}.` }];
const text = (d: Dice): Block[] => opened(d, d.one([romans, romans, clauses, capitals, parts])(d));

const KINDS: readonly Kind[] = [
  { type: 'QĐ', titles: SUBJECTS.slice(3, 6), body: articles, decides: true, based: true },
  { type: 'NQ', titles: SUBJECTS.slice(3, 5), body: articles, decides: true, based: true },
  { type: 'KH', titles: SUBJECTS, body: (d) => closing(d, text(d)), based: true },
  {
    type: 'KH',
    typeName: 'KẾ HOẠCH HÀNH ĐỘNG',
    titles: SUBJECTS.slice(0, 3),
    body: (d) => closing(d, text(d)),
  },
  { type: 'BC', titles: SUBJECTS.slice(0, 3), body: (d) => closing(d, text(d)), addressed: true },
  { type: 'TTr', titles: SUBJECTS.slice(2, 6), body: (d) => closing(d, text(d)), addressed: true },
  { type: 'TB', titles: SUBJECTS.slice(6, 7), body: (d) => closing(d, opened(d, clauses(d))) },
  { type: 'HD', titles: SUBJECTS.slice(0, 3), body: (d) => closing(d, text(d)) },
  { type: 'CTr', titles: SUBJECTS.slice(0, 3), body: (d) => closing(d, text(d)) },
  { type: 'CT', titles: SUBJECTS.slice(3, 6), body: (d) => closing(d, opened(d, clauses(d))) },
  {
    type: 'GM',
    titles: ['dự Hội nghị tổng kết công tác thông tin đối ngoại năm 2026'],
    body: (d) =>
      closing(
        d,
        d.times(1, 4, () => statement(d)),
      ),
    addressed: true,
  },
  {
    type: 'CV',
    titles: LETTERS,
    body: (d) => closing(d, [statement(d), ...(d.hits(0.5) ? clauses(d) : dashes(d))]),
    addressed: true,
  },
];

const ATTACHED: readonly ((d: Dice) => Attached)[] = [
  (d) => ({ type: 'KẾ HOẠCH', title: d.one(SUBJECTS.slice(0, 3)), body: closing(d, text(d)) }),
  (d) => ({ type: 'QUY CHẾ', title: 'Phối hợp quản lý hoạt động thông tin đối ngoại', body: chapters(d) }),
  (d) => ({
    type: 'PHỤ LỤC',
    title: d.one(['Danh mục nhiệm vụ', 'Kinh phí thực hiện', 'Số liệu theo nhóm chỉ tiêu']),
    body: [grid(d, 14)],
  }),
  (d) => ({
    type: 'PHỤ LỤC',
    title: 'Danh mục nhiệm vụ và tiến độ thực hiện',
    landscape: true,
    body: [grid(d, 30)],
  }),
  (d) => ({
    type: 'PHỤ LỤC',
    title: 'Biểu đồ kết quả',
    body: [chart(d), ...(d.hits(0.5) ? [chart(d)] : []), ...(d.hits(0.5) ? [grid(d)] : [])],
  }),
  (d) => ({ type: 'PHỤ LỤC', title: 'Nội dung hướng dẫn', body: romans(d) }),
  (d) => ({ type: 'DANH MỤC', title: 'Nhiệm vụ trọng tâm năm 2026', body: [grid(d, 12)] }),
];

/** A heading is not the last thing that a text says. */
function finished(body: readonly Block[]): Block[] {
  return body.map((block, at) =>
    at < body.length - 1 || block.type !== 'text' || typeof block.line === 'string'
      ? block
      : { ...block, line: block.line.map(({ text: words }) => words).join('') },
  );
}

function signing(d: Dice, joint: boolean): Pick<OfficialDocument, 'signature' | 'cosigners'> {
  const one = (): Signature => ({ ...d.one(POSTS), name: d.hits(0.95) ? d.one(NAMES) : '' });
  if (!joint) return { signature: one() };
  const agencies = ['SỞ NGOẠI VỤ', 'SỞ NỘI VỤ', 'CÔNG AN TỈNH'];
  const several = agencies.slice(0, 2 + d.below(2)).map((agency, at): Signature => ({
    authority: at === 1 ? [agency, 'KT. GIÁM ĐỐC'] : [agency],
    position: at === 1 ? 'PHÓ GIÁM ĐỐC' : 'GIÁM ĐỐC',
    name: NAMES[at]!,
  }));
  return { signature: several[0]!, cosigners: several.slice(1) };
}

export function wildDocument(seed: number): OfficialDocument {
  const d = dice(seed);
  const kind = d.one(KINDS);
  const from = d.one(AGENCIES);
  const issued = d.hits(0.85);
  const joint = kind.type === 'KH' && kind.typeName === undefined && d.hits(0.2);
  const day = `2026-${String(2 + d.below(11)).padStart(2, '0')}-${String(1 + d.below(28)).padStart(2, '0')}`;
  const body = kind.body(d);
  const whole: OfficialDocument = {
    type: kind.type,
    ...(kind.typeName && { typeName: kind.typeName }),
    ...(joint && { typeName: 'KẾ HOẠCH LIÊN TỊCH' }),
    superior: joint ? null : from.superior,
    agency: joint ? 'SỞ NGOẠI VỤ - SỞ NỘI VỤ' : from.agency,
    number: issued ? d.one([d.below(9) + 1, d.below(90) + 10, d.below(9000) + 100]) : null,
    symbol:
      kind.type === 'CV' ? `${from.symbol}-${d.one(['VP', 'TTĐN', 'KGVX'])}` : `${kind.type}-${from.symbol}`,
    place: d.one(['Sông Thao', 'Mường Khoa', 'Nam Hồng Giang', 'Hà Nội']),
    date: issued ? day : null,
    title: d.one(kind.titles),
    addressees: kind.addressed ? d.some(ADDRESSEES, 1, 5) : [],
    ...(kind.decides && {
      authority: d.one([
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
        'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
        'GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      ]),
    }),
    bases: kind.decides || (kind.based && d.hits(0.4)) ? bases(d, kind.decides ? 1 : 0) : [],
    body: finished(body),
    ...signing(d, joint),
    recipients: recipients(d, kind.addressed === true),
    attached: d.hits(0.45)
      ? d.times(1, 3, () => d.one(ATTACHED)(d)).map((each) => ({ ...each, body: finished(each.body) }))
      : [],
    ...(d.hits(0.15) && { urgency: d.one(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'] as const) }),
    ...(d.hits(0.1) && { circulation: d.one(['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'] as const) }),
    ...(d.hits(0.2) && { drafter: d.one(['NVA', 'TTB(05)', 'NTA.(45)']) }),
    ...(d.hits(0.2) && { contact: 'Số 12 đường Bến Lở, phường Nam Hồng Giang. ĐT: 0200 3000 001' }),
  };
  return whole;
}

const LONGEST = 30;

/** A short one of each type, and one with several signers, with an annex on its side, with a plan attached, with a foot: by names for files. */
export function wildOfEachKind(): Record<string, OfficialDocument> {
  const found = new Map<string, OfficialDocument>();
  for (let seed = 1; found.size < KINDS.length + 3 && seed < 3000; seed++) {
    const made = wildDocument(seed);
    const { body, attached } = made;
    if (body.length + attached.reduce((sum, each) => sum + each.body.length, 0) > LONGEST) continue;
    const kinds = [
      `${made.type}-${made.typeName ?? ''}`,
      made.cosigners && 'nhieu-co-quan',
      attached.some(({ landscape }) => landscape) && 'phu-luc-ngang',
      attached.some(({ type }) => type === 'KẾ HOẠCH') && 'kem-ke-hoach',
      made.contact && 'dia-chi',
    ];
    for (const kind of kinds) if (kind && !found.has(kind)) found.set(kind, made);
  }
  return Object.fromEntries(
    [...found].map(([kind, made], at) => [`${at}-${kind.replaceAll(/\W/g, '')}`, made]),
  );
}

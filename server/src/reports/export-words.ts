// What states, periods and cells of reports are called in files.
import type { Locale } from '../http/locale.ts';
import type { Section } from '../regimes/body.ts';
import type { ReportRow } from './list.ts';

type Pair = readonly [vi: string, en: string];

export const statuses: Readonly<Record<ReportRow['status'], Pair>> = {
  draft: ['Đang lập', 'Being drawn up'],
  submitted: ['Chờ xem xét', 'Waiting for judgement'],
  returned: ['Bị trả lại', 'Sent back'],
  accepted: ['Đã chấp nhận', 'Accepted'],
  approved: ['Đã phê duyệt', 'Approved'],
  locked: ['Đã khóa', 'Locked'],
};

export const classes: Readonly<Record<ReportRow['class'], Pair>> = {
  'on-time': ['Gửi đúng hạn', 'Sent on time'],
  late: ['Gửi quá hạn', 'Sent late'],
  'in-term': ['Chưa gửi, trong hạn', 'Not sent, in term'],
  overdue: ['Chưa gửi, quá hạn', 'Not sent, overdue'],
  excused: ['Được miễn', 'Excused'],
};

export const kinds: Readonly<Record<'periodic' | 'thematic' | 'ad-hoc', Pair>> = {
  periodic: ['Báo cáo định kỳ', 'Periodic'],
  thematic: ['Báo cáo chuyên đề', 'Thematic'],
  'ad-hoc': ['Báo cáo đột xuất', 'On call'],
};

export const callStates: Readonly<Record<'open' | 'closed' | 'cancelled', Pair>> = {
  open: ['Đang mở', 'Open'],
  closed: ['Đã đóng', 'Closed'],
  cancelled: ['Đã hủy', 'Cancelled'],
};

const quarters = ['I', 'II', 'III', 'IV'];

/** "2026-Q3" as "quý III năm 2026"; null: on call. */
export function periodWords(period: string | null, locale: Locale): string | null {
  if (period === null) return null;
  const [, year = '', part = ''] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
  const pick = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  if (part === '') return pick(`năm ${year}`, year);
  if (/^\d{4}$/.test(part)) return pick(`giai đoạn ${year}–${part}`, `${year}–${part}`);
  if (part === '9M') return pick(`9 tháng năm ${year}`, `nine months of ${year}`);
  if (part === 'H1') return pick(`6 tháng đầu năm ${year}`, `first half of ${year}`);
  if (part === 'H2') return pick(`6 tháng cuối năm ${year}`, `second half of ${year}`);
  if (part.startsWith('Q')) {
    const quarter = quarters[Number(part.slice(1)) - 1] ?? part;
    return pick(`quý ${quarter} năm ${year}`, `quarter ${quarter} of ${year}`);
  }
  return pick(`tháng ${Number(part)} năm ${year}`, `${year}-${part}`);
}

export const dayWords = (iso: string): string => iso.split('-').toReversed().join('/');

const romans = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function roman(number: number): string {
  const [letters, worth] = romans.find(([, each]) => each <= number) ?? ['', 0];
  return worth === 0 ? '' : letters + roman(number - worth);
}

const markers = [
  (n: number) => `${roman(n)}.`,
  (n: number) => `${n}.`,
  (n: number) => `${'abcdeghiklmnopqrstuvxy'[n - 1] ?? n})`,
];

/** Sections with their numbers: I., 1., a). */
export function numbered(
  outline: readonly Section[],
): readonly (readonly [marker: string, section: Section])[] {
  const counts = [0, 0, 0];
  return outline.map((section) => {
    counts[section.level - 1] = (counts[section.level - 1] ?? 0) + 1;
    counts.fill(0, section.level);
    return [markers[section.level - 1]?.(counts[section.level - 1] ?? 1) ?? '', section] as const;
  });
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}
interface Dimension extends Named {
  readonly items: readonly Named[];
}

/** "channel=portal;language=en" as "Kênh: Cổng thông tin; Ngôn ngữ: Tiếng Anh"; the whole is said so. */
export function cellNames(dimensions: readonly Dimension[], locale: Locale): (cell: string) => string {
  const nameOf = ({ name, nameEn }: Named) => (locale === 'en' && nameEn ? nameEn : name);
  const known = new Map(
    dimensions.map((dimension) => [
      dimension.key,
      { name: nameOf(dimension), items: new Map(dimension.items.map((item) => [item.key, nameOf(item)])) },
    ]),
  );
  const part = (pair: string) => {
    const [key = '', item = ''] = pair.split('=');
    const dimension = known.get(key);
    return `${dimension?.name ?? key}: ${dimension?.items.get(item) ?? item}`;
  };
  const said = new Map([['', locale === 'vi' ? 'Tổng số' : 'Total']]);
  return (cell) => {
    const words = said.get(cell) ?? cell.split(';').map(part).join('; ');
    said.set(cell, words);
    return words;
  };
}

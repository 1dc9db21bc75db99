// A deadline in the words that officials use, as the register shows it on the screen.
import type { Locale } from '../http/locale.ts';
import type { TaskRow } from './present.ts';

type Pair = readonly [vi: string, en: string];

const recurring: Readonly<Record<string, Pair>> = {
  'five-years': ['5 năm một lần', 'Every five years'],
  year: ['Hằng năm', 'Every year'],
  'half-year': ['6 tháng một lần', 'Every six months'],
  quarter: ['Hằng quý', 'Every quarter'],
  month: ['Hằng tháng', 'Every month'],
  week: ['Hằng tuần', 'Every week'],
  day: ['Hằng ngày', 'Every day'],
};

const always: Pair = ['Thường xuyên', 'Continuously'];
const pick = ([vi, en]: Pair, locale: Locale) => (locale === 'vi' ? vi : en);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "05/3/2026" (Decree 30/2020: a 0 before days under 10 and months 1 and 2 only) or "5 Mar 2026". */
function day(iso: string, locale: Locale): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  if (locale === 'en') return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** "Chậm nhất 15/11/2026", "Quý I/2026", "Hằng năm" …; nothing where no time is stated. */
export function dueText(due: TaskRow['due'], locale: Locale): string {
  switch (due.kind) {
    case 'by':
      return `${pick(['Chậm nhất', 'By'], locale)} ${day(due.date, locale)}`;
    case 'during':
      return periodText(due.from, due.to, locale);
    case 'recurring':
      return [pick(recurring[due.every ?? ''] ?? always, locale), dayText(due, locale)]
        .filter(Boolean)
        .join(', ');
    case 'unspecified':
      return '';
  }
}

const weekdays: readonly Pair[] = [
  ['thứ Hai', 'Monday'],
  ['thứ Ba', 'Tuesday'],
  ['thứ Tư', 'Wednesday'],
  ['thứ Năm', 'Thursday'],
  ['thứ Sáu', 'Friday'],
  ['thứ Bảy', 'Saturday'],
  ['Chủ nhật', 'Sunday'],
];
/** Which month of a quarter, or of six months. */
const ofQuarter: readonly Pair[] = [
  ['tháng đầu quý', 'the quarter’s first month'],
  ['tháng thứ hai của quý', 'the quarter’s second month'],
  ['tháng cuối quý', 'the quarter’s last month'],
];
const ofHalf: readonly Pair[] = [
  ['tháng đầu kỳ', 'the half-year’s first month'],
  ['tháng thứ hai của kỳ', 'the half-year’s second month'],
  ['tháng thứ ba của kỳ', 'the half-year’s third month'],
  ['tháng thứ tư của kỳ', 'the half-year’s fourth month'],
  ['tháng thứ năm của kỳ', 'the half-year’s fifth month'],
  ['tháng cuối kỳ', 'the half-year’s last month'],
];

type Again = Pick<Extract<TaskRow['due'], { kind: 'recurring' }>, 'every' | 'on'>;

/** "trước ngày 20/11", "trước ngày 15 tháng thứ ba", "trước ngày 25", "thứ Sáu"; nothing where no day is named. */
export function dayText({ every, on }: Again, locale: Locale): string {
  if (!on) return '';
  const say = (vi: string, en: string) => pick([vi, en], locale);
  const { month, day: date, weekday } = on;
  if (weekday !== null) return pick(weekdays[weekday - 1] ?? ['', ''], locale);
  if (month === null) return date === null ? '' : say(`trước ngày ${twoDigits(date)}`, `by day ${date}`);
  const ofYear = every === 'year' || every === 'five-years';
  if (ofYear) {
    const name = months[month - 1] ?? '';
    if (date === null) return say(`hết tháng ${month}`, `by the end of ${name}`);
    return say(`trước ngày ${twoDigits(date)}/${month < 3 ? twoDigits(month) : month}`, `by ${date} ${name}`);
  }
  const which = pick((every === 'quarter' ? ofQuarter : ofHalf)[month - 1] ?? ['', ''], locale);
  if (date === null) return say(`hết ${which}`, `by the end of ${which}`);
  return say(`trước ngày ${twoDigits(date)} ${which}`, `by day ${date} of ${which}`);
}

const twoDigits = (n: number) => String(n).padStart(2, '0');

function periodText(from: string, to: string, locale: Locale): string {
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    if (year === lastYear) return pick([`Năm ${year}`, `Year ${year}`], locale);
    return pick([`Giai đoạn ${year} – ${lastYear}`, `${year} – ${lastYear}`], locale);
  }
  const part = year === lastYear ? partOfYear(from, to) : null;
  return part ? pick(part, locale) : `${day(from, locale)} – ${day(to, locale)}`;
}

/** A month, a quarter or a half of a year that the period covers exactly. */
function partOfYear(from: string, to: string): Pair | null {
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  if (!from.endsWith('-01') || Number(to.slice(8, 10)) !== lastDay) return null;
  const count = last - first + 1;
  if (count === 1) return [`Tháng ${first}/${year}`, `${first}/${year}`];
  if (count === 3 && first % 3 === 1) {
    const quarter = (first + 2) / 3;
    return [`Quý ${['I', 'II', 'III', 'IV'][quarter - 1]}/${year}`, `Q${quarter} ${year}`];
  }
  if (count === 6 && first === 1) return [`6 tháng đầu năm ${year}`, `First half of ${year}`];
  return count === 6 && first === 7 ? [`6 tháng cuối năm ${year}`, `Second half of ${year}`] : null;
}

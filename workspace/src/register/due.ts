// A deadline in the words that officials use.
import type { PlanDue } from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import type { Language, Message, Say } from '../language/words.ts';
import { dayOfPeriodWords, type Every } from './day-of-period.ts';

const recurring: Record<NonNullable<Every>, Message> = {
  'five-years': '5 năm một lần',
  year: 'Hằng năm',
  'half-year': '6 tháng một lần',
  quarter: 'Hằng quý',
  month: 'Hằng tháng',
  week: 'Hằng tuần',
  day: 'Hằng ngày',
};

/** "Chậm nhất 15/11/2026", "Quý I/2026", "Hằng năm, trước ngày 20/11" … */
export function dueWords(due: PlanDue, say: Say, language: Language): string {
  switch (due.kind) {
    case 'by':
      return say('Chậm nhất {date}', { date: day(due.date, language) });
    case 'during':
      return periodWords(due.from, due.to, say, language);
    case 'recurring':
      return [
        due.every === null ? say('Thường xuyên') : say(recurring[due.every]),
        dayOfPeriodWords(due, say, language),
      ]
        .filter(Boolean)
        .join(', ');
    case 'unspecified':
      return say('Chưa nêu thời hạn');
  }
}

function periodWords(from: string, to: string, say: Say, language: Language): string {
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  const wholeYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (wholeYears && year === lastYear) return say('Năm {year}', { year });
  if (wholeYears) return say('Giai đoạn {from} – {to}', { from: year, to: lastYear });
  const months = year === lastYear ? wholeMonths(from, to) : null;
  if (months?.count === 1) return say('Tháng {month}/{year}', { month: String(months.first), year });
  if (months?.count === 3 && months.first % 3 === 1) {
    return say('Quý {quarter, select, 1 {I} 2 {II} 3 {III} other {IV}}/{year}', {
      quarter: String((months.first + 2) / 3),
      year,
    });
  }
  if (months?.count === 6 && months.first % 6 === 1) {
    return months.first === 1
      ? say('6 tháng đầu năm {year}', { year })
      : say('6 tháng cuối năm {year}', { year });
  }
  return `${day(from, language)} – ${day(to, language)}`;
}

/** The months that a period covers exactly, from the first day of one to the last of another in the same year. */
function wholeMonths(from: string, to: string): { first: number; count: number } | null {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const lastDay = new Date(Date.UTC(Number(to.slice(0, 4)), last, 0)).getUTCDate();
  if (!from.endsWith('-01') || Number(to.slice(8, 10)) !== lastDay) return null;
  return { first, count: last - first + 1 };
}

/** The day by which it must be done, where the deadline has one. */
export function lastDay(due: PlanDue): string | null {
  if (due.kind === 'by') return due.date;
  return due.kind === 'during' ? due.to : null;
}

// A day that no calendar has: 31/02/2019, 30 tháng 2 năm 2020, 12/13/2021.
import { daysInMonth } from '../resolve/dates.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4 (thời gian ban hành văn bản)';
const NUMERIC = /(?=\d)(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/g;
const WORDED = /ngày\s{1,3}(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}((?:19|20)\d\d)/giu;

function impossible(day: number, month: number, year: number): boolean {
  return day < 1 || month < 1 || month > 12 || day > daysInMonth(year, month);
}

export const impossibleDate: Rule = ({ parsed: { text } }) => {
  const numeric = [...text.matchAll(NUMERIC)].filter(([, day, , month, year]) =>
    impossible(Number(day), Number(month), Number(year)),
  );
  const worded = [...text.matchAll(WORDED)].filter(([, day, month, year]) =>
    impossible(Number(day), Number(month), Number(year)),
  );
  return [...numeric, ...worded].map((match) => {
    const span = [match.index, match.index + match[0].length] as const;
    return found('impossible-date', 'warning', {
      values: { date: match[0].replace(/^ngày\s+/iu, '') },
      span,
      clause: CLAUSE,
    });
  });
};

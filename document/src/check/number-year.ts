// A year inside a number that contradicts the date: "79/2010/QĐ-TTg" cannot be of 2011.
import { written, yearOf } from '../resolve/dates.ts';
import { parseNumber } from '../resolve/document-number.ts';
import type { Diagnostic, Span } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Điều 15 (số văn bản lấy theo năm)';

function contradiction(
  number: string | null,
  date: string | null,
  span: Span | undefined,
): readonly Diagnostic[] {
  if (number === null || date === null) return [];
  const year = parseNumber(number)?.year ?? null;
  if (year === null || year === yearOf(date)) return [];
  return [
    found('number-year-conflict', 'warning', {
      values: { number, year, date: written(date) },
      span,
      clause: CLAUSE,
    }),
  ];
}

export const numberYear: Rule = ({ parsed }) => [
  ...contradiction(parsed.document.number, parsed.document.issuedOn, parsed.document.evidence.number?.span),
  ...parsed.citations.flatMap(({ number, date, span }) => contradiction(number, date, span)),
];

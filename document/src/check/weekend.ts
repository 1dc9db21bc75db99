// A date of issue on a Saturday or Sunday. Agencies do sign on weekends: a reason to look, never an error by itself.
import { weekday, written } from '../resolve/dates.ts';
import type { Diagnostic } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4 (thời gian ban hành văn bản)';
const ANY_DAY = /[/-](?:QH\d*|UBTVQH\d*|CP|TTg|TW|TU|CTN)$/;

function onWeekend(iso: string): boolean {
  const day = weekday(iso);
  return day === 0 || day === 6;
}

export const weekend: Rule = ({ parsed }) => {
  const diagnostics: Diagnostic[] = [];
  const { issuedOn, evidence } = parsed.document;
  if (issuedOn !== null && onWeekend(issuedOn))
    diagnostics.push(
      found('weekend-date', 'note', {
        values: { date: written(issuedOn) },
        span: evidence.issuedOn?.span,
        clause: CLAUSE,
      }),
    );
  const seen = new Set<string>();
  for (const { number, date, span } of parsed.citations) {
    if (number === null || date === null || weekday(date) !== 0 || seen.has(`${number} ${date}`)) continue;
    // The Government, the Assembly and the Party date their acts on any day; other agencies seldom on a Sunday.
    if (ANY_DAY.test(number)) continue;
    seen.add(`${number} ${date}`);
    diagnostics.push(
      found('citation-weekend-date', 'note', {
        values: { number, date: written(date) },
        span,
        clause: CLAUSE,
      }),
    );
  }
  return diagnostics;
};

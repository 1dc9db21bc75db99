// A cited document that would be younger than the document that cites it.
import { written } from '../resolve/dates.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (căn cứ ban hành văn bản)';

export const citationOrder: Rule = ({ parsed }) => {
  const on = parsed.document.issuedOn;
  if (on === null) return [];
  return parsed.citations.flatMap(({ date, number, title, role, span }) => {
    if (date === null || date <= on) return [];
    const values = { number: number ?? title ?? '', date: written(date), on: written(on) };
    // Copies consolidated later carry notes on younger acts, so that only a basis is certainly wrong.
    return [
      found('citation-after-document', role === 'basis' ? 'warning' : 'note', {
        values,
        span,
        clause: CLAUSE,
      }),
    ];
  });
};

// A citation whose issuer contradicts its own symbol: "368/QĐ-TTg" is the Prime Minister's, not the Government's.
import { parseNumber } from '../resolve/document-number.ts';
import { issuerKey, nationalIssuer } from '../resolve/issuer.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (viện dẫn đầy đủ, chính xác)';

/** Only symbols that name exactly one issuer; ministries' departments and joint acts name others rightly. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['TTg', 'CP', 'VPCP']);

/** One begins with the other: "Thủ tướng" is short for "Thủ tướng Chính phủ", and words may follow that are no name. */
function namesSame(said: string, held: string): boolean {
  return held.startsWith(said) || said.startsWith(held);
}

export const citationIssuer: Rule = ({ parsed }) =>
  parsed.citations.flatMap((citation) => {
    const number = citation.number === null ? null : parseNumber(citation.number);
    if (number === null || citation.issuer === null || !UNMISTAKABLE.has(number.issuer)) return [];
    const held = nationalIssuer(number.issuer) ?? '';
    const said = citation.issuer;
    if (held === '' || namesSame(issuerKey(said), issuerKey(held))) return [];
    const values = {
      number: citation.number ?? '',
      said,
      held,
      where: `“${[number.type, number.issuer].filter(Boolean).join('-')}”`,
    };
    return [found('citation-issuer-conflict', 'note', { values, span: citation.span, clause: CLAUSE })];
  });

// A legal basis that was not in force on the document's date.
import type { LegalBasis } from '../gazetteer/legal-basis.ts';
import { written, yearOf } from '../resolve/dates.ts';
import { numberKey, parseNumber } from '../resolve/document-number.ts';
import { issuerIdentity } from '../resolve/issuer.ts';
import type { Register } from '../resolve/legal-register.ts';
import { lawCited, sameYear } from '../resolve/legal-register.ts';
import type { Citation, Diagnostic } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (căn cứ ban hành văn bản)';

function basisOf(citation: Citation, bases: Register<LegalBasis>): LegalBasis | undefined {
  const number = citation.number === null ? null : parseNumber(citation.number);
  if (number === null) return lawCited(citation, bases);
  const identity = issuerIdentity(number, citation.issuer, null);
  return bases.byNumber
    .get(numberKey(number))
    ?.find(
      (held) =>
        held.identity === identity &&
        sameYear({ number: held.number, date: held.entry.date }, { number, date: citation.date }),
    )?.entry;
}

function judged(basis: LegalBasis, citation: Citation, on: string): Diagnostic | null {
  const severity = basis.grade === 'C' ? 'note' : 'warning';
  const shared = { number: citation.number ?? basis.title, on: written(on) };
  const place = { span: citation.span, clause: CLAUSE };
  if (basis.to !== null && basis.to < on) {
    const values = { ...shared, to: written(basis.to), replacedBy: basis.replacedBy.join(', ') };
    return found(basis.replacedBy.length > 0 ? 'basis-replaced' : 'basis-expired', severity, {
      ...place,
      values,
    });
  }
  // An act signed but not yet in force is a common basis of the plan that prepares for it: only a note.
  if (basis.from !== null && basis.from > on)
    return found('basis-not-yet-in-force', 'note', {
      ...place,
      values: { ...shared, from: written(basis.from) },
    });
  if (basis.programme !== null && basis.programme[1] < yearOf(on)) {
    const [first, last] = basis.programme;
    return found('basis-programme-over', 'note', { ...place, values: { ...shared, first, last } });
  }
  return null;
}

export const basisInForce: Rule = ({ parsed, legalBases }) => {
  const on = parsed.document.issuedOn;
  if (on === null) return [];
  return parsed.citations.flatMap((citation) => {
    if (citation.role !== 'basis') return [];
    const basis = basisOf(citation, legalBases);
    const diagnostic = basis && judged(basis, citation, on);
    return diagnostic ? [diagnostic] : [];
  });
};

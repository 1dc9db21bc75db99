// A citation whose issuer contradicts its own symbol ("368/QĐ-TTg" is the Prime Minister's, not the Government's), another
// citation of the same document, or the document itself in the register.
import type { DocumentNumber } from '../resolve/document-number.ts';
import { numberKey, parseNumber } from '../resolve/document-number.ts';
import { issuerIdentity, issuerKey, nationalIssuer } from '../resolve/issuer.ts';
import { likeness } from '../resolve/resemblance.ts';
import type { Citation, Diagnostic } from '../tree.ts';
import type { CheckInput, Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (viện dẫn đầy đủ, chính xác)';

/** Only symbols that name exactly one issuer; ministries' departments and joint acts name others rightly. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['TTg', 'CP', 'VPCP']);

/** One begins with the other: "Thủ tướng" is short for "Thủ tướng Chính phủ", and words may follow that are no name. */
function namesSame(said: string, held: string): boolean {
  return held.startsWith(said) || said.startsWith(held);
}

function againstSymbol({ number: text, issuer, span }: Citation, number: DocumentNumber): Diagnostic | null {
  const held = UNMISTAKABLE.has(number.issuer) ? nationalIssuer(number.issuer) : undefined;
  if (held === undefined || issuer === null || namesSame(issuerKey(issuer), issuerKey(held))) return null;
  const symbol = [number.type, number.issuer].filter(Boolean).join('-');
  const values = { number: text ?? '', said: issuer, held, where: `“${symbol}”` };
  return found('citation-issuer-conflict', 'note', { values, span, clause: CLAUSE });
}

/** What has the same number and day; in another province that is a coincidence, with the same title it is an error. */
interface Twin {
  readonly issuer: string;
  readonly title: string | null;
  readonly identity: string;
  readonly span?: Citation['span'];
}

function alike(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && likeness(issuerKey(a), issuerKey(b)) > 0.6;
}

function againstTwin(cited: Citation, said: Twin, held: Twin): Diagnostic | null {
  if (namesSame(said.identity, held.identity) || !alike(said.title, held.title)) return null;
  const values = { number: cited.number ?? '', said: said.issuer, held: held.issuer };
  const related = held.span ? [held.span] : [];
  return found('citation-issuer-disagrees', 'warning', { values, span: cited.span, related, clause: CLAUSE });
}

function twinInRegister({ date }: Citation, number: DocumentNumber, { register }: CheckInput): Twin | null {
  const same = register.byNumber
    .get(numberKey(number))
    ?.find(({ entry }) => entry.date === date && date !== null);
  if (!same?.identity || same.entry.issuer === null) return null;
  return { issuer: same.entry.issuer, title: same.entry.title, identity: same.identity };
}

export const citationIssuer: Rule = (input) => {
  const { citations, document } = input.parsed;
  const first = new Map<string, Twin>();
  return citations.flatMap((citation) => {
    const { issuer, title, date, span } = citation;
    const number = citation.number === null ? null : parseNumber(citation.number);
    if (number === null || issuer === null) return [];
    const symbol = againstSymbol(citation, number);
    const identity = issuerIdentity(number, issuer, document.issuer);
    if (symbol || identity === null || date === null) return symbol ?? [];
    const said: Twin = { issuer, title, identity, span };
    const key = `${numberKey(number)} ${date}`;
    const held = twinInRegister(citation, number, input) ?? first.get(key);
    if (!first.has(key)) first.set(key, said);
    return (held && againstTwin(citation, said, held)) ?? [];
  });
};

// A citation to the document of the register that it means: by number, date and issuer; near matches say what differs.
import type { Citation } from '../tree.ts';
import { written } from './dates.ts';
import type { DocumentNumber } from './document-number.ts';
import { numberKey, parseNumber } from './document-number.ts';
import { issuerIdentity } from './issuer.ts';
import type { Indexed, Register, RegisterEntry } from './legal-register.ts';
import { lawCited, sameYear } from './legal-register.ts';
import type { Reason } from './unit.ts';

export interface Difference {
  readonly field: 'date' | 'issuer' | 'year' | 'type';
  readonly said: string;
  readonly held: string;
}

export interface CitationCandidate<Entry extends RegisterEntry> {
  readonly entry: Entry;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where the citation contradicts the document; empty if it agrees as far as it goes. */
  readonly differs: readonly Difference[];
}

export interface CitationMatch<Entry extends RegisterEntry> {
  readonly entry: Entry | null;
  readonly confidence: number;
  readonly differs: readonly Difference[];
  readonly reason: Reason;
  readonly alternatives: readonly CitationCandidate<Entry>[];
}

type Cited = Pick<Citation, 'type' | 'number' | 'date' | 'issuer' | 'title'>;

/** Below this a candidate is another document that only looks alike. */
const LEAST = 0.6;

function differences(
  cited: Cited,
  number: DocumentNumber,
  held: Indexed<RegisterEntry>,
  identity: string | null,
): Difference[] {
  const { entry } = held;
  const differs: Difference[] = [];
  if (number.type !== held.number.type)
    differs.push({ field: 'type', said: number.type ?? '', held: held.number.type ?? '' });
  if (number.year !== held.number.year && number.year !== null && held.number.year !== null)
    differs.push({ field: 'year', said: String(number.year), held: String(held.number.year) });
  if (cited.date !== null && entry.date !== null && cited.date !== entry.date)
    differs.push({ field: 'date', said: cited.date, held: entry.date });
  if (identity !== null && held.identity !== null && identity !== held.identity)
    differs.push({ field: 'issuer', said: cited.issuer ?? '', held: entry.issuer ?? '' });
  return differs;
}

/** Another issuer, another year: another document. Another day of one year: most likely the same, with a slip of the pen. */
function confidenceOf(
  cited: Cited,
  number: DocumentNumber,
  held: Indexed<RegisterEntry>,
  differs: readonly Difference[],
): number {
  const fields = new Set(differs.map(({ field }) => field));
  if (fields.has('issuer')) return 0.3;
  if (fields.has('year')) return fields.has('date') ? 0.2 : 0.6;
  if (fields.has('type')) return fields.has('date') ? 0.2 : 0.6;
  if (fields.has('date'))
    return sameYear({ number: held.number, date: held.entry.date }, { number, date: cited.date }) ? 0.7 : 0.2;
  const isIncomplete = cited.date === null || held.entry.date === null || held.identity === null;
  return isIncomplete ? 0.8 : 1;
}

function reasonFor(confidence: number, differs: readonly Difference[]): Reason {
  if (differs.length === 0)
    return { key: confidence === 1 ? 'resolve-citation' : 'resolve-citation-number', values: {} };
  const shown = differs.map(({ said, held, field }) =>
    field === 'date' ? `${written(said)} ≠ ${written(held)}` : `${said} ≠ ${held}`,
  );
  return { key: 'resolve-citation-near', values: { fields: shown.join('; ') } };
}

const nothing = {
  entry: null,
  confidence: 0,
  differs: [],
  reason: { key: 'resolve-citation-none', values: {} },
  alternatives: [],
};

function otherTypes<Entry extends RegisterEntry>(
  { ordinal, issuer }: DocumentNumber,
  register: Register<Entry>,
): readonly Indexed<Entry>[] {
  return register.byOrdinal.get(`${ordinal} ${issuer.toUpperCase()}`) ?? [];
}

/**
 * The document of the register that a citation means. `home` is the issuer of the citing document: "Quyết định số
 * 12/QĐ-UBND" without an issuer is that of the same committee.
 */
export function resolveCitation<Entry extends RegisterEntry>(
  cited: Cited,
  register: Register<Entry>,
  home: string | null = null,
): CitationMatch<Entry> {
  const number = cited.number === null ? null : parseNumber(cited.number);
  if (number === null) {
    const law = lawCited(cited, register);
    if (!law) return nothing;
    return { ...nothing, entry: law, confidence: 0.9, reason: { key: 'resolve-citation', values: {} } };
  }
  const identity = issuerIdentity(number, cited.issuer, home);
  const same = register.byNumber.get(numberKey(number)) ?? otherTypes(number, register);
  const candidates = same
    .map((held) => {
      const differs = differences(cited, number, held, identity);
      return { entry: held.entry, differs, confidence: confidenceOf(cited, number, held, differs) };
    })
    .toSorted((a, b) => b.confidence - a.confidence);
  const [best, ...others] = candidates;
  if (!best || best.confidence < LEAST) return { ...nothing, alternatives: candidates.slice(0, 5) };
  return { ...best, reason: reasonFor(best.confidence, best.differs), alternatives: others.slice(0, 5) };
}

// What is kept of a legal basis.
import type { RegisterEntry } from '../resolve/legal-register.ts';
import type { Grade } from './agency.ts';

export interface LegalBasis extends RegisterEntry {
  readonly id: string;
  readonly issuer: string;
  readonly title: string;
  /** First and last day in force; null where not known, or still in force. */
  readonly from: string | null;
  readonly to: string | null;
  /** Numbers of the acts that replaced or amended it. */
  readonly replacedBy: readonly string[];
  readonly amendedBy: readonly string[];
  /** Years of a programme that the act approves; afterwards it is history, though nobody repealed it. */
  readonly programme: readonly [first: number, last: number] | null;
  readonly grade: Grade;
  /** Where the facts come from, in words. */
  readonly source: string;
}

interface Extra {
  readonly from?: string;
  readonly to?: string;
  readonly replacedBy?: readonly string[];
  readonly amendedBy?: readonly string[];
  readonly programme?: readonly [number, number];
}

/** A row of the lists. */
export function act(
  number: string,
  date: string | null,
  issuer: string,
  title: string,
  evidence: readonly [Grade, string],
  extra: Extra = {},
): LegalBasis {
  const { from = null, to = null, replacedBy = [], amendedBy = [], programme = null } = extra;
  const [grade, source] = evidence;
  const state = { from, to, replacedBy, amendedBy, programme, grade, source };
  return {
    id: `${number} ${date ?? ''}`.trim(),
    type: typeOf(number),
    number,
    date,
    issuer,
    title,
    ...state,
  };
}

/** Numbers of the National Assembly's laws name no type: "77/2015/QH13". */
function typeOf(number: string): string {
  if (/\/QH\d/.test(number)) return 'Luật';
  return /[/-](QĐ|NĐ|TT|CT|KL|NQ)[/-]/.exec(number)?.[1] ?? '';
}

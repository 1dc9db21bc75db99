// What a rule of the check sees and gives.
import type { LegalBasis } from '../gazetteer/legal-basis.ts';
import type { Values } from '../messages.ts';
import { say } from '../messages.ts';
import type { Register, RegisterEntry } from '../resolve/legal-register.ts';
import type { Diagnostic, Parsed, Part, Severity, Source, Span } from '../tree.ts';

export interface CheckInput {
  readonly parsed: Omit<Parsed, 'warnings'>;
  /** The file's blocks: alignment and tables; rules do without where it is missing. */
  readonly source: Source | null;
  /** The outline of each part; without it numbering is checked on `parsed.sections`. */
  readonly parts: readonly Part[] | null;
  /** Other documents that are held: citations are compared with them. */
  readonly register: Register<RegisterEntry>;
  readonly legalBases: Register<LegalBasis>;
}

export type Rule = (input: CheckInput) => readonly Diagnostic[];

interface Found {
  readonly values?: Values;
  readonly span?: Span | undefined;
  readonly related?: readonly Span[];
  readonly clause?: string;
}

/** A diagnostic with the message of its code. */
export function found(
  code: string,
  severity: Severity,
  { values = {}, span, related, clause }: Found,
): Diagnostic {
  return {
    code,
    severity,
    message: say(code, values),
    values,
    ...(span && { span }),
    ...(related && related.length > 0 && { related }),
    ...(clause !== undefined && { clause }),
  };
}

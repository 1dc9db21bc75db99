// Tree → diagnostics: runs the table of rules.
import { LEGAL_BASES } from '../gazetteer/legal-bases.ts';
import type { LegalBasis } from '../gazetteer/legal-basis.ts';
import type { Register, RegisterEntry } from '../resolve/legal-register.ts';
import { indexRegister } from '../resolve/legal-register.ts';
import type { Diagnostic, Parsed, Part, Source } from '../tree.ts';
import { authority } from './authority.ts';
import { basisInForce } from './basis-in-force.ts';
import { citationConflict } from './citation-conflict.ts';
import { citationIssuer } from './citation-issuer.ts';
import { citationOrder } from './citation-order.ts';
import { doubledWords } from './doubled-words.ts';
import { impossibleDate } from './impossible-date.ts';
import { letterSubject } from './letter-subject.ts';
import { missingComponents } from './missing-components.ts';
import { numberYear } from './number-year.ts';
import { numbering } from './numbering.ts';
import type { CheckInput, Rule } from './rule.ts';
import { found } from './rule.ts';
import { secrecy } from './secrecy.ts';
import { symbolType } from './symbol-type.ts';
import { openTasks } from './tasks.ts';
import { weekend } from './weekend.ts';

/** What a document is checked against besides itself; all of it optional. */
export interface CheckContext {
  readonly source?: Source | undefined;
  readonly parts?: readonly Part[] | undefined;
  /** Documents that are held, from `indexRegister`. */
  readonly register?: Register | undefined;
  /** In place of the built-in legal bases, from `indexRegister`. */
  readonly legalBases?: Register<LegalBasis> | undefined;
}

const RULES: readonly Rule[] = [
  secrecy,
  missingComponents,
  symbolType,
  letterSubject,
  authority,
  numbering,
  impossibleDate,
  citationConflict,
  citationIssuer,
  numberYear,
  citationOrder,
  basisInForce,
  weekend,
  doubledWords,
  openTasks,
];

/** Codes of the rules that look into the register. */
const OF_REGISTER: ReadonlySet<string> = new Set([
  'citation-date-conflict',
  'citation-issuer-conflict',
  'citation-issuer-disagrees',
]);

/** A file that repeats one flaw a million times is told so, not a million times. */
const MOST_OF_ONE_CODE = 500;

const builtIn = indexRegister(LEGAL_BASES);
const nothing = indexRegister<RegisterEntry>([]);

/**
 * What is wrong or doubtful in a document, in the order of its text; what concerns no place stands first.
 * Warnings are errors as far as the text proves them; notes are reasons to look again.
 */
export function check(parsed: Omit<Parsed, 'warnings'>, context: CheckContext = {}): readonly Diagnostic[] {
  const input = inputOf(parsed, context);
  return inOrder(RULES.flatMap((rule) => limited(rule(input))));
}

/**
 * The findings of a document that was checked before, with its citations held against a register that has come to hand
 * since. What the check said of the outline, which `parsed` no longer has, stays.
 */
export function recheckCitations(parsed: Parsed, register: Register): readonly Diagnostic[] {
  const others = parsed.warnings.filter(({ code }) => !OF_REGISTER.has(code));
  const input = inputOf(parsed, { register });
  return inOrder([...others, ...limited(citationConflict(input)), ...limited(citationIssuer(input))]);
}

function inputOf(parsed: Omit<Parsed, 'warnings'>, context: CheckContext): CheckInput {
  return {
    parsed,
    source: context.source ?? null,
    parts: context.parts ?? null,
    register: context.register ?? nothing,
    legalBases: context.legalBases ?? builtIn,
  };
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1));
}

function limited(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_OF_ONE_CODE) return diagnostics;
  return [...Map.groupBy(diagnostics, ({ code }) => code)].flatMap(([code, same]) => {
    const count = same.length - MOST_OF_ONE_CODE;
    if (count <= 0) return same;
    return [
      ...same.slice(0, MOST_OF_ONE_CODE),
      found('more-of-the-same', 'note', { values: { count, code } }),
    ];
  });
}

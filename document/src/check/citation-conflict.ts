// A citation whose date contradicts another citation of the same text, a document of the register or a known legal basis.
import type { LegalBasis } from '../gazetteer/legal-basis.ts';
import { written, yearOf } from '../resolve/dates.ts';
import type { DocumentNumber } from '../resolve/document-number.ts';
import { numberKey, parseNumber } from '../resolve/document-number.ts';
import { issuerIdentity } from '../resolve/issuer.ts';
import { sameYear } from '../resolve/legal-register.ts';
import type { Citation, Diagnostic, Severity, Span } from '../tree.ts';
import type { CheckInput, Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (viện dẫn đầy đủ, chính xác)';

interface Cited {
  readonly citation: Citation;
  readonly number: DocumentNumber;
  readonly date: string;
  readonly identity: string | null;
}

/** What a citation is compared with. */
interface Held {
  readonly date: string;
  readonly where: string;
  readonly severity: Severity;
  /** Another citation of the text; without it, what is held is the document's own date. */
  readonly related?: Span;
}

function conflict({ citation, date }: Cited, held: Held): Diagnostic {
  const values = {
    number: citation.number ?? '',
    said: written(date),
    held: written(held.date),
    where: held.where,
    against: held.related ? 'cited' : 'issued',
  };
  const related = held.related ? [held.related] : [];
  return found('citation-date-conflict', held.severity, {
    values,
    span: citation.span,
    related,
    clause: CLAUSE,
  });
}

function datedCitations({ parsed }: CheckInput): Cited[] {
  return parsed.citations.flatMap((citation) => {
    const number = citation.number === null ? null : parseNumber(citation.number);
    if (number === null || citation.date === null) return [];
    const identity = issuerIdentity(number, citation.issuer, parsed.document.issuer);
    return [{ citation, number, date: citation.date, identity }];
  });
}

/** The first citation of the text that gives the same document another date. */
function inText({ date }: Cited, first: Cited | undefined, text: string): Held | null {
  if (first === undefined || first.date === date) return null;
  const [start, end] = first.citation.span;
  const where = `“${text.slice(start, Math.min(end, start + 80))}”`;
  // The two prove an error; which of them errs, the text does not say.
  return { date: first.date, where, severity: 'warning', related: first.citation.span };
}

/** One document in all its citations: number, year of the series and issuer. */
function sameDocument({ number, date, identity }: Cited): string {
  return `${numberKey(number)} ${number.year ?? yearOf(date)} ${identity ?? ''}`;
}

function inRegister(cited: Cited, { register }: CheckInput): Held | null {
  for (const { entry, number, identity } of register.byNumber.get(numberKey(cited.number)) ?? []) {
    if (entry.date === null || entry.date === cited.date || identity !== cited.identity || identity === null)
      continue;
    if (!sameYear({ number, date: entry.date }, cited)) continue;
    return { date: entry.date, where: named(entry.number, entry.title), severity: 'warning' };
  }
  return null;
}

function named(number: string | null, title: string | null): string {
  return [number ?? '', title === null ? '' : `“${title.slice(0, 120)}”`].join(' ').trim();
}

function inLegalBases(cited: Cited, { legalBases }: CheckInput): Held | null {
  for (const { entry, number, identity } of legalBases.byNumber.get(numberKey(cited.number)) ?? []) {
    if (entry.date === null || identity !== cited.identity || identity === null) continue;
    if (!sameYear({ number, date: entry.date }, cited)) continue;
    // The right date rules the register's entry out too: that one may itself be a mistaken citation.
    return entry.date === cited.date
      ? null
      : { date: entry.date, where: basisName(entry), severity: severityOf(entry) };
  }
  return null;
}

function basisName({ issuer, title }: LegalBasis): string {
  return `${issuer}, “${title.slice(0, 120)}”`;
}

function severityOf({ grade }: LegalBasis): Severity {
  return grade === 'C' ? 'note' : 'warning';
}

export const citationConflict: Rule = (input) => {
  const first = new Map<string, Cited>();
  const diagnostics: Diagnostic[] = [];
  for (const cited of datedCitations(input)) {
    const key = sameDocument(cited);
    const held =
      inLegalBases(cited, input) ??
      inRegister(cited, input) ??
      inText(cited, first.get(key), input.parsed.text);
    if (held) diagnostics.push(conflict(cited, held));
    if (!first.has(key)) first.set(key, cited);
  }
  return diagnostics;
};

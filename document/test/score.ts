// Compares a parse with a hand-labelled one: the measures by which recognition is judged, as hits among predicted and labelled.
import type { Due } from '../src/tree.ts';

/** A labelled document: the form of `nhipcau parse --json`, where signers may stand as bare names. */
export interface Labelled {
  readonly document?: Readonly<Partial<Record<HeaderField, string | null>>> & {
    readonly signers?: readonly (string | { readonly name: string })[];
  };
  readonly recipients?: readonly string[];
  readonly citations?: readonly { readonly number?: string | null; readonly date?: string | null }[];
  readonly tasks?: readonly LabelledTask[];
  readonly targets?: readonly { readonly text: string; readonly value: number | string }[];
}

export interface LabelledTask {
  readonly text: string;
  readonly lead?: readonly string[];
  readonly coordinating?: readonly string[];
  readonly due?: Due;
}

export const MEASURES = [
  'header',
  'citations',
  'recipients',
  'tasks',
  'lead',
  'coordinating',
  'due',
  'targets',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Tally {
  readonly hit: number;
  readonly predicted: number;
  readonly labelled: number;
}
export type Score = Readonly<Record<Measure, Tally>>;

const NOTHING: Tally = { hit: 0, predicted: 0, labelled: 0 };
const HEADER_FIELDS = ['type', 'number', 'issuedOn', 'issuer', 'title', 'place'] as const;
type HeaderField = (typeof HEADER_FIELDS)[number];

/** F1 of a tally; null where neither side has anything. */
export function f1({ hit, predicted, labelled }: Tally): number | null {
  return predicted + labelled === 0 ? null : (2 * hit) / (predicted + labelled);
}

export function add(a: Tally, b: Tally): Tally {
  return { hit: a.hit + b.hit, predicted: a.predicted + b.predicted, labelled: a.labelled + b.labelled };
}

/** Scores one parse against its label; measures that the label does not speak of stay empty. */
export function score(predicted: Labelled, labelled: Labelled): Score {
  const tasks = scoreTasks(predicted.tasks ?? [], labelled.tasks);
  const all: Record<Measure, Tally> = {
    ...tasks,
    header: scoreHeader(predicted, labelled),
    citations: labelled.citations ? scoreCitations(predicted.citations ?? [], labelled.citations) : NOTHING,
    recipients: labelled.recipients
      ? tallyOf(predicted.recipients ?? [], labelled.recipients, agencySimilarity)
      : NOTHING,
    targets: labelled.targets
      ? tallyOf(predicted.targets ?? [], labelled.targets, targetSimilarity)
      : NOTHING,
  };
  return all;
}

function scoreHeader(predicted: Labelled, labelled: Labelled): Tally {
  const wanted = labelled.document ?? {};
  const got = predicted.document ?? {};
  const fields = HEADER_FIELDS.filter((key) => key in wanted).map((key) =>
    sameField(key, got[key] ?? null, wanted[key]),
  );
  const names = new Set((got.signers ?? []).map((signer) => plain(nameOf(signer))));
  const signers = (wanted.signers ?? []).map((signer) => names.has(plain(nameOf(signer))));
  const outcomes = [...fields, ...signers];
  return { hit: outcomes.filter(Boolean).length, predicted: outcomes.length, labelled: outcomes.length };
}

function nameOf(signer: string | { readonly name: string }): string {
  return typeof signer === 'string' ? signer : signer.name;
}

function sameField(key: string, got: unknown, wanted: unknown): boolean {
  if (wanted === null || wanted === undefined) return got === null;
  if (got === null) return false;
  if (key === 'title') return overlap(String(got), String(wanted)).jaccard >= 0.85;
  if (key === 'number') return String(got).replace(/\s/g, '') === wanted;
  return plain(String(got)) === plain(String(wanted));
}

/** A number that stands both with and without its date counts once, with its date. */
function scoreCitations(
  predicted: NonNullable<Labelled['citations']>,
  labelled: NonNullable<Labelled['citations']>,
): Tally {
  const got = citationKeys(predicted);
  const wanted = citationKeys(labelled);
  const dated = new Set([...got].filter((key) => !key.endsWith('|')).map((key) => key.split('|')[0]));
  const kept = [...got].filter((key) => !key.endsWith('|') || !dated.has(key.split('|')[0]));
  return {
    hit: kept.filter((key) => wanted.has(key)).length,
    predicted: kept.length,
    labelled: wanted.size,
  };
}

function citationKeys(citations: NonNullable<Labelled['citations']>): ReadonlySet<string> {
  const numbered = citations.filter((citation) => citation.number);
  return new Set(
    numbered.map(({ number, date }) => `${String(number).replace(/\s/g, '').toLowerCase()}|${date ?? ''}`),
  );
}

function scoreTasks(
  predicted: readonly LabelledTask[],
  labelled: readonly LabelledTask[] | undefined,
): Pick<Score, 'tasks' | 'lead' | 'coordinating' | 'due'> {
  if (!labelled) return { tasks: NOTHING, lead: NOTHING, coordinating: NOTHING, due: NOTHING };
  const pairs = matched(predicted, labelled, taskSimilarity);
  const agencies = (role: 'lead' | 'coordinating'): Tally =>
    pairs.map(([p, l]) => tallyOf(p[role] ?? [], l[role] ?? [], agencySimilarity)).reduce(add, NOTHING);
  return {
    tasks: { hit: pairs.length, predicted: predicted.length, labelled: labelled.length },
    lead: agencies('lead'),
    coordinating: agencies('coordinating'),
    due: {
      hit: pairs.filter(([p, l]) => sameDue(p.due, l.due)).length,
      predicted: pairs.length,
      labelled: pairs.length,
    },
  };
}

export function sameDue(a: Due | undefined, b: Due | undefined): boolean {
  return dueKey(a) === dueKey(b);
}

function dueKey(due: Due | undefined): string {
  if (!due) return 'unspecified';
  if (due.kind === 'by') return `by ${due.date}`;
  if (due.kind === 'during') return `during ${due.from} ${due.to}`;
  return due.kind === 'recurring' ? `recurring ${due.every ?? ''}` : 'unspecified';
}

function tallyOf<T>(
  predicted: readonly T[],
  labelled: readonly T[],
  similarity: (a: T, b: T) => number,
): Tally {
  const hit = matched(predicted, labelled, similarity).length;
  return { hit, predicted: predicted.length, labelled: labelled.length };
}

/** One-to-one greedy matching, the most similar pairs first; a similarity of 0 forbids the pair. */
export function matched<T>(
  predicted: readonly T[],
  labelled: readonly T[],
  similarity: (a: T, b: T) => number,
): readonly (readonly [T, T])[] {
  const candidates = predicted.flatMap((p, i) =>
    labelled.map((l, j) => ({ p, l, i, j, by: similarity(p, l) })).filter(({ by }) => by > 0),
  );
  candidates.sort((a, b) => b.by - a.by);
  const usedP = new Set<number>();
  const usedL = new Set<number>();
  return candidates.flatMap(({ p, l, i, j }) => {
    if (usedP.has(i) || usedL.has(j)) return [];
    usedP.add(i);
    usedL.add(j);
    return [[p, l] as const];
  });
}

function taskSimilarity(a: LabelledTask, b: LabelledTask): number {
  const { jaccard, contained } = overlap(a.text, b.text);
  const same = jaccard >= 0.55 || (contained >= 0.9 && jaccard >= 0.25);
  return same ? jaccard + 0.001 : 0;
}

function agencySimilarity(a: string, b: string): number {
  const { jaccard } = overlap(a, b);
  return jaccard >= 0.7 ? jaccard : 0;
}

type Target = NonNullable<Labelled['targets']>[number];

function targetSimilarity(a: Target, b: Target): number {
  return Number(a.value) === Number(b.value) && overlap(a.text, b.text).contained > 0.6 ? 1 : 0;
}

/** Jaccard on word multisets, and the share of the shorter text's words that the other holds. */
export function overlap(a: string, b: string): { readonly jaccard: number; readonly contained: number } {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common++;
    counts.set(word, count - 1);
  }
  return {
    jaccard: common / Math.max(1, left.length + right.length - common),
    contained: common / Math.max(1, Math.min(left.length, right.length)),
  };
}

function wordsOf(text: string): readonly string[] {
  return plain(text).split(' ').filter(Boolean);
}

/** Case, punctuation and the commonest variants of spelling do not count. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*_#“”"'’.,;:()\-–—/\u00a0]+/g, ' ')
    .replace(/ubnd/g, 'ủy ban nhân dân')
    .replace(/uỷ/g, 'ủy')
    .replace(/hoá/g, 'hóa')
    .replace(/\bhàng năm\b/g, 'hằng năm')
    .replace(/\s+/g, ' ')
    .trim();
}

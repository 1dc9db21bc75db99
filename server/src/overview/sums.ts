// How the duties of a tree stand on a day: folded counts kept in memory, and what the ledger holds beyond them.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import {
  addTo,
  copyOf,
  countsOf,
  emptySummary,
  isOverdue,
  monthOf,
  waitingKey,
  type Summary,
} from './counts.ts';
import { keeping, type Kept } from './kept.ts';
import * as queries from './queries.ts';
import type { Tree } from './tree.ts';

export interface Standing {
  readonly summary: Summary;
  readonly reach: queries.Reach;
}

/** Above this many units all of the ledger is read, which is short, rather than that of each unit. */
const many = 400;
/** As many rows of the ledger are worth folding at once. */
const worthFolding = 500;

export interface Asked extends queries.Wanted {
  readonly tree: Tree;
  /** Names the tree, and the state of the register that it was made of. */
  readonly name: string;
}

export async function standing(db: Db, asked: Asked): Promise<Standing> {
  const { tree, role } = asked;
  const units = tree.ids.length > many ? null : tree.ids;
  for (;;) {
    const pending = await queries.pendingOf(db, units, role);
    const key = [asked.name, asked.year, role, asked.day].join(' ');
    const kept = await keeping(db, { key, generation: pending.generation }, () => fold(db, asked));
    // Folded between the two readings: what we read of the ledger may be in the counts already.
    if (kept.generation !== pending.generation) continue;
    if (pending.length > worthFolding) await askForFolding(db);
    return {
      summary: plus(kept.summary, pending.rows, asked),
      reach: withPending(kept.reach, pending.rows, tree),
    };
  }
}

/** One job at a time, however many ask. */
const askForFolding = (db: Db) =>
  sql`select graphile_worker.add_job('fold-tally', job_key := 'fold-tally', job_key_mode := 'preserve_run_at', max_attempts := 3)`.execute(
    db,
  );

async function fold(db: Db, asked: Asked): Promise<Kept> {
  const { tree, year, role, day } = asked;
  const before = await queries.generationOf(db);
  const pairs = await queries.pairsOf(db, tree.ids.length > many ? null : tree.ids);
  const roots = wholeTrees(pairs, tree);
  const inTree = pairs.filter(({ unitId }) => tree.under.has(unitId));
  const units = new Set(inTree.filter(({ rootId }) => !roots.has(rootId)).map(({ unitId }) => unitId));
  const sources = { roots: [...roots.keys()], units: [...units] };
  const folded = await queries.foldedOf(db, sources, { year, role, day });
  // Folded after the units were read: others may have duties now.
  if (folded.generation !== before) return fold(db, asked);
  const summary = emptySummary();
  for (const cell of folded.cells)
    addCell(summary, cell, (place) => roots.get(place) ?? tree.under.get(place));
  summary.overdueBefore = folded.overdueBefore;
  for (const { outcome, n } of folded.waiting) summary.waiting[waitingKey[outcome]] += n;
  for (const pair of inTree) for (const each of pair.years) if (each > 0) summary.years.add(each);
  return { generation: folded.generation, summary, reach: reachOf(pairs, inTree) };
}

/** Tops of which everything counts under one and the same unit directly below: their counts need not be added up unit by unit. */
function wholeTrees(pairs: readonly queries.Pair[], { under, unitId }: Tree): ReadonlyMap<number, number> {
  const whole = new Map<number, number | null>();
  for (const { unitId: unit, rootId } of pairs) {
    const child = under.get(unit) ?? null;
    const known = whole.get(rootId);
    whole.set(rootId, known === undefined || known === child ? child : null);
  }
  // A top that is looked at itself is looked at unit by unit.
  return new Map(
    [...whole].flatMap(([root, child]) =>
      child === null || child === unitId || !under.has(root) ? [] : [[root, child] as const],
    ),
  );
}

/** By each unit where they are few, else by the tops that their duties stand under, else by the day alone. */
function reachOf(pairs: readonly queries.Pair[], inTree: readonly queries.Pair[]): queries.Reach {
  const units = [...new Set(inTree.map(({ unitId }) => unitId))];
  if (units.length <= 12) return { by: 'units', ids: units };
  const roots = [...new Set(inTree.map(({ rootId }) => rootId))];
  return roots.length <= 4 || inTree.length < pairs.length / 2 ? { by: 'roots', ids: roots } : { by: 'all' };
}

/** Also where duties are that nobody has folded yet: the lists show what was handed down a moment ago. */
function withPending(reach: queries.Reach, rows: readonly queries.Entry[], { under }: Tree): queries.Reach {
  if (reach.by === 'all') return reach;
  const known = new Set(reach.ids);
  for (const { unit, root } of rows) if (under.has(unit)) known.add(reach.by === 'units' ? unit : root);
  return known.size === reach.ids.length ? reach : { by: reach.by, ids: [...known] };
}

function addCell(summary: Summary, cell: queries.Cell, under: (place: number) => number | undefined): void {
  const { onTime, late, inTerm, overdue } = cell;
  const counts = { onTime, late, inTerm, overdue };
  if (cell.by === 'group') return addTo(summary.groups, cell.groupId, counts);
  if (cell.by === 'month') return addTo(summary.months, cell.month, counts);
  const child = cell.place === null ? undefined : under(cell.place);
  if (child !== undefined) addTo(summary.units, child, counts);
}

function plus(kept: Summary, rows: readonly queries.Entry[], { tree, year, day }: Asked): Summary {
  if (rows.length === 0) return kept;
  const summary = copyOf(kept);
  for (const { unit, group, year: of, bucket, outcome, n } of rows) {
    const child = tree.under.get(unit);
    if (child === undefined) continue;
    if (outcome === 'to-confirm' || outcome === 'extension' || outcome === 'unanswered') {
      summary.waiting[waitingKey[outcome]] += n;
      continue;
    }
    summary.years.add(of);
    if (of < year && outcome === 'open' && isOverdue(bucket, day)) summary.overdueBefore += n;
    if (of !== year) continue;
    const counts = countsOf(outcome, bucket, { n, day });
    addTo(summary.units, child, counts);
    addTo(summary.groups, group, counts);
    addTo(summary.months, monthOf(bucket), counts);
  }
  return summary;
}

/** As it stood on an earlier day. */
export async function stood(
  db: Db,
  { tree, ...wanted }: queries.Wanted & { readonly tree: Tree },
): Promise<Summary> {
  const past = await queries.pastOf(db, tree.ids, wanted);
  const summary = emptySummary();
  for (const cell of past.cells) addCell(summary, cell, (place) => tree.under.get(place));
  summary.overdueBefore = past.overdueBefore;
  for (const year of past.years) summary.years.add(year);
  return summary;
}

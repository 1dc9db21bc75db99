// The overview of a unit: how the duties of its tree stand, what moves this week and what is stuck.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { dutyRows } from '../duties/rows.ts';
import { NotFound } from '../errors.ts';
import { placesOf, type Places } from '../units/places.ts';
import { placesThen } from '../units/places-then.ts';
import { add, isNone, none, type Counts, type Summary } from './counts.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { standing, stood } from './sums.ts';
import { alone, treeOf, treeThen, type Tree } from './tree.ts';
import { sightOf, usualUnit, type Sight } from './who.ts';

type Query = z.infer<typeof schema.overviewQuery>;
type Overview = z.infer<typeof schema.overview>;

export async function overview(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  query: Query,
): Promise<Overview> {
  const day = query.asOf ?? today(clock);
  const year = query.year ?? Number(day.slice(0, 4));
  const places = await placesOf(db);
  const unit = query.unit ?? usualUnit(actor, places);
  const sight = unit === null ? null : sightOf(actor, unit);
  if (unit === null || sight === null) throw new NotFound('no-unit', { id: unit ?? 0 });
  const wanted = { year, role: query.role, day };
  return day < today(clock)
    ? past(db, { places, unit, sight }, wanted)
    : present(db, { places, unit, sight }, wanted);
}

interface Looked {
  readonly places: Places;
  readonly unit: number;
  readonly sight: Sight;
}

// The tree of a thousand units takes a moment; the register's places are another object after every change of it.
const trees = new WeakMap<Places, Map<string, Tree>>();

function treeKept({ places, unit, sight }: Looked): Tree {
  const kept = trees.get(places) ?? new Map<string, Tree>();
  trees.set(places, kept);
  const key = `${sight} ${places.heir(unit)}`;
  const tree = kept.get(key) ?? (sight === 'whole' ? treeOf(places, unit) : alone(places, unit));
  kept.set(key, tree);
  return tree;
}

const serials = new WeakMap<Places, number>();
let serial = 0;

/** Tells one state of the register from another. */
function serialOf(places: Places): number {
  const known = serials.get(places);
  if (known !== undefined) return known;
  serial += 1;
  serials.set(places, serial);
  return serial;
}

async function present(db: Db, looked: Looked, wanted: queries.Wanted): Promise<Overview> {
  const tree = treeKept(looked);
  const name = `${serialOf(looked.places)} ${looked.sight} ${tree.unitId}`;
  const { summary, reach } = await standing(db, { ...wanted, tree, name });
  const [words, lists] = await Promise.all([
    wordsOf(db, tree, summary),
    listsOf(db, { tree, reach }, wanted),
  ]);
  return {
    ...headOf(tree, wanted, words),
    covers: coverOf(looked, tree, words),
    ...countsIn(tree, summary, words),
    ...lists,
    waiting: summary.waiting,
  };
}

/** Lists of what moves are of today: of an earlier day they are not told. */
async function past(db: Db, looked: Looked, wanted: queries.Wanted): Promise<Overview> {
  const { places, unit, sight } = looked;
  const then = await placesThen(db, wanted.day);
  const tree =
    sight === 'whole' ? treeThen(places, then.places, { unit, all: then.ids }) : alone(places, unit);
  const summary = await stood(db, { ...wanted, tree });
  const words = await wordsOf(db, tree, summary);
  const nothing = {
    thisWeek: [],
    moved: [],
    stuck: [],
    waiting: { toConfirm: 0, extensions: 0, unanswered: 0 },
  };
  const covers = coverOf(looked, tree, words);
  return { ...headOf(tree, wanted, words), covers, ...countsIn(tree, summary, words), ...nothing };
}

interface Words {
  readonly units: ReadonlyMap<
    number,
    { readonly name: string; readonly kind: string; readonly level: string | null }
  >;
  readonly groups: readonly { readonly id: number; readonly name: string; readonly nameKey: string }[];
}

async function wordsOf(db: Db, tree: Tree, { units, groups }: Summary): Promise<Words> {
  const [unitRows, groupRows] = await Promise.all([
    queries.kindsOf(db, [...new Set([tree.unitId, ...tree.below.keys(), ...units.keys()])]),
    queries.groupsOf(
      db,
      [...groups.keys()].filter((id) => id !== null),
    ),
  ]);
  return { units: new Map(unitRows.map((row) => [row.id, row])), groups: groupRows };
}

const headOf = ({ unitId }: Tree, { year, day }: queries.Wanted, { units }: Words) => ({
  unit: { id: unitId, name: units.get(unitId)?.name ?? '' },
  year,
  asOf: day,
});

/** Whose duties the figures are of, so that nobody takes a unit's own for those of all below it. */
function coverOf({ places, sight }: Looked, { unitId, size }: Tree, { units }: Words): Overview['covers'] {
  const { kind, level } = units.get(unitId) ?? {};
  const province = kind === 'committee' && level === 'province';
  const scope = sight === 'alone' || size === 1 ? 'unit' : province ? 'province' : 'below';
  const left =
    sight === 'alone' ? [...places.below(unitId)].filter((id) => places.heir(id) === id).length : 0;
  return { scope, units: size, left };
}

function countsIn({ unitId, below }: Tree, summary: Summary, words: Words) {
  const name = (id: number) => words.units.get(id)?.name ?? '';
  // Those without any duty are told as well, if they are there: a nought is a figure. The unit's own come first.
  const shown = new Set([...summary.units.keys(), ...below.keys()]);
  const units = [...shown]
    .map((id) => ({
      unit: { id, name: name(id) },
      kind: words.units.get(id)?.kind ?? '',
      below: below.get(id) ?? 0,
      counts: summary.units.get(id) ?? none(),
    }))
    .filter(({ unit, counts }) => unit.id !== unitId || !isNone(counts))
    .toSorted(
      (a, b) =>
        Number(b.unit.id === unitId) - Number(a.unit.id === unitId) || byName(a.unit.name, b.unit.name),
    );
  return {
    years: [...summary.years].toSorted((a, b) => a - b),
    total: [...summary.units.values()].reduce((sum, counts) => add(sum, counts), none()),
    overdueBefore: summary.overdueBefore,
    units,
    groups: groupsIn(summary, words),
    months: [...summary.months]
      .filter(([, counts]) => !isNone(counts))
      .map(([month, counts]) => ({ month, counts }))
      .toSorted((a, b) => (a.month ?? 13) - (b.month ?? 13)),
  };
}

const vietnamese = new Intl.Collator('vi', { numeric: true });
const byName = (a: string, b: string) => vietnamese.compare(a, b);

/** Each province has its own rows of groups: those of one name count together. */
function groupsIn({ groups }: Summary, words: Words) {
  const known = new Map(words.groups.map((group) => [group.id, group]));
  const byKey = new Map<string | null, { id: number | null; group: string | null; counts: Counts }>();
  for (const [id, counts] of groups) {
    const group = id === null ? undefined : known.get(id);
    const key = group?.nameKey ?? null;
    const there = byKey.get(key) ?? { id: group?.id ?? null, group: group?.name ?? null, counts: none() };
    byKey.set(key, { ...there, counts: add(there.counts, counts) });
  }
  return [...byKey.values()]
    .filter(({ counts }) => !isNone(counts))
    .toSorted(
      (a, b) => Number(a.group === null) - Number(b.group === null) || byName(a.group ?? '', b.group ?? ''),
    );
}

const most = 20;

async function listsOf(
  db: Db,
  { tree, reach }: { readonly tree: Tree; readonly reach: queries.Reach },
  { role, day }: queries.Wanted,
) {
  const looked = reach.by === 'units' ? most : 3 * most;
  const candidates = await queries.listed(db, reach, { role, day, most: looked });
  const inTree = candidates.filter(({ unitId }) => tree.under.has(unitId));
  const count = (among: readonly queries.Listed[], list: string) =>
    among.filter((each) => each.list === list).length;
  // Others took the places of those we look for: the tree's units are asked one by one.
  const crowded = ['week', 'moved', 'stuck'].some(
    (list) => count(candidates, list) === looked && count(inTree, list) < most,
  );
  const exact = crowded
    ? await queries.listed(db, { by: 'units', ids: tree.ids }, { role, day, most })
    : inTree;
  const ids = (list: queries.Listed['list']) =>
    exact.flatMap((each) => (each.list === list ? [each.id] : [])).slice(0, most);
  const [week, moved, stuck] = [ids('week'), ids('moved'), ids('stuck')];
  const rows = new Map(
    (await dutyRows(db, [...new Set([...week, ...moved, ...stuck])], day)).map((row) => [row.id, row]),
  );
  const shown = (list: readonly number[]) => list.flatMap((id) => rows.get(id) ?? []);
  return { thisWeek: shown(week), moved: shown(moved), stuck: shown(stuck) };
}

// The tree on a day, a unit with its history, the reorganisations: what is read of units in time.
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import type * as schema from './tree-schema.ts';
import * as queries from './tree-queries.ts';
import { isFree } from './unit-use.ts';

type Reading = Pick<Deps, 'db' | 'clock'>;
type TreeUnit = z.infer<typeof schema.treeUnit>;

export async function tree(
  { db, clock }: Reading,
  {
    on = today(clock),
    under = null,
    depth,
  }: { on?: string | undefined; under?: number | null | undefined; depth: number },
): Promise<z.infer<typeof schema.unitTree>> {
  if (under !== null && !(await queries.unitRow(db, under))) throw new NotFound('no-unit', { id: under });
  const rows = await queries.treeOn(db, { on, under, depth });
  const days = await queries.daysOf(db, under);
  const units = readingOrder(rows, under);
  // Each unit of the first level with those below it are all there are.
  const total = rows.reduce((sum, row) => (row.depth === 1 ? sum + 1 + row.below : sum), 0);
  return { on, under, units, total, days };
}

/** A unit and all below it as the tree stood on that day. */
export async function withBelow(db: Deps['db'], id: number, on: string): Promise<readonly number[]> {
  if (!(await queries.unitRow(db, id))) throw new NotFound('no-unit', { id });
  return [id, ...(await queries.belowOn(db, id, on))];
}

/** Each unit before those below it, siblings in the order in which they came. */
function readingOrder(rows: readonly queries.TreeRow[], under: number | null): TreeUnit[] {
  const below = Map.groupBy(rows, ({ parentId, depth }) => (depth === 1 ? under : parentId));
  const list: TreeUnit[] = [];
  const visit = (parent: number | null, depth: number) => {
    for (const row of below.get(parent) ?? []) {
      if (row.depth !== depth) continue;
      list.push({ ...row, parentId: depth === 1 ? under : row.parentId });
      visit(row.id, depth + 1);
    }
  };
  visit(under, 1);
  return list;
}

export async function unitDetail(
  { db, clock }: Reading,
  actor: Actor,
  id: number,
): Promise<z.infer<typeof schema.unitDetail>> {
  const row = await queries.unitRow(db, id);
  if (!row) throw new NotFound('no-unit', { id });
  const on = today(clock);
  const [states, links, events, children] = await Promise.all([
    queries.statesOf(db, id),
    queries.lineageOf(db, id),
    queries.reorganisations(db, { unitId: id, limit: 200, offset: 0 }),
    queries.treeOn(db, { on, under: id, depth: 1 }),
  ]);
  const rootId = row.rootId ?? id;
  const ids = [
    id,
    rootId,
    ...[row.heirId, row.parentId, ...states.map(({ parentId }) => parentId)].filter((each) => each !== null),
    ...links.flatMap(({ from, to }) => [from, to]),
  ];
  const names = new Map((await queries.namesOf(db, ids)).map((each) => [each.id, each]));
  const named = (each: number | null) => (each === null ? null : (names.get(each) ?? null));
  const { name, kind, level, code, areaCode, validFrom, validTo, aliases, contact, assumed, demo, version } =
    row;
  const self = { id, name, kind, validFrom, validTo };
  return {
    ...self,
    level,
    code,
    areaCode,
    aliases,
    contact,
    assumed,
    demo,
    version,
    parent: named(row.parentId),
    root: named(rootId) ?? self,
    heir: named(row.heirId),
    states: states.map((state) => ({
      validFrom: state.validFrom,
      validTo: state.validTo,
      name: state.name,
      kind: state.kind,
      code: state.code,
      areaCode: state.areaCode,
      parent: named(state.parentId),
      reorganisationId: state.reorganisationId,
    })),
    lineage: {
      units: [...new Set([id, ...links.flatMap(({ from, to }) => [from, to])])].flatMap(
        (each) => names.get(each) ?? [],
      ),
      links: [...links],
    },
    reorganisations: events.map((event) => presentEvent(actor, event, on)),
    children: readingOrder(children, id),
    may: await abilities({ db, clock }, actor, row),
  };
}

type Ability = z.infer<typeof schema.unitDetail>['may'][number];

async function abilities(
  { db }: Reading,
  actor: Actor,
  { id, assumed }: { id: number; assumed: boolean },
): Promise<Ability[]> {
  const list: Ability[] = [];
  if (may(actor, 'unit.edit', { unitId: id })) list.push('edit');
  if (may(actor, 'unit.reorganise', { unitId: id })) list.push('reorganise');
  if (assumed && list.includes('edit') && (await isFree(db, id))) list.push('remove');
  return list;
}

/** Undoing is decided when it is asked for; a reader who administers none of the units is not offered it. */
function presentEvent(
  actor: Actor,
  row: queries.EventRow,
  day: string,
): z.infer<typeof schema.reorganisation> {
  const { key, before, after, ...rest } = row;
  const all = [...before, ...after];
  const mine = all.every(({ id }) => may(actor, 'unit.reorganise', { unitId: id }));
  const planned = rest.effectiveOn > day;
  return { ...rest, before, after, planned, seeded: key !== null, may: key === null && mine ? ['undo'] : [] };
}

type Asked = z.infer<typeof schema.reorganisationQuery>;

export async function reorganisationList({ db, clock }: Reading, actor: Actor, asked: Asked) {
  const wanted = { ...asked, limit: asked.size, offset: (asked.page - 1) * asked.size };
  const [rows, total] = await Promise.all([
    queries.reorganisations(db, wanted),
    queries.countReorganisations(db, wanted),
  ]);
  return { rows: rows.map((row) => presentEvent(actor, row, today(clock))), total };
}

export async function reorganisationById({ db, clock }: Reading, actor: Actor, id: number) {
  const [row] = await queries.reorganisations(db, { id, limit: 1, offset: 0 });
  if (!row) throw new NotFound('no-reorganisation', { id });
  return presentEvent(actor, row, today(clock));
}

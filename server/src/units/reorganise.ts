// A reorganisation: decided once, done in one transaction, or only tried to see what would come of it.
import type { Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { linesOf, refreshUnits, registerLock } from './heirs.ts';
import { perform, type Input, type Sides } from './reorganise-kinds.ts';
import type { reorganisationResult } from './reorganise-schema.ts';
import { countsByHeir, grantsAt } from './reorganise-totals.ts';
import type { Work } from './reorganise-steps.ts';
import { namesOf, type UnitName } from './tree-queries.ts';
import { reorganisationById } from './tree.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type Result = z.infer<typeof reorganisationResult>;

export interface Wanted {
  readonly input: Input;
  readonly dryRun: boolean;
}

/** Carries what was tried out of a transaction that is rolled back. */
class Tried extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('tried');
    this.result = result;
  }
}

export async function reorganise(deps: Writing, actor: Actor, { input, dryRun }: Wanted): Promise<Result> {
  try {
    return await write(deps, actor, async (trx, note) => {
      const result = await carryOut({ trx, deps, actor, note }, input);
      if (dryRun) throw new Tried({ ...result, dryRun });
      return result;
    });
  } catch (error) {
    if (error instanceof Tried) return error.result;
    throw error;
  }
}

interface Surroundings {
  readonly trx: Transaction<Tables>;
  readonly deps: Writing;
  readonly actor: Actor;
  readonly note: Note;
}

async function carryOut({ trx, deps, actor, note }: Surroundings, input: Input): Promise<Result> {
  await registerLock.execute(trx);
  const linesBefore = await linesOf(trx);
  const { kind, effectiveOn, legalBasis, note: remark = null } = input;
  const { id } = await trx
    .insertInto('reorganisation')
    .values({ kind, effectiveOn, legalBasis, note: remark, createdBy: actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow();
  const work: Work = {
    trx,
    actor,
    id,
    day: effectiveOn,
    begun: new Set(),
    ended: new Set(),
    renamed: new Map(),
    moved: new Map(),
  };
  const sides = await perform(work, input);
  await writeSides(work, sides);
  const now = today(deps.clock);
  await refreshUnits(trx, now, deps);
  const day = effectiveOn > now ? effectiveOn : now;
  const result = await tell(work, { linesBefore, day, deps });
  const first = [...sides.before, ...sides.after][0] ?? null;
  const unit =
    first === null
      ? null
      : await trx.selectFrom('unit').selectAll().where('id', '=', first).executeTakeFirst();
  note({
    action: 'unit.reorganise',
    subject: 'reorganisation',
    subjectId: id,
    unitId: first,
    rootId: unit?.rootId ?? null,
    detail: { kind, effectiveOn, legalBasis, before: sides.before, after: sides.after },
  });
  return result;
}

/** Those that ended or moved along stand on it too, so that their pages tell of it. */
async function writeSides({ trx, id, ended, begun }: Work, { before, after }: Sides): Promise<void> {
  const [first] = after;
  const row = (unitId: number, side: 'before' | 'after') => ({
    reorganisationId: id,
    unitId,
    side,
    main: side === 'after' && unitId === first,
    ended: side === 'before' && ended.has(unitId),
  });
  const rows = [
    ...[...new Set([...before, ...ended])].map((unitId) => row(unitId, 'before')),
    ...[...new Set([...after, ...begun])].map((unitId) => row(unitId, 'after')),
  ];
  await trx.insertInto('reorganisationUnit').values(rows).execute();
  const { demo } = await trx
    .selectFrom('unit')
    .select((eb) => eb.fn<boolean>('bool_and', ['demo']).as('demo'))
    .where(
      'id',
      'in',
      rows.map(({ unitId }) => unitId),
    )
    .executeTakeFirstOrThrow();
  await trx.updateTable('reorganisation').set({ demo }).where('id', '=', id).execute();
}

interface Told {
  readonly linesBefore: Awaited<ReturnType<typeof linesOf>>;
  readonly day: string;
  readonly deps: Writing;
}

async function tell(work: Work, { linesBefore, day, deps }: Told): Promise<Result> {
  const { trx, id, actor, begun, ended, moved, renamed } = work;
  const after = await linesOf(trx);
  const counts = await countsByHeir(trx, { before: linesBefore, after, day, reorganisationId: id });
  const heirOf = (unitId: number) => counts.heirs.get(unitId) ?? null;
  const grants = await grantsAt(trx, [...ended], work.day);
  const parents = [...moved.values()].flatMap((each) => [each.before, each.after]);
  const ids = [...begun, ...ended, ...[...ended].map(heirOf), ...moved.keys(), ...renamed.keys(), ...parents];
  const all = [...ids, ...counts.units.map(({ unitId }) => unitId)].filter((each) => each !== null);
  const names = new Map((await namesOf(trx, all)).map((unit) => [unit.id, unit]));
  const named = (unitId: number | null): UnitName | null =>
    unitId === null ? null : (names.get(unitId) ?? null);
  const list = <T>(of: Iterable<number>, make: (unit: UnitName) => T) =>
    [...of].flatMap((unitId) => {
      const unit = named(unitId);
      return unit ? [make(unit)] : [];
    });
  const sum = (side: 'before' | 'after') => counts.units.reduce((total, each) => total + each[side], 0);
  // The promise of every reorganisation: what was to be done before is to be done after.
  if (sum('before') !== sum('after'))
    throw new Error(`Reorganisation loses duties: ${sum('before')} → ${sum('after')}`);
  return {
    dryRun: false,
    reorganisation: await reorganisationById({ db: trx, clock: deps.clock }, actor, id),
    begins: list(begun, (unit) => unit),
    ends: list(ended, (unit) => ({ unit, heir: named(heirOf(unit.id)) })),
    moved: list(moved.keys(), (unit) => ({
      unit,
      parentBefore: named(moved.get(unit.id)?.before ?? null),
      parentAfter: named(moved.get(unit.id)?.after ?? null),
    })),
    renamed: [...renamed].flatMap(([unitId, { before, after: now }]) => {
      const unit = named(unitId);
      return unit ? [{ unit, before, after: now }] : [];
    }),
    duties: {
      before: sum('before'),
      after: sum('after'),
      moved: counts.moved,
      units: counts.units.flatMap(({ unitId, before, after: later }) => {
        const unit = named(unitId);
        return unit ? [{ unit, before, after: later }] : [];
      }),
    },
    people: grants.flatMap(({ personId, name, role, unitId }) => {
      const unit = named(unitId);
      return unit ? [{ personId, name, role, unit, heir: named(heirOf(unitId)) }] : [];
    }),
  };
}

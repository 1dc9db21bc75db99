// Corrections of the register: what was written wrong, what was missing, what never existed. Changes in the world are
// reorganisations.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { refreshUnits, registerLock } from './heirs.ts';
import { indexNames } from './reorganise-steps.ts';
import type { unitCreate, unitEdit } from './tree-schema.ts';
import { unitDetail } from './tree.ts';
import { isFree } from './unit-use.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type Trx = Transaction<Tables>;
export type Creation = z.infer<typeof unitCreate>;
type Edit = z.infer<typeof unitEdit>;

/** For who administers it; nobody else changes it. */
async function mine(trx: Trx, actor: Actor, id: number) {
  const unit = await trx.selectFrom('unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!unit) throw new NotFound('no-unit', { id });
  if (!may(actor, 'unit.edit', { unitId: id })) throw new Forbidden('not-your-unit', { name: unit.name });
  return unit;
}

export async function createUnit(deps: Writing, actor: Actor, wanted: Creation) {
  const id = await write(deps, actor, async (trx, note) => {
    await registerLock.execute(trx);
    const made = await insertUnit(trx, actor, wanted);
    await refreshUnits(trx, today(deps.clock), deps);
    const { rootId } = await trx
      .selectFrom('unit')
      .select('rootId')
      .where('id', '=', made)
      .executeTakeFirstOrThrow();
    note({
      action: 'unit.create',
      subject: 'unit',
      subjectId: made,
      unitId: made,
      rootId,
      detail: { name: wanted.name },
    });
    return made;
  });
  return unitDetail(deps, actor, id);
}

/** One that has been there since `validFrom`; roots and heirs are brought up to date by the caller. */
export async function insertUnit(trx: Trx, actor: Actor, wanted: Creation): Promise<number> {
  const { parentId, name, kind, aliases = [], contact = {} } = wanted;
  const parent = parentId === null ? null : await mine(trx, actor, parentId);
  // Where nothing is said, it has been there as long as its superior.
  const validFrom = wanted.validFrom ?? parent?.validFrom ?? null;
  if (!parent && !actor.system) throw new Invalid('unit-needs-superior');
  if (parent) {
    if (parent.validTo !== null)
      throw new Invalid('unit-has-ended', { name: parent.name, day: parent.validTo });
    const from = parent.validFrom;
    if (from !== null && validFrom !== null && validFrom < from)
      throw new Invalid('older-than-superior', { name, superior: parent.name, day: from });
  }
  await nameIsFree(trx, { name, parentId });
  const state = {
    name,
    kind,
    level: wanted.level ?? parent?.level ?? null,
    code: wanted.code || null,
    areaCode: wanted.areaCode || null,
    parentId,
    validFrom,
    validTo: null,
  };
  const { id } = await trx
    .insertInto('unit')
    .values({
      ...state,
      key: null,
      province: parent?.province ?? null,
      aliases,
      contact: JSON.stringify(contact),
      demo: parent?.demo ?? false,
      search: '',
      searchExact: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('unitState')
    .values({ ...state, unitId: id })
    .execute();
  await indexNames(trx, id);
  return id;
}

/** Two living units of one name under one superior cannot be told apart. */
async function nameIsFree(
  trx: Trx,
  { name, parentId, but = 0 }: { name: string; parentId: number | null; but?: number },
) {
  const found = await trx
    .selectFrom('unit')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name}) and parent_id is not distinct from ${parentId}`)
    .where('validTo', 'is', null)
    .where('id', '!=', but)
    .executeTakeFirst();
  if (found) throw new Conflict('unit-name-taken', { name, id: found.id });
}

export async function editUnit(deps: Writing, actor: Actor, { id, edit }: { id: number; edit: Edit }) {
  await write(deps, actor, async (trx, note) => {
    await registerLock.execute(trx);
    const unit = await mine(trx, actor, id);
    const { version, ...changes } = edit;
    if (unit.version !== version)
      throw new Conflict(
        'stale-version',
        {},
        { current: await unitDetail({ db: trx, clock: deps.clock }, actor, id), yours: edit },
      );
    const detail = await applyEdit(trx, unit, { ...changes, day: today(deps.clock) });
    await refreshUnits(trx, today(deps.clock), deps);
    note({ action: 'unit.edit', subject: 'unit', subjectId: id, unitId: id, rootId: unit.rootId, detail });
  });
  return unitDetail(deps, actor, id);
}

type Row = Awaited<ReturnType<typeof mine>>;

/** Names and codes are corrected in the state in force; earlier ones stay as they were. Returns what was changed. */
export async function applyEdit(
  trx: Trx,
  unit: Row,
  { day, ...changes }: Omit<Edit, 'version'> & { readonly day: string },
) {
  const { aliases, contact, assumed } = changes;
  if (changes.name !== undefined && changes.name !== unit.name)
    await nameIsFree(trx, { name: changes.name, parentId: unit.parentId, but: unit.id });
  const shown = {
    name: changes.name ?? unit.name,
    kind: changes.kind ?? unit.kind,
    code: (changes.code === undefined ? unit.code : changes.code) || null,
    areaCode: (changes.areaCode === undefined ? unit.areaCode : changes.areaCode) || null,
  };
  await sql`update unit_state set name = ${shown.name}, kind = ${shown.kind}, code = ${shown.code},
      area_code = ${shown.areaCode}
    where id = (select id from unit_state where unit_id = ${unit.id} order by coalesce(valid_from <= ${day}::date, true) desc,
      case when coalesce(valid_from <= ${day}::date, true) then valid_from end desc nulls last, valid_from limit 1)`.execute(
    trx,
  );
  await trx
    .updateTable('unit')
    .set((eb) => ({
      ...shown,
      version: eb('version', '+', 1),
      // Whoever edits it has seen that it is there.
      assumed: assumed === false || unit.assumed ? false : unit.assumed,
      ...(aliases ? { aliases: [...new Set(aliases)] } : {}),
      ...(contact ? { contact: JSON.stringify(filled(contact)) } : {}),
    }))
    .where('id', '=', unit.id)
    .execute();
  await indexNames(trx, unit.id);
  const before = { name: unit.name, kind: unit.kind, code: unit.code, areaCode: unit.areaCode };
  return { before, after: shown };
}

const filled = (contact: NonNullable<Edit['contact']>) =>
  Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''));

/** A unit of the ready set that this province never had. */
export async function removeUnit(deps: Writing, actor: Actor, id: number): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    await registerLock.execute(trx);
    const unit = await mine(trx, actor, id);
    const { name, key, rootId } = unit;
    if (!unit.assumed) throw new Conflict('unit-is-confirmed', { name });
    if (!(await isFree(trx, id))) throw new Conflict('unit-in-use', { name });
    await trx.deleteFrom('unitSuccessor').where('successorId', '=', id).execute();
    await trx.deleteFrom('reorganisationUnit').where('unitId', '=', id).execute();
    await sql`delete from reorganisation r where key is not null
      and not exists (select 1 from reorganisation_unit x where x.reorganisation_id = r.id)`.execute(trx);
    await sql`update unit set heir_id = null where heir_id = ${id}`.execute(trx);
    await trx.deleteFrom('unit').where('id', '=', id).execute();
    if (key !== null) {
      await trx
        .insertInto('unitRemoved')
        .values({ key })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await refreshUnits(trx, today(deps.clock), deps);
    note({
      action: 'unit.remove',
      subject: 'unit',
      subjectId: id,
      unitId: unit.parentId,
      rootId,
      detail: { name },
    });
  });
}

// Who answers for a unit's work on a day, and which tree it stands in. Kept in the rows, brought up to date every day.
import { sql } from 'kysely';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { carryOutMoves, type Teller } from './duty-moves.ts';
import { registerStamp } from './queries.ts';

export interface Line {
  readonly id: number;
  readonly parentId: number | null;
  readonly kind: string;
  readonly level: string | null;
  readonly validTo: string | null;
  /** Who took over what nothing else was said about. */
  readonly successorId: number | null;
}

/** Administrations are a few levels deep; a line of a hundred successors is beyond any. */
const longest = 100;

/** Itself until its last day; then its main successor's heir; without one, its superior's. Null: its whole line has ended. */
export function heirsOn(lines: readonly Line[], day: string): ReadonlyMap<number, number | null> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const found = new Map<number, number | null>();
  const heirOf = (id: number, left: number): number | null => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const line = byId.get(id);
    if (!line || left === 0) return null;
    const { validTo, successorId, parentId } = line;
    const alive = validTo === null || validTo >= day;
    const after = successorId === null ? null : heirOf(successorId, left - 1);
    const heir = alive ? id : (after ?? (parentId === null ? null : heirOf(parentId, left - 1)));
    found.set(id, heir);
    return heir;
  };
  for (const { id } of lines) heirOf(id, longest);
  return found;
}

/** Government and National Assembly stand above all provinces and ministries: no tree begins there. */
const national = ({ kind, level }: Line): boolean => kind === 'state-organ' && level === 'central';

/** The highest unit above it, or itself, that is below the national level. */
export function rootsOf(lines: readonly Line[]): ReadonlyMap<number, number> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return new Map(
    lines.map((line) => {
      let root = line;
      for (let left = longest; left > 0; left--) {
        const above = root.parentId === null ? undefined : byId.get(root.parentId);
        if (!above || national(above)) break;
        root = above;
      }
      return [line.id, root.id];
    }),
  );
}

/**
 * Brings every row of "unit" to the given day: the name, superior and codes of the state in force, root and heir; and hands over the
 * duties that are to change hands by then, of which `teller` tells those who receive them. Changes nothing that is right already, and
 * may be repeated at any time.
 */
export async function refreshUnits(db: Db, day: string, teller: Teller): Promise<void> {
  await showStatesOf(db, day);
  const lines = await readLines(db);
  const heirs = heirsOn(lines, day);
  const roots = rootsOf(lines);
  const right = lines.map((line) => ({
    ...line,
    heirId: heirs.get(line.id) ?? null,
    rootId: roots.get(line.id) ?? line.id,
  }));
  const changed = right.flatMap(({ id, heirId: heir, rootId: root }, index) =>
    heir === lines[index]?.heirId && root === lines[index]?.rootId ? [] : [{ id, heir, root }],
  );
  if (changed.length > 0) {
    await sql`update unit u set heir_id = s.heir, root_id = s.root
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as s(id bigint, heir bigint, root bigint)
      where u.id = s.id`.execute(db);
  }
  kept = { stamp: await registerStamp(db), lines: right };
  await carryOutMoves(db, day, teller);
  await db.updateTable('unitRegister').set({ refreshedOn: day }).execute();
}

/** The state in force; of a unit that has ended its last, of one that has not begun its first. */
async function showStatesOf(db: Db, day: string): Promise<void> {
  const { rows } = await sql<{ state: number }>`select s.id as state from unit u join (
      select distinct on (unit_id) * from unit_state
      order by unit_id, coalesce(valid_from <= ${day}::date, true) desc,
        case when coalesce(valid_from <= ${day}::date, true) then valid_from end desc nulls last, valid_from) s
      on s.unit_id = u.id
    where (u.name, u.kind, u.level, u.code, u.area_code, u.parent_id) is distinct from
      (s.name, s.kind, s.level, s.code, s.area_code, s.parent_id)`.execute(db);
  if (rows.length === 0) return;
  await sql`update unit u set name = s.name, kind = s.kind, level = s.level, code = s.code, area_code = s.area_code,
      parent_id = s.parent_id
    from unit_state s where s.unit_id = u.id and s.id = any(${rows.map(({ state }) => state)}::bigint[])`.execute(
    db,
  );
}

/** Any number that nobody else locks: one change of the register at a time, seeding among them. */
export const registerLock = sql`select pg_advisory_xact_lock(6047, 1)`;

/** Reorganisations decided before take effect when their day has come. Asked often, does something once a day. */
export async function keepUnitsToday({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const day = today(clock);
  const known = await db.selectFrom('unitRegister').select('refreshedOn').executeTakeFirst();
  if (known?.refreshedOn === day) return;
  await db.transaction().execute(async (trx) => {
    await registerLock.execute(trx);
    await refreshUnits(trx, day, { clock });
  });
}

/** A line as it is kept: with the heir and the top of the tree that its row names. */
export interface KnownLine extends Line {
  readonly heirId: number | null;
  readonly rootId: number | null;
}

// Nine thousand rows take a moment; the last that were read hold until the register changes.
let kept: { readonly stamp: string; readonly lines: readonly KnownLine[] } | null = null;

/** All units, ordered by number. */
export async function linesOf(db: Db): Promise<readonly KnownLine[]> {
  const stamp = await registerStamp(db);
  if (kept?.stamp !== stamp) kept = { stamp, lines: await readLines(db) };
  return kept.lines;
}

const readLines = async (db: Db): Promise<readonly KnownLine[]> =>
  (
    await sql<KnownLine>`select u.id, u.parent_id as "parentId", u.kind, u.level, u.valid_to as "validTo",
      u.heir_id as "heirId", u.root_id as "rootId", s.successor_id as "successorId"
    from unit u left join (select distinct on (unit_id) unit_id, successor_id from unit_successor
      order by unit_id, main desc, successor_id) s on s.unit_id = u.id order by u.id`.execute(
      // The names are as they are wanted: renaming every column of every row takes as long as reading them.
      db.withoutPlugins(),
    )
  ).rows;

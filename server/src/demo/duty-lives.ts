// What becomes of the duties that were handed down: each step by who may take it, on its day.
import { sql } from 'kysely';
import { system, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { addLink } from '../duties/evidence.ts';
import { openDuties } from '../duties/open.ts';
import { takeStep } from '../duties/service.ts';
import { chanceOf } from './chance.ts';
import { fateOf, type Deed } from './fate.ts';
import { on, type Doing, type Stage } from './stage.ts';

/** A new month: recurring tasks open their next duties. */
export async function openPeriods(stage: Stage, day: string): Promise<void> {
  if (!day.endsWith('-01')) return;
  const { db } = stage.deps;
  const { rows } = await sql<{ id: number }>`select t.id from task t join plan p on p.id = t.plan_id
    where t.due_kind = 'recurring' and t.withdrawn_at is null and p.status = 'issued'`.execute(db);
  const ids = rows.map(({ id }) => id);
  const opened = await write(on(stage.deps, day), system, (trx) =>
    openDuties(trx, ids, { actor: system, day }),
  );
  await live(stage, opened);
}

interface Row {
  readonly id: number;
  readonly role: 'lead' | 'coordinating';
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly asksPlan: boolean;
  readonly unitId: number;
  readonly confirmerId: number | null;
  readonly text: string;
}

/** Writes down what becomes of new duties. */
export async function live(stage: Stage, ids: readonly number[]): Promise<void> {
  const { rows } =
    await sql<Row>`select d.id, d.role, d.opened_on, d.due_on, t.asks_plan, d.unit_id, d.confirmer_id, t.text
    from duty d join task t on t.id = d.task_id where d.id = any(${[...ids]}::bigint[]) order by d.id`.execute(
      stage.deps.db,
    );
  for (const row of rows) {
    const worker = stage.cast.at(row.unitId, 'officer', 'leader');
    const judge = stage.cast.at(row.confirmerId ?? 0, 'coordinator', 'leader');
    if (!worker || !judge) continue;
    const chance = chanceOf(`${row.text}|${stage.cast.nameOf(row.unitId)}|${row.openedOn}`);
    for (const { day, deed } of fateOf({ ...row, dutyId: row.id }, chance)) {
      stage.diary.write(day, () => act(stage, { id: row.id, day, deed, worker, judge }));
    }
  }
}

interface Act {
  readonly id: number;
  readonly day: string;
  readonly deed: Deed;
  readonly worker: Actor;
  readonly judge: Actor;
}

async function act({ deps }: Stage, { id, day, deed, worker, judge }: Act): Promise<void> {
  const state = await stateOf(deps, id);
  if (!fits(deed, state)) return;
  const { version, dueOn, wantedOn } = state;
  const at = on(deps, day);
  switch (deed.do) {
    case 'prove':
      return addLink(
        at,
        { actor: worker, dutyId: id, output: null },
        {
          kind: 'record',
          title: deed.title,
          output: null,
        },
      );
    case 'confirm':
    case 'sendBack':
      return takeStep(at, judge, id, { ...deed, version });
    case 'decideExtension':
      return takeStep(at, judge, id, { ...deed, version, dueOn: wantedOn ?? dueOn ?? day });
    default:
      return takeStep(at, worker, id, { ...deed, version });
  }
}

interface Standing {
  readonly version: number;
  readonly dueOn: string | null;
  readonly receivedOn: string | null;
  readonly doneOn: string | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
  readonly wantedOn: string | null;
}

/** A plan issued meanwhile may have fulfilled the duty, an amendment cancelled it: then the rest of its fate does not come. */
function fits(
  { do: deed }: Deed,
  { receivedOn, doneOn, confirmedOn, cancelledOn, wantedOn }: Standing,
): boolean {
  if (cancelledOn !== null || confirmedOn !== null) return false;
  if (deed === 'confirm' || deed === 'sendBack') return doneOn !== null;
  if (deed === 'receive') return receivedOn === null && doneOn === null;
  if (deed === 'decideExtension') return wantedOn !== null;
  return deed === 'prove' || doneOn === null;
}

async function stateOf({ db }: Doing, id: number): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select d.version, d.due_on, d.received_on, d.done_on, d.confirmed_on, d.cancelled_on, (select e.wanted_on from extension e where e.duty_id = d.id and e.decided_on is null) as wanted_on
    from duty d where d.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`The illustration lost duty ${id}.`);
  return row;
}

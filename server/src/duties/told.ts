// Who is told of what happens to duties; part of the transaction in which it happens.
import { sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { tell, type Happening } from '../notices/service.ts';
import type { Locked } from './lock.ts';
import type { Step } from './moves.ts';

type Kind = Happening['kind'];

/** Who decides on duties at the unit that confirms them. */
const deciders: readonly Role[] = ['coordinator', 'leader'];

interface Telling {
  readonly kind: Kind;
  readonly to: 'unit' | 'confirmer';
}

/** Steps of which somebody else is told; the others are seen in lists. */
const told: Readonly<Partial<Record<Step['do'], Telling>>> = {
  report: { kind: 'reported', to: 'confirmer' },
  confirm: { kind: 'confirmed', to: 'unit' },
  sendBack: { kind: 'returned', to: 'unit' },
  reopen: { kind: 'returned', to: 'unit' },
  askExtension: { kind: 'extension-asked', to: 'confirmer' },
  decideExtension: { kind: 'extension-decided', to: 'unit' },
  cancel: { kind: 'changed', to: 'unit' },
  reinstate: { kind: 'changed', to: 'unit' },
};

/** Shown in a notice; the whole stands on the duty's page. */
const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text);

type Teller = Pick<Deps, 'clock'> & { readonly actor: { readonly personId: number | null } };

export async function tellStep(db: Db, teller: Teller, locked: Locked, step: Step): Promise<void> {
  const telling = told[step.do];
  if (!telling && step.do !== 'transfer') return;
  const task = await db
    .selectFrom('task')
    .select('text')
    .where('id', '=', locked.taskId)
    .executeTakeFirstOrThrow();
  const { unitId, facts, id: dutyId } = locked;
  const about = { dutyId, except: teller.actor.personId };
  const values = {
    text: short(task.text),
    unitId,
    n: 1,
    reason: 'note' in step && step.note ? short(step.note) : null,
    day: step.do === 'askExtension' ? step.wantedOn : null,
  };
  if (step.do === 'transfer') {
    const given = { ...values, unitId: step.unitId };
    await tell(db, teller, [{ ...about, kind: 'handed-down', unitIds: [step.unitId], values: given }]);
  } else if (telling?.to === 'unit') {
    await tell(db, teller, [{ ...about, kind: telling.kind, unitIds: [unitId], values }]);
  } else if (telling && facts.confirmerId != null) {
    await tell(db, teller, [
      { ...about, kind: telling.kind, unitIds: [facts.confirmerId], roles: deciders, values },
    ]);
  }
}

export interface RefusedFile {
  readonly dutyId: number;
  readonly unitId: number;
  readonly taskId: number;
  readonly personId: number | null;
}

/** A file sent as evidence was destroyed: whoever sent it is told, without its name. */
export async function tellRefused(
  db: Db,
  teller: Pick<Deps, 'clock'>,
  { dutyId, unitId, taskId, personId }: RefusedFile,
): Promise<void> {
  if (personId === null) return;
  const task = await db.selectFrom('task').select('text').where('id', '=', taskId).executeTakeFirstOrThrow();
  await tell(db, teller, [
    {
      kind: 'evidence-refused',
      personIds: [personId],
      values: { text: short(task.text), unitId },
      dutyId,
    },
  ]);
}

/** New duties, in one notice a unit. */
export async function tellOpened(db: Db, teller: Teller, dutyIds: readonly number[]): Promise<void> {
  const { rows } = await sql<{ unitId: number; n: number; dutyId: number; text: string }>`
    select d.unit_id, count(*) as n, min(d.id) as duty_id, (array_agg(t.text order by d.id))[1] as text
    from duty d join task t on t.id = d.task_id where d.id = any(${[...dutyIds]}::bigint[]) group by d.unit_id`.execute(
    db,
  );
  await tell(
    db,
    teller,
    rows.map(({ unitId, n, dutyId, text }) => ({
      kind: 'handed-down' as const,
      unitIds: [unitId],
      values: { unitId, n, text: short(text) },
      dutyId: n === 1 ? dutyId : null,
      except: teller.actor.personId,
    })),
  );
}

export interface Urged {
  readonly fromUnitId: number | null;
  readonly toUnitId: number;
  readonly message: string;
  readonly dutyIds: readonly number[];
}

export async function tellUrged(db: Db, teller: Teller, urged: readonly Urged[]): Promise<void> {
  await tell(
    db,
    teller,
    urged.map(({ fromUnitId, toUnitId, message, dutyIds }) => ({
      kind: 'urged' as const,
      unitIds: [toUnitId],
      values: { unitId: toUnitId, fromId: fromUnitId, text: short(message) },
      dutyId: dutyIds[0] ?? null,
      except: teller.actor.personId,
    })),
  );
}

export interface Answered {
  readonly fromUnitId: number | null;
  readonly toUnitId: number;
  readonly personId: number | null;
  readonly answer: string;
  readonly dutyId: number | null;
}

export async function tellAnswered(db: Db, teller: Teller, answered: Answered): Promise<void> {
  const { fromUnitId, toUnitId, personId, answer, dutyId } = answered;
  await tell(db, teller, [
    {
      kind: 'urging-answered',
      unitIds: fromUnitId === null ? [] : [fromUnitId],
      roles: ['coordinator'],
      personIds: personId === null ? [] : [personId],
      values: { unitId: toUnitId, text: short(answer) },
      dutyId,
      except: teller.actor.personId,
    },
  ]);
}

export interface Found {
  readonly unitId: number;
  readonly text: string;
  readonly dutyId: number | null;
}

export async function tellFindings(db: Db, teller: Teller, found: readonly Found[]): Promise<void> {
  await tell(
    db,
    teller,
    found.map(({ unitId, text, dutyId }) => ({
      kind: 'finding' as const,
      unitIds: [unitId],
      values: { unitId, text: short(text) },
      dutyId,
      except: teller.actor.personId,
    })),
  );
}

// The province's plans: those told here, and those among the imported documents.
import { sql } from 'kysely';
import type { PlanBody } from '../plans/body.ts';
import { create } from '../plans/create.ts';
import { approve, change, one, submit } from '../plans/service.ts';
import { calmer, issueAndLive, versionOf } from './issuing.ts';
import { bodyOf, type ToldPlan } from './plans.ts';
import { approver, focal, on, type Stage } from './stage.ts';
import { writeOwnPlans } from './unit-plans.ts';

export async function issueTold(stage: Stage, told: ToldPlan): Promise<void> {
  const { deps, cast } = stage;
  const ownerId = cast.key('demo:uy-ban-nhan-dan-tinh-song-thao');
  const drafter = cast.byEmail(focal);
  const at = on(deps, told.issuedOn);
  const [periodFrom, periodTo] = told.period;
  const id = await create(at, drafter, { unitId: ownerId, title: told.title, periodFrom, periodTo });
  const body = bodyOf(told, cast.unit);
  await change(at, { actor: drafter, id }, { version: await versionOf(at, drafter, id), body });
  await submit(at, { actor: drafter, id }, { version: await versionOf(at, drafter, id) });
  const chief = cast.byEmail(approver);
  await approve(at, { actor: chief, id }, { version: await versionOf(at, chief, id) });
  const { number, issuedOn, signer } = told;
  await issueAndLive(stage, chief, id, { number, issuedOn, signer });
}

/** The plans among the imported documents are issued with their own numbers and days, the older first. */
export async function writeImported(stage: Stage): Promise<void> {
  const { rows } = await sql<{ id: number; number: string; issuedOn: string }>`
    select id, number, issued_on from document
    where demo and status = 'accepted' and type in ('QĐ', 'KH') and number is not null and issued_on is not null
    order by issued_on`.execute(stage.deps.db);
  for (const row of rows) stage.diary.write(row.issuedOn, () => issueImported(stage, row));
}

async function issueImported(
  stage: Stage,
  { id: documentId, number, issuedOn }: { id: number; number: string; issuedOn: string },
): Promise<void> {
  const { deps, cast } = stage;
  const at = on(deps, issuedOn);
  const drafter = cast.byEmail(focal);
  const superior = await superiorOf(stage, documentId);
  const id = await create(at, drafter, { unitId: null, documentId });
  const plan = await one(at, { actor: drafter, id });
  const years = Number(plan.periodTo.slice(0, 4)) - Number(plan.periodFrom.slice(0, 4));
  // What a plan of several years asks of the units stands in their plans of each year.
  const tasks = plan.body.tasks.map(calmer).map((task) => (years > 0 ? { ...task, asksPlan: false } : task));
  const body: PlanBody = { ...plan.body, tasks };
  await change(
    at,
    { actor: drafter, id },
    { version: plan.version, body, ...(superior ? { superiorId: superior } : {}) },
  );
  await issueAndLive(stage, drafter, id, { number, issuedOn, signer: plan.signer ?? 'Trần Quốc Bảo' });
  // The province's plan of the year asks every unit for one of its own.
  if (superior === null && plan.periodFrom.startsWith('2026') && plan.periodTo.startsWith('2026'))
    writeOwnPlans(stage, id);
}

/** A commune's plan carries out the province's of that year. */
async function superiorOf({ deps }: Stage, documentId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select p.id from plan p join document d on d.id = ${documentId}
    where p.status = 'issued' and p.document_id is not null and d.issuer ilike '%xã%'
      and p.period_from >= '2026-01-01' and p.period_to <= '2026-12-31'
    order by p.issued_on limit 1`.execute(deps.db);
  return rows[0]?.id ?? null;
}

// Two invented years, lived through the same services as real ones: plans are drawn up, approved, issued; units receive, report, ask
// for time, are sent back, confirmed, urged, inspected. Every deed has its day; days that are still to come do not happen.
import { sql } from 'kysely';
import { system, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { addLink } from '../duties/evidence.ts';
import { addInspection } from '../duties/inspections.ts';
import { openDuties } from '../duties/open.ts';
import { takeStep } from '../duties/service.ts';
import { answerUrging, urge } from '../duties/urgings.ts';
import { spawnedUpTo } from '../duties/spawn.ts';
import type { PlanBody } from '../plans/body.ts';
import { create } from '../plans/create.ts';
import { issue } from '../plans/issue.ts';
import { approve, change, one, submit } from '../plans/service.ts';
import { castOf, type Cast } from './cast.ts';
import { chanceOf } from './chance.ts';
import { fateOf, type Deed } from './fate.ts';
import { bodyOf, firstHalf, ownTasks, secondHalf, type ToldPlan } from './plans.ts';

type Doing = Pick<Deps, 'db' | 'clock' | 'log'>;

interface Stage {
  readonly deps: Doing;
  readonly cast: Cast;
  readonly diary: Diary;
  readonly today: string;
}

type Entry = () => Promise<void>;

/** What is still to happen, by day. */
interface Diary {
  write(day: string, entry: Entry): void;
  play(until: string, onDay: (day: string) => Promise<void>): Promise<void>;
}

function diaryOf(from: string): Diary {
  const days = new Map<string, Entry[]>();
  return {
    write: (day, entry) => void days.set(day, [...(days.get(day) ?? []), entry]),
    play: async (until, onDay) => {
      for (let day = from; day <= until; day = after(day)) {
        await onDay(day);
        // What a deed writes down for the same day happens on it.
        for (let at = 0; at < (days.get(day)?.length ?? 0); at += 1) await days.get(day)?.[at]?.();
      }
    },
  };
}

const after = (day: string, count = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Nine in the morning in Việt Nam, and some minutes. */
const on = (deps: Doing, day: string): Doing => ({
  ...deps,
  clock: () => new Date(`${day}T02:${String(10 + (day.charCodeAt(9) % 40))}:00Z`),
});

const firstDay = '2025-03-01';
const focal = 'dau-moi@song-thao.example';
const approver = 'phe-duyet@song-thao.example';

/** The documents of the illustration must be in the register. */
export async function play(deps: Doing): Promise<void> {
  const day = today(deps.clock);
  const stage: Stage = { deps, cast: await castOf(deps.db, day), diary: diaryOf(firstDay), today: day };
  for (const told of [firstHalf, secondHalf]) stage.diary.write(told.issuedOn, () => issueTold(stage, told));
  await writeImported(stage);
  stage.diary.write('2026-08-20', () => inspect(stage));
  for (const each of ['2025-12-03', '2026-07-20', '2026-10-15', '2026-11-17'])
    stage.diary.write(each, () => urgeLate(stage, each));
  await stage.diary.play(day, (each) => openPeriods(stage, each));
  await spawnedUpTo(deps.db, day);
  await setRight(stage);
}

/** A new month: recurring tasks open their next duties. */
async function openPeriods(stage: Stage, day: string): Promise<void> {
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
async function live(stage: Stage, ids: readonly number[]): Promise<void> {
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

async function issueTold(stage: Stage, told: ToldPlan): Promise<void> {
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

const versionOf = async (deps: Doing, actor: Actor, id: number): Promise<number> =>
  (await one(deps, { actor, id })).version;

interface Issued {
  readonly number: string;
  readonly issuedOn: string;
  readonly signer: string;
}

async function issueAndLive(stage: Stage, actor: Actor, id: number, issued: Issued): Promise<void> {
  const at = on(stage.deps, issued.issuedOn);
  await issue(at, { actor, id }, { version: await versionOf(at, actor, id), ...issued });
  await stage.deps.db.updateTable('plan').set({ demo: true }).where('id', '=', id).execute();
  const { rows } = await sql<{ id: number }>`select id from duty where plan_id = ${id}`.execute(
    stage.deps.db,
  );
  await live(
    stage,
    rows.map((row) => row.id),
  );
}

/** The plans among the imported documents are issued with their own numbers and days, the older first. */
async function writeImported(stage: Stage): Promise<void> {
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

/** A duty each week would fill every list of an illustration. */
const calmer = (task: PlanBody['tasks'][number]): PlanBody['tasks'][number] =>
  task.due.kind === 'recurring' && (task.due.every === 'week' || task.due.every === 'day')
    ? { ...task, due: { kind: 'recurring', every: 'month' } }
    : task;

/** A commune's plan carries out the province's of that year. */
async function superiorOf({ deps }: Stage, documentId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select p.id from plan p join document d on d.id = ${documentId}
    where p.status = 'issued' and p.document_id is not null and d.issuer ilike '%xã%'
      and p.period_from >= '2026-01-01' and p.period_to <= '2026-12-31'
    order by p.issued_on limit 1`.execute(deps.db);
  return rows[0]?.id ?? null;
}

const drawing: readonly (readonly [key: string, day: string, number: string])[] = [
  ['so-van-hoa-the-thao-va-du-lich', '2026-03-05', '18/KH-SVHTTDL'],
  ['so-ngoai-vu', '2026-03-12', '22/KH-SNgV'],
  ['so-cong-thuong', '2026-03-18', '15/KH-SCT'],
  ['so-giao-duc-va-dao-tao', '2026-03-20', '31/KH-SGDĐT'],
  ['so-khoa-hoc-va-cong-nghe', '2026-04-02', '27/KH-SKHCN'],
  ['bao-va-phat-thanh-truyen-hinh-song-thao', '2026-03-10', '09/KH-BPTTH'],
  ['cong-thong-tin-dien-tu-tinh', '2026-03-16', '04/KH-CTTĐT'],
  ['uy-ban-nhan-dan-phuong-ben-thuong-lua', '2026-03-17', '12/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-nam-hong-giang', '2026-03-19', '16/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-tay-pho-cat', '2026-04-10', '20/KH-UBND'],
  ['uy-ban-nhan-dan-xa-dong-nua-thuong', '2026-03-13', '11/KH-UBND'],
  ['uy-ban-nhan-dan-xa-ban-mo-vang', '2026-03-20', '14/KH-UBND'],
  ['uy-ban-nhan-dan-xa-tan-lua', '2026-05-04', '25/KH-UBND'],
  ['uy-ban-nhan-dan-xa-thac-sim-may', '2026-03-18', '08/KH-UBND'],
  ['so-noi-vu', '2026-03-06', '07/KH-SNV'],
  ['so-tai-chinh', '2026-03-11', '10/KH-STC'],
  ['so-xay-dung', '2026-03-19', '13/KH-SXD'],
  ['so-y-te', '2026-03-20', '16/KH-SYT'],
  ['so-nong-nghiep-va-moi-truong', '2026-03-16', '19/KH-SNNMT'],
  ['so-dan-toc-va-ton-giao', '2026-04-08', '22/KH-SDTTG'],
  ['ban-quan-ly-khu-kinh-te-cua-khau', '2026-03-17', '25/KH-BQLKKT'],
  ['uy-ban-nhan-dan-phuong-dong-lang-sa', '2026-03-12', '28/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-ha-long-thao', '2026-03-18', '31/KH-UBND'],
  ['uy-ban-nhan-dan-xa-khe-sim-da', '2026-03-20', '34/KH-UBND'],
  ['uy-ban-nhan-dan-xa-suoi-huong-lam', '2026-03-25', '37/KH-UBND'],
  ['uy-ban-nhan-dan-xa-na-khoang-bac', '2026-03-13', '40/KH-UBND'],
  ['uy-ban-nhan-dan-xa-yen-lang-thao', '2026-03-20', '43/KH-UBND'],
  ['uy-ban-nhan-dan-xa-deo-ngoc-lung', '2026-06-02', '46/KH-UBND'],
  ['uy-ban-nhan-dan-xa-hoa-ban-trang', '2026-03-19', '49/KH-UBND'],
  ['uy-ban-nhan-dan-xa-chau-thao-ha', '2026-03-18', '52/KH-UBND'],
];

/** The last of them is still a draft. */
const drafting = ['uy-ban-nhan-dan-xa-cam-nuong', 'uy-ban-nhan-dan-xa-van-chai-linh'] as const;

function writeOwnPlans(stage: Stage, superiorId: number): void {
  for (const [key, day, number] of drawing) {
    stage.diary.write(day, async () => {
      const { chief, id } = await drawUp(stage, { key, day, superiorId });
      await issueAndLive(stage, chief, id, { number, issuedOn: day, signer: chief.name });
    });
  }
  for (const key of drafting) {
    stage.diary.write(
      '2026-04-20',
      async () => void (await drawUp(stage, { key, day: '2026-04-20', superiorId })),
    );
  }
}

interface Own {
  readonly key: string;
  readonly day: string;
  readonly superiorId: number;
}

/** Drawn up by the unit's officer from the province's plan; approved, if it is to be issued, by its leader. */
async function drawUp(stage: Stage, { key, day, superiorId }: Own): Promise<{ chief: Actor; id: number }> {
  const { deps, cast } = stage;
  const unitId = cast.key(`demo:${key}`);
  const chief = cast.at(unitId, 'leader');
  const officer = cast.at(unitId, 'officer') ?? chief;
  if (!chief || !officer) throw new Error(`The illustration has nobody at ${key}.`);
  const at = on(deps, day);
  const name = cast.nameOf(unitId);
  const title = `Kế hoạch công tác thông tin đối ngoại năm 2026 của ${name}`;
  const id = await create(at, officer, { unitId, superiorId, title });
  const plan = await one(at, { actor: officer, id });
  const own = bodyOf(
    { objectives: [`Thực hiện kế hoạch của tỉnh trên phạm vi ${name}.`], tasks: ownTasks(name) },
    cast.unit,
  );
  const body: PlanBody = {
    ...own,
    groups: [...plan.body.groups, ...own.groups.map((group) => ({ ...group, id: `own-${group.id}` }))],
    // The plan that is owed is this one; and what it took over it does itself.
    tasks: [
      ...plan.body.tasks
        .filter(({ asksPlan }) => !asksPlan)
        .map((task) => ({
          ...calmer(task),
          lead: [{ name, unitId, part: null }],
          coordinating: [],
          asksPlan: false,
        })),
      ...own.tasks.map((task) => ({ ...task, id: `own-${task.id}`, groupId: `own-${task.groupId}` })),
    ],
  };
  await change(at, { actor: officer, id }, { version: plan.version, body });
  await deps.db.updateTable('plan').set({ demo: true }).where('id', '=', id).execute();
  if (drafting.some((each) => each === key)) return { chief, id };
  await submit(at, { actor: officer, id }, { version: await versionOf(at, officer, id) });
  await approve(at, { actor: chief, id }, { version: await versionOf(at, chief, id) });
  return { chief, id };
}

/** The focal officer urges whoever is late; half of them answer. */
async function urgeLate(stage: Stage, day: string): Promise<void> {
  const { deps, cast } = stage;
  const { rows } = await sql<{
    id: number;
    unitId: number;
  }>`select distinct on (d.unit_id) d.id, d.unit_id from duty d
    where d.due_on < ${day}::date and d.done_on is null and d.cancelled_on is null and d.root_id = ${cast.key('demo:uy-ban-nhan-dan-tinh-song-thao')}
    order by d.unit_id, d.due_on limit 8`.execute(deps.db);
  if (rows.length === 0) return;
  const actor = cast.byEmail(focal);
  const made = await urge(on(deps, day), actor, {
    ids: rows.map(({ id }) => id),
    channel: 'system',
    message: 'Đề nghị đơn vị khẩn trương hoàn thành và báo cáo kết quả trước ngày hẹn.',
    answerBy: after(day, 7),
  });
  for (const [at, urging] of made.rows.entries()) {
    const answerer = cast.at(urging.to.id, 'officer', 'leader');
    if (at % 2 === 1 || !answerer) continue;
    stage.diary.write(after(day, 3), async () => {
      await answerUrging(
        on(deps, after(day, 3)),
        answerer,
        urging.id,
        'Đơn vị đã phân công lại, sẽ báo cáo trong tháng.',
      );
    });
  }
}

async function inspect({ deps, cast }: Stage): Promise<void> {
  const actor = cast.byEmail(focal);
  for (const [key, text, remedy] of [
    [
      'demo:uy-ban-nhan-dan-xa-muong-phang-lai',
      'Chưa có biển chỉ dẫn song ngữ tại bản Nà Pon.',
      'Bổ sung biển Việt - Anh tại hai điểm đón khách.',
    ],
    [
      'demo:so-cong-thuong',
      'Tài liệu giới thiệu sản phẩm mới có bản tiếng Việt.',
      'Dịch sang tiếng Anh và tiếng Trung.',
    ],
  ] as const) {
    await addInspection(on(deps, '2026-08-20'), actor, {
      unitId: cast.key(key),
      onDay: '2026-08-20',
      members: 'Phòng Thông tin, Báo chí, Xuất bản; Sở Ngoại vụ',
      summary: 'Đơn vị đã ban hành kế hoạch và phân công cán bộ đầu mối; còn tồn tại cần khắc phục.',
      findings: [{ dutyId: null, text, remedy, remedyBy: '2026-10-15' }],
    });
  }
}

/** History was written today but happened on its days; and nobody has two years of notices to read. */
async function setRight({ deps }: Stage): Promise<void> {
  await sql`update duty_event set at = day + time '02:30' + (id % 300) * interval '1 minute'`.execute(
    deps.db,
  );
  await sql`update plan_event e set at = coalesce(p.issued_on, p.period_from + 100) + time '01:30' + (e.id % 60) * interval '1 minute'
    from plan p where p.id = e.plan_id and p.demo`.execute(deps.db);
  await sql`update duty set reported_at = done_on + time '02:30' where reported_at is not null and done_on is not null`.execute(
    deps.db,
  );
  await sql`update notice set read_at = at where at < ${deps.clock()}::timestamptz - interval '21 days'`.execute(
    deps.db,
  );
  await sql`update notice set mail = 'none'`.execute(deps.db);
}

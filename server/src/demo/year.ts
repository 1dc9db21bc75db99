// A year is closed: reports called for, filled, sent back, urged, accepted, rolled up, and issued as a document with its files.
import { sql } from 'kysely';
import { setTargets } from '../indicators/targets.ts';
import { create as call } from '../regimes/calls.ts';
import { close } from '../regimes/call-steps.ts';
import { oneCall } from '../regimes/call-list.ts';
import { change, create as setRegime } from '../regimes/service.ts';
import { one as regimeOf } from '../regimes/shown.ts';
import { urgeReports } from '../reports/urge.ts';
import { accept, giveBack } from '../reports/service.ts';
import { chanceOf } from './chance.ts';
import { after } from './diary.ts';
import { departments } from './reporters.ts';
import { focal, on, type Stage } from './stage.ts';
import { issueReport, writeSynthesis } from './year-issue.ts';
import { campaigns, targets, versionsOf, type Campaign } from './year-plan.ts';
import { sendReport } from './year-report.ts';

const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

/** Writes down all that happens with the reports of the years. */
export function writeYears(stage: Stage): void {
  const { cast, deps } = stage;
  const ids = departments.map((key) => cast.key(`demo:${key}`));
  const regime: { id?: number } = {};
  const actor = cast.byEmail(focal);
  const asking = { actor, locale: 'vi' } as const;
  for (const { setOn, validFrom, body } of versionsOf(ids)) {
    stage.diary.write(setOn, async () => {
      const at = on(deps, setOn);
      if (regime.id !== undefined) {
        const { version } = await regimeOf(at, { ...asking, id: regime.id });
        await change(at, { ...asking, id: regime.id }, { version, validFrom, body });
        return;
      }
      const made = await setRegime(at, asking, { ownerId: cast.key(committee), validFrom, body });
      regime.id = made.id;
      await deps.db.updateTable('regime').set({ demo: true }).where('id', '=', made.id).execute();
    });
  }
  for (const campaign of campaigns)
    stage.diary.write(campaign.called, () => begin(stage, campaign, regime.id ?? 0));
}

interface Asked {
  readonly id: number;
  readonly unitId: number;
  readonly key: string;
}

async function begin(stage: Stage, campaign: Campaign, regimeId: number): Promise<void> {
  const { deps, cast, diary } = stage;
  const { year, called } = campaign;
  const at = on(deps, called);
  const actor = cast.byEmail(focal);
  const asking = { actor, locale: 'vi' } as const;
  await aim(stage, campaign);
  const callId = await call(at, asking, { of: 'regime', regimeId, period: String(year) });
  await deps.db.updateTable('reportCall').set({ demo: true }).where('id', '=', callId).execute();
  const { rows } = await sql<Asked & { depth: number }>`select r.id, r.unit_id, u.key, r.depth from report r
    join unit u on u.id = r.unit_id where r.call_id = ${callId} order by r.id`.execute(deps.db);
  for (const asked of rows.filter(({ depth }) => depth > 0)) live(stage, campaign, asked);
  const own = rows.find(({ depth }) => depth === 0);
  if (!own) throw new Error('The illustration lacks the province’s own report.');
  diary.write(campaign.urged, async () => {
    const message =
      'Đã hết thời hạn gửi báo cáo năm; đề nghị đơn vị gửi ngay để Ủy ban nhân dân tỉnh tổng hợp đúng hạn.';
    const answerBy = after(campaign.urged, 3);
    await urgeReports(on(deps, campaign.urged), actor, callId, { message, channel: 'system', answerBy });
  });
  writeSynthesis(stage, campaign, own.id);
  issueReport(stage, campaign, own.id);
  diary.write(campaign.issued, async () => {
    const now = on(deps, campaign.issued);
    const asked = { ...asking, id: callId };
    const { version } = await oneCall(now, asked);
    await close(now, asked, { version });
  });
}

/** What the province set itself for the year. */
async function aim({ deps, cast }: Stage, { year, called }: Campaign): Promise<void> {
  const indicators = await deps.db
    .selectFrom('indicator')
    .select(['id', 'code'])
    .where('ownerId', 'is', null)
    .execute();
  const wanted = Object.entries(targets).flatMap(([code, values]) => {
    const indicator = indicators.find((each) => each.code === code);
    const value = values[year];
    if (!indicator || value === undefined) return [];
    const about = { indicatorId: indicator.id, unitId: cast.key(committee), period: String(year), cell: '' };
    return [{ ...about, value, planId: null, note: null, version: 0 }];
  });
  const asking = { actor: cast.byEmail(focal), locale: 'vi' } as const;
  await setTargets(on(deps, called), asking, { targets: wanted });
}

/** One unit's report: sent in time, late, or sent back once; accepted some days after. */
function live(stage: Stage, campaign: Campaign, { id, unitId, key }: Asked): void {
  const { diary } = stage;
  const bare = key.replace(/^demo:/, '');
  const chance = chanceOf(`${key}|report|${campaign.year}`);
  const report = { id, unitId, key, name: stage.cast.nameOf(unitId), year: campaign.year };
  const back = campaign.sentBack.find((each) => each.key === bare);
  if (back) {
    const { sent, returned, again, code, times, sectionId, reason } = back;
    diary.write(sent, () => sendReport(stage, { ...report, day: sent, wrong: { code, times } }));
    diary.write(returned, () => judge(stage, id, returned, { sectionId, reason }));
    diary.write(again, () => sendReport(stage, { ...report, day: again, wrong: null }));
    diary.write(after(again, 1), () => judge(stage, id, after(again, 1), null));
    return;
  }
  const late = campaign.late.find((each) => each.key === bare)?.sent;
  const sent = late ?? chance.pick(campaign.sending);
  const read = after(sent, late === undefined ? chance.between(1, 2) : 1);
  diary.write(sent, () => sendReport(stage, { ...report, day: sent, wrong: null }));
  diary.write(read, () => judge(stage, id, read, null));
}

async function judge(
  { deps, cast }: Stage,
  id: number,
  day: string,
  back: { readonly sectionId: string; readonly reason: string } | null,
): Promise<void> {
  const at = on(deps, day);
  const asked = { actor: cast.byEmail(focal), locale: 'vi' as const, id };
  const { version } = await deps.db
    .selectFrom('report')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (back) await giveBack(at, asked, { version, reasons: [back] });
  else await accept(at, asked, { version });
}

/** What happened on its days was written down today. */
export async function setYearsRight({ deps }: Stage): Promise<void> {
  await sql`update report_event set at = day + time '02:30' + (id % 300) * interval '1 minute'`.execute(
    deps.db,
  );
}

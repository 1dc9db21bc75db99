// The province's own report: written out of its units', approved with them, and issued as a document.
import { begin } from '../numbers/service.ts';
import { setScheme, showScheme } from '../numbers/scheme.ts';
import { submit as submitDocument } from '../outgoing/check.ts';
import { create } from '../outgoing/create.ts';
import { issue } from '../outgoing/issue.ts';
import { number } from '../outgoing/number.ts';
import { change, one } from '../outgoing/service.ts';
import { sign } from '../outgoing/sign.ts';
import { detail } from '../reports/detail.ts';
import { fill } from '../reports/fill.ts';
import { approve, approveLevel, lock, submit } from '../reports/service.ts';
import { textsBelow } from '../reports/texts-below.ts';
import { chanceOf } from './chance.ts';
import { approver, focal, on, type Stage } from './stage.ts';
import { foot, type Campaign } from './year-plan.ts';
import { figuresIn } from './year-report.ts';
import { sendReport } from './year-sending.ts';
import { synthesis, type UnitText } from './year-synthesis.ts';
import { wordsOf } from './year-words.ts';

const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

/** All below approved at once, the report written and sent, then approved and locked with them. */
export function writeSynthesis(stage: Stage, campaign: Campaign, id: number): void {
  const { deps, cast, diary } = stage;
  const { levelApproved, written, approved } = campaign;
  const chief = { actor: cast.byEmail(approver), locale: 'vi' as const, id };
  const drafter = { actor: cast.byEmail(focal), locale: 'vi' as const, id };
  diary.write(levelApproved, async () => {
    const at = on(deps, levelApproved);
    await approveLevel(at, chief, { version: (await detail(at, chief, id)).version });
  });
  diary.write(written, async () => {
    const at = on(deps, written);
    const report = await detail(at, drafter, id);
    const texts = await unitTexts(stage, campaign, { id, day: written });
    const sections = synthesis({ year: campaign.year, figures: figuresIn(report), texts });
    const filled = await fill(at, drafter, {
      figures: [],
      texts: [...sections].map(([sectionId, content]) => ({ sectionId, content, version: 0 })),
    });
    await submit(at, drafter, { version: filled.version });
  });
  diary.write(approved, async () => {
    const at = on(deps, approved);
    const now = await approve(at, chief, { version: (await detail(at, chief, id)).version });
    await lock(at, chief, { version: now.version });
  });
}

async function unitTexts(
  { deps, cast }: Stage,
  { year }: Campaign,
  { id, day }: { readonly id: number; readonly day: string },
): Promise<UnitText[]> {
  const keys = new Map(
    (await deps.db.selectFrom('unit').select(['id', 'key']).where('demo', '=', true).execute()).map((row) => [
      row.id,
      row.key ?? '',
    ]),
  );
  const { sections } = await textsBelow(on(deps, day), cast.byEmail(focal), id, undefined);
  return sections.flatMap(({ sectionId, rows }) =>
    rows.map(({ reportId, unit, content }): UnitText => {
      const key = keys.get(unit.id) ?? '';
      const summary = wordsOf(key, chanceOf(`${key}|words|${year}`)).get(sectionId)?.summary ?? null;
      return { reportId, sectionId, unit: unit.name, key: key.replace(/^demo:/, ''), content, summary };
    }),
  );
}

/** Drafted by the focal department in the committee's name, checked, signed by the vice chair, numbered and issued by the department. */
export function issueReport(stage: Stage, { drafted, issued, year }: Campaign, reportId: number): void {
  const { deps, cast, diary } = stage;
  const drafter = cast.byEmail(focal);
  const chief = cast.byEmail(approver);
  const made: { id: number } = { id: 0 };
  const version = async () => (await one(deps, { actor: drafter, id: made.id })).version;
  diary.write(drafted, async () => {
    const at = on(deps, drafted);
    await beginNumbers(stage, drafted);
    const unitId = cast.key(committee);
    made.id = await create(at, drafter, { unitId, reportId, body: null, as: 'plan' });
    const { content } = await one(at, { actor: drafter, id: made.id });
    await change(
      at,
      { actor: drafter, id: made.id },
      {
        version: await version(),
        note: 'Bổ sung nơi gửi, người ký',
        content: {
          ...content,
          addressees: ['Bộ Văn hóa, Thể thao và Du lịch'],
          signature: {
            authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
            position: 'PHÓ CHỦ TỊCH',
            name: chief.name,
          },
          recipients: [
            'Như trên',
            'Thường trực Tỉnh ủy (để b/c)',
            'Thường trực Hội đồng nhân dân tỉnh (để b/c)',
            'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh',
            'Các sở, ban, ngành; Ủy ban nhân dân các xã, phường',
            'Lưu: VT, SVHTTDL',
          ],
          contact: foot,
        },
      },
    );
    const asked = { actor: drafter, locale: 'vi', id: made.id } as const;
    await submitDocument(at, asked, { version: await version() });
  });
  diary.write(issued, async () => {
    const at = on(deps, issued);
    await sign(at, { actor: chief, id: made.id }, { version: await version() });
    await number(at, { actor: drafter, id: made.id }, { version: await version() });
    await issue(at, { actor: drafter, locale: 'vi', id: made.id }, { version: await version() });
    await sendReport(stage, { id: made.id, day: issued, year });
    deps.log('info', 'The illustration has closed a year', { year, outgoing: made.id });
  });
}

/** Reports are numbered by themselves; those before were numbered on paper. */
async function beginNumbers({ deps, cast }: Stage, day: string): Promise<void> {
  const actor = cast.byEmail(focal);
  const unitId = cast.key(committee);
  const year = Number(day.slice(0, 4));
  const at = on(deps, day);
  const { version, fromYear, abbreviation, symbol, letterSymbol, bodies } = await showScheme(at, actor, {
    unitId,
    year,
  });
  if (fromYear !== null) return;
  const drafters = [{ name: 'Sở Văn hóa, Thể thao và Du lịch', abbreviation: 'SVHTTDL' }];
  await setScheme(at, actor, {
    unitId,
    version,
    fromYear: year,
    series: 'by-type',
    ownSeries: [],
    abbreviation,
    symbol,
    letterSymbol,
    drafters,
    bodies,
  });
  const reason = 'Các báo cáo trước đó đã đăng ký trong sổ văn bản giấy';
  await begin(at, actor, { unitId, type: 'BC', body: null, after: 26, reason });
}

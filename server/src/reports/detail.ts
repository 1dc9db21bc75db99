// A report with all that hangs on it, as somebody may see it.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor, type Asking } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Forbidden, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import type { Section } from '../regimes/body.ts';
import { abilities, factsOf, isSealed, standingOf, steps, worksOn, type Standing } from './access.ts';
import { isBlank, type Content } from './content.ts';
import { evidenceOf } from './evidence-rows.ts';
import { figuresShown } from './figures.ts';
import { presented } from './list.ts';
import * as queries from './queries.ts';
import { quotedOdd } from './quoted.ts';
import type { CallRecord, ReportRecord } from './queries.ts';
import type * as schema from './schema.ts';
import { wordsOf } from './words.ts';

export type ReportDetail = z.infer<typeof schema.report>;

export interface Opened {
  readonly row: ReportRecord;
  readonly call: CallRecord;
  readonly standing: Standing;
}

/** The report, if the actor may read it; else as if it did not exist. */
export async function readableReport(db: Db, actor: Actor, id: number): Promise<Opened> {
  const row = await queries.reportById(db, id);
  const standing = row && (await standingOf(db, row));
  if (!row || !standing || !may(actor, 'report.read', factsOf(standing)))
    throw new NotFound('no-report', { id });
  const call = await queries.callById(db, row.callId);
  if (!call) throw new NotFound('no-report', { id });
  return { row, call, standing };
}

/** The same for what it says: before it was sent that is not for those above. */
export async function legibleReport(db: Db, actor: Actor, id: number): Promise<Opened> {
  const opened = await readableReport(db, actor, id);
  if (isSealed(actor, opened.standing)) throw new Forbidden('report-not-sent', { id });
  return opened;
}

export async function detail(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  asking: Asking,
  id: number,
): Promise<ReportDetail> {
  const opened = await readableReport(db, asking.actor, id);
  return detailOf(db, { ...asking, day: today(clock) }, opened);
}

export async function detailOf(
  db: Db,
  { actor, locale, day }: Asking & { readonly day: string },
  { row, call, standing }: Opened,
): Promise<ReportDetail> {
  const judges = may(actor, 'report.judge', factsOf(standing));
  const [[shown], figures, texts, evidence, returns, covers, owner] = await Promise.all([
    presented(db, sql`r.id = ${row.id}`, { day, reader: actor }),
    figuresShown(db, row, { call, locale, judges }),
    textsOf(db, row.id),
    evidenceOf(db, [row.id], may(actor, 'report.fill', factsOf(standing))),
    returnsOf(db, row, worksOn(actor, row.unitId)),
    coversOf(db, row.id),
    db.selectFrom('unit').select(['id', 'name']).where('id', '=', call.ownerId).executeTakeFirstOrThrow(),
  ]);
  if (!shown) throw new NotFound('no-report', { id: row.id });
  const { id, name, kind, frequency, period, windowFrom, windowTo, status, note, form } = call;
  const sealed = isSealed(actor, standing);
  const said = sealed
    ? unsaid
    : {
        figures,
        texts,
        evidence: evidence.map((each) => {
          const { reportId: _, ...shownHere } = each;
          return shownHere;
        }),
      };
  return {
    ...shown,
    sealed,
    call: { id, name, owner, kind, frequency, period, from: windowFrom, to: windowTo, status, note, form },
    covers,
    ...said,
    returns,
    derivedAt: row.derivedAt?.toISOString() ?? null,
    unready: sealed ? [] : await unreadyOf(db, { row, call, standing }, { texts, figures, locale }),
    may: abilities(actor, standing),
  };
}

const unsaid: Pick<ReportDetail, 'figures' | 'texts' | 'evidence'> = { figures: [], texts: [], evidence: [] };

type Texts = ReportDetail['texts'];

async function textsOf(db: Db, reportId: number): Promise<Texts> {
  const rows = await queries.textsOf(db, [reportId]);
  const names = await queries.personNames(
    db,
    rows.flatMap(({ changedBy }) => changedBy ?? []),
  );
  return rows.map(({ sectionId, content, version, changedBy, changedAt }) => ({
    sectionId,
    content,
    version,
    changedBy: (changedBy !== null && names.get(changedBy)) || null,
    changedAt: changedAt.toISOString(),
  }));
}

/** What was said when it was last sent back, or given back within the unit; once it goes on again these are answered. */
async function returnsOf(
  db: Db,
  { id, status }: ReportRecord,
  within: boolean,
): Promise<ReportDetail['returns']> {
  if (status !== 'returned' && status !== 'draft') return [];
  const { rows } = await sql<{
    sectionId: string | null;
    reason: string | null;
    at: Date;
    who: string | null;
    within: boolean;
  }>`
    select e.section_id, e.reason, e.at, p.name as who, e.action = 'given-back' as within
    from report_event e left join person p on p.id = e.person_id
    where e.report_id = ${id} and (e.action in ('returned', 'reopened') and ${status} = 'returned' or ${within} and e.action = 'given-back')
      and e.id > coalesce((select max(s.id) from report_event s where s.report_id = e.report_id
        and (s.action = 'submitted' or s.action = 'handed' and e.action = 'given-back')), 0)
    order by e.id`.execute(db);
  return rows.map(({ at, reason, ...row }) => ({ ...row, reason: reason ?? '', at: at.toISOString() }));
}

async function coversOf(db: Db, reportId: number): Promise<ReportDetail['covers']> {
  return db
    .selectFrom('reportPart')
    .innerJoin('unit', 'unit.id', 'reportPart.unitId')
    .select(['unit.id', 'unit.name'])
    .where('reportId', '=', reportId)
    .orderBy('unit.name')
    .limit(500)
    .execute();
}

interface Filled {
  readonly texts: readonly { readonly sectionId: string; readonly content: Content }[];
  readonly figures: ReportDetail['figures'];
  readonly locale: Locale;
}

type Unready = ReportDetail['unready'][number];

/** What a sending is refused for (`blocks`), and what is worth a look before it. */
export async function unreadyOf(
  db: Db,
  { row, call, standing }: Opened,
  { texts, figures, locale }: Filled,
): Promise<Unready[]> {
  if (!steps.submit.open(standing)) return [];
  const text = new Map(texts.map(({ sectionId, content }) => [sectionId, content]));
  const blank = ({ id, text: asks }: Section) => {
    const content = text.get(id);
    return asks && (!content || isBlank(content));
  };
  const sections = call.form.outline.filter(blank).map(({ id, title, required }): Unready => {
    const code = required ? 'section-blank' : 'section-empty';
    return { code, sectionId: id, blocks: required, text: wordsOf(code, { section: title }, locale) };
  });
  const below = await unsettledBelow(db, row.id);
  return [
    ...sections.filter(({ blocks }) => blocks),
    ...missingFigures(call, figures, locale),
    ...(below > 0
      ? [
          {
            code: 'below-not-in',
            sectionId: null,
            blocks: false,
            text: wordsOf('below-not-in', { n: below }, locale),
          },
        ]
      : []),
    ...differing(call, { texts, figures, locale }),
    ...(await quotedOdd(db, row.id, { form: call.form, locale })),
    ...sections.filter(({ blocks }) => !blocks),
  ];
}

const sectionOf = ({ form }: CallRecord, code: string): string | null =>
  form.outline.find(({ indicators }) => indicators.includes(code))?.id ?? null;

/** A required figure that nobody has given, and without a note that says why. */
function missingFigures(call: CallRecord, figures: ReportDetail['figures'], locale: Locale): Unready[] {
  const whole = new Map(
    figures.filter(({ cell }) => cell === '').map((figure) => [figure.indicatorId, figure]),
  );
  return call.form.indicators.flatMap(({ id, code, name, required }) => {
    const figure = whole.get(id);
    const given = figure && (figure.total !== null || figure.note !== null);
    if (!required || given) return [];
    const text = wordsOf('figure-blank', { name }, locale);
    return [{ code: 'figure-blank', sectionId: sectionOf(call, code), blocks: true, text }];
  });
}

/** A number in the text that is not what the figure says now. */
function differing(call: CallRecord, { texts, figures, locale }: Filled): Unready[] {
  const now = new Map(figures.map((figure) => [`${figure.indicatorId} ${figure.cell}`, figure]));
  const title = new Map(call.form.outline.map((section) => [section.id, section.title]));
  const name = new Map(call.form.indicators.map((indicator) => [indicator.id, indicator.name]));
  return texts.flatMap(({ sectionId, content }) =>
    content.paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ figure, text }): Unready[] => {
        if (!figure || figure.reportId !== null || figure.value === null) return [];
        const found = now.get(`${figure.indicatorId} ${figure.cell}`);
        const value = found?.total ?? found?.value ?? null;
        if (value === figure.value) return [];
        const values = {
          section: title.get(sectionId) ?? sectionId,
          said: text,
          now: value ?? '–',
          name: name.get(figure.indicatorId) ?? '',
        };
        return [
          { code: 'text-differs', sectionId, blocks: false, text: wordsOf('text-differs', values, locale) },
        ];
      }),
    ),
  );
}

/** Reports directly below that are neither accepted nor excused. */
export async function unsettledBelow(db: Db, reportId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from report where parent_id = ${reportId}
    and not counted and excused_on is null and merged_into is null`.execute(db);
  return rows[0]?.n ?? 0;
}

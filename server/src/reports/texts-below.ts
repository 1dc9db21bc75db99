// What the reports directly below say in each section, side by side, with what proves it; the drafter takes from there.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import type { CallForm } from '../regimes/body.ts';
import { readable } from './access.ts';
import { emptyContent, isBlank, type Content } from './content.ts';
import { readableReport } from './detail.ts';
import { evidenceOf, type Evidence } from './evidence-rows.ts';
import type * as schema from './rollup-schema.ts';

type Below = z.infer<typeof schema.belowTexts>;
type Row = Below['sections'][number]['rows'][number];

interface Report {
  readonly reportId: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly status: Row['status'];
  readonly counted: boolean;
}

interface Text {
  readonly reportId: number;
  readonly sectionId: string;
  readonly content: Content;
  readonly used: boolean;
}

async function reportsBelow(db: Db, actor: Actor, id: number): Promise<readonly Report[]> {
  const { rows } =
    await sql<Report>`select r.id as report_id, u.id as unit_id, u.name as unit_name, r.status, r.counted
    from report r join report_call c on c.id = r.call_id join unit u on u.id = r.unit_id
    where r.parent_id = ${id} and r.merged_into is null and r.status <> 'draft' and ${readable(actor)}
    order by u.name, r.id`.execute(db);
  return rows;
}

async function textsOf(db: Db, id: number, reportIds: readonly number[]): Promise<readonly Text[]> {
  const { rows } = await sql<Text>`select t.report_id, t.section_id, t.content,
      exists (select 1 from report_link l where l.report_id = ${id} and l.source_report_id = t.report_id
        and l.source_section_id = t.section_id) as used
    from report_text t where t.report_id = any(${[...reportIds]}::bigint[])`.execute(db);
  return rows.filter(({ content }) => !isBlank(content ?? emptyContent));
}

/** What proves a figure stands where the figure does. */
function sectionsOf({ outline, indicators }: CallForm): (evidence: Evidence) => string | null {
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const at = new Map(outline.flatMap(({ id, indicators: all }) => all.map((code) => [code, id] as const)));
  return ({ sectionId, indicatorId }) =>
    sectionId ?? (indicatorId === null ? null : (at.get(codes.get(indicatorId) ?? '') ?? null));
}

export async function textsBelow(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  id: number,
  section: string | undefined,
): Promise<Below> {
  const { call } = await readableReport(db, actor, id);
  const reports = await reportsBelow(db, actor, id);
  const ids = reports.map(({ reportId }) => reportId);
  const [texts, proofs] = await Promise.all([textsOf(db, id, ids), evidenceOf(db, ids, false)]);
  const key = (reportId: number, sectionId: string | null) => `${reportId} ${sectionId}`;
  const textAt = new Map(texts.map((text) => [key(text.reportId, text.sectionId), text]));
  const sectionOf = sectionsOf(call.form);
  const proofsAt = Map.groupBy(proofs, (each) => key(each.reportId, sectionOf(each)));
  const rowsOf = (sectionId: string): Row[] =>
    reports.flatMap(({ unitId, unitName, ...report }) => {
      const text = textAt.get(key(report.reportId, sectionId));
      const evidence = proofsAt.get(key(report.reportId, sectionId)) ?? [];
      if (!text && evidence.length === 0) return [];
      const said = { content: text?.content ?? emptyContent, used: text?.used ?? false };
      return [{ ...report, unit: { id: unitId, name: unitName }, ...said, evidence: evidence.map(bare) }];
    });
  return {
    sections: call.form.outline
      .filter((each) => section === undefined || each.id === section)
      .map(({ id: sectionId }) => ({ sectionId, rows: rowsOf(sectionId) })),
  };
}

const bare = ({ id, kind, title, url, documentId, dutyId, indicatorId, cell }: Evidence) => ({
  id,
  kind,
  title,
  url,
  documentId,
  dutyId,
  indicatorId,
  cell,
});

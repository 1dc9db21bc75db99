// Texts as they are written, with the reports and figures that they name: all of them kept at once.
import { bearsSecrecyMark } from '@nhipcau/document';
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { Invalid, NotFound } from '../errors.ts';
import { readable } from './access.ts';
import { plainOf } from './content.ts';
import type * as schema from './input-schema.ts';
import type { Taken, Trx } from './step.ts';

type TextInput = z.infer<typeof schema.reportChange>['texts'][number];

/** As each section will stand; null: somebody has changed one of them since it was seen. Nothing is written yet. */
export async function textChanges(
  { trx, row, call }: Taken,
  inputs: readonly TextInput[],
): Promise<readonly TextInput[] | null> {
  if (inputs.length === 0) return [];
  const held = new Map(
    (
      await trx
        .selectFrom('reportText')
        .select(['sectionId', 'version'])
        .where('reportId', '=', row.id)
        .execute()
    ).map(({ sectionId, version }) => [sectionId, version]),
  );
  for (const { sectionId, content, version } of inputs) {
    if (!call.form.outline.some(({ id }) => id === sectionId))
      throw new Invalid('report-no-section', { section: sectionId });
    // Secrets are refused at the door, also where they are typed (Luật 117/2025/QH15).
    if (bearsSecrecyMark([plainOf(content)])) throw new Invalid('text-secret-mark');
    if ((held.get(sectionId) ?? 0) !== version) return null;
    // Written twice in one change, the second has seen the first.
    held.set(sectionId, version + 1);
  }
  return [
    ...new Map(inputs.map((each) => [each.sectionId, { ...each, version: each.version + 1 }])).values(),
  ];
}

export async function keepTexts(
  { trx, row, actor }: Taken,
  changes: readonly TextInput[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes);
  await sql`insert into report_text (report_id, section_id, content, version, changed_by, changed_at)
    select ${row.id}, "sectionId", content, version, ${actor.personId}::bigint, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as x("sectionId" text, content jsonb, version integer)
    on conflict (report_id, section_id) do update set content = excluded.content, version = excluded.version,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(trx);
  await keepLinks(trx, actor, { reportId: row.id, texts: changes });
}

interface Link {
  readonly section: string;
  readonly r: number;
  readonly s: string | null;
  readonly i: number | null;
  readonly c: string | null;
}

interface Linking {
  readonly reportId: number;
  readonly texts: readonly TextInput[];
}

const linksIn = ({ reportId, texts }: Linking): readonly Link[] =>
  texts.flatMap(({ sectionId: section, content }) =>
    content.paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ sources = [], figure }): Link[] => [
        ...sources.map((each) => ({ section, r: each.reportId, s: each.sectionId, i: null, c: null })),
        ...(figure
          ? [{ section, r: figure.reportId ?? reportId, s: null, i: figure.indicatorId, c: figure.cell }]
          : []),
      ]),
    ),
  );

/** Every report that a text names anew is one that its writer may read; what others quoted before them stays quoted. */
async function keepLinks(trx: Trx, actor: Actor, linking: Linking): Promise<void> {
  const { reportId, texts } = linking;
  const unique = [...new Map(linksIn(linking).map((link) => [JSON.stringify(link), link])).values()];
  const ids = [...new Set(unique.map(({ r }) => r))].filter((id) => id !== reportId);
  const { rows } = await sql<{ id: number }>`select r.id from report r join report_call c on c.id = r.call_id
    where r.id = any(${ids}::bigint[]) and (${readable(actor)}
      or exists (select 1 from report_link l where l.report_id = ${reportId} and l.source_report_id = r.id))`.execute(
    trx,
  );
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new NotFound('no-report', { id: missing });
  const indicators = [...new Set(unique.flatMap(({ i }) => i ?? []))];
  const there = await trx
    .selectFrom('indicator')
    .select('id')
    .where(sql<boolean>`id = any(${indicators}::bigint[])`)
    .execute();
  const absent = indicators.find((id) => !there.some((each) => each.id === id));
  if (absent !== undefined) throw new Invalid('report-no-indicator', { id: absent });
  const sections = texts.map(({ sectionId }) => sectionId);
  await sql`delete from report_link where report_id = ${reportId} and section_id = any(${sections}::text[])`.execute(
    trx,
  );
  if (unique.length === 0) return;
  await sql`insert into report_link (report_id, section_id, no, source_report_id, source_section_id, indicator_id, cell)
    select ${reportId}, section, no, r, s, i, c
    from jsonb_to_recordset(${JSON.stringify(unique.map((link, no) => ({ ...link, no })))}::jsonb)
      as x(section text, no integer, r bigint, s text, i bigint, c text)`.execute(trx);
}

// Texts that a section quotes and that are not what they were: their report was sent back or opened again, or they were changed since.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Locale } from '../http/locale.ts';
import type { CallForm } from '../regimes/body.ts';
import { wordsOf } from './words.ts';

interface Quoted {
  readonly sectionId: string;
  readonly unit: string;
  readonly counted: boolean;
}

export interface Odd {
  readonly code: string;
  readonly sectionId: string;
  readonly blocks: false;
  readonly text: string;
}

/** More than this nobody reads. */
const most = 100;

export async function quotedOdd(
  db: Db,
  reportId: number,
  { form, locale }: { readonly form: CallForm; readonly locale: Locale },
): Promise<Odd[]> {
  const { rows } = await sql<Quoted>`select distinct l.section_id, u.name as unit, s.counted
    from report_link l join report s on s.id = l.source_report_id join unit u on u.id = s.unit_id
      join report_text here on here.report_id = l.report_id and here.section_id = l.section_id
      left join report_text there on there.report_id = s.id and there.section_id = l.source_section_id
    where l.report_id = ${reportId} and l.source_report_id <> l.report_id and l.indicator_id is null
      and (not s.counted or there.changed_at > here.changed_at)
    order by l.section_id, u.name limit ${most}`.execute(db);
  const title = new Map(form.outline.map((section) => [section.id, section.title]));
  return rows.map(({ sectionId, unit, counted }) => {
    const code = counted ? 'source-changed' : 'source-open';
    const section = title.get(sectionId) ?? sectionId;
    return { code, sectionId, blocks: false, text: wordsOf(code, { section, unit }, locale) };
  });
}

// Urgings as they are shown: who urged whom, by what, when, about which duties, answered or not.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type * as schema from './urging-schema.ts';

export type Urging = z.infer<typeof schema.urging>;

interface UrgingRecord {
  readonly id: number;
  readonly fromId: number | null;
  readonly fromName: string | null;
  readonly toId: number;
  readonly toName: string;
  readonly who: string | null;
  readonly channel: Urging['channel'];
  readonly reference: string | null;
  readonly message: string;
  readonly urgedOn: string;
  readonly answerBy: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
  readonly duties: readonly { readonly id: number; readonly text: string }[];
  readonly reports: readonly { readonly id: number; readonly text: string }[];
}

/** `where` speaks of the urging as "ug"; `only`: of its duties just this one, for readers who may not know the others. */
export async function urgingRows(
  db: Db,
  where: RawBuilder<unknown>,
  { page = sql``, only = null }: { readonly page?: RawBuilder<unknown>; readonly only?: number | null } = {},
): Promise<readonly UrgingRecord[]> {
  const { rows } = await sql<UrgingRecord>`select ug.id, f.id as from_id, f.name as from_name, t.id as to_id,
      t.name as to_name, p.name as who, ug.channel, ug.reference, ug.message, ug.urged_on, ug.answer_by, ug.answered_at,
      a.name as answered_by, ug.answer,
      (select coalesce(json_agg(json_build_object('id', d.id, 'text', k.text) order by d.id), '[]'::json)
        from urging_duty ud join duty d on d.id = ud.duty_id join task k on k.id = d.task_id
        where ud.urging_id = ug.id and (${only}::bigint is null or d.id = ${only})) as duties,
      (select coalesce(json_agg(json_build_object('id', r.id, 'text', c.name) order by r.id), '[]'::json)
        from urging_report ur join report r on r.id = ur.report_id join report_call c on c.id = r.call_id
        where ur.urging_id = ug.id) as reports
    from urging ug join unit t on t.id = ug.to_unit_id left join unit f on f.id = ug.from_unit_id
      left join person p on p.id = ug.person_id left join person a on a.id = ug.answered_by
    where ${where} order by ug.answered_at is not null, ug.urged_on desc, ug.id desc ${page}`.execute(db);
  return rows;
}

export function presentUrging(row: UrgingRecord, actor: Actor): Urging {
  const { fromId, fromName, toId, toName, answeredAt, duties, reports, ...rest } = row;
  return {
    ...rest,
    from: fromId === null ? null : { id: fromId, name: fromName ?? '' },
    to: { id: toId, name: toName },
    answeredAt: answeredAt?.toISOString() ?? null,
    duties: [...duties],
    reports: [...reports],
    mayAnswer: answeredAt === null && may(actor, 'duty.report', { unitId: toId }),
  };
}

// Lists of reports as a table: what is owed, and who has reported in a call, on time, late or not at all.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Locale } from '../http/locale.ts';
import { choosing, portionsOf, type Column } from '../sheets/column.ts';
import { placesOf } from '../units/places.ts';
import { classes, periodWords, statuses } from './export-words.ts';
import { conditions, orders, presented, type Reading, type ReportRow } from './list.ts';
import type * as schema from './schema.ts';

export type Query = Omit<z.infer<typeof schema.reportQuery>, 'page' | 'size'>;

export function reportColumns(locale: Locale): readonly Column<ReportRow>[] {
  const pick = choosing(locale);
  const state = ({ class: found, mergedInto }: ReportRow) =>
    mergedInto === null
      ? pick(...classes[found])
      : pick('Gộp vào báo cáo khác', 'Merged into another report');
  return [
    { key: 'no', name: pick('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
    { key: 'call', name: pick('Đợt báo cáo', 'Call'), width: 44, value: ({ callName }) => callName },
    {
      key: 'period',
      name: pick('Kỳ báo cáo', 'Period'),
      width: 20,
      value: ({ period }) => periodWords(period, locale),
    },
    {
      key: 'unit',
      name: pick('Đơn vị báo cáo', 'Reporting unit'),
      width: 40,
      value: ({ unit }) => unit.name,
    },
    {
      key: 'unitNow',
      name: pick('Đơn vị hiện nay', 'Unit today'),
      width: 30,
      value: ({ heir }) => heir?.name ?? null,
    },
    {
      key: 'receiver',
      name: pick('Gửi đến', 'To'),
      width: 40,
      value: ({ receiver }) => receiver?.name ?? null,
    },
    { key: 'standing', name: pick('Đúng hạn, quá hạn', 'On time or late'), width: 24, value: state },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 18,
      value: ({ status }) => pick(...statuses[status]),
    },
    { key: 'dueOn', name: pick('Hạn gửi', 'Due'), width: 13, type: 'day', value: ({ dueOn }) => dueOn },
    {
      key: 'firstDueOn',
      name: pick('Hạn ban đầu', 'First due'),
      width: 13,
      type: 'day',
      value: ({ firstDueOn }) => firstDueOn,
    },
    {
      key: 'sentOn',
      name: pick('Ngày gửi', 'Sent on'),
      width: 13,
      type: 'day',
      value: ({ submittedOn }) => submittedOn,
    },
    { key: 'sentBy', name: pick('Người gửi', 'Sent by'), width: 24, value: ({ submittedBy }) => submittedBy },
    {
      key: 'urged',
      name: pick('Đôn đốc chưa trả lời', 'Urged, unanswered'),
      width: 12,
      type: 'number',
      value: ({ urged }) => urged,
    },
    {
      key: 'reopened',
      name: pick('Số lần mở lại', 'Times reopened'),
      width: 12,
      type: 'number',
      value: ({ reopened }) => reopened,
    },
    { key: 'excuse', name: pick('Lý do miễn', 'Excused because'), width: 36, value: ({ excuse }) => excuse },
    {
      key: 'belowSent',
      name: pick('Cấp dưới đã gửi', 'Sent from below'),
      width: 12,
      type: 'number',
      value: ({ below }) => below?.sent ?? null,
    },
    {
      key: 'belowExpected',
      name: pick('Cấp dưới phải gửi', 'Expected from below'),
      width: 12,
      type: 'number',
      value: ({ below }) => below?.expected ?? null,
    },
    {
      key: 'movedOn',
      name: pick('Cập nhật', 'Last moved'),
      width: 13,
      type: 'day',
      value: ({ lastMovedOn }) => lastMovedOn,
    },
  ];
}

const portion = 500;

/** The list as it was when it began. */
export async function reportPortions(
  { db, clock }: Reading,
  actor: Actor,
  query: Query,
): Promise<AsyncIterable<readonly ReportRow[]>> {
  const day = today(clock);
  const where = conditions(query, { actor, places: await placesOf(db), day });
  const { rows } = await sql<{ id: number }>`select r.id from report r join report_call c on c.id = r.call_id
    join unit u on u.id = r.unit_id where ${sql.join(where, sql` and `)} order by ${orders[query.sort]}`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  return portionsOf(ids, portion, async (some) => {
    const found = await presented(db, sql`r.id = any(${[...some]}::bigint[])`, { day });
    const byId = new Map(found.map((row) => [row.id, row]));
    return some.flatMap((id) => byId.get(id) ?? []);
  });
}

// Duties as a register that indicators count: each as it stood at the end of a window.
import { sql, type RawBuilder } from 'kysely';
import type { Register, Span } from '../indicators/register.ts';
import { classSql, dueThen } from './filter.ts';

const rows = ({ asOf }: Span, units: RawBuilder<unknown>) => {
  const when = { day: asOf, asOf: true };
  const due = sql`case when c.duty_id is null then d.due_on else c.before_on end`;
  const done = sql`case when d.done_on <= ${asOf}::date then d.done_on end`;
  return sql`select d.id as record_id, coalesce(m.from_unit_id, d.unit_id) as unit_id,
      ${classSql(when)} as class, d.role, g.name as "group", coalesce(m.from_unit_id, d.unit_id)::text as unit,
      t.text, array_to_string(t.outputs, '; ') as output, cardinality(t.outputs) as outputs,
      p.number as plan, d.period, ${due} as due_on, ${done} as done_on, d.opened_on,
      coalesce(${due}, ${done}, d.opened_on) as counted_on,
      to_char(coalesce(${due}, ${done}, d.opened_on), 'MM') as month,
      (select count(*) from evidence e where e.duty_id = d.id and e.state = 'kept'
        and (e.added_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${asOf}::date
        and coalesce((e.removed_at at time zone 'Asia/Ho_Chi_Minh')::date > ${asOf}::date, true)) as evidence,
      exists (select 1 from evidence e where e.duty_id = d.id and e.state = 'kept'
        and (e.added_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${asOf}::date
        and coalesce((e.removed_at at time zone 'Asia/Ho_Chi_Minh')::date > ${asOf}::date, true)) as proven,
      (select count(*) from urging_duty ud join urging ug on ug.id = ud.urging_id
        where ud.duty_id = d.id and ug.urged_on <= ${asOf}::date) as urged
    from duty d join task t on t.id = d.task_id left join task_group g on g.id = d.group_id
      left join plan p on p.id = d.plan_id ${dueThen(when)}
    where d.opened_on <= ${asOf}::date and (d.cancelled_on is null or d.cancelled_on > ${asOf}::date)
      and (d.unit_id = any(array(${units})) or m.from_unit_id = any(array(${units})))`;
};

export const dutyRegister: Register = {
  key: 'duty',
  label: ['nhiệm vụ được giao', 'duties'],
  description: [
    'Mỗi việc một đơn vị phải làm của một nhiệm vụ trong một kỳ, theo tình trạng vào ngày chốt số liệu. Việc đã hủy không tính.',
    'What one unit has to do of one task in one period, as it stood at the close of data. Cancelled ones do not count.',
  ],
  fields: [
    {
      name: 'class',
      label: ['phân loại', 'class'],
      type: 'word',
      values: [
        { key: 'on-time', label: ['hoàn thành đúng hạn', 'done on time'] },
        { key: 'late', label: ['hoàn thành quá hạn', 'done late'] },
        { key: 'in-term', label: ['trong hạn', 'in term'] },
        { key: 'overdue', label: ['quá hạn', 'overdue'] },
      ],
    },
    {
      name: 'role',
      label: ['vai trò', 'role'],
      type: 'word',
      values: [
        { key: 'lead', label: ['chủ trì', 'leads'] },
        { key: 'coordinating', label: ['phối hợp', 'coordinates'] },
      ],
    },
    { name: 'group', label: ['nhóm nhiệm vụ', 'group of tasks'], type: 'word' },
    { name: 'unit', label: ['đơn vị (mã số)', 'unit (number)'], type: 'word' },
    { name: 'text', label: ['nội dung', 'text'], type: 'word' },
    { name: 'output', label: ['sản phẩm', 'output'], type: 'word' },
    { name: 'outputs', label: ['số sản phẩm', 'number of outputs'], type: 'number' },
    { name: 'plan', label: ['kế hoạch (số, ký hiệu)', 'plan (number)'], type: 'word' },
    { name: 'period', label: ['kỳ', 'period'], type: 'word' },
    { name: 'due_on', label: ['hạn', 'due day'], type: 'day' },
    { name: 'done_on', label: ['ngày hoàn thành', 'day done'], type: 'day' },
    { name: 'opened_on', label: ['ngày giao', 'day handed down'], type: 'day' },
    {
      name: 'counted_on',
      label: ['ngày tính (hạn, nếu không có thì ngày hoàn thành)', 'day it counts on (due, else done)'],
      type: 'day',
    },
    { name: 'month', label: ['tháng', 'month'], type: 'word', dimension: 'month' },
    { name: 'evidence', label: ['số minh chứng', 'pieces of evidence'], type: 'number' },
    { name: 'proven', label: ['có minh chứng', 'has evidence'], type: 'flag' },
    { name: 'urged', label: ['số lần đôn đốc', 'times urged'], type: 'number' },
  ],
  rows,
  show: async (db, ids) => {
    const { rows: found } = await sql<{ id: number; text: string }>`select d.id, t.text from duty d
      join task t on t.id = d.task_id where d.id = any(${[...ids]}::bigint[])`.execute(db);
    return new Map(found.map(({ id, text }) => [id, { title: text, href: `/viec/${id}` }]));
  },
};

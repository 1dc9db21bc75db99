// A draft of a plan: the plan itself as a document, or a decision that issues it with its list of tasks (danh mục).
import { readable } from '../plans/access.ts';
import type { PlanAgency, PlanBody, PlanDue, PlanTask } from '../plans/body.ts';
import type { Content } from './content.ts';
import type { Drafted, Drawing } from './create.ts';
import { item, shortDay, table, type Cell } from './pieces.ts';

type Block = Content['body'][number];

export async function draftOfPlan(
  { db, actor, letterhead, drafter }: Drawing,
  { planId, as }: { readonly planId: number; readonly as: 'plan' | 'decision' },
): Promise<Drafted> {
  const plan = await readable(db, actor, planId);
  const { superior, agency, place, signature, name } = letterhead;
  const head = { superior, agency, place, signature, addressees: [], bases: [...plan.body.bases] };
  const archive = `Lưu: VT${drafter ? `, ${drafter}` : ''}`;
  const units = unitsIn(plan.body);
  const subject = subjectOf(plan.title);
  const named = `Kế hoạch ${lowered(subject)}`;
  const made: Content =
    as === 'plan'
      ? {
          ...head,
          type: 'KH',
          title: subject,
          body: [opening(name), ...bodyOf(plan.body)],
          recipients: [...units, archive],
          attached: [],
        }
      : {
          ...head,
          type: 'QĐ',
          title: `Ban hành ${named}`,
          authority: agency,
          body: articles(named, units),
          recipients: ['Như Điều 3', archive],
          attached: [
            { type: 'KẾ HOẠCH', title: subject, body: bodyOf(plan.body) },
            {
              type: 'DANH MỤC',
              title: 'Nhiệm vụ thực hiện Kế hoạch',
              landscape: true,
              body: [listOf(plan.body)],
            },
          ],
        };
  return { content: made, source: { planId }, demo: plan.demo };
}

const lowered = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

/** "Về việc ban hành Kế hoạch công tác …" is about "Công tác …": what stands before it is printed anyway. */
function subjectOf(title: string): string {
  const bare = title.replace(/^(?:về việc|v\/v)\s+/iu, '').replace(/^ban hành\s+/iu, '');
  const subject = bare.replace(/^kế hoạch\s+/iu, '').trim() || title;
  return subject.slice(0, 1).toLocaleUpperCase('vi') + subject.slice(1);
}

const opening = (name: string): Block => ({
  type: 'text',
  line: `${name} ban hành Kế hoạch như sau:`,
});

function articles(named: string, units: readonly string[]): Block[] {
  const bearers = units.length > 0 ? units.join('; ') : 'các cơ quan, đơn vị liên quan';
  return [
    item('article', `Ban hành kèm theo Quyết định này ${named}.`),
    item('article', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    item('article', `Thủ trưởng các cơ quan, đơn vị: ${bearers} chịu trách nhiệm thi hành Quyết định này.`),
  ];
}

function bodyOf(body: PlanBody): Block[] {
  const objectives = [...body.objectives, ...body.targets.map(({ text }) => text)];
  return [
    ...section(
      'MỤC ĐÍCH, YÊU CẦU',
      objectives.map((line) => item('number', line)),
    ),
    ...section('NHIỆM VỤ', tasksOf(body)),
    ...section(
      'TỔ CHỨC THỰC HIỆN',
      body.arrangements.map((line) => item('number', line)),
    ),
  ];
}

const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [item('roman', title, true), ...blocks];

/** Tasks of a group stand under its title; those of none come first. */
function tasksOf({ groups, tasks }: PlanBody): Block[] {
  const grouped = groups.filter(({ id }) => tasks.some(({ groupId }) => groupId === id));
  const known = new Set(grouped.map(({ id }) => id));
  const loose = tasks.filter(({ groupId }) => groupId === null || !known.has(groupId));
  return [
    ...loose.flatMap((task) => taskOf(task, 'number')),
    ...grouped.flatMap(({ id, title }) => [
      item('number', title, true),
      ...tasks.filter(({ groupId }) => groupId === id).flatMap((task) => taskOf(task, 'letter')),
    ]),
  ];
}

function taskOf(task: PlanTask, level: 'number' | 'letter'): Block[] {
  const line = (label: string, text: string) => (text === '' ? [] : [item('dash', `${label}: ${text}`)]);
  return [
    item(level, task.text),
    ...task.items.map((text) => item('dash', text)),
    ...line('Đơn vị chủ trì', names(task.lead)),
    ...line('Đơn vị phối hợp', names(task.coordinating)),
    ...line('Thời gian thực hiện', timeOf(task)),
    ...line('Sản phẩm', task.outputs.join('; ')),
    ...line('Kinh phí', task.budget ?? ''),
  ];
}

const names = (agencies: readonly PlanAgency[]) => agencies.map(({ name }) => name).join('; ');

const intervals = {
  'five-years': '5 năm một lần',
  year: 'hằng năm',
  'half-year': '6 tháng một lần',
  quarter: 'hằng quý',
  month: 'hằng tháng',
  week: 'hằng tuần',
  day: 'hằng ngày',
} as const;

function timeOf({ due, onCall }: Pick<PlanTask, 'due' | 'onCall'>): string {
  return [duePhrase(due), ...(onCall ? ['khi có yêu cầu'] : [])].filter(Boolean).join(', ');
}

function duePhrase(due: PlanDue): string {
  if (due.kind === 'by') return `trước ngày ${shortDay(due.date)}`;
  if (due.kind === 'during') return `từ ngày ${shortDay(due.from)} đến ngày ${shortDay(due.to)}`;
  if (due.kind === 'recurring') return due.every === null ? 'thường xuyên' : intervals[due.every];
  return '';
}

/** The units that the tasks name, each once, in the order of the plan. */
function unitsIn({ tasks }: PlanBody): string[] {
  const all = tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating].map(({ name }) => name));
  const first = new Map(all.toReversed().map((name) => [name.toLocaleLowerCase('vi'), name]));
  const known = [...new Set(all.map((name) => name.toLocaleLowerCase('vi')))];
  return known.flatMap((key) => first.get(key) ?? []).slice(0, 60);
}

function listOf({ groups, tasks }: PlanBody): Block {
  const title = new Map(groups.map((group) => [group.id, group.title]));
  // A column that would be empty from top to bottom says nothing.
  const outputs = tasks.some((task) => task.outputs.length > 0);
  const head = [
    'TT',
    'Nhiệm vụ',
    'Đơn vị chủ trì',
    'Đơn vị phối hợp',
    'Thời gian',
    ...(outputs ? ['Sản phẩm'] : []),
  ];
  const rows: Cell[][] = [];
  let group: string | null = null;
  for (const [at, task] of tasks.entries()) {
    const under = task.groupId === null ? null : (title.get(task.groupId) ?? null);
    if (under !== null && under !== group) rows.push([{ text: under, columns: head.length, bold: true }]);
    group = under;
    rows.push([
      { text: String(at + 1), align: 'center' },
      { text: task.text },
      { text: names(task.lead) },
      { text: names(task.coordinating) },
      { text: timeOf(task) },
      ...(outputs ? [{ text: task.outputs.join('; ') }] : []),
    ]);
  }
  return table(outputs ? [5, 37, 16, 16, 14, 12] : [5, 43, 19, 19, 14], head, rows);
}

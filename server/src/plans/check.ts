// What a plan must hold: some of it always, the rest before it is submitted or issued. Pure.
import { Invalid } from '../errors.ts';
import { fitsPeriod } from '../tasks/due-day.ts';
import type { PlanBody, PlanTask } from './body.ts';

/** Longer than any programme. */
const longestYears = 30;

export interface Head {
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

export function requirePeriod({ periodFrom, periodTo }: Pick<Head, 'periodFrom' | 'periodTo'>): void {
  const years = Number(periodTo.slice(0, 4)) - Number(periodFrom.slice(0, 4));
  if (periodTo < periodFrom || years > longestYears) {
    throw new Invalid('plan-period', { from: periodFrom, to: periodTo, years: longestYears });
  }
}

/** "2. “Tổ chức hội nghị …”; 5. “…”": enough to find them. */
export function named(body: PlanBody, tasks: readonly PlanTask[]): string {
  const shown = tasks.slice(0, 5).map((task) => {
    const text = task.text.length > 80 ? `${task.text.slice(0, 79).trimEnd()}…` : task.text;
    return `${body.tasks.indexOf(task) + 1}. “${text}”`;
  });
  return `${shown.join('; ')}${tasks.length > shown.length ? '; …' : ''}`;
}

/** What holds for every draft. */
export function requireSense(body: PlanBody): void {
  for (const list of [body.tasks, body.groups, body.targets]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) throw new Invalid('plan-same-id', { id });
      seen.add(id);
    }
  }
  const backwards = body.tasks.filter(({ due }) => due.kind === 'during' && due.to < due.from);
  if (backwards.length > 0) throw new Invalid('plan-due', { tasks: named(body, backwards) });
  const strange = body.tasks.filter(
    ({ due }) => due.kind === 'recurring' && due.on !== undefined && !fitsPeriod(due.every, due.on),
  );
  if (strange.length > 0) throw new Invalid('plan-due-day', { tasks: named(body, strange) });
}

/** What must be there before others see it. */
export function requireWhole({ title, ...period }: Head, body: PlanBody): void {
  if (title.trim() === '') throw new Invalid('plan-no-title');
  requirePeriod(period);
  requireSense(body);
  if (body.tasks.length === 0) throw new Invalid('plan-no-tasks');
  const leaderless = body.tasks.filter(({ lead, asksPlan }) => lead.length === 0 && !asksPlan);
  if (leaderless.length > 0) {
    throw new Invalid('plan-no-lead', { count: leaderless.length, tasks: named(body, leaderless) });
  }
}

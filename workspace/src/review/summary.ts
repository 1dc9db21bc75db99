// What will enter the register when the draft is accepted, in numbers.
import type { Draft, Warning } from '@nhipcau/server/contract';

export interface Summary {
  readonly entering: number;
  readonly struck: number;
  readonly withoutLead: number;
  readonly withoutDue: number;
  readonly unmatched: number;
  readonly openWarnings: number;
  /** Who leads how many, the most first. */
  readonly leads: readonly { readonly name: string; readonly count: number }[];
}

export function summaryOf(draft: Draft, warnings: readonly Warning[]): Summary {
  const tasks = draft.tasks.filter((task) => !task.struck);
  const counts = new Map<string, number>();
  for (const name of tasks.flatMap((task) => task.lead.map((agency) => agency.unitName ?? agency.name))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    entering: tasks.length,
    struck: draft.tasks.length - tasks.length,
    withoutLead: tasks.filter((task) => task.lead.length === 0).length,
    withoutDue: tasks.filter((task) => task.due.kind === 'unspecified').length,
    unmatched: tasks.filter((task) =>
      task.lead.some((agency) => agency.unitId === null && agency.members === null),
    ).length,
    openWarnings: warnings.filter((warning) => !warning.dismissed && warning.severity !== 'note').length,
    leads: [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count),
  };
}

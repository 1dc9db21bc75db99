// What stands on the timeline and in the calendar: tasks of the register, or the duties of the reader's own units.
import type { DutyRow, TaskRow } from '@nhipcau/server/contract';

export type Shade = 'overdue' | 'inTerm' | 'late' | 'onTime';

export interface Item {
  readonly key: string;
  readonly to: string;
  readonly text: string;
  /** Units, as one line. */
  readonly who: string;
  /** First day; null: not known. */
  readonly from: string | null;
  /** Last day; null: without a date. */
  readonly until: string | null;
  readonly shade: Shade;
  readonly group: string | null;
}

const shades: Readonly<Record<string, Shade>> = {
  overdue: 'overdue',
  'in-term': 'inTerm',
  'no-date': 'inTerm',
  late: 'late',
  'done-late': 'late',
  'on-time': 'onTime',
  'done-on-time': 'onTime',
  done: 'onTime',
};

export function itemOfTask({ id, text, due, lead, class: name, group, document }: TaskRow): Item {
  const until = due.kind === 'by' ? due.date : due.kind === 'during' ? due.to : null;
  return {
    key: `task-${id}`,
    to: `/nhiem-vu/${id}`,
    text,
    who: lead.map(({ label }) => label).join('; '),
    from: due.kind === 'during' ? due.from : (document?.issuedOn ?? null),
    until,
    shade: shades[name] ?? 'inTerm',
    group,
  };
}

export function itemOfDuty({ id, text, unit, heir, dueOn, class: name, group, openedOn }: DutyRow): Item {
  return {
    key: `duty-${id}`,
    to: `/viec/${id}`,
    text,
    who: (heir ?? unit).name,
    from: openedOn,
    until: dueOn,
    shade: shades[name] ?? 'inTerm',
    group,
  };
}

/** In the order of their groups as they first appear, each group's by last day; those without a date at its end. */
export function byGroup(items: readonly Item[]): readonly { group: string | null; items: readonly Item[] }[] {
  const groups = Map.groupBy(items, ({ group }) => group);
  return [...groups].map(([group, own]) => ({
    group,
    items: own.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9')),
  }));
}

// How Decree 30/2020 numbers a plan: I., 1., a); a group of more tasks than the alphabet has letters is numbered 1.1., 1.2.
import type { PlanBody } from '@nhipcau/server/contract';
import { rowsOf } from './draft.ts';

// As practice has it: without ă â ê ô ơ ư, and without the letters that Vietnamese lacks.
const letters = 'abcdđeghiklmnopqrstuvxy';

export function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  return parts
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join('');
}

/** The sections of a plan, in the order of the document. */
export const sections = ['objectives', 'targets', 'tasks', 'arrangements'] as const;
export type Section = (typeof sections)[number];

/** Roman numbers of the sections that hold something; the others are not part of the document. */
export function sectionMarkers(body: PlanBody): Readonly<Partial<Record<Section, string>>> {
  const filled = sections.filter((section) => body[section].length > 0);
  return Object.fromEntries(filled.map((section, at) => [section, `${roman(at + 1)}.`]));
}

/** What the tasks' numbers rest on, and no more: the same as before where only words changed. */
export interface Layout {
  readonly rows: readonly { readonly groupId: string | null; readonly taskIds: readonly string[] }[];
  readonly markers: ReadonlyMap<string, string>;
  readonly key: string;
}

/** `before` comes back where nothing moved, so that only what changed is drawn again. */
export function layoutOf(body: PlanBody, before?: Layout): Layout {
  const rows = rowsOf(body).map(({ groupId, tasks }) => ({ groupId, taskIds: tasks.map(({ id }) => id) }));
  const key = JSON.stringify(rows);
  return before?.key === key ? before : { rows, markers: markersOf(rows), key };
}

function markersOf(rows: Layout['rows']): Map<string, string> {
  const markers = new Map<string, string>();
  const many = rows.some(({ groupId, taskIds }) => groupId !== null && taskIds.length > letters.length);
  let number = 0;
  for (const { groupId, taskIds } of rows) {
    if (groupId !== null) markers.set(groupId, `${++number}.`);
    for (const [at, id] of taskIds.entries()) {
      if (groupId === null) markers.set(id, `${++number}.`);
      else markers.set(id, many ? `${number}.${at + 1}.` : `${letters[at]})`);
    }
  }
  return markers;
}

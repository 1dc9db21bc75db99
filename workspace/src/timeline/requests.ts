// What stands between two days: all pages of it, up to a bound that no screen could show anyway.
import type { DutyList, TaskList } from '@nhipcau/server/contract';
import { get, queryString, taskList, type Query } from '../api.ts';
import { itemOfDuty, itemOfTask, type Item } from './items.ts';

export interface Between {
  /** All the tasks that the reader may see, or their own units' duties. */
  readonly all: boolean;
  readonly from: string;
  readonly to: string;
  readonly plan: number | null;
}

/** `more`: there are so many more that are not here. */
export interface Items {
  readonly items: readonly Item[];
  readonly more: number;
}

const size = 500;

export async function itemsBetween({ all, from, to, plan }: Between, signal?: AbortSignal): Promise<Items> {
  const asked: Query = { dueFrom: from, dueTo: to, size, ...(plan === null ? {} : { plan: [String(plan)] }) };
  if (all) {
    const { rows, total }: TaskList = await taskList(asked, signal);
    return { items: rows.map(itemOfTask), more: total - rows.length };
  }
  const path = `/api/duties${queryString({ ...asked, view: 'mine' })}`;
  const { rows, total } = await get<DutyList>(path, signal);
  return { items: rows.map(itemOfDuty), more: total - rows.length };
}

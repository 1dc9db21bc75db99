// Rows of the register as the API shows them.
import type { z } from '@hono/zod-openapi';
import type { PlanDue } from '../plans/body.ts';
import type { AgencyRow, TaskRecord } from './queries.ts';
import type * as schema from './schema.ts';

export type TaskRow = z.infer<typeof schema.taskRow>;

export function dueOf({
  dueKind,
  dueFrom,
  dueTo,
  dueEvery,
}: Pick<TaskRecord, 'dueKind' | 'dueFrom' | 'dueTo' | 'dueEvery'>): PlanDue {
  if (dueKind === 'by') return { kind: 'by', date: dueTo ?? '' };
  if (dueKind === 'during') return { kind: 'during', from: dueFrom ?? '', to: dueTo ?? '' };
  return dueKind === 'recurring' ? { kind: 'recurring', every: dueEvery } : { kind: 'unspecified' };
}

const agencies = (rows: readonly AgencyRow[], role: AgencyRow['role']) =>
  rows
    .filter((row) => row.role === role)
    .map(({ key, name, label, unitId }) => ({ key, name, label, unitId }));

export function present(row: TaskRecord): TaskRow {
  return {
    id: row.id,
    text: row.text,
    group: row.groupName,
    due: dueOf(row),
    items: row.items,
    lead: agencies(row.agencies, 'lead'),
    coordinating: agencies(row.agencies, 'coordinating'),
    status: row.status,
    class: row.class,
    doneOn: row.doneOn,
    document: {
      id: row.documentId,
      number: row.number,
      title: row.title,
      fileName: row.fileName ?? '',
      status: row.documentStatus,
      issuedOn: row.issuedOn,
      issuer: row.issuer,
    },
  };
}

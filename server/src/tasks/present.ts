// Rows of the register as the API shows them.
import type { z } from '@hono/zod-openapi';
import type { PlanDue } from '../plans/body.ts';
import type { AgencyRow, LinkedRecord, TaskRecord } from './queries.ts';
import type * as schema from './schema.ts';

export type TaskRow = z.infer<typeof schema.taskRow>;

export function dueOf({
  dueKind,
  dueFrom,
  dueTo,
  dueEvery,
  dueDay,
}: Pick<TaskRecord, 'dueKind' | 'dueFrom' | 'dueTo' | 'dueEvery' | 'dueDay'>): PlanDue {
  if (dueKind === 'by') return { kind: 'by', date: dueTo ?? '' };
  if (dueKind === 'during') return { kind: 'during', from: dueFrom ?? '', to: dueTo ?? '' };
  if (dueKind !== 'recurring') return { kind: 'unspecified' };
  return { kind: 'recurring', every: dueEvery, ...(dueDay ? { on: dueDay } : {}) };
}

const agencies = (rows: readonly AgencyRow[], role: AgencyRow['role']) =>
  rows
    .filter((row) => row.role === role)
    .map(({ key, name, label, unitId }) => ({ key, name, label, unitId }));

type Planned = Pick<LinkedRecord, 'planId' | 'planTitle' | 'planNumber' | 'planStatus' | 'planOwner'>;

function planOf({ planId, planTitle, planNumber, planStatus, planOwner }: Planned): TaskRow['plan'] {
  if (planId === null || planStatus === null) return null;
  return {
    id: planId,
    title: planTitle ?? '',
    number: planNumber,
    status: planStatus,
    ownerName: planOwner ?? '',
  };
}

function documentOf(row: TaskRecord): TaskRow['document'] {
  if (row.documentId === null || row.documentStatus === null) return null;
  return {
    id: row.documentId,
    number: row.number,
    title: row.title,
    fileName: row.fileName ?? '',
    status: row.documentStatus,
    issuedOn: row.issuedOn,
    issuer: row.issuer,
  };
}

export function present(row: TaskRecord): TaskRow {
  const { handedDown } = row;
  return {
    id: row.id,
    text: row.text,
    group: row.groupName,
    due: dueOf(row),
    items: row.items,
    lead: agencies(row.agencies, 'lead'),
    coordinating: agencies(row.agencies, 'coordinating'),
    class: row.class,
    handedDown: handedDown && {
      onTime: handedDown.onTime,
      late: handedDown.late,
      inTerm: handedDown.inTerm,
      overdue: handedDown.overdue,
    },
    doneOn: handedDown?.doneOn ?? null,
    plan: planOf(row),
    document: documentOf(row),
  };
}

export const presentLinked = (row: LinkedRecord) => ({
  id: row.id,
  text: row.text,
  plan: planOf(row),
  owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
  class: row.class,
});

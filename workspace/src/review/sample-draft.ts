// Drafts for tests: a task needs only what the test is about.
import type { Draft, DraftAgency, DraftTask } from '@nhipcau/server/contract';

function taskOf(part: Partial<DraftTask>): DraftTask {
  return {
    id: 't1',
    text: 'Nhiệm vụ',
    group: null,
    lead: [],
    coordinating: [],
    due: { kind: 'unspecified' },
    items: [],
    milestones: [],
    span: null,
    struck: false,
    origin: 'document',
    edited: [],
    continues: null,
    evidence: { rule: null, group: null, due: null, items: [] },
    ...part,
  };
}

export function agencyOf(name: string, part: Partial<DraftAgency> = {}): DraftAgency {
  return {
    name,
    span: null,
    reason: null,
    unitId: null,
    unitName: null,
    matched: null,
    why: null,
    members: null,
    ...part,
  };
}

export function draftOf(tasks: readonly Partial<DraftTask>[]): Draft {
  return {
    fields: {
      type: null,
      number: null,
      issuedOn: null,
      place: null,
      issuer: null,
      title: null,
      parent: null,
    },
    editedFields: [],
    signers: [],
    recipients: [],
    citations: [],
    tasks: tasks.map(taskOf),
    dismissed: [],
    next: tasks.length + 1,
  };
}

// An amendment is drawn up beside the edition in force, and touches nothing until it is issued.
import { settle, taking, type Asked, type PlanStep, type Writing } from './service.ts';

export async function amend(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'amend', wanted }, async (opened) => {
    const { title, periodFrom, periodTo, body } = opened.row;
    await settle(opened, asked.actor, {
      action: 'amending',
      reason: wanted.reason ?? null,
      amendment: JSON.stringify(body),
      amendmentHead: JSON.stringify({ title, periodFrom, periodTo }),
      amendmentStatus: 'draft',
      submittedBy: null,
    });
  });
}

export async function dropAmendment(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'dropAmendment', wanted }, (opened) =>
    settle(opened, asked.actor, {
      action: 'dropped',
      reason: wanted.reason ?? null,
      amendment: null,
      amendmentHead: null,
      amendmentStatus: null,
      amendmentDocumentId: null,
      submittedBy: null,
    }),
  );
}

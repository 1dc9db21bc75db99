// Evidence of a report: a link, a document of the register, a duty, or a piece of a duty's evidence that its writer may see.
import type { z } from '@hono/zod-openapi';
import { may, type Actor, type Asked } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { factsOf as documentFacts, ifReadable } from '../documents/rights.ts';
import { factsOf as dutyFacts, mayRead } from '../duties/facts.ts';
import type { Deps } from '../deps.ts';
import { discard } from '../documents/files.ts';
import { dropUnneeded } from '../duties/evidence-files.ts';
import { Invalid, NotFound } from '../errors.ts';
import type { ReportDetail } from './detail.ts';
import type * as schema from './input-schema.ts';
import type { CallRecord } from './queries.ts';
import { settle, taking, type Trx, type Writing } from './step.ts';

type Input = z.infer<typeof schema.evidenceInput>;

interface Named {
  readonly title: string;
  readonly url?: string;
  readonly documentId?: number;
  readonly evidenceId?: number;
  readonly dutyId?: number;
}

async function ofDuty(db: Db, actor: Actor, dutyId: number): Promise<Named> {
  const facts = (await dutyFacts(db, [dutyId])).get(dutyId);
  if (!facts || !mayRead(actor, facts)) throw new NotFound('no-duty', { id: dutyId });
  const row = await db
    .selectFrom('duty')
    .innerJoin('task', 'task.id', 'duty.taskId')
    .select('task.text')
    .where('duty.id', '=', dutyId)
    .executeTakeFirstOrThrow();
  return { title: row.text, dutyId };
}

async function named(db: Db, actor: Actor, input: Input): Promise<Named> {
  switch (input.kind) {
    case 'link':
      return { title: input.title, url: input.url };
    case 'duty':
      return ofDuty(db, actor, input.dutyId);
    case 'document': {
      const { documentId } = input;
      const row = await ifReadable(db, actor, documentId);
      if (!row || !may(actor, 'document.read', await documentFacts(db, row)))
        throw new NotFound('no-document', { id: documentId });
      return { title: row.title ?? row.number ?? String(documentId), documentId };
    }
    case 'evidence': {
      const row = await db
        .selectFrom('evidence')
        .select(['title', 'fileName', 'dutyId'])
        .where('id', '=', input.evidenceId)
        .where('state', '=', 'kept')
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      if (!row || row.dutyId === null) throw new NotFound('no-evidence', { id: input.evidenceId });
      await ofDuty(db, actor, row.dutyId);
      return { title: row.title || (row.fileName ?? ''), evidenceId: input.evidenceId, dutyId: row.dutyId };
    }
  }
}

/** It is one of the call's sections, one of its indicators. */
export function requirePlace(
  { form }: Pick<CallRecord, 'form'>,
  { sectionId, indicatorId }: { readonly sectionId: string | null; readonly indicatorId: number | null },
): void {
  if (sectionId !== null && !form.outline.some(({ id }) => id === sectionId))
    throw new Invalid('report-no-section', { section: sectionId });
  if (indicatorId !== null && !form.indicators.some(({ id }) => id === indicatorId))
    throw new Invalid('report-no-indicator', { id: indicatorId });
}

export const addEvidence = (deps: Writing, asked: Asked, input: Input): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'fill', wanted: {} }, async (taken) => {
    const { trx, row, call, actor } = taken;
    const { kind, sectionId, indicatorId, cell } = input;
    requirePlace(call, input);
    const found = await named(trx, actor, input);
    await trx
      .insertInto('reportEvidence')
      .values({ reportId: row.id, kind, sectionId, indicatorId, cell, addedBy: actor.personId, ...found })
      .execute();
    await settle(taken, { action: 'evidence-added', detail: { kind, title: found.title }, set: {} });
  });

/** It stays in the history; no screen shows it any more. The bytes of a file go. */
export async function removeEvidence(
  deps: Writing & Pick<Deps, 'files'>,
  asked: Asked,
  evidenceId: number,
): Promise<ReportDetail> {
  const files: Gone[] = [];
  const detail = await taking(deps, asked, { ability: 'fill', wanted: {} }, async (taken) => {
    const gone = await taken.trx
      .updateTable('reportEvidence')
      .set({ removedAt: deps.clock() })
      .where('id', '=', evidenceId)
      .where('reportId', '=', taken.row.id)
      .where('removedAt', 'is', null)
      .returning(['title', 'kind', 'evidenceId as fileId'])
      .executeTakeFirst();
    if (!gone) throw new NotFound('no-evidence', { id: evidenceId });
    if (gone.kind === 'file' && gone.fileId !== null)
      files.push(...(await removeFile(taken.trx, gone.fileId, deps.clock())));
    await settle(taken, { action: 'evidence-removed', detail: { title: gone.title }, set: {} });
  });
  // Only now: a server that dies in between leaves a file too many, which is swept, never evidence without its file.
  for (const { sha256, state, waiting } of files) {
    if (state === 'checking' && waiting) await discard(deps.files, waiting);
    if (sha256) await dropUnneeded(deps, sha256);
  }
  return detail;
}

interface Gone {
  readonly sha256: string | null;
  readonly state: string;
  readonly waiting: string | null;
}

const removeFile = (trx: Trx, id: number, at: Date): Promise<readonly Gone[]> =>
  trx
    .updateTable('evidence')
    .set({ removedAt: at })
    .where('id', '=', id)
    .where('reportId', 'is not', null)
    .returning(['sha256', 'state', 'waiting'])
    .execute();

// Remarks on a draft, earlier drafts, and who looked at it (Decree 30/2020, Annex VI).
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { insideFacts, readable, seesInside, steps } from './access.ts';
import * as queries from './queries.ts';
import * as trail from './trail-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as schema from './schema.ts';
import { requireOpenWords, type Asked, type Writing } from './service.ts';

/** What never leaves the house is, for a receiver, forbidden: they know of the document itself. */
async function inside(deps: Writing, actor: Actor, id: number): Promise<OutgoingRow> {
  const row = await readable(deps.db, actor, id);
  if (!seesInside(actor, row)) throw new Forbidden();
  return row;
}

export async function addComment(
  deps: Writing,
  { actor, id }: Asked,
  { text, path }: z.infer<typeof schema.commentInput>,
): Promise<void> {
  requireOpenWords(text);
  const row = await inside(deps, actor, id);
  if (!may(actor, steps.comment.action, insideFacts(row))) throw new Forbidden();
  if (!steps.comment.open(row, actor)) throw new Conflict('outgoing-wrong-state', { status: row.status });
  await write(deps, actor, async (trx, note) => {
    // Held: what is remarked on is not written over meanwhile.
    const { draftNo } = (await queries.holdOutgoing(trx, id)) ?? row;
    const commentId = await trail.addComment(trx, {
      outgoingId: id,
      draftNo,
      path,
      text,
      at: deps.clock(),
      personId: actor.personId,
      who: actor.name,
    });
    note({
      action: 'outgoing.comment',
      subject: 'outgoing',
      subjectId: id,
      unitId: row.ownerId,
      rootId: row.rootId,
      detail: { commentId, path },
    });
  });
}

export async function settleComment(deps: Writing, { actor, id }: Asked, commentId: number): Promise<void> {
  const row = await inside(deps, actor, id);
  if (!may(actor, steps.comment.action, insideFacts(row))) throw new Forbidden();
  await write(deps, actor, async (trx, note) => {
    const done = await trail.resolveComment(trx, {
      outgoingId: id,
      id: commentId,
      at: deps.clock(),
      who: actor.name,
    });
    if (!done) throw new NotFound('no-comment', { id: commentId });
    note({
      action: 'outgoing.commentSettled',
      subject: 'outgoing',
      subjectId: id,
      unitId: row.ownerId,
      rootId: row.rootId,
      detail: { commentId },
    });
  });
}

/** An earlier draft, or the newest: looking at it is a look like any other. */
export async function draft(
  deps: Writing,
  { actor, id }: Asked,
  no: number,
): Promise<z.infer<typeof schema.outgoingDraft>> {
  await inside(deps, actor, id);
  const found = await deps.db.transaction().execute(async (trx) => {
    await queries.holdOutgoing(trx, id);
    const kept = await trail.draftOf(trx, id, no);
    if (kept) await trail.addView(trx, { outgoingId: id, draftNo: no }, { actor, now: deps.clock() });
    return kept;
  });
  if (!found) throw new NotFound('no-draft', { no });
  const { at, who, note, content } = found;
  return { no, at: at.toISOString(), who, note, content };
}

export async function views(
  deps: Writing,
  { actor, id }: Asked,
): Promise<z.infer<typeof schema.outgoingViews>> {
  await inside(deps, actor, id);
  const rows = await trail.viewsOf(deps.db, id);
  return {
    rows: rows.map(({ firstAt, lastAt, ...row }) => ({
      ...row,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  };
}

// The sender asks a package back (13): people agree (15), and what came with it is removed, or refuse (16) and say why.
import type { z } from '@hono/zod-openapi';
import { mustMay, type Asked } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import { remove } from '../documents/accept.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { messageFor, type Message } from './service.ts';

type Answer = z.infer<typeof schema.recallAnswer>;

/** The documents go first, each by itself: a process that dies between them leaves a wish that is still to be answered. */
export async function answerRecall(
  deps: Deps,
  { actor, id }: Asked,
  { agree, note }: Answer,
): Promise<Message> {
  if (!agree && !note) throw new Invalid('recall-reason');
  const row = await queries.messageById(deps.db, id);
  if (!row) throw new NotFound('no-message', { id });
  const { unitId } = row;
  mustMay(actor, 'document.remove', { unitId }, { read: 'document.read', code: 'no-message', id });
  if (row.recallAskedAt === null || row.recallAnswer !== null) throw new Conflict('recall-not-asked');
  if (agree) await removeDocuments(deps, { actor, id });
  await write(deps, actor, async (trx, log) => {
    const now = await queries.lockMessage(trx, id);
    if (!now?.recallAskedAt || now.recallAnswer !== null) throw new Conflict('recall-not-asked');
    await trx
      .updateTable('exchangeMessage')
      .set({
        recallAnswer: agree ? '15' : '16',
        recallAnsweredAt: deps.clock(),
        recallAnsweredBy: actor.personId,
        recallNote: note,
      })
      .where('id', '=', id)
      .execute();
    const detail = { answer: agree ? '15' : '16', sender: now.senderCode, externalId: now.externalId };
    log({ action: 'exchange.recall', subject: 'exchange', subjectId: id, unitId, detail });
  });
  return messageFor(deps, actor, id);
}

async function removeDocuments(deps: Deps, { actor, id }: Omit<Asked, 'locale'>): Promise<void> {
  const files = await queries.filesOf(deps.db, id);
  const [kept] = files.filter(({ status }) => status === 'accepted' || status === 'superseded');
  if (kept) throw new Conflict('recall-in-register', { name: kept.name });
  for (const { documentId, status, refused } of files) {
    // The same bytes may have come by another way before: that document is not this package's.
    if (documentId !== null && status !== null && refused === null)
      await remove(deps, { actor, id: documentId });
  }
}

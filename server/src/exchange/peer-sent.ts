// What another system was sent, how that went, and which states came back.
import type { z } from '@hono/zod-openapi';
import { may, type Asked } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import { answerWords } from './answer-words.ts';
import * as queries from './peer-queries.ts';
import type * as schema from './peer-schema.ts';

type Sent = z.infer<typeof schema.peerSent>;

/** Titles only of documents that the reader may read. */
export async function sentToPeer(
  db: Db,
  asked: Asked,
  { state, page, size }: z.infer<typeof schema.peerSentQuery>,
): Promise<Sent> {
  const { actor, id } = asked;
  const peer = await queries.peerById(db, id);
  if (!peer || !may(actor, 'peer.manage', { unitId: peer.unitId })) throw new NotFound('no-peer', { id });
  const wanted = { peerId: id, state, limit: size, offset: (page - 1) * size };
  const [rows, { n }] = await queries.packagesSent(db, wanted);
  const ids = rows.map((row) => row.id);
  const said = Map.groupBy(await queries.statesSaid(db, ids), ({ receiverId }) => receiverId);
  const shown = rows.map((row) => shownSent(asked, row, said.get(row.id) ?? []));
  return { rows: shown, total: n, page, size };
}

type Row = Awaited<ReturnType<typeof queries.packagesSent>>[0][number];
type Said = Awaited<ReturnType<typeof queries.statesSaid>>;

function shownSent({ actor, locale }: Asked, row: Row, states: Said): Sent['rows'][number] {
  const leads = row.drafterId === null ? [] : [row.drafterId];
  const reads = may(actor, 'outgoing.read', { unitId: row.ownerId, leads });
  const { id, unitName, state, recall, attempts, answered, code } = row;
  const troubled = state !== 'sent' || (recall !== null && recall !== 'sent');
  return {
    id,
    documentId: row.externalId,
    outgoingId: reads ? row.outgoingId : null,
    title: reads ? row.title : null,
    unitName,
    state,
    recall,
    attempts,
    addedAt: row.addedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    answered,
    problem: troubled ? answerWords(row, locale) : null,
    code,
    codeAt: row.codeAt?.toISOString() ?? null,
    states: states.map(({ code: said, at, saidAt, note, staff }) => ({
      code: said,
      at: at.toISOString(),
      saidAt,
      note,
      staff,
    })),
  };
}

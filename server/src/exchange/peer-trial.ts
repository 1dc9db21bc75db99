// An administrator tries the way to another system: a package without files that says that it is a trial, and the state that comes back.
import { writeEdxml } from '@nhipcau/document';
import { mustMay, type Asked } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { postGuarded, type Outcome } from '../webhooks/guarded.ts';
import { codeInAnswer } from './answered-code.ts';
import * as queries from './peer-queries.ts';
import { presentPeer, type Peer } from './peers.ts';

type Trying = Pick<Deps, 'db' | 'clock' | 'webhookHosts'>;

/** Milliseconds for which somebody waits before the screen. */
const patience = 20_000;

const subject = 'GÓI THỬ KẾT NỐI LIÊN THÔNG – không phải văn bản, đề nghị bỏ qua';

export async function tryPeer(deps: Trying, asked: Asked): Promise<Peer> {
  const { actor, id } = asked;
  const row = await queries.peerById(deps.db, id);
  if (!row) throw new NotFound('no-peer', { id });
  mustMay(actor, 'peer.manage', { unitId: row.unitId }, { read: 'peer.manage', code: 'no-peer', id });
  if (!row.active) throw new Conflict('peer-off', { name: row.name });
  const from = await queries.senderOf(deps.db, row.unitId);
  if (!from?.code) throw new Invalid('outgoing-no-code');
  const day = today(deps.clock);
  const number = `${deps.clock().getTime() % 1_000_000_000}/THU`;
  const triedId = `${from.code},${day.replaceAll('-', '/')},${number}`;
  // Kept before it is sent: the state may come back before the answer.
  await queries.keepTrial(deps.db, id, {
    triedAt: deps.clock(),
    triedId,
    triedAnswered: null,
    triedProblem: 'timeout',
    triedCode: null,
    triedCodeAt: null,
  });
  const outcome = await post(
    deps,
    row,
    packageOf({ triedId, number, day, from: { ...from, code: from.code }, to: row }),
  );
  return write(deps, actor, async (trx, note) => {
    const code = codeInAnswer(outcome);
    await queries.keepTrial(trx, id, {
      triedAnswered: outcome.status ?? null,
      triedProblem: outcome.problem?.slice(0, 500) ?? null,
      ...(code ? { triedCode: code, triedCodeAt: deps.clock() } : {}),
    });
    const detail = { tried: true, answered: outcome.status ?? null };
    note({ action: 'peer.manage', subject: 'peer', subjectId: id, unitId: row.unitId, detail });
    const after = await queries.peerById(trx, id);
    if (!after) throw new NotFound('no-peer', { id });
    return presentPeer(trx, asked, after);
  });
}

interface Trial {
  readonly triedId: string;
  readonly number: string;
  readonly day: string;
  readonly from: { readonly code: string; readonly name: string };
  readonly to: { readonly code: string; readonly name: string };
}

const packageOf = ({ triedId, number, day, from, to }: Trial): Uint8Array =>
  writeEdxml({
    documentId: triedId,
    from: { id: from.code, name: from.name },
    to: [{ id: to.code, name: to.name }],
    number,
    date: day,
    subject,
    business: 0,
    reason: null,
    traces: [{ organId: from.code, at: `${day.replaceAll('-', '/')} 00:00:00` }],
    attachments: [],
  });

async function post(
  { webhookHosts }: Trying,
  { url, token }: queries.PeerRow,
  body: Uint8Array,
): Promise<Outcome> {
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'content-length': body.length,
    'user-agent': 'NhipCau',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  const call = { url: new URL(url), headers, body, allowed: webhookHosts, patience, hear: 100_000 };
  return postGuarded(call).catch((error: Error): Outcome => ({
    problem: [error.message, (error as NodeJS.ErrnoException).code].filter(Boolean).join(' '),
  }));
}

// Outgoing documents as the API shows them, to this reader.
import { typeName } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Locale } from '../http/locale.ts';
import { fullNumber } from '../numbers/symbol.ts';
import { unitNames } from '../units/service.ts';
import { abilities, insideFacts, isOut, seesInside, type Ability } from './access.ts';
import { letterheadOf } from './letterhead.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import * as trail from './trail-queries.ts';
import { fitOf, postOf, standingOf } from './signer-post.ts';
import { troubleWords } from './trouble-words.ts';
import * as lists from './list-queries.ts';
import type { SummaryRow } from './list-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as schema from './schema.ts';
import type * as receiverSchema from './receiver-schema.ts';

export type OutgoingDetail = z.infer<typeof schema.outgoingDetail>;
export type OutgoingSummary = z.infer<typeof schema.outgoingSummary>;
type Receiver = z.infer<typeof receiverSchema.receiver>;

export interface Reading {
  readonly db: Db;
  readonly clock: Clock;
  readonly locale?: Locale;
}

export const nameOfType = (type: string): string => typeName(type) ?? type;
export const numberOf = ({ number, symbol }: Pick<OutgoingRow, 'number' | 'symbol'>): string | null =>
  number === null ? null : fullNumber(number, symbol);

export async function summaries(db: Db, rows: readonly SummaryRow[]): Promise<OutgoingSummary[]> {
  const ids = rows.flatMap(({ ownerId, drafterId }) => [ownerId, ...(drafterId === null ? [] : [drafterId])]);
  const names = await unitNames(db, [...new Set(ids)]);
  const unit = (id: number) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    typeName: nameOfType(row.type),
    title: row.title,
    fullNumber: numberOf(row),
    issuedOn: row.issuedOn,
    status: row.status,
    owner: unit(row.ownerId),
    drafter: row.drafterId === null ? null : unit(row.drafterId),
    replaced: row.replaced,
    corrected: row.corrected,
    createdBy: row.author,
    changedAt: row.changedAt.toISOString(),
    receivers: { total: row.receivers, sent: row.sent, failed: row.failed },
    demo: row.demo,
  }));
}

export async function detail(
  { db, locale = 'vi' }: Reading,
  actor: Actor,
  row: OutgoingRow,
): Promise<OutgoingDetail> {
  const inside = seesInside(actor, row);
  const shown = await lists.summaryOf(db, row.id);
  const [summary] = shown ? await summaries(db, [shown]) : [];
  if (!summary) throw new Error('An outgoing document without a summary.');
  const people = await queries.personNames(db, [row.signedBy, row.issuedBy]);
  const links = await linksFor(db, actor, row);
  const able = abilities(actor, row).filter((name) => !closed(summary, links.replacedBy).has(name));
  const name = (id: number | null) => (id === null ? '' : (people.get(id) ?? ''));
  return {
    ...summary,
    content: row.content,
    version: row.version,
    draftNo: row.draftNo,
    body: row.body,
    number: row.number,
    symbol: row.symbol,
    numberId: inside ? row.numberId : null,
    signed: row.signedAt && {
      by: name(row.signedBy),
      at: row.signedAt.toISOString(),
      picture: row.signature !== null,
    },
    issued: row.issuedAt && { by: name(row.issuedBy), at: row.issuedAt.toISOString() },
    recalled: row.recalledAt && { at: row.recalledAt.toISOString(), reason: row.recallReason ?? '' },
    source: {
      planId: inside ? row.planId : null,
      reportId: inside ? row.reportId : null,
      documentId: inside ? row.documentId : null,
    },
    files: (await queries.filesOf(db, row.id)).map(({ kind, sha256, size, madeAt }) => ({
      kind,
      sha256,
      size,
      madeAt: madeAt.toISOString(),
    })),
    ...links,
    receiverList: await receiversFor(db, row, { actor, inside, locale }),
    ...(inside ? await trailOf(db, row.id) : { comments: [], drafts: [], events: [] }),
    may: able,
    signing: able.includes('sign') ? await signingOf(db, actor, row) : null,
  };
}

/** What was replaced is not sent, corrected or replaced any more; while a replacement is drawn up, no second one is begun. */
function closed(
  { replaced }: OutgoingSummary,
  by: readonly Pick<OutgoingRow, 'status'>[],
): ReadonlySet<Ability> {
  if (replaced) return new Set(['distribute', 'correct', 'replace']);
  return new Set(by.some((other) => !isOut(other)) ? ['replace'] : []);
}

async function signingOf(db: Db, { personId }: Actor, { ownerId, content }: OutgoingRow) {
  const post = await postOf(db, personId);
  const fit = fitOf(content.signature, post);
  const { signature } = await letterheadOf(db, ownerId);
  const proposed = standingOf(signature, post);
  return {
    post,
    fits: fit === null ? null : fit === 'fits',
    proposed: proposed && { authority: [...proposed.authority], position: proposed.position },
  };
}

async function linksFor(db: Db, actor: Actor, row: OutgoingRow) {
  const rows = await queries.linksOf(db, row.id);
  // A draft that is to correct or replace it is nobody's business but those who see drafts.
  const seen = rows.filter(
    (link) =>
      link.status === 'issued' ||
      link.status === 'recalled' ||
      may(actor, 'outgoing.read', insideFacts(link)),
  );
  const pick = (kind: 'corrects' | 'replaces', toward: boolean) =>
    seen
      .filter((link) => link.kind === kind && link.toward === toward)
      .map((link) => ({
        id: link.id,
        type: link.type,
        title: link.title,
        fullNumber: numberOf(link),
        issuedOn: link.issuedOn,
        status: link.status,
        reason: link.reason,
      }));
  return {
    corrects: pick('corrects', true),
    correctedBy: pick('corrects', false),
    replaces: pick('replaces', true),
    replacedBy: pick('replaces', false),
  };
}

/** A receiver sees how it stands with itself, and not who else was written to. */
async function receiversFor(
  db: Db,
  row: OutgoingRow,
  { actor, inside, locale }: { readonly actor: Actor; readonly inside: boolean; readonly locale: Locale },
): Promise<Receiver[]> {
  const all = await receivers.receiversOf(db, row.id);
  const own = new Set(actor.grants.flatMap((grant) => [...grant.own]));
  const rows = inside ? all : all.filter(({ unitId }) => unitId !== null && own.has(unitId));
  const states = Map.groupBy(await receivers.statesOf(db, row.id), ({ receiverId }) => receiverId);
  return rows.map((each) => ({
    id: each.id,
    name: each.name,
    way: each.way,
    unitId: each.unitId,
    email: each.email,
    peerId: each.peerId,
    state: each.state,
    attempts: each.attempts,
    problem: troubleWords(each, locale),
    sentAt: each.sentAt?.toISOString() ?? null,
    code: each.code,
    codeAt: each.codeAt?.toISOString() ?? null,
    codeNote: each.codeNote,
    states: (states.get(each.id) ?? []).map(({ code, at, saidAt, note, staff }) => ({
      code,
      at: at.toISOString(),
      saidAt,
      note,
      staff,
    })),
    recall: each.recall,
    receivedBy: each.receivedBy,
    receivedOn: each.receivedOn,
  }));
}

async function trailOf(db: Db, id: number) {
  const comments = (await trail.commentsOf(db, id)).map((each) => ({
    id: each.id,
    draftNo: each.draftNo,
    path: each.path,
    text: each.text,
    who: each.who,
    at: each.at.toISOString(),
    resolved: each.resolvedAt && { who: each.resolvedWho ?? '', at: each.resolvedAt.toISOString() },
  }));
  const drafts = (await trail.draftsOf(db, id)).map((each) => ({ ...each, at: each.at.toISOString() }));
  const events = (await trail.eventsOf(db, id)).map((each) => ({ ...each, at: each.at.toISOString() }));
  return { comments, drafts, events };
}

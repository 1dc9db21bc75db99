// The contract of document systems of others: where packages go, and how their states come back.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoTime, paging } from '../http/schema.ts';

export const statusCode = z.enum(['01', '02', '03', '04', '05', '06', '13', '15', '16']);

const came = {
  /** The HTTP status that it answered with. */
  answered: z.number().int().nullable(),
  /** What stood in the way, in the reader's language; null: nothing. */
  problem: z.string().nullable(),
  /** The last code that it said (QCVN 102:2016). */
  code: statusCode.nullable(),
  codeAt: isoTime.nullable(),
};

export const peer = z
  .object({
    id,
    unitId: id,
    unitName: z.string(),
    name: z.string(),
    /** Agency identifier. */
    code: z.string(),
    /** Null for those who may only send there. */
    url: z.string().nullable(),
    hasToken: z.boolean(),
    active: z.boolean(),
    createdAt: isoTime,
    version: z.number().int(),
    /** Packages: on their way, sent, given up; null for those who may only send there. */
    packages: z
      .object({ waiting: z.number().int(), sent: z.number().int(), failed: z.number().int() })
      .nullable(),
    /** The last package by which the way was tried. */
    tried: z.object({ at: isoTime, documentId: z.string(), ...came }).nullable(),
    may: z.array(z.enum(['edit', 'try'])),
  })
  .openapi('ExchangePeer');
export const peerList = z.object({ rows: z.array(peer) }).openapi('ExchangePeerList');
/** The key is shown once: with it the other system sends states back. */
export const newPeer = peer.extend({ key: z.string() }).openapi('NewExchangePeer');

const fields = {
  name: z.string().trim().min(1).max(500),
  code: z
    .string()
    .trim()
    .regex(/^[A-Z0-9.]{1,35}$/),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** Shown to it as "Authorization: Bearer …": what a header can hold. */
  token: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .regex(/^[\x21-\x7e]+$/)
    .nullable(),
};
export const peerInput = z
  .strictObject({ unitId: id, ...fields, token: fields.token.default(null) })
  .openapi('ExchangePeerInput');
export const peerChange = z
  .strictObject({
    version: z.number().int(),
    name: fields.name.optional(),
    code: fields.code.optional(),
    url: fields.url.optional(),
    token: fields.token.optional(),
    active: z.boolean().optional(),
    /** A new key; the one before is worth nothing any more. */
    renewKey: z.boolean().optional(),
  })
  .openapi('ExchangePeerChange');
export const peerQuery = z.object({ unit: idIn.optional() });

/** What another system says of a package that it was sent. */
export const stateInput = z
  .strictObject({
    /** As the package called the document: "OrganId,YYYY/MM/DD,number/notation". */
    documentId: z.string().min(1).max(500),
    code: statusCode,
    at: z.string().max(40).nullable().default(null),
    note: z.string().max(2000).nullable().default(null),
    staff: z.string().max(300).nullable().default(null),
  })
  .openapi('ExchangeState');
export const stateTaken = z.object({ taken: z.boolean(), code: z.string() }).openapi('ExchangeStateTaken');

/** What a system was sent, newest first. */
export const peerSent = z
  .object({
    rows: z.array(
      z.object({
        id,
        /** As the package called the document. */
        documentId: z.string().nullable(),
        /** Null where the reader may not read the document itself. */
        outgoingId: id.nullable(),
        title: z.string().nullable(),
        unitName: z.string(),
        state: z.enum(['waiting', 'sent', 'failed']),
        recall: z.enum(['waiting', 'sent', 'failed']).nullable(),
        attempts: z.number().int(),
        addedAt: isoTime,
        sentAt: isoTime.nullable(),
        ...came,
        states: z.array(
          z.object({
            code: statusCode,
            at: isoTime,
            saidAt: z.string().nullable(),
            note: z.string().nullable(),
            staff: z.string().nullable(),
          }),
        ),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('ExchangePeerSent');
export const peerSentQuery = z.object({ state: z.enum(['waiting', 'sent', 'failed']).optional(), ...paging });

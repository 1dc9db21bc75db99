// The contract of document systems of others: where packages go, and how their states come back.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoTime } from '../http/schema.ts';

export const peer = z
  .object({
    id,
    unitId: id,
    name: z.string(),
    /** Agency identifier. */
    code: z.string(),
    /** Null for those who may only send there. */
    url: z.string().nullable(),
    hasToken: z.boolean(),
    active: z.boolean(),
    createdAt: isoTime,
    version: z.number().int(),
    may: z.array(z.enum(['edit'])),
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
  /** Shown to it as "Authorization: Bearer …". */
  token: z.string().trim().min(1).max(1000).nullable(),
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
    code: z.enum(['01', '02', '03', '04', '05', '06', '13', '15', '16']),
    at: z.string().max(40).nullable().default(null),
    note: z.string().max(2000).nullable().default(null),
    staff: z.string().max(300).nullable().default(null),
  })
  .openapi('ExchangeState');
export const stateTaken = z.object({ taken: z.boolean(), code: z.string() }).openapi('ExchangeStateTaken');

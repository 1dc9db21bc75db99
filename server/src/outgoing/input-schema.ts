// What is asked of a draft, and of what comes of it: begun, changed, submitted, returned, signed, numbered.
import { z } from '@hono/zod-openapi';
import { id, isoDate } from '../http/schema.ts';
import { documentType } from '../numbers/schema.ts';
import { content } from './content.ts';

const version = z.number().int();
const reason = z.string().trim().min(1).max(5000);

/** Where a new draft comes from: one of them, or none for a blank of the type. */
export const outgoingCreate = z
  .strictObject({
    /** In whose name; the reader's own unit if left out. */
    unitId: id.nullable().default(null),
    /** The unit that drafts; the reader's own, where that is another than the agency. */
    drafterId: id.nullable().optional(),
    type: documentType.optional(),
    title: z.string().trim().max(2000).optional(),
    body: z.string().max(30).nullable().default(null),
    planId: id.optional(),
    /** Of a plan: itself as a document, or a decision that issues it. */
    as: z.enum(['plan', 'decision']).default('plan'),
    reportId: id.optional(),
    /** A document that was read in. */
    documentId: id.optional(),
    /** Another outgoing document, whose content is copied. */
    outgoingId: id.optional(),
  })
  .openapi('OutgoingCreate');

export const outgoingChange = z
  .strictObject({
    version,
    content: content.optional(),
    drafterId: id.nullable().optional(),
    body: z.string().max(30).nullable().optional(),
    /** What was changed, for the list of drafts. */
    note: z.string().trim().max(500).optional(),
  })
  .openapi('OutgoingChange');

export const outgoingStep = z
  .strictObject({ version, reason: z.string().trim().max(5000).optional() })
  .openapi('OutgoingStep');
export const outgoingReturn = z.strictObject({ version, reason }).openapi('OutgoingReturn');
export const outgoingSign = z
  .strictObject({
    version,
    /** Printed above the name if the draft leaves it open; the signer's own otherwise. */
    name: z.string().trim().min(1).max(200).optional(),
    /** PNG as base64, at most 300 kB; transparent and blue as Annex I, II.7.d asks. */
    picture: z.string().max(420_000).optional(),
    /** As what the signer signs, in place of the draft's lines: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
    standing: z
      .strictObject({
        authority: z.array(z.string().max(300)).max(5),
        position: z.string().trim().min(1).max(300),
      })
      .optional(),
    /** The lines stay as they are although the signer's post is another. */
    confirmed: z.boolean().optional(),
    reason: z.string().trim().max(5000).optional(),
  })
  .openapi('OutgoingSign');
export const outgoingNumber = z
  .strictObject({
    version,
    /** A reserved number; the next one if left out. */
    numberId: id.optional(),
    /** Today if left out; an earlier day is refused. */
    issuedOn: isoDate.optional(),
    /** Abbreviation of the drafting unit, for the symbol of a letter. */
    drafter: z.string().trim().max(30).optional(),
  })
  .openapi('OutgoingNumber');

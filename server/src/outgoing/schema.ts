// The contract of outgoing documents (văn bản đi).
import { z } from '@hono/zod-openapi';
import { id, idIn, isoTime, paging } from '../http/schema.ts';
import { content } from './content.ts';
import { receiver } from './receiver-schema.ts';

const version = z.number().int();
const unitRef = z.object({ id, name: z.string() });

export const outgoingStatus = z.enum([
  'draft',
  'submitted',
  'returned',
  'signed',
  'numbered',
  'issued',
  'recalled',
]);

/** What the reader may do with it now: the screen shows these buttons and no others. */
export const outgoingAbility = z.enum([
  'edit',
  'comment',
  'submit',
  'withdraw',
  'return',
  'sign',
  'number',
  'cancelNumber',
  'issue',
  'distribute',
  'recall',
  'correct',
  'replace',
  'remove',
]);

export const outgoingRef = z
  .object({
    id,
    type: z.string(),
    title: z.string(),
    fullNumber: z.string().nullable(),
    issuedOn: z.string().nullable(),
    status: outgoingStatus,
  })
  .openapi('OutgoingRef');

export const outgoingSummary = outgoingRef
  .extend({
    typeName: z.string(),
    owner: unitRef,
    /** Unit that drafts it in the agency's name. */
    drafter: unitRef.nullable(),
    /** Another document of the same type took its place, or a letter corrects it. */
    replaced: z.boolean(),
    corrected: z.boolean(),
    createdBy: z.string().nullable(),
    changedAt: isoTime,
    receivers: z.object({ total: z.number().int(), sent: z.number().int(), failed: z.number().int() }),
    demo: z.boolean(),
  })
  .openapi('OutgoingSummary');

export const outgoingList = z
  .object({
    rows: z.array(outgoingSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    /** Types that the reader's documents have, for a filter. */
    types: z.array(z.object({ type: z.string(), name: z.string(), count: z.number().int() })),
  })
  .openapi('OutgoingList');

export const outgoingListQuery = z.object({
  q: z.string().max(500).optional(),
  unit: idIn.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  type: z.string().max(10).optional(),
  /** Several, with commas between them. */
  status: z.string().max(100).optional(),
  plan: idIn.optional(),
  report: idIn.optional(),
  /** Drawn up by the reader; or waiting for what the reader may do. */
  scope: z.enum(['mine', 'waiting', 'received']).optional(),
  sort: z.enum(['changed', '-changed', 'issued', '-issued', 'title']).default('-changed'),
  ...paging,
});

export const comment = z
  .object({
    id,
    draftNo: z.number().int(),
    path: z.string().nullable(),
    text: z.string(),
    who: z.string(),
    at: isoTime,
    resolved: z.object({ who: z.string(), at: isoTime }).nullable(),
  })
  .openapi('OutgoingComment');

export const file = z
  .object({
    kind: z.enum(['docx', 'pdf']),
    sha256: z.string(),
    size: z.number().int(),
    madeAt: isoTime,
  })
  .openapi('OutgoingFile');

export const outgoingDetail = outgoingSummary
  .extend({
    content,
    version,
    draftNo: z.number().int(),
    /** Advisory body in whose name it is issued. */
    body: z.string().nullable(),
    number: z.number().int().nullable(),
    symbol: z.string().nullable(),
    numberId: id.nullable(),
    signed: z.object({ by: z.string(), at: isoTime, picture: z.boolean() }).nullable(),
    issued: z.object({ by: z.string(), at: isoTime }).nullable(),
    recalled: z.object({ at: isoTime, reason: z.string() }).nullable(),
    /** What it was drawn up from; null where there is none or the reader may not see it. */
    source: z.object({
      planId: id.nullable(),
      reportId: id.nullable(),
      documentId: id.nullable(),
    }),
    files: z.array(file),
    /** In both directions. */
    corrects: z.array(outgoingRef.extend({ reason: z.string() })),
    correctedBy: z.array(outgoingRef.extend({ reason: z.string() })),
    replaces: z.array(outgoingRef.extend({ reason: z.string() })),
    replacedBy: z.array(outgoingRef.extend({ reason: z.string() })),
    receiverList: z.array(receiver),
    comments: z.array(comment),
    drafts: z.array(
      z.object({ no: z.number().int(), at: isoTime, who: z.string(), note: z.string().nullable() }),
    ),
    events: z.array(
      z.object({
        at: isoTime,
        who: z.string(),
        action: z.string(),
        reason: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    may: z.array(outgoingAbility),
    /** How the reader would sign it; null where they may not. */
    signing: z
      .object({
        post: z.string().nullable(),
        /** Whether the draft's lines of authority agree with the post; null where the post is not known. */
        fits: z.boolean().nullable(),
        /** The lines that follow from the post; null where none follow. */
        proposed: z.object({ authority: z.array(z.string()), position: z.string() }).nullable(),
      })
      .nullable(),
  })
  .openapi('OutgoingDetail');

export const outgoingDraft = z
  .object({ no: z.number().int(), at: isoTime, who: z.string(), note: z.string().nullable(), content })
  .openapi('OutgoingDraft');

export const outgoingViews = z
  .object({
    rows: z.array(
      z.object({
        who: z.string(),
        draftNo: z.number().int(),
        firstAt: isoTime,
        lastAt: isoTime,
        times: z.number().int(),
      }),
    ),
  })
  .openapi('OutgoingViews');

export const commentInput = z
  .strictObject({
    text: z.string().trim().min(1).max(5000),
    path: z.string().max(200).nullable().default(null),
  })
  .openapi('OutgoingCommentInput');
export const commentParams = z.object({
  id: idIn,
  comment: idIn,
});
export const draftParams = z.object({
  id: idIn,
  no: idIn,
});

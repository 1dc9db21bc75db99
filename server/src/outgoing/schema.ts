// The contract of outgoing documents (văn bản đi).
import { z } from '@hono/zod-openapi';
import { id, isoDate, isoTime, paging } from '../http/schema.ts';
import { documentType } from '../numbers/schema.ts';
import { content } from './content.ts';

const version = z.number().int();
const reason = z.string().trim().min(1).max(5000);
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

/** Where something is wrong: cells (ô) of Decree 30/2020, Annex I, section IV. */
export const cell = z.enum([
  '1',
  '2',
  '3',
  '4',
  '5a',
  '5b',
  '6',
  '7a',
  '7b',
  '7c',
  '9a',
  '9b',
  '10a',
  '10b',
  '11',
  '12',
  '13',
  'annex',
]);

export const formProblem = z
  .object({
    code: z.string(),
    /** Errors keep it from being submitted. */
    severity: z.enum(['error', 'warning', 'note']),
    cell,
    /** Part of the content: "title", "recipients", "body.3", "attached.0.body.7"; null where none is to be shown. */
    path: z.string().nullable(),
    message: z.string(),
    /** The words that it is about. */
    excerpt: z.string().nullable(),
    clause: z.string().nullable(),
  })
  .openapi('FormProblem');
export const formCheck = z
  .object({ version, problems: z.array(formProblem), errors: z.number().int(), warnings: z.number().int() })
  .openapi('FormCheck');

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
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  type: z.string().max(10).optional(),
  /** Several, with commas between them. */
  status: z.string().max(100).optional(),
  plan: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  report: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  /** Drawn up by the reader; or waiting for what the reader may do. */
  scope: z.enum(['mine', 'waiting', 'received']).optional(),
  sort: z.enum(['changed', '-changed', 'issued', '-issued', 'title']).default('-changed'),
  ...paging,
});

export const statusCode = z
  .enum(['01', '02', '03', '04', '05', '06', '13', '15', '16'])
  .openapi('ReceiptCode', {
    description:
      '01 arrived, 02 rejected, 03 accepted, 04 assigned, 05 in progress, 06 done, 13 recall asked, 15 agrees to it, 16 refuses it',
  });

export const receiver = z
  .object({
    id,
    name: z.string(),
    /** `inside`: a unit that works in this system; `edxml`: a document system; `paper`: by hand or post. */
    way: z.enum(['inside', 'email', 'edxml', 'paper']),
    unitId: id.nullable(),
    email: z.string().nullable(),
    peerId: id.nullable(),
    state: z.enum(['waiting', 'sent', 'failed']),
    attempts: z.number().int(),
    problem: z.string().nullable(),
    sentAt: isoTime.nullable(),
    /** The last code of QCVN 102:2016 that it said; null: nothing yet. */
    code: statusCode.nullable(),
    codeAt: isoTime.nullable(),
    codeNote: z.string().nullable(),
    states: z.array(
      z.object({
        code: statusCode,
        at: isoTime,
        saidAt: z.string().nullable(),
        note: z.string().nullable(),
        staff: z.string().nullable(),
      }),
    ),
    recall: z.enum(['waiting', 'sent', 'failed']).nullable(),
    receivedBy: z.string().nullable(),
    receivedOn: z.string().nullable(),
  })
  .openapi('OutgoingReceiver');

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

/** To whom it is sent: one way each. */
export const receiverInput = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('inside'), unitId: id }),
  z.strictObject({
    way: z.literal('email'),
    name: z.string().trim().min(1).max(500),
    email: z.email().max(320),
  }),
  z.strictObject({ way: z.literal('edxml'), peerId: id }),
  z.strictObject({ way: z.literal('paper'), name: z.string().trim().min(1).max(500) }),
]);
export const outgoingSend = z
  .strictObject({ version, receivers: z.array(receiverInput).min(1).max(500) })
  .openapi('OutgoingSend');
export const receiverEdit = z
  .strictObject({
    receivedBy: z.string().trim().min(1).max(300),
    receivedOn: isoDate,
  })
  .openapi('ReceiverEdit');
export const receiverParams = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  receiver: z.coerce.number().int().positive().max(2_147_483_647),
});

export const commentInput = z
  .strictObject({
    text: z.string().trim().min(1).max(5000),
    path: z.string().max(200).nullable().default(null),
  })
  .openapi('OutgoingCommentInput');
export const commentParams = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  comment: z.coerce.number().int().positive().max(2_147_483_647),
});
export const draftParams = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  no: z.coerce.number().int().positive().max(2_147_483_647),
});

/** Whom its list of recipients (nơi nhận, kính gửi) names, as far as they are known here. */
export const suggestions = z
  .object({
    rows: z.array(
      z.object({
        name: z.string(),
        unitId: id.nullable(),
        unitName: z.string().nullable(),
        /** The unit works here. */
        inside: z.boolean(),
        email: z.string().nullable(),
        peerId: id.nullable(),
      }),
    ),
  })
  .openapi('ReceiverSuggestions');

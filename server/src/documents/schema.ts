// The contract of the documents: from the upload to the acceptance.
import { z } from '@hono/zod-openapi';
import { block, id, isoTime, page, paging, problem, section, span, spanOrNull } from '../http/schema.ts';
import { draft } from './draft-schema.ts';

/** `superseded`: accepted once, and replaced by the acceptance of its revision. */
export const status = z.enum(['reading', 'review', 'accepted', 'superseded', 'refused', 'failed']);

export const stage = z.enum(['waiting', 'reading', 'recognising-pages', 'understanding']);

export const progress = z
  .object({ stage, page: z.number().int(), pages: z.number().int() })
  .openapi('Progress', {
    description: '`page` of `pages` while pages are recognised optically, else 0 of 0',
  });

export const documentSummary = z
  .object({
    id,
    fileName: z.string(),
    format: z.enum(['docx', 'doc', 'pdf', 'html', 'md', 'txt', 'image']).nullable(),
    size: z.number().int(),
    status,
    progress: progress.nullable(),
    problem: problem.nullable(),
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable(),
    /** Tasks not struck. */
    tasks: z.number().int(),
    /** Warnings neither dismissed nor mere notes. */
    warnings: z.number().int(),
    createdAt: isoTime,
    acceptedAt: isoTime.nullable(),
    revisionOf: id.nullable(),
    supersededBy: id.nullable(),
    /** Imported at the first start as an illustration. */
    demo: z.boolean(),
  })
  .openapi('DocumentSummary');

export const warning = z
  .object({
    /** Stable for the same finding at the same place. */
    id: z.string(),
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    span: spanOrNull,
    related: z.array(span),
    clause: z.string().nullable(),
    dismissed: z.boolean(),
    /** Tasks of the draft whose source it touches. */
    taskIds: z.array(z.string()),
  })
  .openapi('Warning');

const fieldEvidence = z.object({ span, reason: z.string() });

export const content = z
  .object({
    text: z.string(),
    blocks: z.array(block),
    pages: z.array(page),
    sections: z.array(section),
    /** Where the header's fields stand, by field name, and why they were read so. */
    evidence: z.partialRecord(
      z.enum(['type', 'number', 'issuedOn', 'place', 'issuer', 'title', 'parent']),
      fieldEvidence,
    ),
    targets: z.array(
      z.object({
        text: z.string(),
        value: z.number(),
        unit: z.string().nullable(),
        by: z.string().nullable(),
        span,
      }),
    ),
    figures: z.array(
      z.object({
        label: z.string(),
        value: z.number(),
        unit: z.string().nullable(),
        qualifier: z.enum(['exact', 'over', 'about', 'under']),
        span,
      }),
    ),
  })
  .openapi('Content');

export const documentRef = z
  .object({ id, number: z.string().nullable(), title: z.string().nullable(), fileName: z.string(), status })
  .openapi('DocumentRef');

const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** What a revision changes against the document it revises, as accepted or reviewed there. */
export const revisionDiff = z
  .object({
    fields: z.array(change),
    added: z.array(z.object({ taskId: z.string(), text: z.string() })),
    removed: z.array(z.object({ earlierTaskId: z.string(), text: z.string() })),
    changed: z.array(
      z.object({ taskId: z.string(), earlierTaskId: z.string(), text: z.string(), changes: z.array(change) }),
    ),
    unchanged: z.number().int(),
    /** What people had edited in the earlier one and now stands in this draft too. */
    carried: z.array(
      z.object({ taskId: z.string().nullable(), field: z.string(), value: z.string().nullable() }),
    ),
    /** What people had edited where the revision itself now says something new: the revision's words stand, a person decides. */
    conflicts: z.array(
      z.object({
        taskId: z.string().nullable(),
        field: z.string(),
        edited: z.string().nullable(),
        now: z.string().nullable(),
      }),
    ),
  })
  .openapi('RevisionDiff');

export const draftState = z
  .object({
    /** Grows with every change, undo and redo; sent back with the next change. */
    version: z.number().int(),
    draft,
    warnings: z.array(warning),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  })
  .openapi('DraftState');

export const documentDetail = documentSummary
  .extend({
    sha256: z.string(),
    /** Null until it has been read. */
    content: content.nullable(),
    state: draftState.nullable(),
    revision: z.object({ of: documentRef, diff: revisionDiff }).nullable(),
    /** A document that this one seems to revise, until a person says yes or no. */
    proposedRevisionOf: z
      .object({
        document: documentRef,
        reason: z.enum(['same-number', 'same-title']),
        /** 0 to 1: share of words in common. */
        similarity: z.number(),
      })
      .nullable(),
    /** What happened to it, newest first. */
    trail: z.array(
      z.object({
        at: isoTime,
        action: z.string(),
        detail: z.string().nullable(),
        who: z.string().nullable(),
      }),
    ),
    /** In whose name it was taken in. */
    owner: z.object({ id, name: z.string() }).nullable(),
    /** What the reader may do to it: `review` changes the draft, `remove` also takes it out of the register. */
    may: z.array(z.enum(['review', 'accept', 'remove'])),
  })
  .openapi('DocumentDetail');

export const uploadResult = z
  .object({
    files: z.array(
      z.discriminatedUnion('ok', [
        z.object({ name: z.string(), ok: z.literal(true), id, status }),
        z.object({
          name: z.string(),
          ok: z.literal(false),
          problem,
          /** The document that was made of the same file before (problem `duplicate-file`). */
          duplicateOf: documentRef.optional(),
        }),
      ]),
    ),
  })
  .openapi('UploadResult');

export const documentListQuery = z.object({
  q: z.string().max(500).optional(),
  status: z
    .union([status, z.array(status)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
  type: z.string().max(20).optional(),
  sort: z
    .enum([
      'createdAt',
      '-createdAt',
      'issuedOn',
      '-issuedOn',
      'title',
      '-title',
      'issuer',
      '-issuer',
      'number',
      '-number',
    ])
    .default('-createdAt'),
  ...paging,
});

export const documentList = z
  .object({
    rows: z.array(documentSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    /** Of all documents that fit the other filters, by status and by type. */
    facets: z.object({
      status: z.array(z.object({ key: status, count: z.number().int() })),
      type: z.array(z.object({ key: z.string().nullable(), count: z.number().int() })),
    }),
  })
  .openapi('DocumentList');

/** Events of GET /api/documents/{id}/events: `event: progress|done`, data as here. */
export const documentEvent = z
  .object({ id, status, progress: progress.nullable(), problem: problem.nullable() })
  .openapi('DocumentEvent');

export const acceptRequest = z.object({ version: z.number().int() });
export const withdrawRequest = z.object({ reason: z.string().max(2000).optional() });
export const revisionRequest = z.object({
  /** Null: it revises nothing (refuses the proposal, or parts the two again). */
  documentId: id.nullable(),
});

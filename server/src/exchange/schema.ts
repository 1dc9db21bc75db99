// The contract of the exchange with document systems: a document in, the states of its tasks back.
import { z } from '@hono/zod-openapi';
import { dutyClass, dutyState } from '../duties/schema.ts';
import { id, isoTime } from '../http/schema.ts';

/** QCVN 102:2016: arrived, rejected, accepted, assigned, in progress, done, recall asked, agreed to, refused. */
export const statusCode = z
  .enum(['01', '02', '03', '04', '05', '06', '13', '15', '16'])
  .openapi('ExchangeStatus', {
    description:
      '01 arrived, 02 rejected, 03 accepted, 04 assigned, 05 in progress, 06 done, 13 recall asked, 15 agreed to it, 16 refused it',
  });

export const message = z
  .object({
    id,
    /** What the sender calls it. */
    externalId: z.string(),
    sender: z.object({ code: z.string(), name: z.string() }),
    unitId: id,
    number: z.string().nullable(),
    subject: z.string().nullable(),
    receivedAt: isoTime,
    status: statusCode,
    /** The sender has asked for it back; people answer. */
    recall: z
      .object({
        askedAt: isoTime,
        reason: z.string().nullable(),
        /** 15: agreed, its documents were removed; 16: refused. Null: nobody has answered yet. */
        answer: z.enum(['15', '16']).nullable(),
        answeredAt: isoTime.nullable(),
        answeredBy: z.string().nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    /** The package that took its place. */
    replacedBy: id.nullable(),
    files: z.array(z.object({ name: z.string(), documentId: id.nullable(), refused: z.string().nullable() })),
    tasks: z.array(
      z.object({
        id,
        text: z.string(),
        duties: z.array(
          z.object({
            id,
            unit: z.string(),
            unitCode: z.string().nullable(),
            role: z.enum(['lead', 'coordinating']),
            class: dutyClass,
            state: dutyState,
            dueOn: z.string().nullable(),
            doneOn: z.string().nullable(),
          }),
        ),
      }),
    ),
    may: z.array(z.enum(['answerRecall'])),
  })
  .openapi('ExchangeMessage');

/** Agreeing removes its documents, which must not stand in the register any more. */
export const recallAnswer = z
  .strictObject({ agree: z.boolean(), note: z.string().trim().max(2000).nullable().default(null) })
  .openapi('ExchangeRecallAnswer');

export const sendQuery = z.object({
  /** To which unit it goes; the one whose code the package names, or the sender's own, if left out. */
  unit: z.coerce.number().int().positive().optional(),
});

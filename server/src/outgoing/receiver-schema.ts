// Whom a document is sent to, by which way, and what became of it there.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoDate, isoTime } from '../http/schema.ts';

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

/** To whom it is sent: one way each. */
export const receiverInput = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('inside'), unitId: id }),
  z.strictObject({
    way: z.literal('email'),
    name: z.string().trim().min(1).max(500),
    email: z.email().max(320),
    /** Of the letter; left out: that of the account with this address, else Vietnamese. */
    language: z.enum(['vi', 'en']).optional(),
  }),
  z.strictObject({ way: z.literal('edxml'), peerId: id }),
  z.strictObject({ way: z.literal('paper'), name: z.string().trim().min(1).max(500) }),
]);
export const outgoingSend = z
  .strictObject({ version: z.number().int(), receivers: z.array(receiverInput).min(1).max(500) })
  .openapi('OutgoingSend');
export const receiverEdit = z
  .strictObject({
    receivedBy: z.string().trim().min(1).max(300),
    receivedOn: isoDate,
  })
  .openapi('ReceiverEdit');
export const receiverParams = z.object({
  id: idIn,
  receiver: idIn,
});

/** Whom its list of recipients (nơi nhận, kính gửi) names, as far as they are known here. */
export const suggestions = z
  .object({
    /** Letters can leave: there is a mail server, or the document is of the illustration, whose letters are only recorded. */
    mail: z.boolean(),
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

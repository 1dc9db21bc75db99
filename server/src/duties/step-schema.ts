// The contract of what is done to duties: one step of one, of several at once, and calling for what is done on call.
import { z } from '@hono/zod-openapi';
import { id, isoDate } from '../http/schema.ts';

export const note = z.string().trim().max(5000);

/** One step of a duty. `version` is the one the writer saw. */
export const dutyStep = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('receive'), version: z.number().int() }),
    z.strictObject({
      do: z.literal('progress'),
      version: z.number().int(),
      note: note.min(1),
      progress: z.number().int().min(0).max(100).nullable().default(null),
    }),
    /** `doneOn`: not after today; today if left out. */
    z.strictObject({
      do: z.literal('report'),
      version: z.number().int(),
      doneOn: isoDate.optional(),
      note: note.optional(),
    }),
    /** The unit takes its report back before it is confirmed. */
    z.strictObject({ do: z.literal('takeBack'), version: z.number().int(), note: note.optional() }),
    z.strictObject({ do: z.literal('confirm'), version: z.number().int(), note: note.optional() }),
    /** `correction`: the day that was reported is wrong; the next report may name an earlier one. The reason says why. */
    z.strictObject({
      do: z.literal('sendBack'),
      version: z.number().int(),
      note: note.min(1),
      correction: z.boolean().optional(),
    }),
    /** Confirmed by mistake: open again, with a reason. `correction`: as above. */
    z.strictObject({
      do: z.literal('reopen'),
      version: z.number().int(),
      note: note.min(1),
      correction: z.boolean().optional(),
    }),
    z.strictObject({
      do: z.literal('askExtension'),
      version: z.number().int(),
      wantedOn: isoDate,
      note: note.min(1),
    }),
    z.strictObject({
      do: z.literal('decideExtension'),
      version: z.number().int(),
      granted: z.boolean(),
      dueOn: isoDate.optional(),
      note: note.optional(),
    }),
    z.strictObject({
      do: z.literal('milestone'),
      version: z.number().int(),
      no: z.number().int(),
      doneOn: isoDate.nullable(),
    }),
    z.strictObject({ do: z.literal('transfer'), version: z.number().int(), unitId: id, note: note.min(1) }),
    z.strictObject({ do: z.literal('cancel'), version: z.number().int(), note: note.min(1) }),
    z.strictObject({ do: z.literal('reinstate'), version: z.number().int(), note: note.min(1) }),
  ])
  .openapi('DutyStep');

/** The same step for several duties; what cannot be done is named, the rest is done. */
export const bulkRequest = z
  .strictObject({
    ids: z.array(id).min(1).max(500),
    do: z.enum(['receive', 'confirm', 'progress', 'sendBack']),
    note: note.optional(),
  })
  .openapi('BulkRequest');

export const bulkResult = z
  .object({
    bulkId: id,
    done: z.array(id),
    refused: z.array(z.object({ id, code: z.string(), detail: z.string() })),
  })
  .openapi('BulkResult');

/** What an undoing gave back; what somebody has touched since is named and stays. */
export const bulkUndone = bulkResult.openapi('BulkUndone');

export const callRequest = z
  .strictObject({
    taskId: id,
    /** By when; the call opens a duty for each unit of the task. */
    dueOn: isoDate,
    note: note.min(1),
  })
  .openapi('CallRequest');

export const called = z.object({ period: z.string(), ids: z.array(id) }).openapi('Called');

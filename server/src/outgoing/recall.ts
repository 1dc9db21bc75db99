// Recall (thu hồi): the document is frozen, and everybody whom it was sent to is asked to give it back (Decree 30/2020, Article 18).
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import * as receivers from './receiver-queries.ts';
import type { ReceiverRow } from './queries.ts';
import type * as input from './input-schema.ts';
import { queueSending } from './send.ts';
import { requireOpenWords, settle, taking, type Asked } from './service.ts';
import { tellReceivers } from './told.ts';

export async function recall(
  deps: Deps,
  asked: Asked,
  wanted: z.infer<typeof input.outgoingReturn>,
): Promise<void> {
  const { reason } = wanted;
  requireOpenWords(reason);
  await taking(deps, asked, { ability: 'recall', wanted }, async (opened) => {
    const { trx, row, now, actor } = opened;
    const sentTo = await receivers.receiversOf(trx, row.id);
    for (const receiver of sentTo) await receivers.updateReceiver(trx, receiver.id, recalled(receiver, now));
    const byWire = sentTo.filter(
      ({ way, state }) => state === 'sent' && (way === 'email' || way === 'edxml'),
    );
    await queueSending(
      trx,
      byWire.map(({ id }) => id),
    );
    const unitIds = sentTo.flatMap(({ unitId }) => unitId ?? []);
    await tellReceivers(trx, { ...deps, actor }, row, { kind: 'outgoing-recalled', unitIds });
    await settle(opened, {
      action: 'recalled',
      reason,
      detail: { receivers: sentTo.length },
      status: 'recalled',
      recalledAt: now,
      recallReason: reason,
    });
  });
}

/** What has not gone out does not go out any more. */
function recalled({ way, state }: ReceiverRow, now: Date): Parameters<typeof receivers.updateReceiver>[2] {
  if (state !== 'sent') return { state: 'failed', problem: 'recalled' };
  return way === 'email' || way === 'edxml' ? { recall: 'waiting' } : { recall: 'sent', recalledAt: now };
}

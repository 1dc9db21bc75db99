// Who writes saves every other second: what one person writes in one sitting is one draft, as long as nobody else has had to do with it.
import type { Opened } from './service.ts';
import * as trail from './trail-queries.ts';

/** Milliseconds from its first saving on: who writes for an hour leaves a draft to go back to every ten minutes. */
const longest = 10 * 60_000;

export interface Saved {
  readonly content: string;
  readonly note: string | null;
}

/** Puts the content down as the draft that is being written, or as the next one. Returns its number. */
export async function putDraft(opened: Opened, { content, note }: Saved): Promise<number> {
  const { trx, row, now } = opened;
  if (note === null && (await goesOn(opened))) {
    await trail.rewriteDraft(trx, { outgoingId: row.id, no: row.draftNo }, { content, at: now });
    return row.draftNo;
  }
  const { personId, name: who } = opened.actor;
  const no = row.draftNo + 1;
  await trail.addDraft(trx, { outgoingId: row.id, no, content, begunAt: now, at: now, personId, who, note });
  return no;
}

const goesOn = ({ trx, row, actor, now }: Opened): Promise<boolean> =>
  trail.isBeingWritten(trx, {
    outgoingId: row.id,
    person: actor.personId,
    who: actor.name,
    asker: trail.askerOf(actor),
    since: new Date(now.getTime() - longest),
    now,
  });

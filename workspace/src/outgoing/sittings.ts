// Drafts as people remember them: a person who writes saves many times, and calls all of it one draft.
import type { OutgoingDetail } from '@nhipcau/server/contract';

type Drafts = OutgoingDetail['drafts'];
const apart = 20 * 60_000;

/** The last draft of each sitting, newest first: one person, without a long rest. */
export function sittingsOf(drafts: Drafts): Drafts {
  const ordered = drafts.toSorted((one, other) => one.no - other.no);
  return ordered
    .filter((draft, at) => {
      const next = ordered[at + 1];
      const goesOn = next && next.who === draft.who && Date.parse(next.at) - Date.parse(draft.at) < apart;
      return !goesOn || draft.note !== null || at === 0;
    })
    .toReversed();
}

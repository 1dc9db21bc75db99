// What a system says at once when it takes a package: another installation of this product answers with the state.
import type { StatusCode } from '../db/tables/outgoing.ts';
import type { Outcome } from '../webhooks/guarded.ts';

const codes: ReadonlySet<string> = new Set(['01', '02', '03', '04', '05', '06', '13', '15', '16']);

/** The code in a JSON answer's `status`; null where it says nothing of the kind. */
export function codeInAnswer({ answer }: Outcome): StatusCode | null {
  if (!answer?.trimStart().startsWith('{')) return null;
  try {
    const said = (JSON.parse(answer) as { status?: unknown }).status;
    return typeof said === 'string' && codes.has(said) ? (said as StatusCode) : null;
  } catch {
    return null;
  }
}

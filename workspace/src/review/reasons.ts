// The rules of recognition in the reader's words. The keys come from the library; one it adds later is shown as "theo quy tắc …".
import type { Say } from '../language/words.ts';

/** Why a field was read as it was. */
export function reasonWords(reason: string, say: Say): string {
  const known = words(say);
  return Object.hasOwn(known, reason)
    ? (known[reason] ?? reason)
    : say('theo quy tắc “{reason}”', { reason });
}

function words(say: Say): Readonly<Record<string, string>> {
  return {
    'table-row': say('một hàng của bảng phân công'),
  };
}

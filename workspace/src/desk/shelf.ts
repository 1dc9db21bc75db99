// What could not be sent yet, put down on this machine.
import type { Unsaved } from './keeper.ts';

/** Writing the whole at each keystroke would be felt: it is put down when the hand rests, and when the page goes. */
export function shelf<Draft>(place: string) {
  let held: Unsaved<Draft> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      if (held) localStorage.setItem(place, JSON.stringify(held));
      else localStorage.removeItem(place);
    } catch {
      // Full or forbidden storage: it is still kept as long as the page is open.
    }
  };
  return {
    flush,
    put: (unsaved: Unsaved<Draft> | null) => {
      held = unsaved;
      if (!unsaved) flush();
      else timer ??= setTimeout(flush, 300);
    },
    take: (): Unsaved<Draft> | null => {
      try {
        held = JSON.parse(localStorage.getItem(place) ?? 'null') as Unsaved<Draft> | null;
        return held;
      } catch {
        return null;
      }
    },
  };
}

// Which parts of a report are unfolded on a narrow screen; remembered for as long as the browser's window is open.
import { useCallback, useState, useSyncExternalStore } from 'react';

const query = '(max-width: 44em)';
const listen = (tell: () => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
};

/** As wide as the rules of the style sheets say. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    listen,
    () => matchMedia(query).matches,
    () => false,
  );

export interface Folds {
  readonly isOpen: (part: string) => boolean;
  readonly toggle: (part: string) => void;
  readonly unfold: (...parts: string[]) => void;
}

const read = (place: string): readonly string[] | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return Array.isArray(kept) ? kept.filter((part) => typeof part === 'string') : null;
  } catch {
    return null;
  }
};

const keep = (place: string, open: ReadonlySet<string>): void => {
  try {
    sessionStorage.setItem(place, JSON.stringify([...open]));
  } catch {
    // Forbidden or full: then it lasts as long as the page.
  }
};

/** `first`: what is open before the reader has folded anything. */
export function useFolds(reportId: number, first: readonly string[]): Folds {
  const place = `nhipcau-folds:${reportId}`;
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(read(place) ?? first));
  const change = useCallback(
    (how: (before: ReadonlySet<string>) => ReadonlySet<string>) =>
      setOpen((before) => {
        const after = how(before);
        keep(place, after);
        return after;
      }),
    [place],
  );
  const toggle = useCallback(
    (part: string) =>
      change((before) =>
        before.has(part) ? new Set([...before].filter((one) => one !== part)) : new Set([...before, part]),
      ),
    [change],
  );
  const unfold = useCallback(
    (...parts: string[]) => change((before) => new Set([...before, ...parts])),
    [change],
  );
  const isOpen = useCallback((part: string) => open.has(part), [open]);
  return { isOpen, toggle, unfold };
}

export const sectionFold = (sectionId: string): string => `s ${sectionId}`;
export const groupFold = (sectionId: string, group: string): string => `g ${sectionId} ${group}`;

// What is still to happen, by day.

type Entry = () => Promise<void>;

export interface Diary {
  write(day: string, entry: Entry): void;
  play(until: string, onDay: (day: string) => Promise<void>): Promise<void>;
}

export function diaryOf(from: string): Diary {
  const days = new Map<string, Entry[]>();
  return {
    write: (day, entry) => void days.set(day, [...(days.get(day) ?? []), entry]),
    play: async (until, onDay) => {
      for (let day = from; day <= until; day = after(day)) {
        await onDay(day);
        // What a deed writes down for the same day happens on it.
        for (let at = 0; at < (days.get(day)?.length ?? 0); at += 1) await days.get(day)?.[at]?.();
      }
    },
  };
}

export const after = (day: string, count = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** One measured figure. `ratio` is value / baseline, both measured in the same run. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly baselineName?: string;
  readonly ratio?: number;
  readonly note?: string;
}

/** What was asked for on the command line, and who hears of a figure as soon as it is there. */
export interface Run {
  readonly tell: (result: Result) => void;
  /** The database that was built stays. */
  readonly keep: boolean;
  /** One that stayed: its address, or the folder of an embedded one. */
  readonly use: string | null;
}

/** The median of `runs` timings of `work`, in seconds, after one run that does not count. */
export function seconds(work: () => void, runs = 5): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return (performance.now() - begun) / 1000;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** As `seconds`, for work that waits. */
export async function secondsOf(work: () => Promise<unknown>, runs = 5): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    await work();
    times.push((performance.now() - begun) / 1000);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

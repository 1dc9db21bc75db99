// One province of 166 communes, five years, 170,000 duties, on the embedded database; otherwise as the nation.
import { province } from './load/build.ts';
import { runLoad } from './load/run.ts';
import type { Result, Run } from './result.ts';

export function run(asked: Run): Promise<Result[]> {
  const day = new Date().toISOString().slice(0, 10);
  const year = Number(day.slice(0, 4));
  const steps = [[year], [year - 1, year - 2], [year - 3, year - 4]];
  return runLoad(
    {
      name: 'province',
      shape: province('38', 166),
      steps,
      national: false,
      day,
      embedded: true,
    },
    asked,
  );
}

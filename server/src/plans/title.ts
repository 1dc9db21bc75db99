// What a plan is called that nobody has named yet, as its document would have it.
import type { Period } from './period.ts';

/** "tỉnh Sông Thao" of its People's Committee, which plans for the place; any other unit plans for itself. */
function whose(owner: string): string {
  const place = /^(?:(?:Ủy|Uỷ) ban nhân dân|UBND)\s+(.+)$/u.exec(owner)?.[1];
  return place ?? `của ${owner}`;
}

/** "năm 2026", "giai đoạn 2026 - 2030". */
function when({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `năm ${first}` : `giai đoạn ${first} - ${last}`;
}

export const usualTitle = (owner: string, period: Period): string =>
  `Kế hoạch công tác thông tin đối ngoại ${whose(owner)} ${when(period)}`.slice(0, 1000);

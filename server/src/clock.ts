// The day that it is for the people who use this: Việt Nam has one time zone, UTC+7, wherever the server stands.

export type Clock = () => Date;

/** ISO date. */
export function today(clock: Clock): string {
  return new Date(clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

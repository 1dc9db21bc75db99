// The day that it is for the people who use this: Việt Nam has one time zone, UTC+7, wherever the server stands.

export type Clock = () => Date;

/** ISO date. */
export const today = (clock: Clock): string => dayOf(clock());

/** The day on which it was here. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

// Neighbours of a day, ISO.
const beside = (day: string, step: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);

export const dayBefore = (day: string): string => beside(day, -1);
export const dayAfter = (day: string): string => beside(day, 1);

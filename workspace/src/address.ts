// What stands in an address: read as text and written back; what cannot be read is left out, so that an old or hand-written link
// still opens.

export type Raw = Readonly<Record<string, unknown>>;

/** Search parameters as plain text: a name given twice is a list. */
export function readAddress(text: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = read[key];
    read[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return read;
}

/** The same the other way, with a leading "?" unless it is empty. */
export function writeAddress(search: Raw): string {
  const pairs = Object.entries(search).flatMap(([key, value]) => listOf(value).map((one) => [key, one]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export function listOf(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The first of what was given, cut off where it is too long; "" where there is nothing. */
export const textOf = (value: unknown, most = 500): string => (listOf(value)[0] ?? '').slice(0, most);

/** A whole number within bounds; those of ids, where none are given. */
export function whole(value: unknown, from = 1, to = 2_147_483_647): number | undefined {
  const text = textOf(value);
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number >= from && number <= to ? number : undefined;
}

export const yearOf = (value: unknown): number | undefined => whole(value, 1900, 2200);

/** Absent for the first page. */
export const pageOf = (value: unknown): number | undefined => whole(value, 2);

/** ISO; there is no 30 February. */
export function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}

export const among = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === textOf(value));

/** Absent rather than empty: nothing that says nothing stands in an address. */
export const kept = <S extends object>(search: { readonly [K in keyof S]: S[K] | undefined | '' }): S =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')) as S;

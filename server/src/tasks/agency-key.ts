// By what filters and facets know an agency.
import { fold } from '../text/fold.ts';

/** Names that differ only in case, diacritics' placement or spaces are one agency. */
export const agencyKey = ({
  unitId,
  name,
}: {
  readonly unitId: number | null;
  readonly name: string;
}): string => (unitId === null ? `name:${fold(name).slice(0, 300)}` : `unit:${unitId}`);

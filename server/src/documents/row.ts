// What the document's row repeats of its draft, for lists, search and the graph.
import { fold } from '../text/fold.ts';
import { searchColumns } from '../text/search.ts';
import { isDay, type Draft } from './draft.ts';

/** Spaces and case do not make two numbers of one. */
export function numberKey(number: string | null): string | null {
  if (number === null) return null;
  const plain = fold(number.slice(0, 200)).replace(/\s+/g, '');
  return plain.replace(/^so:?/, '').replace(/^0+(?=\d)/, '') || null;
}

export function rowFields(draft: Draft, fileName: string, warnings: number) {
  const { type, number, issuedOn, issuer, title, place } = draft.fields;
  return {
    type,
    number,
    issuer,
    title,
    warnings,
    numberKey: numberKey(number),
    titleKey: title ? fold(title).slice(0, 500) : null,
    issuedOn: issuedOn && isDay(issuedOn) ? issuedOn : null,
    tasks: draft.tasks.filter(({ struck }) => !struck).length,
    ...searchColumns([title, number, issuer, place, type, fileName]),
  };
}

// A document as it would be printed now: with the number and date that it has, or the symbol that it will bear.
import type { OfficialDocument } from '@nhipcau/document';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { schemeOf } from '../numbers/scheme.ts';
import { symbolOf } from '../numbers/symbol.ts';
import { officialOf } from './content.ts';
import * as queries from './queries.ts';
import type { OutgoingRow } from './queries.ts';

export async function printable(db: Db, row: OutgoingRow, image?: Uint8Array): Promise<OfficialDocument> {
  const { content, number, issuedOn } = row;
  const symbol = row.symbol ?? (await symbolToBe(db, row));
  return officialOf(content, { number, symbol, date: issuedOn, ...(image ? { image } : {}) });
}

async function symbolToBe(db: Db, row: OutgoingRow): Promise<string> {
  // The year in Việt Nam, wherever the server stands.
  const year = Number(today(() => row.changedAt).slice(0, 4));
  const scheme = await schemeOf(db, row.ownerId, year);
  const drafter = await drafterOf(db, row, year);
  // A letter whose drafting unit has no abbreviation yet leaves its place open.
  return symbolOf(scheme, { type: row.content.type, body: row.body, drafter: drafter ?? '…' }) ?? '';
}

/** As the scheme of the agency abbreviates the drafting unit. */
export async function drafterOf(
  db: Db,
  { drafterId, ownerId }: Pick<OutgoingRow, 'drafterId' | 'ownerId'>,
  year: number,
): Promise<string | null> {
  if (drafterId === null) return null;
  const [unit] = await queries.unitsOf(db, [drafterId]);
  const { drafters } = await schemeOf(db, ownerId, year);
  return drafters.find(({ name }) => name === unit?.name)?.abbreviation ?? null;
}

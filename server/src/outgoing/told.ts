// Who is told of what happens to outgoing documents; part of the transaction in which it happens.
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { tell } from '../notices/service.ts';
import type { OutgoingRow } from './queries.ts';

export interface Teller extends Pick<Deps, 'clock'> {
  readonly actor: Actor;
}

type Told = Pick<OutgoingRow, 'title' | 'ownerId' | 'id'>;

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text);

const about = ({ title, ownerId, id }: Told, { actor }: Teller) => ({
  except: actor.personId,
  outgoingId: id,
  values: { unitId: ownerId, text: short(title) },
});

export async function tellSubmitted(db: Db, teller: Teller, row: OutgoingRow): Promise<void> {
  await tell(db, teller, [
    {
      ...about(row, teller),
      kind: 'outgoing-submitted',
      unitIds: [row.ownerId],
      roles: ['approver', 'leader'],
    },
  ]);
}

/** Who drew it up and who submitted it. */
const authors = ({ createdBy, submittedBy }: OutgoingRow) =>
  [...new Set([createdBy, submittedBy])].filter((id) => id !== null);

/** Those who drew it up hear what was decided. */
export async function tellDecided(
  db: Db,
  teller: Teller,
  row: OutgoingRow,
  decided: {
    readonly kind: 'outgoing-returned' | 'outgoing-signed' | 'outgoing-issued';
    readonly reason?: string;
  },
): Promise<void> {
  const { values, ...rest } = about(row, teller);
  const reason = decided.reason === undefined ? null : short(decided.reason);
  await tell(db, teller, [
    { ...rest, kind: decided.kind, personIds: authors(row), values: { ...values, reason } },
  ]);
}

/** Units that work here are told of what was sent to them, is asked back, or was corrected or replaced by another document. */
export async function tellReceivers(
  db: Db,
  teller: Teller,
  row: Told,
  {
    kind,
    unitIds,
    number,
  }: {
    readonly kind: 'outgoing-sent' | 'outgoing-recalled' | 'outgoing-corrected' | 'outgoing-replaced';
    readonly unitIds: readonly number[];
    /** Of the document that follows it. */
    readonly number?: string;
  },
): Promise<void> {
  if (unitIds.length === 0) return;
  const { values, ...rest } = about(row, teller);
  const said = number === undefined ? values : { ...values, number };
  await tell(db, teller, [
    { ...rest, values: said, kind, unitIds, roles: ['officer', 'leader', 'coordinator'] },
  ]);
}

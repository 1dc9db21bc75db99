// Telling people what happened: who is told depends on roles at units, by which way on what each of them wishes.
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { kinds, type Kind } from './kinds.ts';
import * as queries from './queries.ts';
import type { Values } from './words.ts';

export interface Happening {
  readonly kind: Kind;
  /** People with one of these roles at one of these units, or at the unit that took its work over. */
  readonly unitIds?: readonly number[];
  readonly roles?: readonly Role[];
  readonly personIds?: readonly number[];
  /** `unitId` and `fromId` become `unit` and `from`: the names as they are on that day. */
  readonly values: Values;
  readonly dutyId?: number | null;
  readonly planId?: number | null;
  readonly reportId?: number | null;
  readonly outgoingId?: number | null;
  /** Nobody is told of what they did themselves. */
  readonly except?: number | null;
}

/** Who works at a unit, and who answers for it. */
export const workers: readonly Role[] = ['officer', 'leader'];

/** Part of the transaction in which it happened: no notice without its cause, no cause without its notice. */
export async function tell(
  db: Db,
  { clock }: Pick<Deps, 'clock'>,
  happenings: readonly Happening[],
): Promise<void> {
  const at = clock();
  const names = await unitNames(
    db,
    happenings.flatMap(({ values }) => unitsIn(values)),
  );
  const rows: queries.NewNotice[] = [];
  for (const happening of happenings) {
    const people = await peopleOf(db, happening, today(clock));
    const wishes = new Map(
      (await queries.wishesOf(db, people, happening.kind)).map((wish) => [wish.personId, wish]),
    );
    for (const personId of people) {
      const { app, mail } = wishes.get(personId) ?? kinds[happening.kind];
      if (!app && mail === 'off') continue;
      rows.push({
        personId,
        kind: happening.kind,
        data: JSON.stringify(named(happening.values, names)),
        dutyId: happening.dutyId ?? null,
        planId: happening.planId ?? null,
        reportId: happening.reportId ?? null,
        outgoingId: happening.outgoingId ?? null,
        at,
        // Only mailed: it does not count as unread.
        readAt: app ? null : at,
        mail: mail === 'off' ? 'none' : mail,
      });
    }
  }
  await queries.insertNotices(db, rows);
}

const unitsIn = ({ unitId, fromId }: Values): number[] =>
  [unitId, fromId].filter((id): id is number => typeof id === 'number');

function named({ unitId, fromId, ...values }: Values, names: ReadonlyMap<number, string>): Values {
  const name = (id: string | number | null | undefined) =>
    typeof id === 'number' ? (names.get(id) ?? null) : undefined;
  const [unit, from] = [name(unitId), name(fromId)];
  return { ...values, ...(unit === undefined ? {} : { unit }), ...(from === undefined ? {} : { from }) };
}

async function peopleOf(db: Db, happening: Happening, day: string): Promise<readonly number[]> {
  const { unitIds = [], roles = workers, personIds = [], except = null } = happening;
  const places = await placesOf(db);
  const reached = [...new Set(unitIds.flatMap((id) => [...places.own(id)]))];
  const holders = await queries.holdersAt(db, { unitIds: reached, roles, day });
  return [...new Set([...personIds, ...holders.map(({ personId }) => personId)])].filter(
    (id) => id !== except,
  );
}

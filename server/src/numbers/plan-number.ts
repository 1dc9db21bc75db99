// A plan that is issued by hand bears a number too. Where its agency keeps the register, the number comes from there, or is put down in
// it as given outside; whatever the register does later, nobody is given that number again.
import { typeName } from '@nhipcau/document';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { Conflict } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import * as queries from './queries.ts';
import type { EntryRow } from './queries.ts';
import { schemeOf, type SchemeInForce } from './scheme.ts';
import { fullNumber, printed, seriesOf, symbolOf } from './symbol.ts';
import { bear, guarded, requireKeeper, takeNext, type Bearer, type Taking, type Wanted } from './take.ts';

export interface OfPlan {
  readonly planId: number;
  readonly unitId: number;
  readonly rootId: number;
  readonly demo: boolean;
  /** As it was typed: "58/KH-UBND". */
  readonly number: string;
  /** ISO date. */
  readonly issuedOn: string;
  readonly title: string;
  readonly signer: string;
}

/** Where the number belongs. */
interface Spot {
  readonly unitId: number;
  readonly year: number;
  readonly code: string;
  readonly number: number;
  readonly symbol: string;
}

interface Numbering extends Spot {
  readonly wanted: Wanted;
  /** The agency composes such a symbol, and gives numbers of this series here. */
  readonly kept: boolean;
  readonly last: number;
}

/** "58/KH-UBND", "Số: 05/KH-SVHTTDL"; null: it is no number of a register. */
export function partsOf(text: string): { readonly number: number; readonly symbol: string } | null {
  const found = /^\s*(?:số\s*:?\s*)?0*([1-9]\d{0,5})\s*\/\s*(\S{1,60})\s*$/iu.exec(text.normalize('NFC'));
  return found ? { number: Number(found[1]), symbol: found[2] ?? '' } : null;
}

/** Throws where the number is another document’s, or somebody else keeps it. */
export async function putPlanNumber(db: Db, plan: OfPlan, taking: Taking): Promise<void> {
  const parts = partsOf(plan.number);
  if (!parts) return;
  await queries.holdScheme(db, plan.unitId);
  await queries.lockNumbers(db, plan.unitId);
  const numbering = await numberingOf(db, plan, parts);
  const there = await queries.standing(db, numbering);
  const same = there.find(({ symbol }) => symbol === numbering.symbol);
  if (same) return joined(db, { plan, taking, same });
  const [other] = there;
  if (other && numbering.kept) throw standingThere(other);
  if (isNext(numbering, plan, taking)) return takeFor(db, { plan, taking, numbering });
  await putOutside(db, { plan, taking, numbering }, other ? apart(numbering.symbol) : numbering.code);
}

/** Series of numbers that belong to none of the agency’s: by their symbol. */
const apart = (symbol: string) => `#${symbol}`;

async function numberingOf(
  db: Db,
  { unitId, issuedOn }: OfPlan,
  { number, symbol: typed }: { readonly number: number; readonly symbol: string },
): Promise<Numbering> {
  const year = Number(issuedOn.slice(0, 4));
  const scheme = await schemeOf(db, unitId, year);
  const lead = typed.split('-')[0] ?? '';
  const type = typeName(lead) === undefined ? 'KH' : lead;
  const composed = composedLike(scheme, { type, typed });
  const wanted = { unitId, type, body: composed?.body ?? null, drafter: null };
  const code = composed ? seriesOf(scheme, wanted) : apart(typed);
  const series = await queries.seriesRow(db, { unitId, year, code });
  return {
    unitId,
    year,
    code,
    number,
    symbol: composed?.symbol ?? typed,
    wanted,
    kept: composed !== null && (scheme.fromYear !== null || series !== undefined),
    last: series?.last ?? 0,
  };
}

/** The agency’s own symbol that the typed one is, but for small letters. */
function composedLike(
  scheme: SchemeInForce,
  { type, typed }: { readonly type: string; readonly typed: string },
): { readonly symbol: string; readonly body: string | null } | null {
  const large = (text: string) => text.toLocaleUpperCase('vi');
  for (const body of [null, ...scheme.bodies.map(({ abbreviation }) => abbreviation)]) {
    const symbol = symbolOf(scheme, { type, body });
    if (symbol !== null && large(symbol) === large(typed)) return { symbol, body };
  }
  return null;
}

const isNext = ({ kept, last, number }: Numbering, { issuedOn }: OfPlan, { day }: Taking): boolean =>
  kept && number === last + 1 && issuedOn === day;

const bearerOf = ({ title, signer }: OfPlan): Bearer => ({
  title,
  signer,
  recipients: [],
  archive: null,
  copies: null,
});

interface Putting {
  readonly plan: OfPlan;
  readonly taking: Taking;
  readonly numbering: Numbering;
}

async function takeFor(db: Db, { plan, taking, numbering: { wanted } }: Putting): Promise<void> {
  const more = { taking, purpose: plan.title, until: plan.issuedOn, demo: plan.demo };
  const given = await takeNext(db, wanted, more);
  const entry = await queries.lockEntry(db, given.id);
  if (!entry) throw new Error('A number that was just given is not there.');
  await bear(db, entry, { wanted, bearer: bearerOf(plan), day: plan.issuedOn });
  await queries.updateEntry(db, entry.id, { planId: plan.planId });
}

async function putOutside(db: Db, { plan, taking, numbering }: Putting, series: string): Promise<void> {
  const { unitId, year, number, symbol, wanted } = numbering;
  const { title, signer } = plan;
  await guarded(
    queries.insertEntry(db, {
      unitId,
      rootId: plan.rootId,
      year,
      series,
      number,
      type: wanted.type,
      body: wanted.body,
      symbol,
      status: 'used',
      takenBy: taking.actor.personId,
      takenName: taking.actor.personId === null ? taking.actor.name : null,
      takenAt: taking.now,
      issuedOn: plan.issuedOn,
      title,
      signer,
      planId: plan.planId,
      outside: true,
      demo: plan.demo,
      ...searchColumns([fullNumber(number, symbol), title, signer]),
    }),
  );
}

interface Joining {
  readonly plan: OfPlan;
  readonly taking: Taking;
  readonly same: EntryRow;
}

/** The plan’s own number again, that of the document drawn up from it, or one that was reserved for it. */
async function joined(db: Db, { plan, taking, same }: Joining): Promise<void> {
  if (same.planId === plan.planId) return;
  if (same.status === 'reserved') return useReserved(db, { plan, taking, same });
  const document = await queries.planOfBearer(db, same.id);
  if (same.status !== 'used' || document?.planId !== plan.planId) throw standingThere(same);
  if (same.issuedOn !== plan.issuedOn) {
    throw new Conflict('number-other-day', {
      number: fullNumber(same.number, same.symbol),
      day: same.issuedOn ?? '–',
      issuedOn: plan.issuedOn,
    });
  }
  await queries.updateEntry(db, same.id, { planId: plan.planId });
}

async function useReserved(db: Db, { plan, taking, same }: Joining): Promise<void> {
  await requireKeeper(db, taking.actor, same);
  const { number, takenAt, unitId, type, body, drafter } = same;
  const taken = today(() => takenAt);
  const { issuedOn } = plan;
  if (taken > issuedOn) throw new Conflict('number-taken-later', { number, taken, issuedOn });
  const wanted = { unitId, type, body, drafter };
  await bear(db, same, { wanted, bearer: bearerOf(plan), day: issuedOn });
  await queries.updateEntry(db, same.id, { planId: plan.planId });
}

function standingThere({ number, symbol, year, title, purpose, status, cancelReason }: EntryRow): Conflict {
  const what = [
    `${printed(number)}${symbol ? `/${symbol}` : ''}`,
    status === 'cancelled' ? cancelReason : (title ?? purpose),
  ];
  const words = what.filter(Boolean).join(', ').slice(0, 300);
  return new Conflict('number-standing', { number, year, what: words });
}

// Rows of the register as the API shows them, to this reader.
import { typeName } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { SeriesCount, ShownEntry } from './queries.ts';
import type * as schema from './schema.ts';
import { fullNumber, LETTER } from './symbol.ts';
import { keeps } from './take.ts';

export type NumberEntry = z.infer<typeof schema.numberEntry>;
export type Shown = NonNullable<ShownEntry>;

const stateOf = ({ status, until }: Shown, day: string): NumberEntry['status'] =>
  status === 'reserved' && until !== null && until < day ? 'lapsed' : status;

/** The type's name; "Công văn" has none printed, but one in the register. */
export const nameOfType = (type: string): string => typeName(type) ?? type;

export function present(actor: Actor, day: string, row: Shown): NumberEntry {
  const { id, unitId, year, series, number, symbol, type, body, drafter, until, issuedOn, version } = row;
  const { title, signer, recipients, archive, copies, sentOn, receivedBy, note } = row;
  return {
    id,
    unitId,
    year,
    series,
    number,
    symbol,
    fullNumber: fullNumber(number, symbol),
    type,
    typeName: nameOfType(type),
    body,
    drafter,
    status: stateOf(row, day),
    taken: { by: row.taker ?? row.takenName ?? '', at: row.takenAt.toISOString(), purpose: row.purpose },
    until,
    issuedOn,
    title,
    signer,
    recipients,
    archive,
    copies,
    sentOn,
    receivedBy,
    note,
    cancelled:
      row.cancelledAt === null
        ? null
        : {
            by: row.canceller ?? row.cancelledName ?? '',
            at: row.cancelledAt.toISOString(),
            reason: row.cancelReason ?? '',
          },
    outgoing: outgoingOf(actor, row),
    planId: row.planId,
    outside: row.outside,
    warnings: row.disordered ? ['date-order'] : [],
    version,
    may: abilities(actor, day, row),
  };
}

function outgoingOf(actor: Actor, row: Shown): NumberEntry['outgoing'] {
  const { outgoingId, outgoingOwner, outgoingDrafter, outgoingStatus } = row;
  if (outgoingId === null || outgoingStatus === null) return null;
  const facts = { unitId: outgoingOwner, leads: outgoingDrafter === null ? [] : [outgoingDrafter] };
  return may(actor, 'outgoing.read', facts) ? { id: outgoingId, status: outgoingStatus } : null;
}

function abilities(actor: Actor, day: string, row: Shown): NumberEntry['may'] {
  const { unitId, status, year, outgoingId, planId } = row;
  const manages = may(actor, 'number.manage', { unitId });
  const works = may(actor, 'number.reserve', { unitId });
  const open = status === 'reserved' && year === Number(day.slice(0, 4)) && keeps(actor, row) && works;
  const free =
    status === 'reserved' || (status === 'used' && outgoingId === null && planId === null && manages);
  return [
    ...(open && stateOf(row, day) === 'reserved' ? (['use'] as const) : []),
    ...(open ? (['extend'] as const) : []),
    ...(free && works && keeps(actor, row) ? (['cancel'] as const) : []),
    ...(status === 'used' && works ? (['edit'] as const) : []),
  ];
}

export function presentSeries({ code, ...counts }: SeriesCount): z.infer<typeof schema.numberSeries> {
  const parts = code.split('/');
  const body = parts.length > 1 ? (parts[0] ?? null) : null;
  return { code, type: parts.at(-1) ?? LETTER, body, ...counts };
}

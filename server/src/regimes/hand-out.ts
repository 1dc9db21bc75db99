// A call reaches those who are asked: their reports are opened, filled from the records, and they are told.
import type { Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { arrange } from '../reports/arrange.ts';
import { fillOpened, openReports, type CallOpened, type Opening } from '../reports/open.ts';
import { tellCalled } from '../reports/told.ts';
import { placesOf } from '../units/places.ts';
import type { Circle } from './askees.ts';

interface Handed {
  readonly call: CallOpened;
  readonly name: string;
  readonly parts: Circle['parts'];
  readonly openings: readonly Opening[];
}

export async function handOut(db: Db, clock: Clock, { call, name, parts, openings }: Handed): Promise<void> {
  const reports = await openReports(db, call, openings);
  // What was sent before others were asked keeps the units that it counts.
  const places = await placesOf(db);
  const { touched } = await arrange(db, { callId: call.id, places, fresh: [...parts.keys()] });
  const opened = openings.map((each) => ({ ...each, id: reports.get(each.unitId) ?? 0 }));
  await fillOpened(db, call, [...new Set([...opened.map(({ id }) => id), ...touched])]);
  // Whoever calls knows of it.
  const told = opened.filter(({ depth }) => depth > 0);
  await tellCalled(db, { clock, personId: call.personId }, { name, reports: told });
}

// What a formula gives for a unit and some days, before anybody keeps it; and what there is to write formulas with.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Asking } from '../access/actor.ts';
import { today } from '../clock.ts';
import { Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { placesOf } from '../units/places.ts';
import { catalogueFor } from './catalogue.ts';
import { counter, wantsIn, type Values } from './count.ts';
import { evaluate } from './evaluate.ts';
import { formulaWords, requireFormula } from './formula.ts';
import { registers } from './registers.ts';
import type * as schema from './schema.ts';
import type { Writing } from './shown.ts';

export async function tryFormula(
  { db, clock }: Writing,
  { actor, locale }: Asking,
  { formula, unitId, below, from, to, breakdown }: z.infer<typeof schema.formulaTrial>,
): Promise<z.infer<typeof schema.formulaResult>> {
  requireFormula(formula);
  if (from > to) throw new Invalid('call-window', { from, to });
  const places = await placesOf(db);
  const units = below ? places.withBelow(unitId) : places.own(unitId);
  // A figure tells of all the records that it counts: only who may see these is told.
  if (![...units].every((id) => may(actor, 'overview.read', { unitId: id })))
    throw new NotFound('no-unit', { id: unitId });
  const catalogue = await catalogueFor(db, unitId);
  const day = today(clock);
  const parts = sql`select unnest(${[...units]}::bigint[]) as unit_id, 0 as place`;
  const span = { from, to, asOf: day < to ? day : to };
  const counted = counter(db, { span, parts, places: [0] }, wantsIn(formula, [[], breakdown]));
  const find = async (dims: readonly string[]) => {
    const others =
      (path: readonly string[]) =>
      async (code: string): Promise<Values> => {
        const named = catalogue.get(code)?.body.formula;
        if (!named || path.includes(code)) return new Map();
        const asked = { places: [0], breakdown: dims, counted, others: others([...path, code]) };
        return (await evaluate(named, asked)).values;
      };
    const asked = { places: [0], breakdown: dims, counted, others: others([]) };
    return (await evaluate(formula, asked)).values.get(0);
  };
  const [whole, cells] = [await find([]), breakdown.length > 0 ? await find(breakdown) : undefined];
  return {
    value: whole?.get('') ?? null,
    words: formulaWords(formula, locale, (code) => catalogue.get(code)?.body.name ?? code),
    cells: [...(cells ?? [])].flatMap(([cell, value]) => (value === null ? [] : [{ cell, value }])),
  };
}

export function registersShown(locale: Locale): z.infer<typeof schema.registerList> {
  const side = locale === 'vi' ? 0 : 1;
  return {
    rows: registers.map(({ key, label, description, fields }) => ({
      key,
      label: label[side],
      description: description[side],
      fields: fields.map(({ name, label: said, type, dimension, values = [] }) => ({
        name,
        label: said[side],
        type,
        dimension: dimension ?? null,
        values: values.map((value) => ({ key: value.key, label: value.label[side] })),
      })),
    })),
  };
}

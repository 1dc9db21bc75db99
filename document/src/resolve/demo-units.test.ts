// The invented province: nothing in it may be mistaken for a real place.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldDiacritics } from '../read/normalise.ts';
import { PROVINCES } from '../gazetteer/provinces.ts';
import type { Unit } from './unit.ts';
import { indexUnits } from './unit-index.ts';

const read = (file: string) => readFileSync(new URL(`../../../server/data/${file}`, import.meta.url), 'utf8');
const demo = JSON.parse(read('demo-units.json')) as {
  illustrative: boolean;
  province: { code: string; name: string };
  units: Unit[];
};

function namesOf(file: string): string[] {
  return read(file)
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((row) => foldDiacritics(row.split(',')[2] ?? ''));
}

test('it is marked as an illustration, with codes that nobody bears', () => {
  expect(demo.illustrative).toBe(true);
  expect(PROVINCES.map(({ code }) => code)).not.toContain(demo.province.code);
  const codes = demo.units.flatMap(({ code }) => code ?? []);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !code.startsWith('Z00'))).toEqual([]);
});

test('none of its districts and communes bears the name of a real one', () => {
  const real = new Set([
    ...namesOf('communes.csv'),
    ...namesOf('districts-until-2025-06-30.csv'),
    ...PROVINCES.map(({ name }) => foldDiacritics(name)),
  ]);
  const places = demo.units.flatMap(
    ({ name }) => /^Ủy ban nhân dân (?:huyện|thị xã|xã|phường) (.+)$/u.exec(name)?.[1] ?? [],
  );
  expect(places).toHaveLength(31);
  expect(places.filter((place) => real.has(foldDiacritics(place)))).toEqual([]);
});

test('superiors and successors are units, and an agency never ends before it begins', () => {
  const ids = new Set(demo.units.map(({ id }) => id));
  expect(ids.size).toBe(demo.units.length);
  const named = demo.units.flatMap(({ superiorId, successors }) => [
    ...successors,
    ...(superiorId === null ? [] : [superiorId]),
  ]);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  expect(demo.units.filter(({ from, to }) => from !== null && to !== null && from > to)).toEqual([]);
});

test('levels follow from names and superiors', () => {
  const { byId } = indexUnits(demo.units);
  const levels = Map.groupBy(byId.values(), ({ level }) => level);
  expect([...levels.keys()].toSorted()).toEqual(['commune', 'district', 'province']);
  expect(levels.get('district')?.filter(({ unit }) => unit.kind === 'committee')).toHaveLength(9);
  expect(levels.get('commune')?.filter(({ unit }) => unit.kind === 'committee')).toHaveLength(23);
});

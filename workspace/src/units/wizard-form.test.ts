import { expect, test } from 'vitest';
import { emptyForm, emptyTarget, fitting, inputOf, kindOf } from './wizard-form.ts';

const parent = { id: 1, name: 'Ủy ban nhân dân tỉnh' };
const unit = { id: 7, name: 'Sở Một' };
const common = { day: '2026-05-01', legalBasis: 'Nghị quyết số 1', units: [unit] };
const named = (key: number, name: string) => ({ ...emptyTarget(key, parent), name });

test('a split begins with two successors, other kinds with one', () => {
  expect(emptyForm('split', '2026-05-01').targets).toHaveLength(2);
  for (const kind of ['new', 'merge', 'rename'] as const)
    expect([kind, emptyForm(kind, '2026-05-01').targets.length]).toEqual([kind, 1]);
});

test('changing the kind adds what a split needs and drops what was left empty, never what was filled in', () => {
  const two = fitting('split', [named(1, 'A')], false);
  expect(two).toEqual([named(1, 'A'), emptyTarget(2, parent)]);
  expect(fitting('merge', two, false)).toEqual([named(1, 'A')]);
  expect(fitting('split', two, true)).toEqual([named(1, 'A')]);
  const filled = [named(1, 'A'), named(2, 'B'), named(4, 'C')];
  expect(fitting('merge', filled, false)).toEqual(filled);
  expect(fitting('split', filled, false)).toEqual(filled);
});

test('a new unit is of the kind of the one that it comes from, unless another is chosen', () => {
  const form = { ...emptyForm('split', common.day), ...common, like: 'department' as const };
  expect(kindOf(named(1, 'A'), form)).toBe('department');
  expect(kindOf({ ...named(1, 'A'), kind: 'office' }, form)).toBe('office');
  expect(kindOf(named(1, 'A'), { ...form, like: null })).toBe('committee');
  const targets = [named(1, 'A'), { ...named(2, 'B'), kind: 'service-unit' as const }];
  expect(inputOf({ ...form, targets })).toMatchObject({
    into: [{ unit: { kind: 'department' } }, { unit: { kind: 'service-unit' } }],
  });
  expect(inputOf(form)).toBeNull();
});

test('duties and units below that are named apart go to the successor of that place', () => {
  const form = { ...emptyForm('split', common.day), ...common, goesOn: true, targets: [named(3, 'A')] };
  expect(inputOf({ ...form, duties: { 11: 3 }, children: { 12: 3 } })).toMatchObject({
    into: [{ unitId: 7 }, { unit: { name: 'A' } }],
    main: 0,
    duties: [{ dutyId: 11, into: 1 }],
    children: [{ unitId: 12, into: 1 }],
  });
});

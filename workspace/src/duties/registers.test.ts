import { expect, test } from 'vitest';
import { readInspectionSearch, readUrgingSearch } from './registers.ts';

test('the address of the register of urgings is read, nonsense left out', () => {
  expect(readUrgingSearch({ box: 'sent', unit: '12', open: 'true', page: '2' })).toEqual({
    box: 'sent',
    unit: 12,
    open: 'true',
    page: 2,
  });
  expect(readUrgingSearch({ box: 'lost', unit: 'x', open: '1', page: '1' })).toEqual({});
});

test('so is that of inspections', () => {
  expect(readInspectionSearch({ open: true, page: 3 })).toEqual({ open: 'true', page: 3 });
  expect(readInspectionSearch({ open: 'no', page: -1 })).toEqual({});
});

import { expect, test } from 'vitest';
import { stepOf, type Filled } from './step-words.ts';

const filled = (part: Partial<Filled>): Filled => ({ note: '', day: '', granted: null, unit: null, ...part });

test('a step that needs a reason cannot be sent without one; blanks are none', () => {
  expect(stepOf('sendBack', filled({ note: '  ' }))).toBeNull();
  expect(stepOf('sendBack', filled({ note: ' thiếu ảnh ' }))).toEqual({ do: 'sendBack', note: 'thiếu ảnh' });
});

test('confirming needs nothing, and sends no empty note', () => {
  expect(stepOf('confirm', filled({}))).toEqual({ do: 'confirm' });
});

test('an extension is asked for with a day and a reason', () => {
  expect(stepOf('askExtension', filled({ note: 'mưa lũ' }))).toBeNull();
  expect(stepOf('askExtension', filled({ note: 'mưa lũ', day: '2026-12-20' }))).toEqual({
    do: 'askExtension',
    wantedOn: '2026-12-20',
    note: 'mưa lũ',
  });
});

test('granting needs a day, refusing a reason and sends no day; neither is chosen for the reader', () => {
  expect(stepOf('decideExtension', filled({ day: '2026-12-20' }))).toBeNull();
  expect(stepOf('decideExtension', filled({ granted: true }))).toBeNull();
  expect(stepOf('decideExtension', filled({ granted: false }))).toBeNull();
  expect(
    stepOf('decideExtension', filled({ granted: false, day: '2026-12-20', note: 'còn đủ thời gian' })),
  ).toEqual({
    do: 'decideExtension',
    granted: false,
    note: 'còn đủ thời gian',
  });
});

test('a transfer names the unit', () => {
  expect(stepOf('transfer', filled({ note: 'sáp nhập' }))).toBeNull();
  expect(stepOf('transfer', filled({ note: 'sáp nhập', unit: { id: 7, name: 'Xã A' } }))).toEqual({
    do: 'transfer',
    unitId: 7,
    note: 'sáp nhập',
  });
});

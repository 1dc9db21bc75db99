import { expect, test } from 'vitest';
import { daysBetween, standing, today } from './standing.ts';

const by = (date: string) => ({ class: 'in-term' as const, due: { kind: 'by' as const, date } });

test('a task is due soon from fourteen days before its last day, and not earlier', () => {
  expect(standing(by('2026-12-06'), '2026-11-22').words).toBe('Sắp đến hạn');
  expect(standing(by('2026-12-07'), '2026-11-22').words).toBe('Trong hạn');
});

test('a period is due by its last day', () => {
  const quarter = {
    class: 'in-term' as const,
    due: { kind: 'during' as const, from: '2026-10-01', to: '2026-12-31' },
  };
  expect(standing(quarter, '2026-12-20').words).toBe('Sắp đến hạn');
});

test('late and done are said by the register alone, late in lacquer red', () => {
  expect(standing({ class: 'overdue', due: { kind: 'by', date: '2026-01-01' } }, '2026-11-22').tone).toBe(
    'late',
  );
  expect(standing({ class: 'done-late', due: { kind: 'by', date: '2026-01-01' } }, '2026-11-22').tone).toBe(
    'done',
  );
});

test('today begins when it begins in Viet Nam', () => {
  expect(today(new Date('2026-11-21T17:30:00Z'))).toBe('2026-11-22');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

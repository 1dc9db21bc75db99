import { expect, test } from 'vitest';
import { daysLate, reportStep, type ReportDraft } from './report-draft.ts';

const draft = (part: Partial<ReportDraft>): ReportDraft => ({
  text: '',
  done: false,
  doneOn: '',
  progress: null,
  key: 'k',
  ...part,
});
const today = '2026-11-22';

test('progress needs words; photos alone bring their own', () => {
  expect(reportStep(draft({ text: '  ' }), today, null)).toBeNull();
  expect(reportStep(draft({}), today, 'Gửi 2 ảnh')).toEqual({
    do: 'progress',
    note: 'Gửi 2 ảnh',
    progress: null,
  });
  expect(reportStep(draft({ text: 'đã in 500 tờ', progress: 60 }), today, null)).toEqual({
    do: 'progress',
    note: 'đã in 500 tờ',
    progress: 60,
  });
});

test('done needs no words and counts from today unless a day is given', () => {
  expect(reportStep(draft({ done: true }), today, null)).toEqual({ do: 'report', doneOn: today });
  expect(reportStep(draft({ done: true, doneOn: '2026-11-20', text: 'xong' }), today, null)).toEqual({
    do: 'report',
    doneOn: '2026-11-20',
    note: 'xong',
  });
});

test('on the due day it is in time, a day later one day late; without a date never late', () => {
  expect(daysLate({ dueOn: '2026-11-22' }, '2026-11-22')).toBe(0);
  expect(daysLate({ dueOn: '2026-11-22' }, '2026-11-23')).toBe(1);
  expect(daysLate({ dueOn: null }, '2026-11-23')).toBe(0);
});

import { expect, test } from 'vitest';
import { blankFinding, formOf, inputOf, type InspectionForm } from './inspection-form.ts';

const form = (part: Partial<InspectionForm>): InspectionForm => ({
  ...formOf(null, '2026-11-22'),
  unit: { id: 7, name: 'Xã Mường Phăng' },
  ...part,
});
const finding = { ...blankFinding('1'), text: 'chưa có sổ', remedy: 'lập sổ', remedyBy: '2026-12-15' };

test('a visit needs a unit and a day; findings may be none', () => {
  expect(inputOf(form({ unit: null }), null)).toBeNull();
  expect(inputOf(form({ onDay: '' }), null)).toBeNull();
  expect(inputOf(form({}), null)).toEqual({
    unitId: 7,
    onDay: '2026-11-22',
    members: '',
    summary: '',
    findings: [],
  });
});

test('a finding owes its remedy and a day; an untouched line is left out', () => {
  expect(inputOf(form({ findings: [{ ...finding, remedyBy: '' }] }), null)).toBeNull();
  expect(inputOf(form({ findings: [finding, blankFinding('2')] }), null)?.findings).toEqual([
    { dutyId: null, text: 'chưa có sổ', remedy: 'lập sổ', remedyBy: '2026-12-15' },
  ]);
});

test('a change keeps the numbers of its findings and names the version it saw', () => {
  const inspection = {
    id: 3,
    by: { id: 1, name: 'Sở' },
    unit: { id: 7, name: 'Xã Mường Phăng' },
    onDay: '2026-11-01',
    members: 'Đoàn kiểm tra',
    summary: '',
    version: 4,
    mayEdit: true,
    mayRemedy: true,
    findings: [
      {
        id: 9,
        dutyId: 12,
        text: 'chưa có sổ',
        remedy: 'lập sổ',
        remedyBy: '2026-12-15',
        remediedOn: null,
        remediedNote: null,
        overdue: false,
      },
    ],
  };
  expect(inputOf(formOf(inspection, '2026-11-22'), inspection.version)).toMatchObject({
    version: 4,
    onDay: '2026-11-01',
    findings: [{ id: 9, dutyId: 12, text: 'chưa có sổ' }],
  });
});

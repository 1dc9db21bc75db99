import { expect, test } from 'vitest';
import { periodOfTitle } from './period.ts';
import { usualTitle } from './title.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

test('a plan is called by the place that its committee plans for, or by its unit, and by its time', () => {
  const titles = [
    usualTitle('Ủy ban nhân dân tỉnh Sông Thao', year),
    usualTitle('UBND xã Thác Mây', year),
    usualTitle('Uỷ ban nhân dân xã Thác Mây', year),
    usualTitle('Sở Ngoại vụ', year),
    usualTitle('Ủy ban nhân dân tỉnh Sông Thao', { from: '2026-01-01', to: '2030-12-31' }),
  ];
  expect(titles).toEqual([
    'Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao năm 2026',
    'Kế hoạch công tác thông tin đối ngoại xã Thác Mây năm 2026',
    'Kế hoạch công tác thông tin đối ngoại xã Thác Mây năm 2026',
    'Kế hoạch công tác thông tin đối ngoại của Sở Ngoại vụ năm 2026',
    'Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2026 - 2030',
  ]);
  // The time is read back from it.
  expect(periodOfTitle(titles[0] ?? '')).toEqual(year);
});

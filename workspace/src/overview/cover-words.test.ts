import { expect, test } from 'vitest';
import { plainSay } from '../language/plain-say.ts';
import { coverWords } from './cover-words.ts';

test('an overview says whose duties it counts', () => {
  const vi = plainSay('vi');
  expect([
    coverWords({ scope: 'unit', units: 1, left: 0 }, vi),
    coverWords({ scope: 'unit', units: 1, left: 12 }, vi),
    coverWords({ scope: 'below', units: 4, left: 0 }, vi),
    coverWords({ scope: 'province', units: 140, left: 0 }, vi),
  ]).toEqual([
    'Chỉ tính riêng đơn vị này.',
    'Chỉ tính riêng đơn vị này, không gồm 12 đơn vị cấp dưới.',
    'Tính đơn vị này và 3 đơn vị cấp dưới.',
    'Tính toàn tỉnh, thành phố: 140 đơn vị các cấp.',
  ]);
  expect(coverWords({ scope: 'below', units: 2, left: 0 }, plainSay('en'))).toBe(
    'Counts this unit and the 1 unit below it.',
  );
});

// Whose duties the figures are of, in a sentence.
import type { Overview } from '@nhipcau/server/contract';
import type { Say } from '../language/words.ts';

export function coverWords({ scope, units, left }: Overview['covers'], say: Say): string {
  if (scope === 'province')
    return say('Tính toàn tỉnh, thành phố: {n, number} đơn vị các cấp.', { n: units });
  if (scope === 'below') return say('Tính đơn vị này và {n, number} đơn vị cấp dưới.', { n: units - 1 });
  return left > 0
    ? say('Chỉ tính riêng đơn vị này, không gồm {n, number} đơn vị cấp dưới.', { n: left })
    : say('Chỉ tính riêng đơn vị này.');
}

// What stands in the address of the catalogue; absent means "all".
import type { Raw } from '../address.ts';

export interface IndicatorSearch {
  readonly q?: string;
  readonly group?: string;
  readonly source?: 'entered' | 'derived';
  readonly ended?: 'true';
}

export function readIndicatorSearch(raw: Raw): IndicatorSearch {
  const { q, group, source, ended } = raw;
  return {
    ...(typeof q === 'string' && q ? { q } : {}),
    ...(typeof group === 'string' && group ? { group } : {}),
    ...(source === 'entered' || source === 'derived' ? { source } : {}),
    ...(String(ended) === 'true' ? { ended: 'true' as const } : {}),
  };
}

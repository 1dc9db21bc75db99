import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readIndicatorSearch } from './addresses.ts';

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu',
  validateSearch: readIndicatorSearch,
  component: lazyRouteComponent(() => import('./indicators.tsx'), 'IndicatorsScreen'),
});

/** `moi`: a new one. */
const indicator = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/$id',
  component: lazyRouteComponent(() => import('./indicator.tsx'), 'IndicatorScreen'),
});

export const indicatorRoutes = [indicators, indicator] as const;

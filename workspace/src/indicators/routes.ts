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

const dimensions = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/phan-to',
  component: lazyRouteComponent(() => import('./dimensions.tsx'), 'DimensionsScreen'),
});

/** `moi`: a new one. */
const dimension = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu/phan-to/$key',
  component: lazyRouteComponent(() => import('./dimension.tsx'), 'DimensionScreen'),
});

export const indicatorRoutes = [indicators, dimensions, dimension, indicator] as const;

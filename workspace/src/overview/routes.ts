import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readOverviewSearch } from './addresses.ts';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./overview.tsx'), 'OverviewScreen'),
});

export const overviewRoutes = [home] as const;

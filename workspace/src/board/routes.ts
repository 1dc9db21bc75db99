import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readOverviewSearch } from '../overview/addresses.ts';

const board = createRoute({
  getParentRoute: () => root,
  path: '/trinh-bay',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./board.tsx'), 'BoardScreen'),
});

export const boardRoutes = [board] as const;

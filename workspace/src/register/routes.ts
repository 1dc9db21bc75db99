import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readSearch } from './filters.ts';

const register = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./register.tsx'), 'RegisterScreen'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu/$id',
  component: lazyRouteComponent(() => import('./task.tsx'), 'TaskScreen'),
});

export const registerRoutes = [register, task] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readNumberSearch, readSchemeSearch } from './addresses.ts';

const register = createRoute({
  getParentRoute: () => root,
  path: '/so-van-ban',
  validateSearch: readNumberSearch,
  component: lazyRouteComponent(() => import('./register.tsx'), 'NumbersScreen'),
});

const scheme = createRoute({
  getParentRoute: () => root,
  path: '/so-van-ban/cach-danh-so',
  validateSearch: readSchemeSearch,
  component: lazyRouteComponent(() => import('./scheme.tsx'), 'SchemeScreen'),
});

export const numberRoutes = [register, scheme] as const;

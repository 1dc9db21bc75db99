import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readNewSearch, readOutgoingSearch, readPlace } from './addresses.ts';

const list = createRoute({
  getParentRoute: () => root,
  path: '/van-ban-di',
  validateSearch: readOutgoingSearch,
  component: lazyRouteComponent(() => import('./list.tsx'), 'OutgoingScreen'),
});

const fresh = createRoute({
  getParentRoute: () => root,
  path: '/van-ban-di/moi',
  validateSearch: readNewSearch,
  component: lazyRouteComponent(() => import('./new.tsx'), 'NewOutgoingScreen'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/van-ban-di/$id',
  validateSearch: readPlace,
  component: lazyRouteComponent(() => import('./document.tsx'), 'OutgoingDocumentScreen'),
});

export const outgoingRoutes = [list, fresh, one] as const;

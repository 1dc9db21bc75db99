import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readAccessSearch, readAuditSearch } from './addresses.ts';

const audit = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nhat-ky',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit.tsx'), 'AuditScreen'),
});

const access = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/phan-quyen',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('./access.tsx'), 'AccessScreen'),
});

export const auditRoutes = [audit, access] as const;

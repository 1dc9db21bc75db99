import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

const regimes = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/che-do-bao-cao',
  component: lazyRouteComponent(() => import('./regimes.tsx'), 'RegimesScreen'),
});

/** `moi`: a new one; `mau` names the template that it begins with. */
const regime = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/che-do-bao-cao/$id',
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly template?: string } =>
    typeof raw['template'] === 'string' && raw['template'] ? { template: raw['template'] } : {},
  component: lazyRouteComponent(() => import('./regime.tsx'), 'RegimeScreen'),
});

export const regimeRoutes = [regimes, regime] as const;

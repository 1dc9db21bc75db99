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

const daysOff = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ngay-nghi',
  validateSearch: ({ year }: Readonly<Record<string, unknown>>): { readonly year?: number } =>
    Number.isInteger(Number(year)) && Number(year) >= 1900 && Number(year) <= 2200 && year !== ''
      ? { year: Number(year) }
      : {},
  component: lazyRouteComponent(() => import('./days-off.tsx'), 'DaysOffScreen'),
});

export const regimeRoutes = [regimes, regime, daysOff] as const;

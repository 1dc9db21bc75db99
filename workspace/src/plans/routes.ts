import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import {
  readCoverageSearch,
  readDiffSearch,
  readNewSearch,
  readPlanPlace,
  readPlanSearch,
} from './addresses.ts';

const plans = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./list.tsx'), 'PlansScreen'),
});

const newPlan = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/moi',
  validateSearch: readNewSearch,
  component: lazyRouteComponent(() => import('./new.tsx'), 'NewPlanScreen'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id',
  validateSearch: readPlanPlace,
  component: lazyRouteComponent(() => import('./plan.tsx'), 'PlanScreen'),
});

const planComparison = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/so-sanh',
  validateSearch: readDiffSearch,
  component: lazyRouteComponent(() => import('./comparison.tsx'), 'PlanComparisonScreen'),
});

const planCoverage = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/bao-phu',
  validateSearch: readCoverageSearch,
  component: lazyRouteComponent(() => import('./coverage.tsx'), 'CoverageScreen'),
});

export const planRoutes = [plans, newPlan, plan, planComparison, planCoverage] as const;

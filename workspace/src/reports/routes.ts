import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import {
  readCallSearch,
  readCallsSearch,
  readMineSearch,
  readNewCallSearch,
  readReportSearch,
  readRollupSearch,
} from './addresses.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao',
  validateSearch: readMineSearch,
  component: lazyRouteComponent(() => import('./my-reports.tsx'), 'MyReportsScreen'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/$id',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./report.tsx'), 'ReportScreen'),
});

const calls = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/dot',
  validateSearch: readCallsSearch,
  component: lazyRouteComponent(() => import('./calls.tsx'), 'CallsScreen'),
});

const newCall = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/dot/moi',
  validateSearch: readNewCallSearch,
  component: lazyRouteComponent(() => import('./new-call.tsx'), 'NewCallScreen'),
});

const call = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/dot/$id',
  validateSearch: readCallSearch,
  component: lazyRouteComponent(() => import('./call.tsx'), 'CallScreen'),
});

const rollup = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/dot/$id/tong-hop',
  validateSearch: readRollupSearch,
  component: lazyRouteComponent(() => import('./rollup.tsx'), 'RollupScreen'),
});

export const reportRoutes = [mine, report, calls, newCall, call, rollup] as const;

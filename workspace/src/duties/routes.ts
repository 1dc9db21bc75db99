import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readDutySearch } from './addresses.ts';
import { readWorkSearch } from './groups.ts';
import { readInspectionSearch, readUrgingSearch } from './registers.ts';

const workList = createRoute({
  getParentRoute: () => root,
  path: '/viec-cua-toi',
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('./work-list.tsx'), 'WorkListScreen'),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: '/viec',
  validateSearch: readDutySearch,
  component: lazyRouteComponent(() => import('./all-duties.tsx'), 'AllDutiesScreen'),
});

const duty = createRoute({
  getParentRoute: () => root,
  path: '/viec/$id',
  component: lazyRouteComponent(() => import('./duty.tsx'), 'DutyScreen'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/viec/$id/bao-cao',
  component: lazyRouteComponent(() => import('./report.tsx'), 'ReportScreen'),
});

const urgings = createRoute({
  getParentRoute: () => root,
  path: '/don-doc',
  validateSearch: readUrgingSearch,
  component: lazyRouteComponent(() => import('./urgings.tsx'), 'UrgingsScreen'),
});

const inspections = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra',
  validateSearch: readInspectionSearch,
  component: lazyRouteComponent(() => import('./inspections.tsx'), 'InspectionsScreen'),
});

export const dutyRoutes = [workList, duties, duty, report, urgings, inspections] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readTimelineSearch } from './addresses.ts';

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/tien-do',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./gantt.tsx'), 'GanttScreen'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/lich',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./calendar.tsx'), 'CalendarScreen'),
});

export const timelineRoutes = [timeline, calendar] as const;

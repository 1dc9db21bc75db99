import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readPeopleSearch } from './addresses.ts';

const people = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nguoi-dung',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./people.tsx'), 'PeopleScreen'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nguoi-dung/$id',
  component: lazyRouteComponent(() => import('./person.tsx'), 'PersonScreen'),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ma-truy-cap',
  component: lazyRouteComponent(() => import('./tokens.tsx'), 'TokensScreen'),
});

export const peopleRoutes = [people, person, tokens] as const;

// The addresses of the workspace. Screens are loaded when they are first opened.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { requirePerson, within } from './accounts/gate.ts';
import { Frame } from './frame/frame.tsx';
import { Lost } from './frame/lost.tsx';
import { readAddress, readSearch, writeAddress } from './register/filters.ts';
import { readOverviewSearch } from './overview/addresses.ts';
import { readTimelineSearch } from './timeline/addresses.ts';
import { readDocumentSearch, readListSearch } from './documents/addresses.ts';
import { Failure, Waiting } from './ui/notice.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: ({ context, location }) => requirePerson(context.queryClient, location),
  component: Frame,
  notFoundComponent: Lost,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (raw: Record<string, unknown>): { tiep?: string } => {
    const tiep = within(raw['tiep']);
    return tiep === undefined ? {} : { tiep };
  },
  component: lazyRouteComponent(() => import('./accounts/sign-in.tsx'), 'SignInScreen'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./overview/overview.tsx'), 'OverviewScreen'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/tien-do',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./timeline/gantt.tsx'), 'GanttScreen'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/lich',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./timeline/calendar.tsx'), 'CalendarScreen'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./register/register.tsx'), 'RegisterScreen'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu/$id',
  component: lazyRouteComponent(() => import('./register/task.tsx'), 'TaskScreen'),
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/van-ban',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./documents/documents.tsx'), 'DocumentsScreen'),
});

const graph = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/so-do',
  validateSearch: (raw: Record<string, unknown>): { around?: number } => {
    const around = Number(raw['around']);
    return Number.isInteger(around) && around > 0 ? { around } : {};
  },
  component: lazyRouteComponent(() => import('./documents/graph.tsx'), 'GraphScreen'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id',
  validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('./review/review.tsx'), 'ReviewScreen'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id/so-sanh',
  component: lazyRouteComponent(() => import('./review/comparison.tsx'), 'ComparisonScreen'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/tai-len',
  component: lazyRouteComponent(() => import('./upload/upload.tsx'), 'UploadScreen'),
});

const tree = root.addChildren([
  signIn,
  home,
  timeline,
  calendar,
  register,
  task,
  documents,
  graph,
  review,
  comparison,
  upload,
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
    scrollRestoration: true,
    parseSearch: (text) => readAddress(text),
    stringifySearch: (search) => writeAddress(search),
  });
}

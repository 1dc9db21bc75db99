// The addresses of the workspace; each subject keeps its own in routes.ts. Screens are loaded when they are first opened.
import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { boardRoutes } from './board/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { dutyRoutes } from './duties/routes.ts';
import { indicatorRoutes } from './indicators/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { numberRoutes } from './numbers/routes.ts';
import { outgoingRoutes } from './outgoing/routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { peerRoutes } from './peers/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { regimeRoutes } from './regimes/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { timelineRoutes } from './timeline/routes.ts';
import { unitRoutes } from './units/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import { root } from './frame/root.tsx';
import { readAddress, writeAddress } from './address.ts';
import { Failure, Waiting } from './ui/notice.tsx';

const tree = root.addChildren([
  ...accountRoutes,
  ...peopleRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
  ...peerRoutes,
  ...auditRoutes,
  ...overviewRoutes,
  ...boardRoutes,
  ...timelineRoutes,
  ...registerRoutes,
  ...documentRoutes,
  ...dutyRoutes,
  ...planRoutes,
  ...outgoingRoutes,
  ...numberRoutes,
  ...reportRoutes,
  ...regimeRoutes,
  ...indicatorRoutes,
  ...unitRoutes,
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

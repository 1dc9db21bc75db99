import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

const peers = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/lien-thong',
  component: lazyRouteComponent(() => import('./peers.tsx'), 'PeersScreen'),
});

const received = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/lien-thong-den',
  component: lazyRouteComponent(() => import('./received.tsx'), 'ReceivedScreen'),
});

export const peerRoutes = [peers, received] as const;

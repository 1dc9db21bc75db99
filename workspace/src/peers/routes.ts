import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

const peers = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/lien-thong',
  component: lazyRouteComponent(() => import('./peers.tsx'), 'PeersScreen'),
});

export const peerRoutes = [peers] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ket-noi',
  component: lazyRouteComponent(() => import('./webhooks.tsx'), 'WebhooksScreen'),
});

export const webhookRoutes = [webhooks] as const;

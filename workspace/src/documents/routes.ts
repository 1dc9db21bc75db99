import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readDocumentSearch, readListSearch } from './addresses.ts';

const documents = createRoute({
  getParentRoute: () => root,
  path: '/van-ban',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./documents.tsx'), 'DocumentsScreen'),
});

const graph = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/so-do',
  validateSearch: (raw: Record<string, unknown>): { around?: number } => {
    const around = Number(raw['around']);
    return Number.isInteger(around) && around > 0 ? { around } : {};
  },
  component: lazyRouteComponent(() => import('./graph.tsx'), 'GraphScreen'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id',
  validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('../review/review.tsx'), 'ReviewScreen'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id/so-sanh',
  component: lazyRouteComponent(() => import('../review/comparison.tsx'), 'ComparisonScreen'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/tai-len',
  component: lazyRouteComponent(() => import('../upload/upload.tsx'), 'UploadScreen'),
});

export const documentRoutes = [documents, graph, review, comparison, upload] as const;

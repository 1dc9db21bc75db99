import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

const notices = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  validateSearch: (raw: Record<string, unknown>): { unread?: 'true'; page?: number } => {
    const page = Number(raw['page']);
    return {
      ...(String(raw['unread']) === 'true' ? { unread: 'true' as const } : {}),
      ...(Number.isInteger(page) && page > 1 ? { page } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./notices.tsx'), 'NoticesScreen'),
});

const noticeWishes = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan/thong-bao',
  component: lazyRouteComponent(() => import('./wishes.tsx'), 'WishesScreen'),
});

const reminders = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nhac-viec',
  component: lazyRouteComponent(() => import('./reminders.tsx'), 'RemindersScreen'),
});

export const noticeRoutes = [notices, noticeWishes, reminders] as const;

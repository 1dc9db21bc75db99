import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { within } from './gate.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (raw: Record<string, unknown>): { tiep?: string; loi?: string } => {
    const tiep = within(raw['tiep']);
    const loi = typeof raw['loi'] === 'string' ? raw['loi'].slice(0, 40) : undefined;
    return { ...(tiep === undefined ? {} : { tiep }), ...(loi === undefined ? {} : { loi }) };
  },
  component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignInScreen'),
});

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/moi',
  validateSearch: (raw: Record<string, unknown>): { ma?: string } =>
    typeof raw['ma'] === 'string' ? { ma: raw['ma'] } : {},
  component: lazyRouteComponent(() => import('./choose-password.tsx'), 'ChoosePasswordScreen'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('./setup.tsx'), 'SetupScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./account.tsx'), 'AccountScreen'),
});

export const accountRoutes = [signIn, choosePassword, setup, account] as const;

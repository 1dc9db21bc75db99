// Whether the reader is let through: nobody signed in goes to the page for signing in, a session that ended locks the screen.
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meQuery } from '../access/me.ts';
import type { Me } from '../api.ts';

const open = new Set(['/dang-nhap', '/thiet-lap', '/moi']);

/** Within this application, whatever somebody wrote into the address. */
export const within = (path: unknown): string | undefined =>
  typeof path === 'string' && /^\/(?![/\\])\P{Cc}*$/u.test(path) && !path.startsWith('/dang-nhap')
    ? path
    : undefined;

export async function requirePerson(
  queryClient: QueryClient,
  { pathname, href }: { readonly pathname: string; readonly href: string },
): Promise<void> {
  if (open.has(pathname)) return;
  // A server out of reach is told of by the screen itself.
  const me: Me | null = await queryClient.ensureQueryData(meQuery).catch(() => null);
  if (me === null || me.person) return;
  const next = href === '/' ? undefined : within(href);
  throw redirect({ to: '/dang-nhap', search: next ? { tiep: next } : {}, replace: true });
}

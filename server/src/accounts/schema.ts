// The contract of signing in and of one's own account.
import { z } from '@hono/zod-openapi';
import { roles } from '../access/roles.ts';

export const email = z.string().trim().min(3).max(254);
const password = z.string().min(1).max(1000);

export const signIn = z.object({ email, password }).openapi('SignIn');

/** What the page for signing in offers. */
export const entrance = z
  .object({
    /** Label of the button for single sign-on. */
    sso: z.string().nullable(),
    /** There is no administrator yet: see /thiet-lap. */
    setup: z.boolean(),
    /** The invented people of the illustration, one a role; empty where it is off. */
    demo: z.array(
      z.object({
        email,
        name: z.string(),
        post: z.string().nullable(),
        unit: z.string(),
        roles: z.array(z.enum(roles)),
        /** What this account is good for, in the reader's language. */
        tour: z.string(),
      }),
    ),
    /** Theirs alone. */
    demoPassword: z.string().nullable(),
  })
  .openapi('Entrance');

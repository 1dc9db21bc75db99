// The contract of health and of the reader's own settings.
import { z } from '@hono/zod-openapi';
import { roles } from '../access/roles.ts';
import { id } from '../http/schema.ts';

export const health = z
  .object({
    ok: z.boolean(),
    version: z.string(),
    database: z.object({ ok: z.boolean(), version: z.string(), milliseconds: z.number() }),
    /** Files waiting to be read, or being read. */
    reading: z.number().int(),
  })
  .openapi('Health');

export const me = z
  .object({
    locale: z.enum(['vi', 'en']),
    /** Null: nobody is signed in. */
    person: z
      .object({
        id,
        name: z.string(),
        email: z.string(),
        post: z.string().nullable(),
        locale: z.enum(['vi', 'en']),
        demo: z.boolean(),
      })
      .nullable(),
    /** Roles that do not count yet: the installation asks for a second factor first (see /tai-khoan). */
    withheld: z.array(z.enum(roles)),
    /** Minutes without a hand or key after which the screen locks. */
    idleMinutes: z.number().int(),
    roles: z.array(z.object({ role: z.enum(roles), unitId: id, unitName: z.string(), deputy: z.boolean() })),
    /** What the reader may do to some record at all; records say for themselves what may be done with them. */
    actions: z.array(z.string()),
    /** Units in whose name the reader draws up plans. */
    drafts: z.array(z.object({ id, name: z.string() })),
    /** The province, or whatever stands at the top of the reader's tree. */
    root: z.object({ id, name: z.string() }).nullable(),
    /** This is the illustration: accounts are named on the page for signing in. */
    demo: z.boolean(),
    unread: z.number().int(),
  })
  .openapi('Me');

// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as system from './schema.ts';

export type Health = z.infer<typeof system.health>;
export type Me = z.infer<typeof system.me>;

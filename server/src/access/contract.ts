// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as access from './schema.ts';

export type AccessTable = z.infer<typeof access.accessTable>;
export type AccessReasons = z.infer<typeof access.why>;
export type AccessWhyQuery = z.input<typeof access.whyQuery>;

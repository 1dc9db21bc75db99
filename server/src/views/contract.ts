// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as views from './schema.ts';

export type View = z.infer<typeof views.view>;
export type ViewInput = z.input<typeof views.viewInput>;
export type ViewList = z.infer<typeof views.viewList>;

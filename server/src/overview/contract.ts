// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as overviews from './schema.ts';

export type Overview = z.infer<typeof overviews.overview>;
export type OverviewQuery = z.input<typeof overviews.overviewQuery>;

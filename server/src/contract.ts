// What the workspace knows of the server: types only, inferred from the schemas that check every request. The server's one barrel.
import type { z } from '@hono/zod-openapi';
import type { problem } from './http/schema.ts';

export type * from './access/contract.ts';
export type * from './accounts/contract.ts';
export type * from './audit/contract.ts';
export type * from './documents/contract.ts';
export type * from './duties/contract.ts';
export type * from './exchange/contract.ts';
export type * from './indicators/contract.ts';
export type * from './notices/contract.ts';
export type * from './numbers/contract.ts';
export type * from './outgoing/contract.ts';
export type * from './overview/contract.ts';
export type * from './people/contract.ts';
export type * from './plans/contract.ts';
export type * from './regimes/contract.ts';
export type * from './reports/contract.ts';
export type * from './system/contract.ts';
export type * from './tasks/contract.ts';
export type * from './units/contract.ts';
export type * from './views/contract.ts';
export type * from './webhooks/contract.ts';

export type Problem = z.infer<typeof problem>;

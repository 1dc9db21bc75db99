// The contract of tokens.
import { z } from '@hono/zod-openapi';
import { roles } from '../access/roles.ts';
import { id, isoDate, isoTime } from '../http/schema.ts';

export const token = z
  .object({
    id,
    name: z.string(),
    unitId: id,
    unitName: z.string(),
    roles: z.array(z.enum(roles)),
    /** Its first characters. */
    hint: z.string(),
    createdBy: z.string().nullable(),
    /** Who answers for it, and may still manage tokens of the unit while it is open. */
    keptBy: z.string().nullable(),
    /** The reader answers for it. */
    mine: z.boolean(),
    createdAt: isoTime,
    /** The last day, included. */
    expiresOn: isoDate.nullable(),
    lastUsedAt: isoTime.nullable(),
    revokedAt: isoTime.nullable(),
    /** `unkept`: nothing is answered to it until an administrator of the unit takes it over. */
    state: z.enum(['open', 'unkept', 'expired', 'revoked']),
  })
  .openapi('Token');

export const tokenList = z.object({ rows: z.array(token) }).openapi('TokenList');
export const tokenMade = token.extend({ secret: z.string() }).openapi('TokenMade');
export const tokenInput = z
  .object({
    name: z.string().trim().min(2).max(200),
    unitId: id,
    roles: z.array(z.enum(roles)).min(1).max(10),
    expiresOn: isoDate.nullable().optional(),
  })
  .openapi('TokenInput');

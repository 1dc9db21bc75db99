// The contract of the table of access, as data.
import { z } from '@hono/zod-openapi';
import { id, idIn } from '../http/schema.ts';
import { policy, type Action } from './policy.ts';
import { roles } from './roles.ts';

const both = z.object({ vi: z.string(), en: z.string() });
export const role = z.enum(roles);
export const relation = z.enum([
  'self',
  'own',
  'subtree',
  'coordinated',
  'tree',
  'focal',
  'principal',
  'superior',
  'lead',
  'coordinating',
  'issuer',
  'confirmer',
  'receiver',
  'any',
]);
export type RelationKey = z.infer<typeof relation>;
export const action = z.enum(Object.keys(policy) as [Action, ...Action[]]);

export const accessTable = z
  .object({
    roles: z.array(z.object({ key: role, name: both })),
    relations: z.array(z.object({ key: relation, name: both, sentence: both })),
    /** `group`: the subject, the part of the key before the point. */
    actions: z.array(z.object({ key: action, group: z.string(), name: both })),
    /** What is not here is not allowed. */
    rules: z.array(z.object({ action, role, relations: z.array(relation) })),
  })
  .openapi('AccessTable');

export const whyQuery = z.object({
  action,
  subject: z.enum(['document', 'plan', 'duty', 'report', 'outgoing', 'unit']),
  id: idIn,
});

export const why = z
  .object({
    allowed: z.boolean(),
    /** Each of them is enough. */
    reasons: z.array(
      z.object({ role, unit: z.object({ id, name: z.string() }), deputy: z.boolean(), relation }),
    ),
  })
  .openapi('AccessReasons');

// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as people from './schema.ts';

export type PersonSummary = z.infer<typeof people.personSummary>;
export type PersonList = z.infer<typeof people.personList>;
export type PersonListQuery = z.input<typeof people.personListQuery>;
export type Person = z.infer<typeof people.personDetail>;
export type RoleGrant = z.infer<typeof people.grant>;
export type RoleGrantInput = z.input<typeof people.grantInput>;
export type PersonPrivate = z.infer<typeof people.personPrivate>;
export type PersonInput = z.input<typeof people.personInput>;
export type PersonPatch = z.input<typeof people.personPatch>;
export type DeputyInput = z.input<typeof people.deputyInput>;
export type InvitationLink = z.infer<typeof people.issuedLink>;
export type PeopleImport = z.infer<typeof people.importResult>;

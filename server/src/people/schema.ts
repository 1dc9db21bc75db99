// The contract of people and their roles.
import { z } from '@hono/zod-openapi';
import { roles } from '../access/roles.ts';
import { line, phone } from '../accounts/schema.ts';
import { id, idIn, isoDate, isoTime, paging } from '../http/schema.ts';

const role = z.enum(roles);
const name = line.min(2).max(200);
const post = line.max(200).nullable();
const email = z.email().max(254);
const locale = z.enum(['vi', 'en']);

export const personSummary = z
  .object({
    id,
    name: z.string(),
    post: z.string().nullable(),
    active: z.boolean(),
    demo: z.boolean(),
    roles: z.array(z.object({ role, unitId: id, unitName: z.string(), deputy: z.boolean() })),
    /** Days since the account was last used; null where the reader does not keep accounts. */
    idleDays: z.number().int().nullable(),
    /** It will soon be switched off, or was, because nobody used it. */
    unused: z.boolean(),
  })
  .openapi('PersonSummary');

const filters = {
  /** In names and posts, with or without diacritics. */
  q: z.string().max(200).default(''),
  /** Of this unit and those whose work it took over. */
  unitId: idIn.optional(),
  /** And of all units below it. */
  below: z.enum(['yes', 'no']).default('no'),
  role: role.optional(),
  active: z.enum(['yes', 'no', 'all']).default('yes'),
};

export const personListQuery = z.object({ ...filters, ...paging });
export const personExportQuery = z.object(filters);

export const personList = z
  .object({
    rows: z.array(personSummary),
    total: z.number().int(),
    /** What the reader may do here at all: "create", "import", "export". */
    may: z.array(z.enum(['create', 'import', 'export'])),
  })
  .openapi('PersonList');

export const grant = z
  .object({
    id,
    role,
    unitId: id,
    unitName: z.string(),
    validFrom: isoDate,
    /** The last day, included. */
    validTo: isoDate.nullable(),
    note: z.string().nullable(),
    /** Whose deputy this is. */
    deputyFor: z.object({ grantId: id, personId: id, personName: z.string() }).nullable(),
    /** Who stands in, now or later. */
    deputies: z.array(
      z.object({
        grantId: id,
        personId: id,
        personName: z.string(),
        validFrom: isoDate,
        validTo: isoDate.nullable(),
      }),
    ),
    grantedBy: z.string().nullable(),
    endedAt: isoTime.nullable(),
    /** On the day asked for. */
    state: z.enum(['now', 'later', 'over']),
    may: z.array(z.enum(['end', 'deputise'])),
  })
  .openapi('RoleGrant');

export const personDetail = z
  .object({
    id,
    version: z.number().int(),
    name: z.string(),
    post: z.string().nullable(),
    locale,
    active: z.boolean(),
    offBecause: z.enum(['administrator', 'unused']).nullable(),
    demo: z.boolean(),
    /** The day that the roles' states are told of. */
    on: isoDate,
    grants: z.array(grant),
    /** Known to those who keep accounts. */
    account: z
      .object({
        lastSeenAt: isoTime.nullable(),
        hasPassword: z.boolean(),
        totp: z.boolean(),
        /** A one-time link is out and not used. */
        invitedUntil: isoTime.nullable(),
        sessions: z.number().int(),
      })
      .nullable(),
    may: z.array(z.enum(['private', 'edit', 'switch', 'invite', 'grant', 'totp', 'sessions'])),
  })
  .openapi('Person');

export const personQuery = z.object({ on: isoDate.optional() });

export const personPrivate = z
  .object({ email: z.string(), phone: z.string().nullable() })
  .openapi('PersonPrivate');

export const grantInput = z
  .strictObject({
    unitId: id,
    role,
    /** Today if left out. */
    validFrom: isoDate.optional(),
    validTo: isoDate.nullable().optional(),
    note: z.string().trim().max(500).nullable().optional(),
  })
  .openapi('RoleGrantInput');

export const personInput = z
  .strictObject({
    name,
    post: post.optional(),
    email,
    phone: phone.optional(),
    locale: locale.default('vi'),
    /** At least one: a person belongs to a unit by a role there. */
    roles: z.array(grantInput).min(1).max(20),
  })
  .openapi('PersonInput');

export const personPatch = z
  .strictObject({
    version: z.number().int(),
    name: name.optional(),
    post: post.optional(),
    email: email.optional(),
    phone: phone.optional(),
    locale: locale.optional(),
  })
  .openapi('PersonPatch');

export const switching = z
  .strictObject({ active: z.boolean(), reason: z.string().trim().max(500).optional() })
  .openapi('PersonSwitch');

export const grantEnd = z
  .strictObject({
    /** The last day, included; left out: it ends at once. */
    lastDay: isoDate.optional(),
    note: z.string().trim().max(500).optional(),
  })
  .openapi('RoleGrantEnd');

export const deputyInput = z
  .strictObject({
    deputyId: id,
    validFrom: isoDate.optional(),
    validTo: isoDate,
    note: z.string().trim().max(500).optional(),
  })
  .openapi('DeputyInput');

export const issuedLink = z
  .object({
    /** Shown once; null where it was sent by e-mail. */
    path: z.string().nullable(),
    sent: z.boolean(),
    expiresAt: isoTime,
  })
  .openapi('InvitationLink');

export const grantParam = z.object({
  id: idIn.openapi({ param: { name: 'id', in: 'path' } }),
  grantId: idIn.openapi({ param: { name: 'grantId', in: 'path' } }),
});

export const importQuery = z.object({
  /** `try` changes nothing and tells of everything that is wrong. */
  mode: z.enum(['try', 'apply']).default('try'),
});

export const importResult = z
  .object({
    rows: z.array(
      z.object({
        /** Of the sheet, as a spreadsheet counts them. */
        line: z.number().int(),
        name: z.string(),
        email: z.string(),
        unit: z.string(),
        roles: z.array(role),
        does: z.enum(['new', 'roles', 'nothing', 'wrong']),
        problems: z.array(z.string()),
      }),
    ),
    new: z.number().int(),
    roles: z.number().int(),
    nothing: z.number().int(),
    wrong: z.number().int(),
    /** Only if nothing was wrong. */
    applied: z.boolean(),
  })
  .openapi('PeopleImport');

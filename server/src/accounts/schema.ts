// The contract of signing in and of one's own account.
import { z } from '@hono/zod-openapi';
import { roles } from '../access/roles.ts';
import { isoTime } from '../http/schema.ts';

/** One line of text: no line breaks that would add lines to a letter, nothing that turns the direction of writing. */
export const line = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u);
export const email = z.string().trim().min(3).max(254);
const password = z.string().min(1).max(1000);

export const signIn = z
  .object({
    email,
    password,
    /** Of the second factor, or one of the recovery codes; where the account has one (answer `code-needed`). */
    code: z.string().max(40).optional(),
  })
  .openapi('SignIn');

/** What the page for signing in offers. */
export const entrance = z
  .object({
    /** Label of the button for single sign-on. */
    sso: z.string().nullable(),
    /** There is no administrator yet: see /thiet-lap. */
    setup: z.boolean(),
    /** The invented people of the illustration, one a role; empty where it is off. */
    demo: z.array(
      z.object({
        email,
        name: z.string(),
        post: z.string().nullable(),
        unit: z.string(),
        roles: z.array(z.enum(roles)),
        /** What this account is good for, in the reader's language. */
        tour: z.string(),
      }),
    ),
    /** Theirs alone. */
    demoPassword: z.string().nullable(),
  })
  .openapi('Entrance');

export const ownAccount = z
  .object({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    locale: z.enum(['vi', 'en']),
    demo: z.boolean(),
    /** False: they sign in through the provider alone. */
    hasPassword: z.boolean(),
    totp: z.boolean(),
    /** How many are left. */
    recoveryCodes: z.number().int(),
    /** Whose rights wait for a second factor. */
    secondFactor: z.enum(['administrators', 'everybody', 'nobody']),
    idleMinutes: z.number().int(),
    sessions: z.array(
      z.object({
        id: z.string(),
        method: z.enum(['password', 'sso', 'demo']),
        address: z.string().nullable(),
        agent: z.string(),
        createdAt: isoTime,
        seenAt: isoTime,
        locked: z.boolean(),
        /** The one that asks. */
        here: z.boolean(),
      }),
    ),
  })
  .openapi('OwnAccount');

export const phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d .()-]{5,24}$/)
  .nullable();

export const ownChange = z
  .object({ locale: z.enum(['vi', 'en']).optional(), phone: phone.optional() })
  .openapi('OwnAccountChange');

export const passwordChange = z.object({ password, next: password }).openapi('PasswordChange');
export const onlyPassword = z.object({ password }).openapi('OwnPassword');
export const onlyCode = z.object({ code: z.string().min(1).max(40) }).openapi('OneTimeCode');

export const totpBegun = z
  .object({
    /** For typing where no camera is at hand. */
    secret: z.string(),
    address: z.string(),
    picture: z.object({ size: z.number().int(), path: z.string() }),
  })
  .openapi('TotpBegun');
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).openapi('RecoveryCodes');

const invitationCode = z.string().regex(/^[\w-]{32}$/);
export const invitationQuery = z.object({ code: invitationCode }).openapi('InvitationCode');
export const invitation = z
  .object({ name: z.string(), email: z.string(), kind: z.enum(['invite', 'reset']), withCode: z.boolean() })
  .openapi('Invitation');
export const invitationAccept = z.object({ code: invitationCode, password }).openapi('InvitationAccept');

/** Within this application, whatever somebody wrote into the address. */
const within = z
  .string()
  .max(2000)
  // Browsers leave out tabs and line breaks: "/\t/elsewhere" is "//elsewhere" to them.
  .regex(/^\/(?![/\\])\P{Cc}*$/u);
export const ssoQuery = z.object({ tiep: within.optional().catch(undefined).openapi({ type: 'string' }) });

export const setupUnits = z
  .object({ rows: z.array(z.object({ id: z.number().int(), name: z.string() })) })
  .openapi('SetupUnits');
export const setup = z
  .object({
    /** Printed by the server where it was started. */
    code: z.string().min(4).max(40),
    name: line.min(2).max(200),
    email: z.email().max(254),
    password,
    unitId: z.number().int().positive(),
  })
  .openapi('Setup');

/** After signing out: where to say good-bye to the provider. */
export const signedOut = z.object({ farewell: z.string().nullable() }).openapi('SignedOut');

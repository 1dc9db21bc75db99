// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as accounts from './schema.ts';
import type * as tokens from './token-schema.ts';

export type Entrance = z.infer<typeof accounts.entrance>;
export type SignIn = z.input<typeof accounts.signIn>;
export type OwnAccount = z.infer<typeof accounts.ownAccount>;
export type OwnAccountChange = z.input<typeof accounts.ownChange>;
export type TotpBegun = z.infer<typeof accounts.totpBegun>;
export type RecoveryCodes = z.infer<typeof accounts.recoveryCodes>;
export type Invitation = z.infer<typeof accounts.invitation>;
export type Token = z.infer<typeof tokens.token>;
export type TokenList = z.infer<typeof tokens.tokenList>;
export type TokenMade = z.infer<typeof tokens.tokenMade>;
export type TokenInput = z.input<typeof tokens.tokenInput>;

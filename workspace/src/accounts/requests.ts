// Signing in, signing out, one's own account.
import {
  get,
  request,
  type Entrance,
  type Invitation,
  type OwnAccount,
  type OwnAccountChange,
  type RecoveryCodes,
  type SignIn,
  type TotpBegun,
} from '../api.ts';

const at = '/api/accounts';

export const entrance = (signal?: AbortSignal) => get<Entrance>(`${at}/entrance`, signal);
export const signIn = (input: SignIn) => request<void>('POST', `${at}/sign-in`, input);
export const signOut = () => request<{ farewell: string | null }>('POST', `${at}/sign-out`);
export const ssoAddress = (tiep: string) => `${at}/sso?${new URLSearchParams({ tiep })}`;
export const lockSession = () => request<void>('POST', `${at}/lock`);
export const unlockSession = (password: string) => request<void>('POST', `${at}/unlock`, { password });

export const ownAccount = (signal?: AbortSignal) => get<OwnAccount>(`${at}/own`, signal);
export const changeOwnAccount = (change: OwnAccountChange) =>
  request<OwnAccount>('PATCH', `${at}/own`, change);
export const changePassword = (password: string, next: string) =>
  request<void>('POST', `${at}/password`, { password, next });
export const endSession = (id: string) => request<void>('DELETE', `${at}/sessions/${id}`);
export const beginTotp = (password: string) =>
  request<TotpBegun>('POST', `${at}/second-factor`, { password });
export const confirmTotp = (code: string) =>
  request<RecoveryCodes>('POST', `${at}/second-factor/confirm`, { code });
export const renewRecoveryCodes = (password: string) =>
  request<RecoveryCodes>('POST', `${at}/second-factor/recovery-codes`, { password });
export const removeTotp = (password: string) =>
  request<void>('POST', `${at}/second-factor/remove`, { password });

export const invitation = (code: string, signal?: AbortSignal) =>
  get<Invitation>(`${at}/invitation?${new URLSearchParams({ code })}`, signal);
export const acceptInvitation = (code: string, password: string) =>
  request<void>('POST', `${at}/invitation`, { code, password });

export interface SetupInput {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly unitId: number;
}
export const setupUnits = (signal?: AbortSignal) =>
  get<{ rows: { id: number; name: string }[] }>(`${at}/setup`, signal);
export const setUp = (input: SetupInput) => request<void>('POST', `${at}/setup`, input);

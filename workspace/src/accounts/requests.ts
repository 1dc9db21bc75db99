// Signing in, signing out, one's own account.
import { get, request, type Entrance, type SignIn } from '../api.ts';

export const entrance = (signal?: AbortSignal) => get<Entrance>('/api/accounts/entrance', signal);
export const signIn = (input: SignIn) => request<void>('POST', '/api/accounts/sign-in', input);
export const signOut = () => request<void>('POST', '/api/accounts/sign-out');

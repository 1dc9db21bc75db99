// Single sign-on by OpenID Connect: code flow with PKCE, state and nonce, through a certified library. A person who is known
// here by a verified e-mail may enter; nobody registers themselves.
import * as oidc from 'openid-client';
import type { Deps } from '../deps.ts';
import { Invalid, NotFound, NotProven } from '../errors.ts';
import { emailKey, mayEnter, type Caller } from './caller.ts';
import * as queries from './sso-queries.ts';
import type { SsoProvider } from './rules.ts';
import { hashOf, newSecret } from './secrets.ts';
import { beginSession } from './sign-in.ts';

/** How long somebody may take at the provider. */
const flowMinutes = 10;

// What the provider says of itself is asked for once; again only if that failed.
const known = new Map<string, Promise<oidc.Configuration>>();

function configurationOf({ issuer, clientId, clientSecret }: SsoProvider): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId} ${hashOf(clientSecret)}`;
  const found = known.get(key);
  if (found) return found;
  const url = new URL(issuer);
  // Unencrypted only to a provider on this machine.
  const execute = url.protocol === 'http:' && isLoopback(url.hostname) ? [oidc.allowInsecureRequests] : [];
  const made = oidc.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 });
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || host.startsWith('127.');

function providerOf({ rules }: Deps): SsoProvider {
  if (rules.sso === null) throw new NotFound('no-sso');
  return rules.sso;
}

async function reached(provider: SsoProvider): Promise<oidc.Configuration> {
  try {
    return await configurationOf(provider);
  } catch {
    throw new Invalid('sso-unreachable', { provider: provider.label });
  }
}

export interface Begun {
  /** Where the browser goes now. */
  readonly url: string;
  /** Goes into a cookie: only this browser can end what it began. */
  readonly state: string;
}

export async function beginSso(
  deps: Deps,
  { redirect, returnTo }: { readonly redirect: string; readonly returnTo: string },
): Promise<Begun> {
  const configuration = await reached(providerOf(deps));
  const [state, nonce, verifier] = [newSecret(), newSecret(), oidc.randomPKCECodeVerifier()];
  const now = deps.clock();
  await queries.insertFlow(deps.db, { hash: hashOf(state), nonce, verifier, returnTo, createdAt: now });
  await queries.dropFlowsBefore(deps.db, before(now));
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, state };
}

const before = (now: Date) => new Date(now.getTime() - flowMinutes * 60_000);

interface Ended {
  readonly secret: string;
  readonly returnTo: string;
}

/** `url` is the address that the provider sent the browser to, as the provider knows it. */
export async function endSso(
  deps: Deps,
  { url, state }: { readonly url: URL; readonly state: string | null },
  caller: Caller,
): Promise<Ended> {
  const provider = providerOf(deps);
  const configuration = await reached(provider);
  const flow =
    state === null ? undefined : await queries.takeFlow(deps.db, hashOf(state), before(deps.clock()));
  if (!flow || state === null) throw new NotProven('sso-expired');
  const tokens = await oidc
    .authorizationCodeGrant(configuration, url, {
      expectedState: state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    })
    .catch((error: Error) => {
      deps.log('warn', 'Single sign-on was refused', { error: error.message });
      throw new NotProven('sso-refused', { provider: provider.label });
    });
  const claims = await claimsOf(configuration, tokens, provider.label);
  const account = await accountBehind(deps, { provider, claims });
  const secret = await beginSession(deps, account, {
    caller,
    method: 'sso',
    strong: true,
    ssoToken: tokens.id_token ?? null,
  });
  return { secret, returnTo: flow.returnTo };
}

interface Claims {
  readonly subject: string;
  readonly email: string | null;
  readonly verified: boolean;
}

/** Some providers put the e-mail into the token, others tell it when asked. */
async function claimsOf(
  configuration: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  provider: string,
): Promise<Claims> {
  const claims = tokens.claims();
  if (!claims) throw new NotProven('sso-refused', { provider });
  const asked =
    claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const told = asked
    ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(() => {
        throw new NotProven('sso-refused', { provider });
      })
    : claims;
  const email = typeof told['email'] === 'string' ? told['email'] : null;
  return { subject: claims.sub, email, verified: told['email_verified'] === true };
}

/** Once somebody has come in, their name at the provider counts, not an address that may be given to another person there. */
async function accountBehind(
  deps: Deps,
  { provider, claims }: { readonly provider: SsoProvider; readonly claims: Claims },
) {
  const { issuer, label } = provider;
  const { subject, email, verified } = claims;
  // Letters that only look like, or fold to, those of an address here are another's address.
  const plain = email !== null && /^[\x21-\x7e]+$/.test(email);
  if (!plain || !verified) throw new NotProven('sso-unverified', { provider: label });
  const linked = await queries.accountBySubject(deps.db, { issuer, subject });
  const account = linked ?? (await queries.accountByEmail(deps.db, emailKey(email)));
  if (!account || !mayEnter(deps, account) || account.demo) throw new NotProven('sso-unknown', { email });
  if (
    !linked &&
    !(await queries.linkIdentity(deps.db, { issuer, subject, personId: account.id, createdAt: deps.clock() }))
  ) {
    throw new NotProven('sso-unknown', { email });
  }
  return account;
}

/** Where the browser says good-bye to the provider as well; null where it has no such place. */
export async function farewell(deps: Deps, ssoToken: string | null, back: string): Promise<string | null> {
  if (deps.rules.sso === null || ssoToken === null) return null;
  const configuration = await configurationOf(deps.rules.sso).catch(() => null);
  if (!configuration?.serverMetadata().end_session_endpoint) return null;
  return oidc.buildEndSessionUrl(configuration, { id_token_hint: ssoToken, post_logout_redirect_uri: back })
    .href;
}

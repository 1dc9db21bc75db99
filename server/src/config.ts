// What the environment says, read once.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usualRules, type AccountRules } from './accounts/rules.ts';

export interface Config {
  /** Null: the server starts a PostgreSQL of its own in `data`. */
  readonly databaseUrl: string | null;
  /** Files, and the embedded database. */
  readonly data: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Names under which browsers may ask for this server, besides the loopback's and `host`. */
  readonly hostNames: readonly string[];
  /** Files that are read at the same time. */
  readonly readers: number;
  /** Seconds in which a reader must give a sign of life. */
  readonly readSeconds: number;
  /** Megabytes a reader may use. */
  readonly readMegabytes: number;
  /** Requests a minute that a person or a program, and an address without sign-in, may make; 0: any number. */
  readonly rates: { readonly signedIn: number; readonly anonymous: number };
  /** Key of the audit log; null: it lies in the data folder. */
  readonly auditKey: string | null;
  /** The illustration that an empty database starts with. */
  readonly demo: boolean;
  readonly accounts: AccountRules;
  /** Addresses of proxies in front, as "10.0.0.4" or "10.1.0.0/16": their word counts about who asks, and how. */
  readonly proxies: readonly string[];
  /** By which letters go out; null: none do. */
  readonly smtp: string | null;
  readonly mailFrom: string;
  /** How people reach this installation from outside, as "https://nhipcau.tinh.gov.vn"; for links in letters. */
  readonly address: string | null;
  /** Hosts inside the house that webhooks may lead to. */
  readonly webhookHosts: readonly string[];
  readonly logJson: boolean;
  /** The built workspace. */
  readonly workspace: string;
}

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

function number(name: string, text: string | undefined, usual: number, most: number): number {
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new BadConfig(`${name} must be a whole number from 0 to ${most}; it is "${text}".`);
  }
  return value;
}

const list = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

function addressOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new BadConfig(`NHIPCAU_ADDRESS must be an address such as https://nhipcau.example; it is "${text}".`);
}

function accountRules(of: (name: string) => string | undefined, demo: boolean): AccountRules {
  const [issuer, clientId, clientSecret] = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) =>
    of(`NHIPCAU_OIDC_${name}`),
  );
  const some = issuer ?? clientId ?? clientSecret;
  if (some !== undefined && !(issuer && clientId && clientSecret && URL.canParse(issuer))) {
    throw new BadConfig(
      'NHIPCAU_OIDC_ISSUER (an address), NHIPCAU_OIDC_CLIENT_ID and NHIPCAU_OIDC_CLIENT_SECRET go together.',
    );
  }
  const label = of('NHIPCAU_OIDC_LABEL') ?? 'SSO';
  const secondFactor = of('NHIPCAU_SECOND_FACTOR') ?? usualRules.secondFactor;
  if (secondFactor !== 'administrators' && secondFactor !== 'everybody' && secondFactor !== 'nobody') {
    throw new BadConfig('NHIPCAU_SECOND_FACTOR must be administrators, everybody or nobody.');
  }
  return {
    demo,
    secondFactor,
    idleMinutes: Math.max(
      1,
      number('NHIPCAU_IDLE_MINUTES', of('NHIPCAU_IDLE_MINUTES'), usualRules.idleMinutes, 480),
    ),
    sessionHours: Math.max(
      1,
      number('NHIPCAU_SESSION_HOURS', of('NHIPCAU_SESSION_HOURS'), usualRules.sessionHours, 168),
    ),
    unusedDays: number('NHIPCAU_UNUSED_DAYS', of('NHIPCAU_UNUSED_DAYS'), usualRules.unusedDays, 3650),
    sso: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, label } : null,
    address: addressOf(of('NHIPCAU_ADDRESS')),
  };
}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const of = (name: string) => environment[name]?.trim() || undefined;
  const demo = !/^(off|no|0|false)$/i.test(of('NHIPCAU_DEMO') ?? '');
  return Object.freeze({
    databaseUrl: of('DATABASE_URL') ?? null,
    data: resolve(of('NHIPCAU_DATA') ?? 'data'),
    host: of('HOST') ?? '127.0.0.1',
    port: number('PORT', of('PORT'), 3000, 65_535),
    hostNames: list(of('NHIPCAU_HOSTS')),
    readers: Math.max(
      1,
      number('NHIPCAU_READERS', of('NHIPCAU_READERS'), Math.min(4, availableParallelism()), 64),
    ),
    readSeconds: Math.max(1, number('NHIPCAU_READ_SECONDS', of('NHIPCAU_READ_SECONDS'), 120, 3600)),
    readMegabytes: Math.max(128, number('NHIPCAU_READ_MB', of('NHIPCAU_READ_MB'), 1536, 65_536)),
    auditKey: of('NHIPCAU_AUDIT_KEY') ?? null,
    rates: {
      signedIn: number('NHIPCAU_RATE', of('NHIPCAU_RATE'), 3000, 10_000_000),
      anonymous: number('NHIPCAU_RATE_ANONYMOUS', of('NHIPCAU_RATE_ANONYMOUS'), 600, 10_000_000),
    },
    demo,
    accounts: accountRules(of, demo),
    proxies: list(of('NHIPCAU_PROXY')),
    smtp: of('SMTP_URL') ?? null,
    mailFrom: of('NHIPCAU_MAIL_FROM') ?? 'Nhịp Cầu <nhipcau@localhost>',
    address: addressOf(of('NHIPCAU_ADDRESS')),
    webhookHosts: list(of('NHIPCAU_WEBHOOK_HOSTS')?.toLowerCase()),
    logJson: of('NHIPCAU_LOG') === 'json',
    workspace: inRepository('workspace/dist'),
  });
}

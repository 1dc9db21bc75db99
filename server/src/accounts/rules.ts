// What an installation demands of its accounts, as the environment says.

export interface SsoProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly label: string;
}

export interface AccountRules {
  /** The invented people may sign in. */
  readonly demo: boolean;
  /** Minutes after which an idle session is locked. */
  readonly idleMinutes: number;
  /** Hours after which a session ends, however busy. */
  readonly sessionHours: number;
  /** Whose rights wait until they have a second factor. */
  readonly secondFactor: 'administrators' | 'everybody' | 'nobody';
  /** Days after which an unused account is switched off; 0: never. */
  readonly unusedDays: number;
  readonly sso: SsoProvider | null;
  /** "https://nhipcau.example", as browsers reach this installation; null: as the request says. */
  readonly address: string | null;
}

/** As a new installation has them. */
export const usualRules: AccountRules = {
  demo: false,
  idleMinutes: 15,
  sessionHours: 12,
  secondFactor: 'administrators',
  unusedDays: 45,
  sso: null,
  address: null,
};

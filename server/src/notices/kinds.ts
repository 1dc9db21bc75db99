// What people are told of, and by which way unless they wish otherwise.
export type Mail = 'off' | 'digest' | 'now';

export interface Wish {
  readonly app: boolean;
  readonly mail: Mail;
}

export const kinds = {
  'handed-down': { app: true, mail: 'digest' },
  changed: { app: true, mail: 'digest' },
  due: { app: true, mail: 'digest' },
  overdue: { app: true, mail: 'digest' },
  stuck: { app: true, mail: 'digest' },
  urged: { app: true, mail: 'now' },
  'urging-answered': { app: true, mail: 'digest' },
  reported: { app: true, mail: 'digest' },
  confirmed: { app: true, mail: 'off' },
  returned: { app: true, mail: 'now' },
  'extension-asked': { app: true, mail: 'digest' },
  'extension-decided': { app: true, mail: 'digest' },
  'evidence-refused': { app: true, mail: 'now' },
  finding: { app: true, mail: 'digest' },
  'plan-submitted': { app: true, mail: 'now' },
  'plan-returned': { app: true, mail: 'now' },
  'plan-approved': { app: true, mail: 'digest' },
  'plan-issued': { app: true, mail: 'digest' },
  'outgoing-submitted': { app: true, mail: 'now' },
  'outgoing-returned': { app: true, mail: 'now' },
  'outgoing-signed': { app: true, mail: 'digest' },
  'outgoing-issued': { app: true, mail: 'digest' },
  'outgoing-sent': { app: true, mail: 'now' },
  'outgoing-recalled': { app: true, mail: 'now' },
  'outgoing-corrected': { app: true, mail: 'now' },
  'outgoing-replaced': { app: true, mail: 'now' },
  'outgoing-failed': { app: true, mail: 'now' },
  'report-called': { app: true, mail: 'digest' },
  'report-due': { app: true, mail: 'digest' },
  'report-handed': { app: true, mail: 'now' },
  'report-given-back': { app: true, mail: 'now' },
  'report-signed': { app: true, mail: 'off' },
  'report-submitted': { app: true, mail: 'digest' },
  'report-returned': { app: true, mail: 'now' },
  'report-accepted': { app: true, mail: 'off' },
  'report-approved': { app: true, mail: 'off' },
  'report-changed': { app: true, mail: 'digest' },
} as const satisfies Readonly<Record<string, Wish>>;

export type Kind = keyof typeof kinds;

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

// What the services of a running server share; made in app.ts, handed to every subject's routes.
import type { AccountRules } from './accounts/rules.ts';
import type { Sessions } from './accounts/sessions.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './db/connect.ts';
import type { Events } from './documents/events.ts';
import type { Files } from './documents/files.ts';
import type { Readers } from './documents/reading/readers.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/mailer.ts';

export interface Deps {
  readonly db: Connection['db'];
  readonly files: Files;
  readonly readers: Readers;
  readonly events: Events;
  readonly sessions: Sessions;
  readonly rules: AccountRules;
  /** Null: no mail server is named. */
  readonly mailer: Mailer | null;
  /** Hosts inside the house that webhooks may lead to. */
  readonly webhookHosts: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

// E-mail goes out by SMTP, through nodemailer; without a server named in the environment nothing is sent.
import { createTransport } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same letter sent twice has the same name: mail programs then show it once. */
  readonly messageId: string;
  /** Where a program may stop such letters (RFC 8058). */
  readonly stop?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

/** `refused`: the server will never take it (5xx); everything else may be tried again. */
export type Sent = 'sent' | 'refused' | 'later';

export interface Mailer {
  /** The address under which people reach this installation, without a slash at its end. */
  readonly address: string;
  send(letter: Letter): Promise<Sent>;
  close(): void;
}

export interface MailOptions {
  /** "smtp://user:password@host:587", "smtps://…". */
  readonly url: string;
  readonly from: string;
  readonly address: string;
}

export function openMailer({ url, from, address }: MailOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    address,
    send: async ({ to, subject, text, html, messageId, stop, attachments = [] }) => {
      const list = stop
        ? {
            'List-Unsubscribe': `<${stop}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {};
      try {
        await transport.sendMail({
          from,
          // One address, whatever stands in it: as a text it would be read as a list.
          to: { name: '', address: to },
          subject,
          text,
          html,
          attachments: attachments.map(({ name, type, bytes }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(bytes),
          })),
          messageId: `<${messageId}@${new URL(address).hostname}>`,
          // Programs that answer on holidays leave it alone.
          headers: { 'Auto-Submitted': 'auto-generated', ...list },
        });
        return 'sent';
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number };
        return responseCode >= 500 && responseCode < 600 ? 'refused' : 'later';
      }
    },
    close: () => transport.close(),
  };
}

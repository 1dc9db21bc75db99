// What waits to be mailed becomes letters: urgent ones by themselves, the rest once a day in one.
import { sql } from 'kysely';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import type { Letter, Mailer } from '../mail/mailer.ts';
import { isKind, type Kind } from './kinds.ts';
import { stopPath } from './own.ts';
import { kindName, titleOf, type Values } from './words.ts';

interface Waiting {
  readonly id: number;
  readonly kind: string;
  readonly data: Values;
  readonly dutyId: number | null;
  readonly planId: number | null;
  readonly reportId: number | null;
  readonly outgoingId: number | null;
}

interface Addressee {
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

type Sending = Pick<Deps, 'db' | 'clock' | 'log'> & { readonly mailer: Mailer };

/** Sends all that waits in this way; returns the number of letters that went out. Two processes never send the same. */
export async function sendWaiting(deps: Sending, way: 'now' | 'digest'): Promise<number> {
  let sent = 0;
  // Who could not be reached this time is not tried again in the same run.
  const tried = new Set<number>();
  for (;;) {
    const result = await sendNext(deps, way, tried);
    if (result === null) return sent;
    if (result) sent += 1;
  }
}

/** One letter. Null: nothing waits any more. */
async function sendNext(
  { db, clock, log, mailer }: Sending,
  way: 'now' | 'digest',
  tried: Set<number>,
): Promise<boolean | null> {
  return db.transaction().execute(async (trx) => {
    const addressee = await nextAddressee(trx, { way, day: today(clock), tried: [...tried] });
    if (!addressee) return null;
    const { personId } = addressee;
    tried.add(personId);
    if (!(await hold(trx, personId))) return false;
    const waiting = await waitingFor(trx, personId, way);
    if (waiting.length === 0) return false;
    const letter = await letterOf(trx, mailer, addressee, waiting);
    const result = await mailer.send(letter);
    if (result === 'later') {
      log('warn', 'An e-mail could not be sent; it is tried again', { person: personId });
      return false;
    }
    await sql`update notice set mail = ${result === 'sent' ? 'sent' : 'failed'}, mailed_at = ${clock()}
      where id = any(${waiting.map(({ id }) => id)}::bigint[])`.execute(trx);
    return result === 'sent';
  });
}

interface Next {
  readonly way: string;
  readonly day: string;
  readonly tried: readonly number[];
}

/** Whoever holds no role any more is not told by letter what their unit does. */
async function nextAddressee(db: Db, { way, day, tried }: Next): Promise<Addressee | undefined> {
  const { rows } = await sql<Addressee>`select p.id as person_id, p.name, p.email, p.locale from person p
    where p.active and not p.id = any(${[...tried]}::bigint[])
      and exists (select 1 from notice n where n.person_id = p.id and n.mail = ${way})
      and exists (select 1 from role_grant g where g.person_id = p.id and g.ended_at is null
        and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true))
    order by p.id limit 1`.execute(db);
  return rows[0];
}

/** Until the letter is out another process takes the next one. Not the row: a slow mail server must not keep its owner waiting. */
async function hold(db: Db, personId: number): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean;
  }>`select pg_try_advisory_xact_lock(6060, ${personId}::int) as held`.execute(db);
  return rows[0]?.held === true;
}

const waitingFor = async (db: Db, personId: number, way: string): Promise<readonly Waiting[]> =>
  (
    await sql<Waiting>`select id, kind, data, duty_id, plan_id, report_id, outgoing_id from notice
      where person_id = ${personId} and mail = ${way} order by id limit 200`.execute(db)
  ).rows;

async function letterOf(
  db: Db,
  { address }: Mailer,
  { personId, name, email, locale }: Addressee,
  waiting: readonly Waiting[],
): Promise<Letter> {
  const known = waiting.flatMap((row) => (isKind(row.kind) ? [{ ...row, kind: row.kind }] : []));
  const lines = known.map((row) => ({
    ...row,
    // One line each: what somebody wrote must not look like another line of the letter.
    title: titleOf(row.kind, row.data, locale).replaceAll(/\s+/g, ' ').trim(),
    link: address + pathOf(row),
  }));
  const [first] = lines;
  const vi = locale === 'vi';
  const alone = lines.length === 1 && first;
  const subject = alone
    ? shorten(first.title)
    : vi
      ? `Nhịp Cầu: ${lines.length} tin mới về nhiệm vụ của đơn vị`
      : `Nhịp Cầu: ${lines.length} news of your unit’s duties`;
  const greeting = vi ? `Kính gửi ${name},` : `Dear ${name},`;
  const stops = await stopsOf(db, { personId, address, locale }, [...new Set(known.map(({ kind }) => kind))]);
  const settings = `${address}/tai-khoan/thong-bao`;
  const footer = vi ? 'Chọn những gì được gửi qua thư điện tử:' : 'Choose what is sent to you by e-mail:';
  return {
    to: email,
    subject,
    messageId: `notice-${personId}-${waiting.at(-1)?.id ?? 0}`,
    text: [
      greeting,
      '',
      ...lines.flatMap(({ title, link }) => [`- ${title}`, `  ${link}`]),
      '',
      footer,
      settings,
      ...stops.map(({ words, link }) => `${words}: ${link}`),
    ].join('\n'),
    html: htmlOf({ greeting, lines, footer, settings, stops, locale }),
    ...(stops.length === 1 && stops[0] ? { stop: stops[0].link } : {}),
  };
}

function pathOf({ dutyId, planId, reportId, outgoingId }: Waiting): string {
  if (dutyId !== null) return `/viec/${dutyId}`;
  if (planId !== null) return `/ke-hoach/${planId}`;
  if (outgoingId !== null) return `/van-ban-di/${outgoingId}`;
  return reportId !== null ? `/bao-cao/${reportId}` : '/viec-cua-toi';
}

const shorten = (text: string): string => (text.length > 150 ? `${text.slice(0, 149).trimEnd()}…` : text);

interface Stop {
  readonly words: string;
  readonly link: string;
}

async function stopsOf(
  db: Db,
  {
    personId,
    address,
    locale,
  }: { readonly personId: number; readonly address: string; readonly locale: Locale },
  kinds: readonly Kind[],
): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (const kind of kinds) {
    const name = kindName(kind, locale);
    const words = locale === 'vi' ? `Thôi gửi thư về “${name}”` : `Stop e-mails about “${name}”`;
    stops.push({ words, link: address + (await stopPath(db, personId, kind)) });
  }
  return stops;
}

interface Page {
  readonly greeting: string;
  readonly lines: readonly { readonly title: string; readonly link: string }[];
  readonly footer: string;
  readonly settings: string;
  readonly stops: readonly Stop[];
  readonly locale: Locale;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function htmlOf({ greeting, lines, footer, settings, stops, locale }: Page): string {
  const link = (href: string, words: string) => `<a href="${escape(href)}">${escape(words)}</a>`;
  return [
    `<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;line-height:1.5;color:#1a2225">`,
    `<p>${escape(greeting)}</p><ul>`,
    ...lines.map((line) => `<li style="margin-bottom:8px">${link(line.link, line.title)}</li>`),
    `</ul><p style="color:#5d696d;font-size:13px">${link(settings, footer)}`,
    ...stops.map((stop) => `<br>${link(stop.link, stop.words)}`),
    '</p></body></html>',
  ].join('\n');
}

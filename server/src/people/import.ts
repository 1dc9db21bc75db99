// A list of people comes in: first a try that tells of everything that is wrong, then all of it or nothing.
import { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import { emailKey } from '../accounts/caller.ts';
import { phone as phoneNumber } from '../accounts/schema.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { fold } from '../text/fold.ts';
import { placesOf, type Places } from '../units/places.ts';
import { addGrant } from './grants.ts';
import * as queries from './queries.ts';
import { lastDayOf, mayGovern, mayGrant } from './reach.ts';
import { readRoles } from './role-names.ts';
import type * as schema from './schema.ts';
import { insertWithRoles, unlessTaken } from './service.ts';
import { readLines, type Line } from './sheet.ts';

type Result = z.infer<typeof schema.importResult>;
type Row = Result['rows'][number];

interface Planned extends Row {
  readonly post: string | null;
  readonly phone: string | null;
  readonly unitId: number | null;
  /** Who has this address already. */
  readonly personId: number | null;
}

const mostRows = 5000;

const words = {
  name: ['Thiếu họ và tên', 'The name is missing'],
  email: ['E-mail chưa đúng', 'The e-mail is not right'],
  phone: ['Số điện thoại chưa đúng', 'The phone number is not right'],
  unit: ['Không có đơn vị này trong phạm vi của bạn', 'There is no such unit within your reach'],
  units: ['Nhiều đơn vị cùng tên: hãy dùng mã', 'Several units have this name: use the code'],
  noRole: ['Thiếu vai trò', 'The role is missing'],
  role: ['Không hiểu vai trò', 'Unknown role'],
  further: ['Vai trò vượt phạm vi của bạn', 'The role reaches further than you do'],
  twice: ['Dòng này lặp lại đơn vị của dòng trên', 'This line repeats the unit of a line above'],
  taken: [
    'E-mail đã là của một người ngoài phạm vi của bạn',
    'The e-mail belongs to somebody beyond your reach',
  ],
  off: ['Tài khoản này đang tắt', 'This account is off'],
} as const;

interface Reading {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly places: Places;
  readonly reach: ReadonlySet<number> | null;
  readonly at: 0 | 1;
}

export async function importPeople(
  deps: Deps,
  actor: Actor,
  {
    bytes,
    mode,
    locale,
  }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly mode: 'try' | 'apply'; readonly locale: Locale },
): Promise<Result> {
  const lines = await readLines(bytes);
  if (lines.length > mostRows) throw new Invalid('too-many-rows', { limit: mostRows });
  const scope = scopeOf(actor, 'role.grant');
  const reach = scope.everything ? null : new Set(scope.unitIds);
  const reading: Reading = {
    deps,
    actor,
    places: await placesOf(deps.db),
    reach,
    at: locale === 'vi' ? 0 : 1,
  };
  const rows: Planned[] = [];
  for (const line of lines) rows.push(await plan(reading, line, rows));
  const wrong = rows.some(({ does }) => does === 'wrong');
  const applied = mode === 'apply' && !wrong && rows.length > 0;
  if (applied) await unlessTaken('', () => apply(deps, actor, rows));
  const count = (does: Row['does']) => rows.filter((row) => row.does === does).length;
  return {
    rows: rows.map(({ line, name, email, unit, roles, does, problems }) => ({
      line,
      name,
      email,
      unit,
      roles,
      does,
      problems,
    })),
    new: count('new'),
    roles: count('roles'),
    nothing: count('nothing'),
    wrong: count('wrong'),
    applied,
  };
}

async function plan(reading: Reading, { line, cells }: Line, before: readonly Planned[]): Promise<Planned> {
  const { deps, at } = reading;
  const problems: string[] = [];
  const say = (key: keyof typeof words, what = '') =>
    problems.push(what ? `${words[key][at]}: ${what}` : words[key][at]);
  if (cells.name.length < 2 || cells.name.length > 200) say('name');
  if (!z.email().max(254).safeParse(cells.email).success) say('email', cells.email);
  if (!phoneNumber.safeParse(cells.phone || null).success) say('phone', cells.phone);
  const { roles, unknown } = readRoles(cells.roles);
  for (const each of unknown) say('role', each);
  if (roles.length === 0 && unknown.length === 0) say('noRole');
  const units = await unitsMeant(reading, cells.unit);
  if (units.length !== 1) say(units.length === 0 ? 'unit' : 'units', cells.unit);
  const unit = units.length === 1 ? units[0] : undefined;
  if (unit) {
    const further = roles.filter(
      (role) => !mayGrant(reading.actor, reading.places, { role, unitId: unit.id }),
    );
    for (const _role of further) say('further');
  }
  const key = emailKey(cells.email);
  const same = before.filter((row) => emailKey(row.email) === key);
  if (unit && same.some((row) => row.unitId === unit.id)) say('twice');
  const person = await queries.personByEmail(deps.db, key);
  const held = person ? await queries.grantsWhere(deps.db, 'personId', [person.id], today(deps.clock)) : [];
  if (person && !mayGovern(reading.actor, reading.places, held)) say('taken', cells.email);
  else if (person && !person.active) say('off', cells.email);
  const missing = roles.filter(
    (role) =>
      !held.some(
        (grant) =>
          grant.standing && grant.deputyFor === null && grant.role === role && grant.unitId === unit?.id,
      ),
  );
  const does =
    problems.length > 0
      ? 'wrong'
      : !person && same.length === 0
        ? 'new'
        : missing.length > 0
          ? 'roles'
          : 'nothing';
  return {
    line,
    name: cells.name,
    email: cells.email,
    unit: unit?.name ?? cells.unit,
    roles: [...(does === 'wrong' ? roles : missing)],
    does,
    problems,
    post: cells.post || null,
    phone: cells.phone || null,
    unitId: unit?.id ?? null,
    personId: person?.id ?? null,
  };
}

async function unitsMeant(
  { deps, reach }: Reading,
  name: string,
): Promise<readonly { id: number; name: string }[]> {
  if (name === '') return [];
  const folded = fold(name);
  const found = (await queries.unitsCalled(deps.db, folded, name)).filter(
    (unit) =>
      (reach === null || reach.has(unit.id)) &&
      (unit.coded || [unit.name, ...unit.aliases].some((each) => fold(each) === folded)),
  );
  const coded = found.filter((unit) => unit.coded);
  return coded.length > 0 ? coded : found;
}

/** One transaction: either everybody is there, or nobody. */
const apply = (deps: Deps, actor: Actor, rows: readonly Planned[]): Promise<void> =>
  write(deps, actor, async (trx, note) => {
    const made = new Map<string, number>();
    const places = await placesOf(trx);
    for (const { name, email, post, phone, unitId, personId, roles, does } of rows) {
      if (does === 'nothing' || unitId === null) continue;
      const inputs = roles.map((role) => ({
        role,
        unitId,
        validTo: lastDayOf(actor, (as) => mayGrant(as, places, { role, unitId })),
      }));
      const key = emailKey(email);
      const known = personId ?? made.get(key);
      if (known === undefined) {
        const input = { name, email, post, phone, locale: 'vi' as const, roles: inputs };
        const id = await insertWithRoles(deps, trx, { actor, input });
        made.set(key, id);
        note({
          action: 'person.create',
          subject: 'person',
          subjectId: id,
          unitId,
          detail: { name, roles: inputs, imported: true },
        });
      } else {
        for (const input of inputs) await addGrant(deps, trx, { actor, personId: known, input });
        note({
          action: 'role.grant',
          subject: 'person',
          subjectId: known,
          unitId,
          detail: { roles, imported: true },
        });
      }
    }
  });

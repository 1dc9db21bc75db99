// The invented people of the illustration, from server/data/demo-people.json.
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import { hashPassword } from '../accounts/passwords.ts';
import type { Db } from '../db/connect.ts';
import { searchColumns } from '../text/search.ts';

interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly post: string;
  readonly roles: readonly { readonly unit: string; readonly role: Role }[];
  /** Shown on the page for signing in: what the account is good for. */
  readonly tour?: { readonly vi: string; readonly en: string };
}

/** Known to everybody: these accounts can be entered only while the illustration is on. */
export const demoPassword = 'cau-song-thao-2026';

const file = new URL('../../data/demo-people.json', import.meta.url);

export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const { people } = JSON.parse(await readFile(file, 'utf8')) as { people: readonly DemoPerson[] };
  return people;
}

/** Adds those who are missing; may be repeated. The units must be there. */
export async function seedPeople(db: Db): Promise<void> {
  const people = await demoPeople();
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6047, 3)`.execute(trx);
    const there = await trx.selectFrom('person').select('emailKey').where('demo', '=', true).execute();
    const known = new Set(there.map(({ emailKey }) => emailKey));
    const missing = people.filter(({ email }) => !known.has(email));
    if (missing.length > 0) await insert(trx, missing);
  });
}

async function insert(db: Db, people: readonly DemoPerson[]): Promise<void> {
  const rows = people.map(({ email, name, post }) => ({
    name,
    email,
    emailKey: email,
    post,
    demo: true,
    ...searchColumns([name, post]),
  }));
  const made = await db.insertInto('person').values(rows).returning(['id', 'emailKey']).execute();
  const ids = new Map(made.map(({ id, emailKey }) => [emailKey, id]));
  const units = new Map(
    (await db.selectFrom('unit').select(['id', 'key']).where('demo', '=', true).execute()).map(
      ({ id, key }) => [key, id],
    ),
  );
  // One password, one salt: it is printed on the page for signing in.
  const password = await hashPassword(demoPassword);
  await db
    .insertInto('credential')
    .values(made.map(({ id }) => ({ personId: id, password })))
    .execute();
  const grants = people.flatMap(({ email, roles }) =>
    roles.flatMap(({ unit, role }) => {
      const unitId = units.get(unit);
      return unitId === undefined
        ? []
        : [{ personId: ids.get(email) ?? 0, unitId, role, validFrom: '2024-01-01' }];
    }),
  );
  await db.insertInto('roleGrant').values(grants).execute();
}

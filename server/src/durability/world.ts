// Something to write to: a department with twenty people, duties of a plan that was issued, and plans that are being drawn up.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

export interface World {
  /** Cookies of people who may do all that the writers do. */
  readonly cookies: readonly string[];
  readonly duties: readonly number[];
  readonly plans: readonly number[];
}

const list = ({ rows }: { readonly rows: readonly { readonly id: number }[] }) => rows.map(({ id }) => id);

export async function makeWorld(db: Db, people: number): Promise<World> {
  const [unit] = list(
    await sql<{ id: number }>`select id from unit
    where level = 'province' and parent_id is not null and valid_to is null and root_id <> id order by id limit 1`.execute(
      db,
    ),
  );
  if (unit === undefined) throw new Error('No department in the register.');
  const root = sql`(select root_id from unit where id = ${unit})`;
  const body = JSON.stringify({
    bases: [],
    objectives: [],
    targets: [],
    groups: [],
    tasks: [],
    arrangements: [],
  });
  const plans = list(
    await sql<{
      id: number;
    }>`insert into plan (owner_id, root_id, status, title, period_from, period_to, issued_on, body)
      select ${unit}, ${root}, case when i = 1 then 'issued' else 'draft' end, 'Kế hoạch ' || i, '2026-01-01', '2026-12-31',
        case when i = 1 then date '2026-01-10' end, ${body} from generate_series(1, 5) i returning id`.execute(
      db,
    ),
  );
  const [issued, ...drafts] = plans;
  const tasks = list(
    await sql<{
      id: number;
    }>`insert into task (plan_id, plan_task_id, owner_id, root_id, ordinal, text, due_kind, items,
        milestones, edited, search, search_exact, year)
      select ${issued}, 't' || i, ${unit}, ${root}, i, 'Nhiệm vụ ' || i, 'unspecified', '{}', '[]', '{}', '', '', 2026
      from generate_series(1, 12) i returning id`.execute(db),
  );
  await sql`insert into assignment (task_id, unit_id, role, name)
    select id, ${unit}, 'lead', 'Sở' from unnest(${`{${tasks.join(',')}}`}::bigint[]) as t(id)`.execute(db);
  const duties = list(
    await sql<{
      id: number;
    }>`insert into duty (task_id, unit_id, role, opened_on, due_on, first_due_on, last_moved_on, confirmer_id,
        plan_id, root_id, year)
      select id, ${unit}, 'lead', '2026-01-10', '2026-12-15', '2026-12-15', '2026-01-10', ${unit}, ${issued}, ${root}, 2026
      from unnest(${`{${tasks.join(',')}}`}::bigint[]) as t(id) returning id`.execute(db),
  );
  const cookies: string[] = [];
  for (let no = 0; no < people; no++) cookies.push(await person(db, unit, no));
  return { cookies, duties, plans: drafts };
}

async function person(db: Db, unit: number, no: number): Promise<string> {
  const email = `nguoi-ghi-${no}@song-thao.example`;
  const row = { name: `Người Ghi ${no}`, email, emailKey: email };
  const { id } = await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow();
  const roles = ['officer', 'leader', 'coordinator'] as const;
  await db
    .insertInto('roleGrant')
    .values(roles.map((role) => ({ personId: id, unitId: unit, role, validFrom: '2020-01-01' })))
    .execute();
  const secret = randomBytes(32).toString('base64url');
  await sql`insert into session (person_id, hash, method, created_at, seen_at, expires_at)
    values (${id}, ${createHash('sha256').update(secret).digest('hex')}, 'password', now(), now(), now() + interval '1 day')`.execute(
    db,
  );
  return `nhipcau=${secret}`;
}

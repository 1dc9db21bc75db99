// What people do all day: look at overviews, at their work, search, and write a note of progress.
import type pg from 'pg';
import type { Call, Load } from './client.ts';
import type { People, Person } from './people.ts';

export interface Scenario {
  readonly name: string;
  readonly next: Load['next'];
  readonly write?: boolean;
}

const words = [
  'biên giới',
  'du lịch',
  'lớp bồi dưỡng',
  'phong su',
  'song ngữ',
  'nhân quyền',
  'truyen thanh',
  'kiều bào',
];

/** Each client is somebody else where there are enough of them, and asks for something else each time. */
function reading(people: readonly Person[], path: (person: Person, turn: number) => string): Load['next'] {
  let turn = 0;
  return (client) => {
    turn += 1;
    const person = people[(client + turn) % people.length];
    if (!person) throw new Error('Nobody to ask as.');
    return { call: { method: 'GET', path: path(person, turn), cookie: person.cookie } };
  };
}

interface Open {
  readonly id: number;
  version: number;
}

/** Each client has duties of its own, whose versions it knows: nobody is in another's way. */
async function noting(pool: pg.Pool, { communal }: People, clients: number): Promise<Load['next']> {
  const persons = communal.slice(0, clients);
  const { rows } = await pool.query<Open & { unit_id: number }>(
    `select id, unit_id, version from duty where unit_id = any($1) and role = 'lead' and done_on is null and cancelled_on is null`,
    [persons.map(({ unitId }) => unitId)],
  );
  const open = Map.groupBy(rows, ({ unit_id }) => unit_id);
  const withWork = persons.filter(({ unitId }) => open.has(unitId));
  const turns = new Map<number, number>();
  return (client) => {
    const person = withWork[client % withWork.length];
    const mine = (person && open.get(person.unitId)) ?? [];
    const turn = turns.get(client) ?? 0;
    turns.set(client, turn + 1);
    const duty = mine[(Math.floor(client / withWork.length) + turn) % mine.length];
    if (!person || !duty) throw new Error('No open duties to write on.');
    const said = {
      do: 'progress',
      version: duty.version,
      note: `Đã làm thêm một phần, lần ${turn}`,
      progress: turn % 100,
    };
    duty.version += 1;
    const call: Call = {
      method: 'POST',
      path: `/duties/${duty.id}/steps`,
      cookie: person.cookie,
      body: JSON.stringify(said),
    };
    return { call };
  };
}

export interface Wanted {
  readonly people: People;
  readonly clients: number;
  readonly year: number;
  /** The national overview only where there is a nation. */
  readonly national: boolean;
}

export async function scenarios(
  pool: pg.Pool,
  { people, clients, year, national }: Wanted,
): Promise<readonly Scenario[]> {
  const { provincial, communal } = people;
  const word = (turn: number) => encodeURIComponent(words[turn % words.length] ?? '');
  const floor = { name: 'floor: who am I', next: reading([...provincial, ...communal], () => '/me') };
  return [
    floor,
    ...(national
      ? [{ name: 'national overview', next: reading(people.national, () => `/overview?year=${year}`) }]
      : []),
    { name: "a province's overview", next: reading(provincial, () => `/overview?year=${year}`) },
    { name: "a commune's overview", next: reading(communal, () => `/overview?year=${year}`) },
    {
      name: "a unit's work list",
      next: reading(communal, () => '/duties?view=mine&class=in-term&class=overdue&size=50'),
    },
    {
      name: 'register, filtered',
      next: reading(provincial, ({ unitId }) => `/tasks?lead=unit:${unitId}&size=50`),
    },
    { name: 'register, searched', next: reading(provincial, (_, turn) => `/tasks?q=${word(turn)}&size=50`) },
    {
      name: 'duties, filtered',
      next: reading(provincial, () => `/duties?class=overdue&year=${year}&role=lead&size=50`),
    },
    {
      name: 'duties, searched',
      next: reading(provincial, (_, turn) => `/duties?q=${word(turn)}&year=${year}&size=50`),
    },
    { name: 'one progress note', write: true, next: await noting(pool, people, clients) },
  ];
}

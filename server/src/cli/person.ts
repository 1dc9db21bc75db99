// `nhipcau person`: accounts for the keeper of the machine, also when nobody can sign in any more.
import { parseArgs } from 'node:util';
import { system } from '../access/actor.ts';
import { roles, type Role } from '../access/roles.ts';
import { readConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { wordsOf } from '../error-words.ts';
import { Conflict, Invalid, NotFound, type Values } from '../errors.ts';
import { personOverview, unitNamed } from '../people/console.ts';
import { createPerson, invitePerson } from '../people/service.ts';
import { openWorkshop } from '../server.ts';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { word } from './words.ts';

interface Call {
  readonly verb: 'add' | 'password' | 'list';
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly unit?: string | undefined;
  readonly role: Role;
}

export const person: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  const quiet = (level: string, line: string) => void (level === 'error' && terminal.complain(line));
  const { deps, close } = await openWorkshop(readConfig(process.env), { log: quiet });
  try {
    return await run({ ...deps, mailer: null }, call, terminal);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid || error instanceof NotFound)) throw error;
    const { code, values } = error as { code: string; values: Values };
    terminal.complain(wordsOf(code, values, terminal.language).detail);
    return 1;
  } finally {
    await close();
  }
};

async function run(deps: Deps, call: Call, terminal: Terminal): Promise<ExitCode> {
  const { verb, name = '', email = '', unit = '', role } = call;
  if (verb === 'list') {
    for (const line of await personOverview(deps.db, terminal.language)) terminal.print(line);
    return 0;
  }
  const id = verb === 'add' ? await add(deps, { name, email, unit, role }) : await knownBy(deps, email);
  const { path, expiresAt } = await invitePerson(deps, system, id);
  terminal.print(word('personLink', terminal.language, { path: path ?? '', until: expiresAt }));
  return 0;
}

async function add(
  deps: Deps,
  {
    name,
    email,
    unit,
    role,
  }: { readonly name: string; readonly email: string; readonly unit: string; readonly role: Role },
): Promise<number> {
  const unitId = await unitNamed(deps.db, unit);
  return (await createPerson(deps, system, { name, email, locale: 'vi', roles: [{ unitId, role }] })).id;
}

async function knownBy({ db }: Deps, email: string): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('emailKey', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  if (!row) throw new NotFound('no-person-called', { email });
  return row.id;
}

function readCall(args: readonly string[], terminal: Terminal): Call | ExitCode {
  const help = (print: (line: string) => void, code: ExitCode) => {
    print(word('personHelp', terminal.language));
    return code;
  };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        email: { type: 'string' },
        unit: { type: 'string' },
        role: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return help(terminal.print, 0);
    const [verb] = positionals;
    const role = roles.find((each) => each === (values.role ?? 'administrator'));
    const complete =
      verb === 'list' ||
      (verb === 'password' && values.email) ||
      (verb === 'add' && values.email && values.name && values.unit);
    if (!complete || !role || positionals.length !== 1) return help(terminal.complain, 2);
    return { verb, role, name: values.name, email: values.email, unit: values.unit };
  } catch {
    return help(terminal.complain, 2);
  }
}

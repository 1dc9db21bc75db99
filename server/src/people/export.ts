// People as a sheet that can be read in again: names, posts, units and roles; addresses only of those the reader may see.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { record } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import * as queries from './queries.ts';
import { maySeePrivate } from './reach.ts';
import { roleNames } from './role-names.ts';
import type * as schema from './schema.ts';
import { foundBy } from './service.ts';
import { writeCsv, writeXlsx, type Field } from './sheet.ts';

interface Wanted {
  readonly query: z.infer<typeof schema.personExportQuery>;
  readonly format: 'csv' | 'xlsx';
  readonly locale: Locale;
}

export async function exportPeople(
  deps: Deps,
  actor: Actor,
  { query, format, locale }: Wanted,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const found = await foundBy(deps, actor, query);
  const people = await queries.peopleList(deps.db, found, { limit: 50_000, offset: 0 });
  const ids = people.map(({ id }) => id);
  const grants = Map.groupBy(
    await queries.grantsWhere(deps.db, 'personId', ids, found.today),
    ({ personId }) => personId,
  );
  const at = locale === 'vi' ? 0 : 1;
  const shown: number[] = [];
  const lines = people.flatMap((person) => {
    const held = grants.get(person.id) ?? [];
    const open = maySeePrivate(actor, person.id, held);
    if (open && person.id !== actor.personId) shown.push(person.id);
    return linesOf(person, held, { open, at });
  });
  // Every showing of private data is written down, this one with all whom it shows.
  if (shown.length > 0) {
    await record(deps, actor, {
      action: 'person.private',
      unitId: actor.grants[0]?.unitId ?? null,
      detail: { fields: ['email', 'phone'], export: format, people: shown },
    });
  }
  await record(deps, actor, {
    action: 'person.export',
    unitId: actor.grants[0]?.unitId ?? null,
    detail: { export: format, people: people.length },
  });
  return format === 'csv' ? writeCsv(lines, at) : writeXlsx(lines, at);
}

/** A line a unit. */
function linesOf(
  { name, post, email, phone }: Awaited<ReturnType<typeof queries.peopleList>>[number],
  held: readonly queries.GrantRow[],
  { open, at }: { readonly open: boolean; readonly at: 0 | 1 },
): readonly Readonly<Record<Field, string>>[] {
  const units = Map.groupBy(
    held.filter((grant) => grant.now && grant.deputyFor === null),
    ({ unitName }) => unitName,
  );
  const person = { name, post: post ?? '', email: open ? email : '', phone: open ? (phone ?? '') : '' };
  if (units.size === 0) return [{ ...person, unit: '', roles: '' }];
  return [...units].map(([unit, roles]) => ({
    ...person,
    unit,
    roles: roles.map(({ role }) => roleNames[role][at]).join(', '),
  }));
}

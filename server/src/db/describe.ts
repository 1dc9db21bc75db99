// The schema as text, from PostgreSQL's own catalogues: the embedded server brings no pg_dump.
import type pg from 'pg';

interface Line {
  readonly object: string;
  readonly line: string;
}

const columns = `
  select c.relname as object, format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attcollation <> t.typcollation then ' collate ' || (select collname from pg_collation where oid = a.attcollation) else '' end,
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' identity'
      when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' order by c.relname, a.attnum`;

// Since version 18 "not null" is listed as a constraint too; it stands with its column already.
const constraints = `
  select c.relname as object, format('  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and k.contype <> 'n' order by c.relname, k.contype desc, k.conname`;

const indexes = `
  select tablename as object, format('  %s', indexdef) as line from pg_indexes i
  where schemaname = 'public' and not exists (select 1 from pg_constraint where conname = i.indexname)
  order by tablename, indexname`;

const triggers = `
  select c.relname as object, format('  %s', pg_get_triggerdef(t.oid)) as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and not t.tgisinternal order by c.relname, t.tgname`;

const views = `
  select viewname as object, pg_get_viewdef(format('%I', viewname)::regclass) as line
  from pg_views where schemaname = 'public' order by viewname`;

/** Not those that came with an extension. */
const functions = `
  select p.oid::regprocedure::text as object, pg_get_functiondef(p.oid) as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1`;

export async function describeSchema(pool: pg.Pool): Promise<string> {
  const parts = new Map<string, string[]>();
  for (const query of [columns, constraints, indexes, triggers, views, functions]) {
    const { rows } = await pool.query<Line>(query);
    for (const { object, line } of rows) parts.set(object, [...(parts.get(object) ?? []), line]);
  }
  const tables = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const head = '-- Made from the migrations by db/migrate.test.ts: `vitest -u` writes it anew.\n\n';
  return `${head}${tables.map(([name, lines]) => `${name}\n${lines.join('\n')}\n`).join('\n')}`;
}

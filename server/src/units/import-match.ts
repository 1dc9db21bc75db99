// Which unit each row of a table means: one that is there, or a new one; below whom; and in which order they are written. Pure.
import type { Contact } from '../db/tables/units.ts';
import { fold } from '../text/fold.ts';
import type { Column } from './import-head.ts';
import type { ImportError, ImportRow } from './import-rows.ts';

/** A unit that is there, below the one into which the table is loaded. */
export interface There {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  readonly areaCode: string | null;
  readonly parentId: number | null;
  readonly aliases: readonly string[];
  readonly contact: Contact;
}

type Superior =
  | { readonly kind: 'unit'; readonly id: number }
  | { readonly kind: 'row'; readonly row: number };

export interface Step {
  readonly row: ImportRow;
  readonly does: 'create' | 'change' | 'keep';
  readonly unitId: number | null;
  readonly superior: Superior;
  readonly superiorName: string;
  readonly changes: readonly {
    readonly column: Column | 'contact';
    readonly before: string;
    readonly after: string;
  }[];
}

export interface Matched {
  /** Superiors before those below them. */
  readonly steps: readonly Step[];
  readonly errors: readonly ImportError[];
}

export interface Ground {
  readonly top: There;
  readonly there: readonly There[];
  /** Columns that the table has: what it does not say is left as it is. */
  readonly given: ReadonlySet<Column>;
}

const key = (name: string) => fold(name.trim());

export function matchRows(rows: readonly ImportRow[], ground: Ground): Matched {
  const errors: ImportError[] = [];
  const fault = (row: ImportRow, column: Column, code: string, value: string) =>
    void errors.push({ row: row.row, column, code, value });
  const all = [ground.top, ...ground.there];
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const byCode = Map.groupBy(
    all.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  );
  const byName = Map.groupBy(all, ({ name }) => key(name));
  const rowsByName = Map.groupBy(rows, ({ name }) => key(name));
  const rowsByCode = Map.groupBy(
    rows.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  );
  for (const same of rowsByCode.values())
    for (const row of same.slice(1)) fault(row, 'code', 'twice-in-file', row.code ?? '');

  const superiorOf = (row: ImportRow): Superior => {
    const { superior } = row;
    const none: Superior = { kind: 'unit', id: ground.top.id };
    if (superior === '') return none;
    const coded =
      byCode.get(superior.toUpperCase())?.[0] ??
      (/^\d+$/.test(superior) ? byId.get(Number(superior)) : undefined);
    if (coded) return { kind: 'unit', id: coded.id };
    const inFile = [
      ...(rowsByCode.get(superior.toUpperCase()) ?? []),
      ...(rowsByName.get(key(superior)) ?? []),
    ];
    const known = byName.get(key(superior)) ?? [];
    if (known.length === 1 && known[0]) return { kind: 'unit', id: known[0].id };
    if (known.length > 1) fault(row, 'superior', 'ambiguous-superior', superior);
    else if (inFile.length === 0) fault(row, 'superior', 'unknown-superior', superior);
    else if (inFile.length > 1) fault(row, 'superior', 'ambiguous-superior', superior);
    const [found] = inFile;
    if (known.length > 0 || !found) return none;
    if (found === row) fault(row, 'superior', 'own-superior', superior);
    return { kind: 'row', row: found.row };
  };

  const unitOf = (row: ImportRow, superior: Superior): There | null => {
    if (row.id !== null) {
      const found = byId.get(row.id) ?? null;
      if (!found) fault(row, 'id', 'unknown-id', String(row.id));
      return found;
    }
    const coded = row.code === null ? undefined : byCode.get(row.code)?.[0];
    if (coded) return coded;
    if (superior.kind === 'row') return null;
    return (byName.get(key(row.name)) ?? []).find(({ parentId }) => parentId === superior.id) ?? null;
  };

  const nameOfRow = new Map(rows.map(({ row, name }) => [row, name]));
  const seen = new Set<string>();
  const taken = new Set<number>();
  const steps = rows.map((row): Step => {
    const superior = superiorOf(row);
    const unit = unitOf(row, superior);
    const superiorName =
      superior.kind === 'unit' ? (byId.get(superior.id)?.name ?? '') : (nameOfRow.get(superior.row) ?? '');
    const place = `${superior.kind} ${superior.kind === 'unit' ? superior.id : superior.row} ${key(row.name)}`;
    if (row.name !== '' && (seen.has(place) || (unit && taken.has(unit.id))))
      fault(row, 'name', 'twice-in-file', row.name);
    seen.add(place);
    if (unit) taken.add(unit.id);
    if (!unit) return { row, does: 'create', unitId: null, superior, superiorName, changes: [] };
    if (ground.given.has('superior') && row.superior !== '' && unit.id !== ground.top.id) {
      // A new superior is a change in the world, with a day and a legal basis.
      if (superior.kind === 'row' || superior.id !== unit.parentId)
        fault(row, 'superior', 'moves', row.superior);
    }
    const changes = differences(row, unit, ground.given);
    return {
      row,
      does: changes.length > 0 ? 'change' : 'keep',
      unitId: unit.id,
      superior,
      superiorName,
      changes,
    };
  });
  return { steps: inOrder(steps, fault), errors };
}

function differences(row: ImportRow, unit: There, given: ReadonlySet<Column>): Step['changes'] {
  const compare = (column: 'name' | 'kind' | 'code' | 'areaCode') => ({
    column,
    before: unit[column] ?? '',
    after: row[column] ?? '',
  });
  const plain = (['name', 'kind', 'code', 'areaCode'] as const)
    .filter((column) => given.has(column))
    .map(compare);
  const lists = given.has('aliases')
    ? [{ column: 'aliases' as const, before: unit.aliases.join('; '), after: row.aliases.join('; ') }]
    : [];
  const keys = (['address', 'phone', 'email', 'website'] as const).filter((each) => given.has(each));
  const written = (contact: Contact) => keys.map((each) => contact[each] ?? '').join(' · ');
  const contact =
    keys.length > 0
      ? [{ column: 'contact' as const, before: written(unit.contact), after: written(row.contact) }]
      : [];
  return [...plain, ...lists, ...contact].filter(({ before, after }) => before !== after);
}

type Fault = (row: ImportRow, column: Column, code: string, value: string) => void;

/** Rows that are each other's superior can never be written. */
function inOrder(steps: readonly Step[], fault: Fault): readonly Step[] {
  const byRow = new Map(steps.map((step) => [step.row.row, step]));
  const done = new Set<Step>();
  const ordered: Step[] = [];
  const visit = (step: Step, line: ReadonlySet<Step>): void => {
    if (done.has(step)) return;
    if (line.has(step)) {
      fault(step.row, 'superior', 'circle', step.row.superior);
      return;
    }
    const above = step.superior.kind === 'row' ? byRow.get(step.superior.row) : undefined;
    if (above) visit(above, new Set([...line, step]));
    if (done.has(step)) return;
    done.add(step);
    ordered.push(step);
  };
  for (const step of steps) visit(step, new Set());
  return ordered;
}

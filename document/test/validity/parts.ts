// The package around a Word file's text (ISO/IEC 29500-2: parts, content types, relations).
import { all, treeOf, type Element } from './tree.ts';

export type Parts = Readonly<Record<string, Uint8Array>>;

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

/** Relations of a part ("" for the package), resolved against its folder. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const at = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const bytes = parts[name];
  if (!bytes) return [];
  return treeOf(bytes).children.map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').replace(/^.*\//, ''),
    target: new URL(attributes.Target ?? '', `http://x/${part.slice(0, at)}`).pathname.slice(1),
  }));
}

/** What each relation of the document must lead to, by its content type. */
const TYPES: Readonly<Record<string, string>> = {
  officeDocument: 'wordprocessingml.document.main+xml',
  styles: 'wordprocessingml.styles+xml',
  numbering: 'wordprocessingml.numbering+xml',
  settings: 'wordprocessingml.settings+xml',
  fontTable: 'wordprocessingml.fontTable+xml',
  header: 'wordprocessingml.header+xml',
  footer: 'wordprocessingml.footer+xml',
  image: 'image/png',
  chart: 'drawingml.chart+xml',
  package: 'spreadsheetml.sheet',
  'core-properties': 'core-properties+xml',
  'extended-properties': 'extended-properties+xml',
};

export function partFaults(parts: Parts): string[] {
  const names = Object.keys(parts);
  const faults: string[] = [];
  // 10.2.7: Word looks for the content types, other programs sniff the first entry.
  if (names[0] !== '[Content_Types].xml') faults.push('content types are not the first part');
  const types = typesOf(parts);
  faults.push(...types.faults);
  for (const name of names)
    if (name !== '[Content_Types].xml' && types.of(name) === undefined)
      faults.push(`${name} has no content type`);
  const lower = new Set(names.map((name) => name.toLowerCase()));
  if (lower.size < names.length) faults.push('two parts whose names differ by case alone');
  const reached = new Set(['[Content_Types].xml', ...names.filter((name) => name.endsWith('.rels'))]);
  for (const part of ['', ...names]) {
    const relations = relationsOf(parts, part);
    const ids = relations.map(({ id }) => id);
    if (new Set(ids).size < ids.length) faults.push(`two relations of ${part} with one id`);
    for (const { id, type, target } of relations) {
      reached.add(target);
      if (!parts[target]) faults.push(`${part} ${id} leads to no part: ${target}`);
      else if (!types.of(target)?.endsWith(TYPES[type] ?? '?')) faults.push(`${target} is no ${type}`);
    }
  }
  for (const name of names) if (!reached.has(name)) faults.push(`nothing leads to ${name}`);
  for (const needed of ['word/document.xml', 'word/styles.xml', 'word/settings.xml', 'docProps/core.xml'])
    if (!parts[needed]) faults.push(`${needed} is missing`);
  return faults;
}

function typesOf(parts: Parts): { of(name: string): string | undefined; faults: string[] } {
  const root = treeOf(parts['[Content_Types].xml'] ?? new TextEncoder().encode('<Types/>'));
  const named = (element: string, key: string): Map<string, string> =>
    new Map(
      root.children
        .filter(({ name }) => name === element)
        .map(({ attributes }) => [attributes[key] ?? '', attributes.ContentType ?? '']),
    );
  const [defaults, overrides] = [named('Default', 'Extension'), named('Override', 'PartName')];
  const faults = [...overrides.keys()]
    .filter((name) => !parts[name.slice(1)])
    .map((name) => `${name} has a type but is no part`);
  if (defaults.size + overrides.size < root.children.length) faults.push('two content types for one part');
  return { faults, of: (name) => overrides.get(`/${name}`) ?? defaults.get(name.replace(/^.*\./, '')) };
}

/** Ids of relations that stand in a part and are none of its own. */
export function danglingRelations(parts: Parts, part: string, root: Element): string[] {
  const known = new Map(relationsOf(parts, part).map(({ id, type }) => [id, type]));
  const faults: string[] = [];
  for (const { name, attributes } of all(root))
    for (const key of ['r:id', 'r:embed']) {
      const id = attributes[key];
      if (id === undefined) continue;
      const type = known.get(id);
      if (type === undefined) faults.push(`${part}: ${name} names ${id}, which is no relation`);
      else if (name.startsWith('w:') && name.replace(/^w:|Reference$/g, '') !== type)
        faults.push(`${part}: ${name} names a ${type}`);
    }
  return faults;
}

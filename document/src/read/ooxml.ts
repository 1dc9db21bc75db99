// An Office package: which part is the document, and which parts belong to it.
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

export interface OfficePackage {
  /** Name of the main part, as "word/document.xml". */
  readonly main: string;
  /** Names of the parts that the main part refers to, by the last word of the relation's type ("styles", "header"). */
  related(type: string): readonly string[];
  part(name: string): Uint8Array | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Null where the package has no main part. */
export function openPackage(zip: Zip): OfficePackage | null {
  const stated = relations(zip, '').find(({ type }) => type === 'officeDocument')?.target;
  const main = [stated, 'word/document.xml'].find((name) => name !== undefined && has(zip, name));
  if (main === undefined) return null;
  const own = relations(zip, main);
  return {
    main,
    related: (type) => own.filter((relation) => relation.type === type).map(({ target }) => target),
    part: (name) => zip.part(name),
  };
}

const has = (zip: Zip, name: string): boolean =>
  zip.names.some((other) => other.toLowerCase() === name.toLowerCase());

function relations(zip: Zip, of: string): Relation[] {
  const slash = of.lastIndexOf('/');
  const folder = of.slice(0, slash + 1);
  const bytes = zip.part(`${folder}_rels/${of.slice(slash + 1)}.rels`);
  const found: Relation[] = [];
  if (!bytes) return found;
  readXml(bytes, {
    open(name, { Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.push({ type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
    },
    close() {},
  });
  return found;
}

/** A target is relative to the folder of the part that refers to it. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

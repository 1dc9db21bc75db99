// Parts and their zones where the file's own styles say what each paragraph is: nothing has to be guessed from the words.
import type { Role } from '../tree.ts';
import type { Line } from './lines.ts';
import { typeOfLine } from './part-starts.ts';
import type { Zones } from './zones.ts';

/** What stands above the text of a part, from the top down. */
const HEAD: readonly Role[] = ['head', 'type', 'title', 'reference'];
const ABOVE: ReadonlySet<Role> = new Set(HEAD);

/** Whether the styles name the parts of this document: a letterhead stands in each that was written so. */
export const hasRoles = (lines: readonly Line[]): boolean =>
  lines.some(({ paragraph }) => paragraph.role === 'head');

export function zonesByRole(lines: readonly Line[]): Zones[] {
  const starts = lines.flatMap((_, at) => (at === 0 || begins(lines, at) ? [at] : []));
  return starts.map((start, at) => zone(lines, start, starts[at + 1] ?? lines.length));
}

const roleAt = (lines: readonly Line[], at: number): Role | undefined => lines[at]?.paragraph.role;

/** A letterhead, or a type's name or title, behind a text, or behind what stands below it in a head: the part before it holds nothing else. */
function begins(lines: readonly Line[], at: number): boolean {
  const role = roleAt(lines, at);
  const before = roleAt(lines, at - 1);
  if (role === undefined || role === 'reference' || !ABOVE.has(role)) return false;
  return before === undefined || !ABOVE.has(before) || HEAD.indexOf(role) < HEAD.indexOf(before);
}

function zone(lines: readonly Line[], start: number, end: number): Zones {
  const all = Array.from({ length: end - start }, (_, index) => start + index);
  const of = (role: Role): number[] => all.filter((at) => roleAt(lines, at) === role);
  const titles = of('title');
  const named = titles[0] !== undefined && typeOfLine(lines[titles[0]]!.text) !== null ? titles[0] : null;
  const typeLine = of('type')[0] ?? named;
  const above = all.findLast(
    (at) => ABOVE.has(roleAt(lines, at) ?? 'text') && at < firstText(lines, start, end),
  );
  const issuer = (above ?? start - 1) + 1;
  const bases = roleAt(lines, issuer) === 'authority' ? issuer + 1 : issuer;
  return {
    type: typeLine === null ? null : typeOfLine(lines[typeLine]!.text),
    typeLine,
    titleLines: titles.filter((at) => at !== typeLine),
    start,
    bases: typeLine === null ? afterAddressees(lines, bases, end) : bases,
    body: Math.min(bodyFrom(lines, bases, end), end),
    tail: all.find((at) => roleAt(lines, at) === 'foot') ?? end,
    end,
  };
}

const OPENING: ReadonlySet<Role> = new Set<Role>(['addressee', 'authority', 'basis']);

function firstText(lines: readonly Line[], start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const role = roleAt(lines, at);
    if (role === undefined || !(ABOVE.has(role) || OPENING.has(role))) return at;
  }
  return end;
}

function afterAddressees(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && roleAt(lines, at) === 'addressee') at++;
  return at;
}

function bodyFrom(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && OPENING.has(roleAt(lines, at) ?? 'text')) at++;
  return at;
}

// Between the title and the text: who is addressed, who decides, the legal bases.
import type { Line } from '../../recognise/lines.ts';
import { hasRoles } from '../../recognise/zones-by-role.ts';
import type { Role } from '../../tree.ts';
import { opensBasis } from '../../recognise/words.ts';
import { isBasis, isIssuerLine, type Zones } from '../../recognise/zones.ts';

export interface Opening {
  readonly addressees: readonly string[];
  readonly authority: string | null;
  readonly bases: readonly string[];
  /** First line of the text. */
  readonly next: number;
}

export function openingOf(lines: readonly Line[], zone: Zones): Opening {
  if (hasRoles(lines)) return openingByRole(lines, zone);
  const authority = authorityOf(lines, zone);
  const letter = zone.typeLine === null ? addresseesFrom(lines, zone.start, zone.bases) : null;
  const below = letter ?? addresseesFrom(lines, zone.bases, Math.min(zone.bases + 2, zone.tail));
  const telegram = authority?.endsWith(':') ? listFrom(lines, zone.bases, zone.tail) : null;
  const first = telegram ?? below;
  const { bases, next } = basesFrom(lines, Math.max(zone.bases, first?.next ?? 0), zone.tail);
  return {
    addressees: first?.addressees ?? [],
    authority: authority === null ? null : authority.replace(/\s+điện\s*:?$/, ''),
    bases,
    next,
  };
}

/** As the file's own styles have it: who decides stands above the bases, what is decided below them. */
function openingByRole(lines: readonly Line[], zone: Zones): Opening {
  const opening = lines.slice(zone.start, zone.tail);
  const of = (role: Role): Line[] => opening.filter(({ paragraph }) => paragraph.role === role);
  const [first] = of('authority');
  const addressed = of('addressee').flatMap(({ text }) => text.replace(ADDRESS, '') || []);
  const last = opening.findLastIndex(({ paragraph }) =>
    ['head', 'type', 'title', 'reference', 'addressee', 'authority', 'basis'].includes(paragraph.role ?? ''),
  );
  return {
    addressees: addressed.map(bare),
    authority: first && !DECIDES.test(first.text) ? first.text.replace(/\s+điện\s*:?$/, '') : null,
    bases: of('basis').map(({ text }) => bare(text)),
    next: zone.start + last + 1,
  };
}

/** The issuer under the title, above the bases. */
function authorityOf(lines: readonly Line[], zone: Zones): string | null {
  const from = zone.typeLine === null ? zone.bases - 1 : zone.typeLine + 1;
  const found = lines
    .slice(Math.max(from, zone.start), zone.bases)
    .find((line) => !line.cell && isIssuerLine(line.text));
  return found?.text ?? null;
}

interface Addressed {
  readonly addressees: readonly string[];
  readonly next: number;
}

const ADDRESS = /^Kính gửi\s?[:.]?\s*/i;
const DASH = /^[-–—+•*]\s*/;
const LONGEST = 200;

const bare = (text: string): string => text.replace(DASH, '').replace(/[\s;.,]+$/, '');

function addresseesFrom(lines: readonly Line[], from: number, to: number): Addressed | null {
  const at = lines.slice(from, to).findIndex((line) => ADDRESS.test(line.text));
  if (at < 0) return null;
  const first = lines[from + at]!;
  const own = first.text.replace(ADDRESS, '');
  const entries = own === '' ? [] : own.split(/;\s*(?=[-–•+])/).map(bare);
  let next = from + at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    const beside = first.cell !== undefined && line.block === first.block;
    if (!(beside || (DASH.test(line.text) && line.text.length < LONGEST))) break;
    entries.push(bare(line.text));
    // The last one ends with a full stop.
    if (line.text.endsWith('.')) return addressed(entries, next + 1);
  }
  return addressed(entries, next);
}

const addressed = (entries: readonly string[], next: number): Addressed => ({
  addressees: entries.filter((entry) => entry !== ''),
  next,
});

/** A telegram names its addressees below "… điện:". */
function listFrom(lines: readonly Line[], from: number, to: number): Addressed {
  let next = from;
  while (next < to && DASH.test(lines[next]!.text) && lines[next]!.text.length < LONGEST) next++;
  return { addressees: lines.slice(from, next).map((line) => bare(line.text)), next };
}

const DECIDES = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s?:?$/;

function basesFrom(lines: readonly Line[], from: number, to: number): { bases: string[]; next: number } {
  let next = from;
  while (next < to && !lines[next]!.cell && isBasis(lines[next]!.text)) next++;
  // "Thực hiện …;" is one only before others.
  while (next > from && !opensBasis(lines[next - 1]!.text)) next--;
  const bases = lines.slice(from, next).map((line) => bare(line.text));
  return { bases, next: next < to && DECIDES.test(lines[next]!.text) ? next + 1 : next };
}

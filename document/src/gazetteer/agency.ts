// What the gazetteers state of an agency: public facts, dated, each with the grade of its evidence.

/** A: the act was read. B: secondary source. C: common knowledge, not verified; offer it, never rest a rule on it alone. */
export type Grade = 'A' | 'B' | 'C';

export type Level = 'central' | 'province' | 'district' | 'commune';

/** What sort of body it is; collective names ("các sở", "các đoàn thể") select by it. */
export type AgencyKind =
  | 'state-organ' // Quốc hội, Chính phủ, Thủ tướng …
  | 'party'
  | 'ministry'
  | 'government-agency'
  | 'department' // sở, and what has the standing of a sở
  | 'office' // phòng, văn phòng of a UBND
  | 'council' // HĐND
  | 'committee' // UBND
  | 'police'
  | 'military'
  | 'border-guard'
  | 'front' // Mặt trận Tổ quốc
  | 'union' // socio-political organisations: Đoàn, Phụ nữ, Nông dân, Cựu chiến binh, Công đoàn
  | 'association'
  | 'press'
  | 'service-unit' // trung tâm, ban quản lý
  | 'court';

export interface KnownAgency {
  /** Kebab-case without diacritics. */
  readonly id: string;
  /** Full official name; agencies of a place without the place ("Sở Nội vụ", "Công an tỉnh"). */
  readonly name: string;
  readonly level: Level;
  readonly kind: AgencyKind;
  /** As they stand in document numbers: "437/TTr-STTTT". Exact case and diacritics. */
  readonly symbols: readonly string[];
  /** Other names and written abbreviations: "Sở TT&TT". */
  readonly aliases: readonly string[];
  /** First and last day, ISO; null where it lies outside what the gazetteer covers. */
  readonly from: string | null;
  readonly to: string | null;
  /** Ids of the agencies that took its work over. */
  readonly successors: readonly string[];
  readonly grade: Grade;
}

/** True if something valid from `from` to `to` (both inclusive, null is open) existed on `on`. */
export function existedOn(
  dated: { readonly from: string | null; readonly to: string | null },
  on: string,
): boolean {
  return (dated.from === null || dated.from <= on) && (dated.to === null || on <= dated.to);
}

/** Districts ended on this day; from the next there are provinces and communes only (resolution 202/2025/QH15). */
export const DISTRICTS_END = '2025-06-30';
export const TWO_LEVELS = '2025-07-01';

interface Row {
  readonly level?: Level;
  readonly symbols?: readonly string[];
  readonly aliases?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly into?: readonly string[];
}

/** A row of the gazetteers; of a body without a date only its usual existence is claimed (grade C). */
export function knownAgency(id: string, name: string, kind: AgencyKind, row: Row): KnownAgency {
  const { level = 'province', symbols = [], aliases = [], from = null, to = null, into = [] } = row;
  const grade = from === null && to === null ? 'C' : 'B';
  return { id, name, kind, level, symbols, aliases, from, to, successors: into, grade };
}

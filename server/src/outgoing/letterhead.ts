// What a document begins with in the name of a unit: agencies, place, who signs (Decree 30/2020, Annex I, II.2, II.4, II.7).
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import type { Content } from './content.ts';
import * as queries from './queries.ts';
import type { UnitRow } from './queries.ts';

export type Letterhead = Pick<Content, 'superior' | 'agency' | 'place' | 'signature'> & {
  /** As it is written in a sentence: "Ủy ban nhân dân tỉnh Sông Thao". */
  readonly name: string;
};

const capitals = (text: string) => text.toLocaleUpperCase('vi');
const committee = /^(?:ủy|uỷ) ban nhân dân\s+/iu;
const council = /^hội đồng nhân dân\s+/iu;

/** Committees, councils and ministries print nobody above themselves. */
const standsAlone = ({ name, kind }: UnitRow): boolean =>
  committee.test(name) || council.test(name) || kind === 'ministry' || kind === 'state-organ';

/** "Ủy ban nhân dân tỉnh Sông Thao" above a department is "UBND TỈNH SÔNG THAO". */
const above = (name: string): string => capitals(name.replace(committee, 'UBND ').replace(council, 'HĐND '));

const placeName = (name: string): string =>
  name
    .replace(committee, '')
    .replace(council, '')
    .replace(/^(?:tỉnh|thành phố|xã|phường|đặc khu|thị trấn|huyện|quận)\s+/iu, '');

function signatureOf({ name, kind }: UnitRow): Content['signature'] {
  if (committee.test(name)) return { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH', name: '' };
  if (council.test(name)) return { authority: ['TM. HỘI ĐỒNG NHÂN DÂN'], position: 'CHỦ TỊCH', name: '' };
  const position =
    kind === 'ministry'
      ? 'BỘ TRƯỞNG'
      : /^phòng/iu.test(name)
        ? 'TRƯỞNG PHÒNG'
        : /^văn phòng/iu.test(name)
          ? 'CHÁNH VĂN PHÒNG'
          : /^ban/iu.test(name)
            ? 'TRƯỞNG BAN'
            : 'GIÁM ĐỐC';
  return { authority: [], position, name: '' };
}

export async function letterheadOf(db: Db, unitId: number): Promise<Letterhead> {
  const line = [unitId, ...(await placesOf(db)).above(unitId)];
  const rows = new Map((await queries.unitsOf(db, line)).map((row) => [row.id, row]));
  const units = line.flatMap((id) => rows.get(id) ?? []);
  const [unit, parent] = units;
  if (!unit) throw new NotFound('no-unit', { id: unitId });
  const home = units.find(({ name }) => committee.test(name));
  return {
    name: unit.name,
    superior: standsAlone(unit) || !parent ? null : above(parent.name),
    agency: capitals(unit.name),
    place: home ? placeName(home.name) : 'Hà Nội',
    signature: signatureOf(unit),
  };
}

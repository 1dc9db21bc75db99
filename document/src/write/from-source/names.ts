// What documents and their annexes are called: the type's name and the title below it.
import { typeName } from '../../gazetteer/document-types.ts';
import { properTitle } from '../../recognise/casing.ts';
import type { Line } from '../../recognise/lines.ts';
import { typeAtStart } from '../../recognise/types.ts';
import { titleText, type Zones } from '../../recognise/zones.ts';
import type { Attached } from '../official.ts';

type Names = Pick<Attached, 'type' | 'title'>;

const FURTHER = /^(?:HÀNH ĐỘNG|LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP|TỔNG THỂ|KẾT LUẬN)$/;

/** "KẾ HOẠCH HÀNH ĐỘNG" above its title says more than the type; null where it does not. */
export function longName(lines: readonly Line[], zone: Zones): Names | null {
  const type = (lines[zone.typeLine ?? -1]?.text ?? '').replace(/^DỰ THẢO\s+/, '').replace(/[\s.:]+$/, '');
  const further = type.slice(typeAtStart(type)?.name.length ?? type.length).trim();
  if (!FURTHER.test(further) || zone.titleLines.length === 0) return null;
  return { type, title: capitalised(properTitle(below(lines, zone))) };
}

const below = (lines: readonly Line[], { titleLines }: Zones): string =>
  titleLines
    .map((at) => lines[at]!.text)
    .join(' ')
    .replace(/\s*\((?:Ban hành k|K)èm theo.*$/i, '')
    .trim();

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Of what is attached: "MẪU SỐ 01" above its title, "DANH MỤC CÁC NHIỆM VỤ" as type and title in one; what is printed in
 * capitals is read from capitals.
 */
export function attachedNames(lines: readonly Line[], zone: Zones, title: string): Names {
  const type = zone.type === null ? '' : (typeName(zone.type) ?? zone.type).toUpperCase();
  if (typeName(zone.type ?? '') !== undefined || type === '') return longName(lines, zone) ?? { type, title };
  if (type === 'PHỤ LỤC') return { type, title: properTitle(title.toUpperCase()) };
  const printed = (lines[zone.typeLine ?? -1]?.text ?? '').toUpperCase();
  const under = below(lines, zone);
  if (under !== '' && printed.length < LONGEST_TYPE)
    return { type: printed, title: properTitle(under.toUpperCase()) };
  return printed.startsWith(`${type} `)
    ? { type, title: properTitle(titleText(lines, zone)?.toUpperCase() ?? printed) }
    : { type: printed, title: '' };
}

/** "BIỂU SỐ 01" is no longer than that; what is longer is a title. */
const LONGEST_TYPE = 24;

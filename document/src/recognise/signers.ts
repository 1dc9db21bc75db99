// Who signed, in which post and with whose authority (Decree 30/2020, Annex I, II.7).
import type { Signer } from '../tree.ts';
import { properName } from './casing.ts';
import { isCapitals, type Line } from './lines.ts';
import { AGENCY_POST, AUTHORITY, POSITION, RECIPIENTS } from './words.ts';

const HONOUR =
  /^(?:(?:GS|PGS|TS|TSKH|ThS|Ths|BS|KS|CN|LS|CKI|CKII|BSCKII|BSCKI)\.?[\s.,]*|(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy|Đô đốc|Chuẩn Đô đốc|Phó Đô đốc|Nhà báo|Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Luật sư|Nhà giáo)\s+)+/u;
const SIGNED = /^\(?\s?(?:đã ký|đã kí|signed)\s?\)?\s?[:.]?\s?/iu;
const NAME = /^(?:\p{Lu}[\p{Ll}'’]{0,7})(?:\s\p{Lu}[\p{Ll}'’]{0,7}){1,5}$/u;
const CAPS_NAME = /^\p{Lu}{1,8}(?:\s\p{Lu}{1,8}){1,4}$/u;
/** Family names of nine in ten Vietnamese and the larger peoples of the mountains: enough to tell a name from a place. */
const FAMILY = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai tô hà tạ chu cao quách thái lương lưu triệu tống vi nông hứa ma lò cầm quàng bế giàng sùng thào vàng hạng mùa lầu cà đèo điêu lường bạc ksor rơ y siu kpă rmah nay thạch sơn kim danh châu từ thân văn la khúc kiều mạc nghiêm ninh quan tăng thi tiêu tôn ưng viên xa âu bá biện bành cù cung diệp doãn đàm đồng đường giang giáp hàn hầu hán hình khổng khuất lại liêu lục lữ mã mạch nhữ nhan ông phí phó sầm tào thiều tất trang trà úc vòng yên an ân bàn cam chẩu chảo chẻo đậu đới hoa hồng hùng huyền kha lộc lô lưỡng moong nhâm phương quế sằn sử tẩn thẩm thiệu tòng ung vừ xồng a blúp bling zơrâm alăng ating bríu hiêng hoài khương lang mấu minh pi'.split(
    ' ',
  ),
);

export function isPersonName(text: string): boolean {
  if (text.length < 4 || text.length > 45) return false;
  const family = text.split(' ')[0]!.toLowerCase();
  return (NAME.test(text) || (CAPS_NAME.test(text) && !POSITION.test(text))) && FAMILY.has(family);
}

/** Under a post any short run of capitalised words is a name, whatever people it comes from. */
function couldBeName(text: string): boolean {
  return (
    text.length < 40 &&
    NAME.test(text) &&
    !/^(?:Sở|Bộ|Ban|Phòng|Ủy|Hội|Đoàn|Nơi|Như|Lưu|Công|Văn phòng|Tỉnh|Thành|Trung tâm|Cục|Đài|Báo|Kính|Độc|Phụ lục|Điều)(?:\s|$)/u.test(
      text,
    )
  );
}

interface Block {
  readonly authority: string[];
  readonly positions: string[];
  start: number;
}

/** The signers in the last lines of a part, in reading order. */
export function signersIn(lines: readonly Line[]): Signer[] {
  const signers: Signer[] = [];
  const columns = new Map<number, Block>();
  for (const line of lines) {
    if (RECIPIENTS.test(line.text) || /^[-–+•]\s?\S/.test(line.text)) continue;
    const column = line.cell?.column ?? 0;
    for (const piece of postLines(line.text)) {
      const block = columns.get(column) ?? { authority: [], positions: [], start: line.span[0] };
      if (readPost(piece, block)) columns.set(column, block);
      else {
        const signer = readName(piece, block, line, columns.has(column));
        if (!signer) continue;
        signers.push(signer);
        columns.delete(column);
      }
    }
  }
  return signers;
}

const POST_THEN_NAME = /^([^\p{Ll}]{6,}?)\s((?:\p{Lu}[\p{Ll}'’]+)(?:\s\p{Lu}[\p{Ll}'’]+){1,5})$/u;

/** One line of a flattened cell holds the post and the name, or two authorities. */
export function postLines(text: string): string[] {
  const agency = AGENCY_POST.exec(text);
  if (agency) return [text.slice(agency[0].length)];
  const joined = POST_THEN_NAME.exec(text);
  const posts = joined ? joined[1]! : text;
  const split =
    isCapitals(posts) || joined
      ? posts.split(
          /\s(?=(?:KT|TL|TUQ|K\/T)\.\s?\p{Lu}|PHÓ (?:CHỦ|GIÁM|BÍ|TRƯỞNG|CHÁNH|CỤC|TỔNG|THỦ|VIỆN|HIỆU)|(?<!PHÓ )(?:THỨ TRƯỞNG|CHỦ NHIỆM)$)/u,
        )
      : [posts];
  return joined ? [...split, joined[2]!] : split;
}

function readPost(text: string, block: Block): boolean {
  const authority = AUTHORITY.exec(text);
  if (authority && text.length < 200) {
    const mark = `${authority[1]!.replace('/', '').replace(/^TƯQ$/, 'TUQ')}.`;
    if (!block.authority.includes(mark)) block.authority.push(mark);
    block.positions.push(text.slice(authority[0].length));
    return true;
  }
  if (
    !POSITION.test(text) &&
    !/^(?:Phó |Quyền )?(?:Chủ tịch|Giám đốc|Bí thư|Chánh Văn phòng|Trưởng ban|Cục trưởng|Bộ trưởng|Thứ trưởng|Trưởng phòng)(?:\s|$)/.test(
      text,
    )
  )
    return false;
  if (isPersonName(text) || text.length > 120) return false;
  block.positions.push(text);
  return true;
}

function readName(text: string, block: Block, line: Line, posted: boolean): Signer | null {
  const bare = text
    .replace(SIGNED, '')
    .replace(HONOUR, '')
    .replace(/[.,;*]+$/, '')
    .trim();
  if (!(isPersonName(bare) || (posted && couldBeName(bare))) || (!posted && !SIGNED.test(text))) return null;
  const position = block.positions.at(-1);
  return {
    name: CAPS_NAME.test(bare) ? titled(bare) : bare,
    position: position === undefined ? null : properPost(position),
    authority: block.authority.length > 0 ? block.authority.join(' ') : null,
    span: [block.start, line.span[1]],
  };
}

function titled(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

const POST_WORDS =
  /(?<=^|\s)(chủ tịch|giám đốc|bí thư|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|chánh văn phòng|trưởng ban|trưởng phòng|chủ nhiệm|thủ tướng|thường trực|tổng giám đốc|tiểu ban)/gu;

/** "PHÓ CHỦ TỊCH" → "Phó Chủ tịch". */
function properPost(post: string): string {
  const clean = post.replace(/[,;:.]+$/, '').trim();
  if (!isCapitals(clean)) return clean;
  const proper = properName(clean);
  const low = proper.replace(POST_WORDS, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  const named = low
    .replace(/Chánh văn phòng/gu, 'Chánh Văn phòng')
    .replace(/Chánh thanh tra/gu, 'Chánh Thanh tra');
  return named.charAt(0).toUpperCase() + named.slice(1);
}

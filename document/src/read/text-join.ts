// Which lines of a text file are one paragraph: hard wraps and page breaks cut sentences, marks and headings begin anew.
import { isMark } from './secrecy-marks.ts';
import { hasSmallWord } from './small-words.ts';
import type { TextLine } from './text-lines.ts';

/** How the file breaks its lines, measured once over all of it. */
export interface Wrapping {
  /** Lines are cut at a width; without it a line is a paragraph. */
  readonly wrapped: boolean;
  /** Width at which first lines of paragraphs, and the lines after them, are cut. */
  readonly first: number;
  readonly rest: number;
  /** Blank lines say nothing, since every line has one. */
  readonly spaced: boolean;
  /** Paragraphs have blank lines between them, so a line without one before it goes on. */
  readonly apart: boolean;
}

const MARKER =
  /^(?:[*_]{0,3}(?:[-–—−•●○◦▪■□♦➢✓→+]\s?(?=[^\d\s])|[-–—•●+]\s|\*\s|#{1,6}\s|(?:[IVXLC]{1,7}|[A-HK])\s?[.)/]\s|(?:[IVXLC]{1,7}|\d{1,2})\s?[-–]\s(?=\p{Lu})|\(?\d{1,3}[.)/]\s|\d{1,3}[.)]\*|\(\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2}){1,4}\.?\)?[\s*]|\(?(?:[a-zđ]|[a-z]\d|[ivx]{1,4})[).](?:\s|\*)|[a-zđ]\/\s))/u;
const OPENER =
  /^[*_#\s]{0,6}(?:Điều\s\d|Chương\s[IVXLC\d]|Mục\s\d|Phần\s(?:thứ|[IVX\d])|PHẦN\s|CHƯƠNG\s|MỤC\s\d|Căn cứ |Xét đề nghị|Xét Tờ trình|Theo đề nghị|Nơi nhận|Kính gửi|V\/v|Số\s?:|Số\s\d|TM\.|KT\.|TL\.|TUQ\.|T\/M|K\/T|Q\.|CỘNG H[ÒO][ÀA]|Độc lập|Trên đây là|\(Ban hành|\(Kèm theo|\(kèm theo|\(ban hành|Lưu\s?:)/;
/** Lines that stand by themselves wherever they are: names of types, authorities, positions. */
const ALONE =
  /^(?:(?:DỰ THẢO\s)?(?:QUYẾT ĐỊNH|KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|TỜ TRÌNH|CHỈ THỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|CÔNG VĂN|KẾT LUẬN|BIÊN BẢN|GIẤY MỜI|GIẤY ỦY QUYỀN|GIẤY GIỚI THIỆU|PHIẾU (?:TRÌNH|CHUYỂN|GỬI|BÁO)|ĐỀ CƯƠNG|BẢN GHI NHỚ|THƯ NGỎ|DANH MỤC|PHÂN CÔNG|BIỂU MẪU|LUẬT|PHÁP LỆNH)\s?:?|QUYẾT NGHỊ\s?:?|PHỤ LỤC(?:\s+(?:SỐ\s+)?[IVXLC\d]{1,5}[A-Z]?)?\s?[:.]?|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG TIỂU BAN|BÍ THƯ|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM)(?:\s?[,:])?|PHÓ (?:TRƯỞNG BAN|BÍ THƯ|CỤC TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|CHÁNH VĂN PHÒNG)|\(?Đã ký\)?)$/;
/** Two of these in a row are an agency below its parent. */
const AGENCY =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỤC|TỔNG CỤC|CHI CỤC|BAN(?! HÀNH)|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|ĐẢNG|ĐOÀN|TRƯỜNG|VIỆN|TẬP ĐOÀN|TỔNG CÔNG TY|CÔNG TY|LIÊN ĐOÀN|HỘI|BẢO HIỂM|BỆNH VIỆN|ĐÀI|BÁO)(?:\s|$)/;
const END_MARKS = new Set('.;:!?…');
const CLOSERS = new Set('"”’)]*_');
const CONJUNCTION =
  /(?:[,\-–(]|\s(?:và|của|với|cho|tại|theo|về|các|những|trong|do|bởi|để|là|hoặc|từ|đến|số|ngày|tháng|năm|thuộc|trên|có|được|không|một|UBND|HĐND|UBMTTQ|Sở|Bộ|Cục|ông|bà|đồng chí))$/u;
/** Words that a name follows as often as not: only near the line's end do they say that it does. */
const NAMELESS =
  /\s(?:Ban|tỉnh|huyện|xã|phường|thành phố|thị xã|Luật|Nghị định|Quyết định|Thông tư|Chỉ thị|Kế hoạch)$/u;
const LOWER = /^[*_]{0,3}["“‘(]?\p{Ll}/u;
const CAPS = /^\P{Ll}*$/u;
const BULLET = /^[*_]{0,3}[-–•+]\s/;
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/** Closed by a full stop, colon or the like, whatever brackets and marks stand behind it. */
function ends(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && CLOSERS.has(text[at]!)) at--;
  return at >= 0 && END_MARKS.has(text[at]!);
}

export function startsAnew(text: string): boolean {
  return MARKER.test(text) || OPENER.test(text);
}

const plain = (text: string): string => text.replace(/[*_#]+/g, '').trim();

// "QĐ-TTg" keeps its small letter among capitals.
const SYMBOL = /\S{0,40}\/\S{0,40}/g;

export function isCaps(text: string): boolean {
  if (hasSmallWord(text)) return false;
  const bare = text.length < 300 && text.includes('/') ? text.replace(SYMBOL, '') : text;
  return CAPS.test(bare) && (bare.match(LETTERS)?.length ?? 0) >= 2;
}

/** No line of that kind is longer, marks of Markdown included. */
const LONGEST_ALONE = 64;

export function standsAlone(text: string): boolean {
  if (text.length > LONGEST_ALONE) return false;
  const bare = plain(text);
  // Joined to the letterhead's capitals, a mark of secrecy in spaced letters would be seen by nobody.
  return ALONE.test(bare) || isMark(bare);
}

/** Lines that certainly go on (the next begins in lower case) show where the file cuts. */
export function wrappingOf(lines: readonly TextLine[]): Wrapping {
  const first: number[] = [];
  const rest: number[] = [];
  let blanks = 0;
  let long = 0;
  let sure = 0;
  let begun = true;
  let marked = 0;
  let markedApart = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    if (line.text.length > 180) long++;
    if (MARKER.test(next.text)) {
      marked++;
      if (next.gap > 0) markedApart++;
    }
    const goesOn =
      !ends(line.text) &&
      (LOWER.test(next.text) || CONJUNCTION.test(line.text)) &&
      !startsAnew(next.text) &&
      !isCaps(line.text);
    if (goesOn) {
      sure++;
      (begun || startsAnew(line.text) ? first : rest).push(line.text.length);
      if (next.gap > 0) blanks++;
    }
    begun = !goesOn && (next.gap > 0 || ends(line.text));
  }
  const tight = sure - blanks;
  const wrapped =
    (sure > 2 && sure > lines.length * 0.12 && sure > long * 0.7) ||
    (tight > 1 && long === 0 && tight > lines.length * 0.03);
  const width = quantile(rest.length > 4 ? rest : [...rest, ...first], 0.9);
  return {
    wrapped,
    first: first.length > 4 ? quantile(first, 0.9) : width,
    rest: width,
    spaced: wrapped && blanks > sure * 0.6,
    apart: markedApart > marked * 0.7 && blanks < sure * 0.3,
  };
}

function quantile(values: number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const DECIDES =
  /^[*_]*(?:(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH ÁN|VIỆN TRƯỞNG|HIỆU TRƯỞNG|THỐNG ĐỐC) |UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|CHÍNH PHỦ|QUỐC HỘI|BAN THƯỜNG VỤ|BAN CHẤP HÀNH)/;

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above the first "Căn cứ" is who decides, no end of the title. */
export function decides(line: TextLine, after: TextLine | undefined): boolean {
  return DECIDES.test(line.text) && isCaps(line.text) && /^[*_\s–-]*(?:Căn cứ|Xét )/.test(after?.text ?? '');
}

/** Whether `next` goes on with the paragraph that starts with `first` and so far ends with `line`. */
export function goesOn(
  first: TextLine,
  line: TextLine,
  next: TextLine,
  wrapping: Wrapping,
  inCell: boolean,
): boolean {
  if (line.kept) return false;
  if (next.gap === 0 && isBroken(line.text, next.text)) return true;
  if (standsAlone(line.text) || (standsAlone(next.text) && !(MARKER.test(line.text) && isCaps(line.text))))
    return false;
  const ended = ends(line.text);
  const blank = next.gap > 0 && !wrapping.spaced;
  const width = first === line ? Math.max(wrapping.first, 30) : wrapping.rest;
  const full = wrapping.wrapped && isFull(line.text, next.text, width);
  // Pages differ a little in width, and who cuts a sentence at the page's end filled the line.
  const nearlyFull = next.paged && wrapping.wrapped && line.text.length > width * 0.75;
  if (blank || next.paged)
    return !ended && cutByPage(line.text, next.text, next.gap > 0 || next.paged, nearlyFull);
  if (OPENER.test(next.text)) return false;
  if (MARKER.test(next.text))
    return (
      !ended && full && /^[-–]\s/.test(next.text) && (wrapping.apart || /^[-–]\s[\p{Ll}\d]/u.test(next.text))
    );
  if (opensMark(line.text) && !ended && isCaps(line.text) === isCaps(next.text)) return true;
  const caps = isCaps(line.text);
  const mixed = caps !== isCaps(next.text) && LETTER.test(next.text);
  if (wrapping.apart && wrapping.wrapped && !inCell && !(caps && mixed)) return true;
  const lower = LOWER.test(next.text);
  if (ended)
    return (
      wrapping.wrapped &&
      (full
        ? !isCaps(next.text) && !/:\W*$/.test(line.text) && !FRESH.test(next.text)
        : lower && /(?:…|\.\.)\W*$/.test(line.text))
    );
  if (mixed && (caps || next.text.length > 12)) return !caps && CONJUNCTION.test(line.text);
  if (caps) return !(AGENCY.test(plain(line.text)) && AGENCY.test(plain(next.text)));
  if (lower || /^[\d)%]/.test(next.text))
    return wrapping.wrapped || inCell || line.text.length > 30 || BULLET.test(first.text);
  if (BULLET.test(first.text) && line.text.length < 60) return true;
  if (CONJUNCTION.test(line.text) || (line.text.length > width * 0.8 && NAMELESS.test(line.text)))
    return wrapping.wrapped;
  return wrapping.wrapped && full && !VERB.test(next.text) && !FRESH.test(next.text);
}

/** Words that open a paragraph more often than a sentence inside one. */
const FRESH =
  /^[*_]*(?:Trong quá trình|Quá trình|Thời gian qua|Trong thời gian|Nhìn chung|Bên cạnh|Tuy nhiên|Trên đây|Yêu cầu|Giao |Đề nghị|Căn cứ|Các (?:sở|Sở|cơ quan|đơn vị)|Trên cơ sở|Thủ trưởng|Thời gian|Cơ quan|Đơn vị)/;
/** A verb with a capital opens a sentence, unless it is the end of an agency's name. */
const VERB =
  /^[*_]*(?:Chủ trì|Chủ động|Phối hợp|Tham mưu|Theo chức năng|Theo dõi|Xây dựng|Tổ chức|Chỉ đạo|Hướng dẫn|Tăng cường|Tiếp tục|Triển khai|Thực hiện|Kiểm tra|Rà soát|Bố trí|Cân đối|Tổng hợp|Đẩy mạnh|Bảo đảm|Đảm bảo|Nâng cao|Tuyên truyền|Định kỳ|Lãnh đạo|Vận động|Cung cấp|Đôn đốc)[,\s]+\p{Ll}/u;
const HALF_DATE = /(?:^|\s)(?:ngày|tháng|năm|ngày\s\d{1,2}|tháng\s\d{1,2})[*_]*$/u;
const PLACE_DATE = /^[*_]*\p{Lu}[\p{L}\s-]{0,20},\sngày(?:\s|$)/u;

/** Names and pairs of words that a wrap cut before their dash. */
const HALF_NAME =
  /(?:[Ll]ao động|[Pp]hát thanh|[Vv]ăn hóa|[Kk]inh tế|[Dd]ân số|[Qq]uốc phòng|[Cc]hính trị|[Cc]ông nghiệp|[Tt]hông tin|[Kk]hoa học)[*_]*$/u;
const OTHER_HALF =
  /^[-–]\s?(?:[Tt]hương binh|[Tt]ruyền hình|[Xx]ã hội|[Kk]ế hoạch hóa|[Aa]n ninh|[Tt]hể thao|[Tt]iểu thủ|[Tt]ruyền thông|[Cc]ông nghệ|[Vv]iễn thông)/u;

/** "2025 ⏎ - 2027", "05 ⏎ - 06%": a range, where "đến năm 2027 ⏎ - 65% lao động" is a list. */
function isRange(line: string, next: string): boolean {
  const from = /(\d+)[*_]*$/.exec(line)?.[1];
  const to = /^[-–]\s?(\d+)/.exec(next)?.[1];
  return from !== undefined && to !== undefined && (from.length === 4) === (to.length === 4);
}

/** Lines that make no sense alone: "Số:", "TM.", "Điều 2.", "Mỹ" above "Tho, ngày 24 …". */
function isBroken(line: string, next: string): boolean {
  if (isRange(line, next)) return true;
  if (HALF_NAME.test(line) && OTHER_HALF.test(next)) return true;
  if (line.length > 60) return false;
  if (/^[*_]*(?:Số\s?:?|(?:TM|KT|TL|TUQ)\.|Điều\s\d{1,3}\.?)[*_\s]*$/.test(line))
    return !/^[*_]*(?:Điều\s\d|\|)/.test(next);
  if (HALF_DATE.test(line) && /^[*_]*(?:\d{1,2}\s|tháng\s|năm\s|\d{4})/.test(next)) return true;
  return line.length < 25 && PLACE_DATE.test(next) && /^[*_]*\p{Lu}[\p{L}\s-]*$/u.test(line) && !isCaps(line);
}

/** The next word would not have fitted. */
function isFull(line: string, next: string, width: number): boolean {
  const space = next.indexOf(' ');
  return line.length + 1 + (space < 0 ? next.length : space) > width * 0.97;
}

function cutByPage(line: string, next: string, apart: boolean, full: boolean): boolean {
  if (!apart || line.length < 40 || startsAnew(next) || isCaps(line)) return false;
  return (LOWER.test(next) || (full && !isCaps(next) && !FRESH.test(next))) && !/^["“(]/.test(next);
}

/** Bold or italic that goes on over the line's end. */
function opensMark(text: string): boolean {
  if (!text.includes('*')) return false;
  const marks = text.match(/\*+/g) ?? [];
  const odd = (length: number): boolean => marks.filter((mark) => mark.length === length).length % 2 === 1;
  return odd(2) || (odd(1) && !/^\*\s/.test(text));
}

// The words of made-up documents: sentences, traps, dirt, names; all of an invented province.
import type { Line, Signature } from '../../src/index.ts';
import type { Dice } from './dice.ts';

const SENTENCES = [
  'Tổ chức hội nghị triển khai công tác thông tin đối ngoại tới 24 xã, phường trong tỉnh',
  'Quảng bá hình ảnh quê hương “Đất Tổ - cội nguồn” & con người Sông Thao trên các nền tảng số',
  'Năm 2026, toàn tỉnh đón 12 đoàn khách quốc tế với 1.250 lượt người, tăng 15,5% so với cùng kỳ năm 2025',
  'Giao Sở Ngoại vụ chủ trì, phối hợp với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh thực hiện trước ngày 30/9/2026',
  'Các sở, ban, ngành; Ủy ban nhân dân các xã, phường căn cứ chức năng, nhiệm vụ xây dựng kế hoạch cụ thể',
  'Thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ, tỉnh đã ban hành 03 kế hoạch, 05 văn bản chỉ đạo',
  'Kinh phí 1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng) từ ngân sách tỉnh',
  'Duy trì chuyên mục “Sông Thao – miền sông nước” bằng tiếng Anh, tiếng Lào và tiếng Trung Quốc',
  'Một số đơn vị chưa chủ động; nhân lực còn mỏng; kinh phí hạn hẹp… nên kết quả chưa đồng đều',
  'Cập nhật tại https://songthao.gov.vn/thong-tin-doi-ngoai/ke-hoach-nam-2026?trang=1&loai=tin',
  'Gửi về hộp thư ttdn@songthao.example trước 17 giờ 00 phút ngày 15 tháng 11 năm 2026',
  'Tỷ lệ cán bộ được bồi dưỡng đạt ≥ 95%, sai số ± 2%, nhiệt độ bảo quản 20 °C, diện tích 30 m²',
  'Đoàn phóng viên Đài NHK (日本放送協会), hãng Yonhap (연합뉴스) và 新华社 đến tác nghiệp',
  'Bản tin tiếng Lào “ຂ່າວສານ”, tiếng Thái “ข่าวสาร”, tiếng Khmer “ព័ត៌មាន” phát mỗi tuần một số',
  'Tạp chí “Россия сегодня”, báo Le Monde (« L’été à Sông Thao »), Süddeutsche Zeitung đã đưa tin',
  'Không dùng ký hiệu lạ như #let x = 1, $x^2$, \\[công thức\\], *đậm*, `mã`, <nhãn>, @tham-chiếu',
  'Dữ liệu đóng gói dạng <![CDATA[ ... ]]> hoặc &amp;lt; phải được kiểm tra trước khi nhập',
  'Chỉ số a < b > c, đường dẫn C:\\Tai lieu\\bao cao, tỷ lệ 1/3, 50/50 và dấu "ngoặc thẳng"',
  'Ông Nguyễn Văn A - Phó Giám đốc Sở - làm Trưởng ban; bà Trần Thị B – Trưởng phòng – làm Phó Trưởng ban',
  'Tiếp tục rà soát, sửa đổi, bổ sung quy chế phát ngôn; kịp thời cung cấp thông tin cho báo chí nước ngoài',
  'Các nội dung khác thực hiện theo Công văn số 3616/BVHTTDL-TTCS ngày 06/10/2025 của Bộ Văn hóa, Thể thao và Du lịch',
  'Thời gian: từ 8 giờ 00 ngày 20/10/2026 (thứ Ba) tại Hội trường tầng 2, trụ sở Ủy ban nhân dân tỉnh',
  'Phấn đấu đến năm 2030 có 05 phiên bản ngôn ngữ, 120.000 lượt truy cập/năm, 100% xã có cán bộ đầu mối',
  'Sản phẩm gồm: 02 phim tài liệu; 24 số chuyên mục; 3.000 bản sách ảnh; 01 bản đồ số',
] as const;

export const TITLES = [
  'Mục đích, yêu cầu',
  'Mục tiêu cụ thể đến năm 2030',
  'Nhiệm vụ và giải pháp chủ yếu',
  'Công tác lãnh đạo, chỉ đạo, điều hành',
  'Thông tin trên báo chí, xuất bản và nền tảng số',
  'Kết quả đạt được',
  'Tồn tại, hạn chế và nguyên nhân',
  'Kinh phí thực hiện',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Ủy ban nhân dân các xã, phường',
  'Hợp tác quốc tế, hỗ trợ báo chí nước ngoài',
  'Giải pháp về nhân lực (giai đoạn 2026 - 2030)',
  'Đề xuất, kiến nghị với Bộ Văn hóa, Thể thao và Du lịch',
  'Tổ chức thực hiện',
] as const;

/** Sentences that begin or read like a part of a document that they are not. */
const TRAPS = [
  'Kế hoạch này thay thế Kế hoạch số 27/KH-UBND ngày 09/01/2025 của Ủy ban nhân dân tỉnh',
  'Căn cứ chức năng, nhiệm vụ được giao, các cơ quan, đơn vị chủ động triển khai thực hiện',
  'Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm trước Ủy ban nhân dân tỉnh',
  'Phụ lục kèm theo Kế hoạch này là một phần không tách rời',
  'Kính gửi kèm theo hồ sơ gồm dự thảo Quyết định và bản tổng hợp ý kiến',
  '2.3 tỷ đồng là tổng kinh phí dự kiến của năm 2026',
  '15/11/2026 là hạn cuối gửi báo cáo của các đơn vị',
  'Theo đề nghị của các cơ quan, thời hạn được gia hạn đến hết tháng 12 năm 2026',
  'Sở Ngoại vụ: chủ trì đón tiếp; Công an tỉnh: bảo đảm an ninh; Văn phòng: hậu cần',
  'A. Smith và J. Müller (hãng Reuters) là hai phóng viên được cấp phép',
  '“Sông Thao – điểm đến hữu nghị” là chủ đề của năm',
  '(i) rà soát văn bản; (ii) đề xuất sửa đổi; (iii) trình cấp có thẩm quyền',
  'Nơi nhận báo cáo là Sở Văn hóa, Thể thao và Du lịch',
  'Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành',
  'TM. Ủy ban nhân dân tỉnh, Sở Ngoại vụ ký biên bản ghi nhớ với tỉnh bạn',
  'V/v phát ngôn thực hiện theo quy chế đã ban hành',
] as const;

/** What nobody should type, and somebody pastes: taken out or brought to one form by both writers alike. */
const DIRT: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.replace(' ', '\u00a0'),
  (text) => text.replace(' ', '\u200b '),
  (text) => text.replace(' ', ' \u0007'),
  (text) => text.replace(' ', '\u00ad '),
  (text) => text.replace(' ', '\t'),
  (text) => `\ufeff${text}`,
  (text) => text.replace(' ', '  '),
];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function sentence(d: Dice, most = 3): string {
  const whole = [...(d.hits(0.08) ? [d.one(TRAPS)] : []), ...d.some(SENTENCES, 1, most)].join('; ');
  return d.hits(0.06) ? d.one(DIRT)(whole) : whole;
}

const ended = (d: Dice): string => `${sentence(d)}${d.one(['.', '.', '.', ';'])}`;

/** Part of it in bold or italic, at its beginning, in the middle or at its end. */
export function line(d: Dice): Line {
  const text = ended(d);
  if (!d.hits(0.25)) return text;
  const looks = d.one([{ bold: true }, { italic: true }, { bold: true, italic: true }]);
  const cuts = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (cuts.length < 4) return text;
  const from = d.hits(0.5) ? 0 : cuts[1]! + 1;
  const to = cuts[2 + d.below(cuts.length - 3)]! + 1;
  const pieces = [
    { text: text.slice(0, from) },
    { text: text.slice(from, to), ...looks },
    { text: text.slice(to) },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

export const AGENCIES = [
  { superior: null, agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO', symbol: 'UBND' },
  { superior: null, agency: 'ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG THAO', symbol: 'UBND' },
  { superior: null, agency: 'HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG THAO', symbol: 'HĐND' },
  { superior: null, agency: 'ỦY BAN NHÂN DÂN XÃ MƯỜNG KHOA', symbol: 'UBND' },
  {
    superior: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
    agency: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    symbol: 'SVHTTDL',
  },
  { superior: 'UBND TỈNH SÔNG THAO', agency: 'VĂN PHÒNG', symbol: 'VP' },
  { superior: 'UBND TỈNH SÔNG THAO', agency: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', symbol: 'SNNMT' },
  {
    superior: 'BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    agency: 'CỤC THÔNG TIN CƠ SỞ VÀ THÔNG TIN ĐỐI NGOẠI',
    symbol: 'TTCS',
  },
  {
    superior: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
    agency: 'BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH DÂN DỤNG VÀ CÔNG NGHIỆP TỈNH SÔNG THAO',
    symbol: 'BQLDA',
  },
  { superior: 'ỦY BAN NHÂN DÂN PHƯỜNG NAM HỒNG GIANG', agency: 'PHÒNG VĂN HÓA - XÃ HỘI', symbol: 'PVHXH' },
  {
    superior: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    agency: 'TRUNG TÂM XÚC TIẾN DU LỊCH, THÔNG TIN VÀ TRUYỀN THÔNG ĐỐI NGOẠI',
    symbol: 'TTXT',
  },
  { superior: null, agency: 'BAN CHỈ ĐẠO CÔNG TÁC THÔNG TIN ĐỐI NGOẠI TỈNH SÔNG THAO', symbol: 'BCĐ' },
] as const;

export const NAMES = [
  'Trần Văn Mẫu',
  'Nguyễn Thị Bình Minh',
  'Lê Hoàng Anh',
  'Phạm Đức',
  'Hoàng Ngọc Ánh',
  'Y Bhiêng Niê',
  'Lò Thị Pâng',
  'Đặng Quỳnh Như',
  'Nguyễn Phúc Khánh Huyền Trân',
] as const;

/** Every line of authority (II.7.a). */
export const POSTS: readonly Omit<Signature, 'name'>[] = [
  { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH' },
  { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], position: 'PHÓ CHỦ TỊCH' },
  { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], position: 'PHÓ CHỦ TỊCH THƯỜNG TRỰC' },
  { authority: ['TM. ỦY BAN NHÂN DÂN', 'TUQ. CHỦ TỊCH'], position: 'GIÁM ĐỐC SỞ NGOẠI VỤ' },
  { authority: ['KT. CHỦ TỊCH'], position: 'PHÓ CHỦ TỊCH' },
  { authority: [], position: 'GIÁM ĐỐC' },
  { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC' },
  { authority: ['Q. GIÁM ĐỐC'], position: '' },
  { authority: [], position: 'QUYỀN GIÁM ĐỐC' },
  { authority: ['TL. CHỦ TỊCH'], position: 'CHÁNH VĂN PHÒNG' },
  { authority: ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG'], position: 'PHÓ CHÁNH VĂN PHÒNG' },
  { authority: ['TL. GIÁM ĐỐC'], position: 'TRƯỞNG PHÒNG QUẢN LÝ THÔNG TIN ĐỐI NGOẠI' },
  { authority: ['TUQ. GIÁM ĐỐC'], position: 'CHÁNH VĂN PHÒNG' },
  { authority: ['TM. BAN CHỈ ĐẠO'], position: 'TRƯỞNG BAN' },
  { authority: ['TM. BAN CHỈ ĐẠO', 'KT. TRƯỞNG BAN'], position: 'PHÓ TRƯỞNG BAN' },
  { authority: [], position: 'CHỦ TỊCH' },
];

const PRESENT_BASES = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  'Căn cứ Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới',
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
  'Căn cứ Kế hoạch số 27/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Thao về công tác thông tin đối ngoại năm 2026',
  'Xét đề nghị của Giám đốc Sở Ngoại vụ',
  'Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 231/TTr-SVHTTDL ngày 11 tháng 01 năm 2026',
] as const;

/** One to thirty, the last ones proposals. */
export function bases(d: Dice, least: number): string[] {
  const chosen = PRESENT_BASES.slice(0, 4).filter(() => d.hits(0.6));
  const more = d.hits(0.1)
    ? d.times(
        5,
        26,
        (at) =>
          `Căn cứ Kế hoạch số ${at + 30}/KH-UBND ngày ${10 + (at % 18)} tháng 3 năm 2025 của Ủy ban nhân dân tỉnh Sông Thao về nhiệm vụ số ${at + 1}`,
      )
    : [];
  const all = [...chosen, ...more, ...(d.hits(0.7) ? [d.one(PRESENT_BASES.slice(4))] : [])];
  return all.length >= least ? all : [PRESENT_BASES[0]];
}

export const ADDRESSEES = [
  'Ủy ban nhân dân tỉnh Sông Thao',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Các sở, ban, ngành của tỉnh',
  'Ủy ban nhân dân các xã, phường',
  'Văn phòng Tỉnh ủy, Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh',
  'Báo và Phát thanh, Truyền hình Sông Thao',
  'Ông Nguyễn Văn Bình, Giám đốc Công ty TNHH Du lịch Sông Thao',
] as const;

const RECIPIENTS = [
  'Thường trực Tỉnh ủy (để b/c)',
  'Thường trực HĐND tỉnh',
  'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
  'Bộ Văn hóa, Thể thao và Du lịch (để báo cáo)',
  'Các sở, ban, ngành của tỉnh',
  'UBND các xã, phường',
  'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh',
  'Báo và PTTH Sông Thao',
  'Cổng Thông tin điện tử tỉnh',
  'CVP, các PCVP UBND tỉnh',
] as const;

export function recipients(d: Dice, addressed: boolean): string[] {
  const first = addressed ? ['Như trên'] : d.hits(0.3) ? ['Như Điều 3'] : [];
  const more = d.hits(0.05) ? d.times(20, 40, (at) => `UBND xã số ${at + 1}`) : [];
  return [
    ...first,
    ...d.some(RECIPIENTS, 0, 8),
    ...more,
    d.one(['Lưu: VT', 'Lưu: VT, KGVX', 'Lưu: VT, TTĐN (05b)', 'Lưu: VT, QLTTĐN']),
  ];
}

export const SUBJECTS = [
  'Công tác thông tin đối ngoại năm 2026',
  'Kết quả công tác thông tin đối ngoại 9 tháng đầu năm, phương hướng nhiệm vụ quý IV năm 2026',
  'Triển khai thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ trên địa bàn tỉnh Sông Thao giai đoạn 2026 - 2030',
  'ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030',
  'phê duyệt Đề án “Sông Thao – điểm đến hữu nghị” giai đoạn 2026 - 2030, định hướng đến năm 2035',
  'thành lập Ban Chỉ đạo công tác thông tin đối ngoại và hội nhập quốc tế tỉnh Sông Thao',
  'Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Minh Trí tại cuộc họp về công tác thông tin đối ngoại quý III năm 2026',
  'Tổ chức chuỗi hoạt động quảng bá hình ảnh, vùng đất, con người, tiềm năng, thế mạnh và cơ hội hợp tác đầu tư, thương mại, du lịch của tỉnh Sông Thao tới bạn bè quốc tế và cộng đồng người Việt Nam ở nước ngoài nhân dịp kỷ niệm 50 năm ngày thiết lập quan hệ ngoại giao; giao nhiệm vụ cho các sở, ban, ngành, địa phương',
] as const;

export const LETTERS = [
  'đôn đốc báo cáo kết quả công tác thông tin đối ngoại năm 2026',
  'đính chính Kế hoạch số 27/KH-UBND ngày 09/01/2026',
  'cung cấp thông tin, tài liệu phục vụ đoàn phóng viên nước ngoài đến tác nghiệp tại tỉnh từ ngày 20/10/2026 đến ngày 25/10/2026 và phối hợp bảo đảm an ninh, trật tự',
  'góp ý dự thảo Quy chế phát ngôn',
] as const;

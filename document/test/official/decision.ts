// A decision that issues a plan, with the list of its tasks as an annex in landscape.
import type { Attached, OfficialDocument, TableCell } from '../../src/write/official.ts';
import { cell, centred, grid, head, heading, item, paragraph } from './blocks.ts';

const culture = 'Sở Văn hóa, Thể thao và Du lịch';
const foreign = 'Sở Ngoại vụ';
const press = 'Báo và Phát thanh, Truyền hình Sông Thao';
const science = 'Sở Khoa học và Công nghệ';

const plan: Attached = {
  type: 'KẾ HOẠCH',
  title: 'Công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030',
  body: [
    heading('roman', 'MỤC ĐÍCH, YÊU CẦU'),
    heading('number', 'Mục đích'),
    paragraph(
      'Giới thiệu vùng đất, con người, tiềm năng và thành tựu của tỉnh Sông Thao tới bạn bè quốc tế, người Việt Nam ở nước ngoài và người nước ngoài sinh sống, làm việc tại tỉnh; góp phần thu hút đầu tư, khách du lịch và mở rộng hợp tác.',
    ),
    heading('number', 'Yêu cầu'),
    item('letter', 'Mỗi nhiệm vụ rõ cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn hoàn thành.'),
    item('letter', 'Thông tin chính xác, kịp thời, công khai cơ quan chịu trách nhiệm.'),
    item(
      'letter',
      'Sử dụng tiết kiệm, hiệu quả các nguồn lực; kế thừa kết quả của các chương trình, đề án đã được phê duyệt.',
    ),
    heading('roman', 'MỤC TIÊU'),
    heading('number', 'Đến năm 2028'),
    item(
      'dash',
      '100% sở, ban, ngành, Ủy ban nhân dân các xã, phường có cán bộ đầu mối được bồi dưỡng nghiệp vụ thông tin đối ngoại.',
    ),
    item('dash', 'Cổng thông tin đối ngoại của tỉnh đạt 120.000 lượt truy cập mỗi năm.'),
    heading('number', 'Đến năm 2030'),
    item('dash', 'Cổng thông tin đối ngoại của tỉnh có 05 phiên bản ngôn ngữ.'),
    item('dash', 'Mỗi năm đón ít nhất 15 đoàn phóng viên nước ngoài.'),
    heading('roman', 'NHIỆM VỤ VÀ GIẢI PHÁP'),
    paragraph('Danh mục nhiệm vụ, phân công và thời hạn thực hiện tại Phụ lục kèm theo Kế hoạch này.'),
    heading('roman', 'KINH PHÍ THỰC HIỆN'),
    paragraph(
      'Kinh phí do ngân sách nhà nước bảo đảm theo phân cấp, lồng ghép trong các chương trình, đề án có liên quan và các nguồn hợp pháp khác.',
    ),
    heading('roman', 'TỔ CHỨC THỰC HIỆN'),
    heading('number', culture),
    item(
      'dash',
      'Là cơ quan thường trực, theo dõi, hướng dẫn, đôn đốc việc thực hiện Kế hoạch; hằng năm tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch trước ngày 15 tháng 02.',
    ),
    item(
      'dash',
      'Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh và Bộ Văn hóa, Thể thao và Du lịch trước ngày 30 tháng 11 hằng năm.',
    ),
    heading('number', 'Sở Tài chính'),
    paragraph(
      'Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch tham mưu bố trí kinh phí thực hiện Kế hoạch trong dự toán ngân sách hằng năm.',
    ),
    heading('number', 'Các sở, ban, ngành; Ủy ban nhân dân các xã, phường'),
    item(
      'dash',
      'Xây dựng kế hoạch của cơ quan, địa phương, gửi Sở Văn hóa, Thể thao và Du lịch trước ngày 29/01/2027.',
    ),
    item(
      'dash',
      'Gửi báo cáo kết quả năm về Sở Văn hóa, Thể thao và Du lịch trước ngày 20 tháng 11 hằng năm.',
    ),
    paragraph(
      'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, địa phương phản ánh về Sở Văn hóa, Thể thao và Du lịch để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định',
    ),
  ],
};

const group = (label: string, text: string): readonly TableCell[] => [
  head(label),
  cell(text, { columns: 5, bold: true }),
];

const task = (
  number: number,
  ...[work, lead, support, product, time]: readonly [string, string, string, string, string]
): readonly TableCell[] => [
  centred(String(number)),
  cell(work),
  cell(lead),
  cell(support),
  cell(product),
  centred(time),
];

const rows: readonly (readonly TableCell[])[] = [
  group('I', 'Hoàn thiện thể chế, nâng cao năng lực quản lý nhà nước'),
  task(
    1,
    'Ban hành Quy chế quản lý hoạt động thông tin đối ngoại trên địa bàn tỉnh',
    culture,
    `Sở Tư pháp; ${foreign}`,
    'Quyết định của Ủy ban nhân dân tỉnh',
    'Quý II/2027',
  ),
  task(
    2,
    'Xây dựng định mức kinh tế - kỹ thuật sản xuất ấn phẩm, chương trình song ngữ',
    culture,
    'Sở Tài chính',
    'Quyết định của Ủy ban nhân dân tỉnh',
    'Tháng 12/2027',
  ),
  task(
    3,
    'Tập huấn nghiệp vụ cho cán bộ đầu mối của các sở, ngành và cấp xã',
    culture,
    'Sở Nội vụ; Ủy ban nhân dân các xã, phường',
    '02 lớp mỗi năm',
    'Hằng năm',
  ),
  task(
    4,
    'Xây dựng hệ thống theo dõi nhiệm vụ, chỉ tiêu thông tin đối ngoại dùng chung toàn tỉnh',
    science,
    culture,
    'Hệ thống vận hành chính thức',
    '2027 - 2028',
  ),
  group('II', 'Phát triển nội dung, sản phẩm truyền thông'),
  task(
    5,
    'Xây dựng bộ nhận diện và cẩm nang thông điệp “Sông Thao – miền sông nước bốn mùa”',
    culture,
    'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh',
    'Bộ nhận diện; cẩm nang 03 thứ tiếng',
    'Quý III/2027',
  ),
  task(
    6,
    'Sản xuất chuyên mục truyền hình song ngữ “Bên dòng sông Thao”',
    press,
    foreign,
    '24 số mỗi năm',
    'Hằng năm',
  ),
  task(
    7,
    'Phát hành bản tin điện tử tiếng Anh, tiếng Trung, tiếng Lào',
    press,
    `${foreign}; Trường Đại học Sông Thao`,
    '01 bản tin mỗi tuần',
    'Hằng tuần',
  ),
  task(
    8,
    'Xuất bản sách ảnh “Sông Thao – Đất và Người” bằng tiếng Việt, tiếng Anh',
    culture,
    'Hội Văn học nghệ thuật tỉnh',
    '3.000 bản in, 01 bản điện tử',
    'Năm 2028',
  ),
  group('III', 'Phát triển nền tảng số'),
  task(
    9,
    'Nâng cấp Cổng thông tin đối ngoại của tỉnh, bổ sung các phiên bản tiếng nước ngoài',
    science,
    `Văn phòng UBND tỉnh; ${foreign}`,
    '05 phiên bản ngôn ngữ',
    'Đến năm 2030',
  ),
  task(
    10,
    'Kết nối dữ liệu với nền tảng quảng bá hình ảnh quốc gia',
    science,
    culture,
    'Biên bản kết nối',
    'Trước ngày 30/9/2027',
  ),
  group('IV', 'Hợp tác quốc tế, hỗ trợ báo chí nước ngoài'),
  task(
    11,
    'Đón, hướng dẫn phóng viên nước ngoài đến tác nghiệp tại tỉnh',
    foreign,
    'Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh',
    'Ít nhất 12 đoàn mỗi năm',
    'Thường xuyên',
  ),
  task(
    12,
    'Tổ chức Tuần lễ hữu nghị và giao lưu Nhân dân khu vực biên giới',
    foreign,
    `${culture}; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh`,
    '01 sự kiện mỗi năm',
    'Hằng năm',
  ),
  group('V', 'Kiểm tra, sơ kết, tổng kết'),
  task(
    13,
    'Kiểm tra việc thực hiện Kế hoạch tại các cơ quan, địa phương',
    culture,
    'Thanh tra tỉnh',
    'Báo cáo kết quả kiểm tra',
    'Hằng năm',
  ),
  task(
    14,
    'Sơ kết giữa kỳ, tổng kết giai đoạn',
    culture,
    'Các sở, ban, ngành',
    'Báo cáo sơ kết, tổng kết',
    'Quý IV/2028; Quý IV/2030',
  ),
];

const annex: Attached = {
  type: 'PHỤ LỤC',
  title: 'Danh mục nhiệm vụ công tác thông tin đối ngoại giai đoạn 2027 - 2030',
  landscape: true,
  body: [
    grid(
      [5, 33, 18, 20, 13, 11],
      [
        [
          head('TT', 1, 2),
          head('Nhiệm vụ', 1, 2),
          head('Phân công thực hiện', 2),
          head('Sản phẩm', 1, 2),
          head('Thời gian hoàn thành', 1, 2),
        ],
        [head('Cơ quan chủ trì'), head('Cơ quan phối hợp')],
      ],
      rows,
    ),
  ],
};

export const decision: OfficialDocument = {
  type: 'QĐ',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: 2640,
  symbol: 'QĐ-UBND',
  place: 'Sông Thao',
  date: '2026-11-18',
  title: 'ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030',
  addressees: [],
  authority: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại',
    'Căn cứ Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị',
    'Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 231/TTr-SVHTTDL ngày 11 tháng 11 năm 2026',
  ],
  body: [
    item('article', [
      {
        text: 'Ban hành kèm theo Quyết định này Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030.',
      },
    ]),
    item(
      'article',
      'Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với các sở, ban, ngành, Ủy ban nhân dân các xã, phường tổ chức thực hiện Kế hoạch; hằng năm báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.',
    ),
    item('article', 'Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
    item(
      'article',
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
    ),
  ],
  signature: {
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    position: 'PHÓ CHỦ TỊCH',
    name: 'Hà Minh Trí',
  },
  recipients: [
    'Như Điều 4',
    'Bộ Văn hóa, Thể thao và Du lịch (để b/c)',
    'Thường trực Tỉnh ủy',
    'Thường trực HĐND tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Lưu: VT, KGVX',
  ],
  attached: [plan, annex],
};

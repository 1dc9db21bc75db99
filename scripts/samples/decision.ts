// The provincial decision of 2025 with its plan for 2026–2030 and the list of tasks as an annex.
import {
  article,
  basis,
  bold,
  type Cell,
  cell,
  centre,
  dash,
  heading,
  number,
  paragraph,
  type Part,
  type Sample,
  section,
  title,
} from './model.ts';

const culture = 'Sở Văn hóa, Thể thao và Du lịch';
const foreign = 'Sở Ngoại vụ';
const press = 'Báo và Phát thanh, Truyền hình Sông Thao';
const science = 'Sở Khoa học và Công nghệ';
const communes = 'UBND các xã, phường';
const promotion = 'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh';

const group = (label: string, text: string): readonly Cell[] => [
  bold(label),
  { text, columns: 5, bold: true },
];
/** A full row; a field left out is covered by a merged cell above. */
const row = (no: number, ...texts: readonly (string | Cell)[]): readonly Cell[] => [
  number(String(no)),
  ...texts.map((text) => (typeof text === 'string' ? cell(text) : text)),
];

const rows: readonly (readonly Cell[])[] = [
  group('I', 'Hoàn thiện thể chế, nâng cao năng lực quản lý nhà nước'),
  row(
    1,
    'Ban hành Quy chế quản lý hoạt động thông tin đối ngoại trên địa bàn tỉnh',
    cell(culture, 3),
    `Sở Tư pháp, ${foreign}`,
    'Quyết định của UBND tỉnh',
    'Quý II/2026',
  ),
  row(
    2,
    'Xây dựng định mức kinh tế - kỹ thuật sản xuất ấn phẩm, chương trình song ngữ',
    'Sở Tài chính',
    'Quyết định của UBND tỉnh',
    'Tháng 12/2026',
  ),
  row(
    3,
    'Tập huấn nghiệp vụ cho cán bộ đầu mối của các sở, ngành và cấp xã',
    `Sở Nội vụ; ${communes}`,
    '02 lớp mỗi năm',
    cell('Hằng năm', 2),
  ),
  row(
    4,
    'Kiện toàn, công khai danh sách người phát ngôn và cung cấp thông tin cho báo chí',
    'Văn phòng UBND tỉnh',
    'Các sở, ban, ngành',
    'Danh sách công khai trên Cổng thông tin điện tử tỉnh',
  ),
  row(
    5,
    'Xây dựng hệ thống theo dõi nhiệm vụ, chỉ tiêu thông tin đối ngoại dùng chung toàn tỉnh',
    science,
    culture,
    'Hệ thống vận hành chính thức',
    '2026 - 2027',
  ),
  group('II', 'Phát triển nội dung, sản phẩm truyền thông'),
  row(
    6,
    'Xây dựng bộ nhận diện và cẩm nang thông điệp “Sông Thao – miền sông nước bốn mùa”',
    culture,
    promotion,
    'Bộ nhận diện; cẩm nang 03 thứ tiếng',
    'Quý III/2026',
  ),
  row(
    7,
    'Sản xuất chuyên mục truyền hình song ngữ “Bên dòng sông Thao”',
    cell(press, 3),
    foreign,
    '24 số mỗi năm',
    cell('Hằng năm', 3),
  ),
  row(
    8,
    'Phát hành chuyên trang ảnh và bản tin điện tử tiếng Anh, tiếng Trung, tiếng Lào',
    `${foreign}; Trường Đại học Sông Thao`,
    '01 bản tin mỗi tuần',
  ),
  row(9, 'Tổ chức giải báo chí về thông tin đối ngoại của tỉnh', 'Hội Nhà báo tỉnh', '01 giải mỗi năm'),
  row(
    10,
    'Xuất bản sách ảnh “Sông Thao – Đất và Người” bằng tiếng Việt, tiếng Anh',
    culture,
    'Hội Văn học nghệ thuật tỉnh',
    '3.000 bản in, 01 bản điện tử',
    'Năm 2027',
  ),
  row(
    11,
    'Số hóa tư liệu về di sản, lễ hội, nghề truyền thống phục vụ báo chí nước ngoài',
    culture,
    `${communes}; Bảo tàng tỉnh`,
    'Kho dữ liệu 1.500 tư liệu',
    '2026 - 2028',
  ),
  group('III', 'Phát triển nền tảng số'),
  row(
    12,
    'Nâng cấp Cổng thông tin đối ngoại của tỉnh, bổ sung các phiên bản tiếng nước ngoài',
    cell(science, 2),
    `Văn phòng UBND tỉnh; ${foreign}`,
    '05 phiên bản ngôn ngữ',
    'Đến năm 2030',
  ),
  row(
    13,
    'Kết nối dữ liệu với nền tảng quảng bá hình ảnh quốc gia',
    culture,
    'Biên bản kết nối',
    'Trước ngày 30/9/2026',
  ),
  row(
    14,
    'Quản trị kênh chính thức của tỉnh trên các nền tảng mạng xã hội',
    press,
    `${culture}; Tỉnh đoàn`,
    '04 kênh, 300 nội dung mỗi năm',
    'Thường xuyên',
  ),
  group('IV', 'Hợp tác quốc tế, hỗ trợ báo chí nước ngoài'),
  row(
    15,
    'Đón, hướng dẫn phóng viên nước ngoài đến tác nghiệp tại tỉnh',
    cell(foreign, 3),
    'Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh',
    'Ít nhất 12 đoàn mỗi năm',
    'Thường xuyên',
  ),
  row(
    16,
    'Ký kết, thực hiện thỏa thuận hợp tác truyền thông với các địa phương kết nghĩa của Lào và Trung Quốc',
    press,
    '03 thỏa thuận',
    '2026 - 2028',
  ),
  row(
    17,
    'Tổ chức Tuần lễ hữu nghị và giao lưu Nhân dân khu vực biên giới',
    `${culture}; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh`,
    '01 sự kiện mỗi năm',
    'Hằng năm',
  ),
  row(
    18,
    'Giới thiệu môi trường đầu tư, sản phẩm chủ lực tại thị trường Nhật Bản, Hàn Quốc, Đức',
    promotion,
    `Sở Công Thương; Sở Tài chính; ${foreign}`,
    '02 chương trình mỗi năm',
    '2027 - 2030',
  ),
  group('V', 'Bảo vệ nền tảng tư tưởng, xử lý thông tin sai lệch'),
  row(
    19,
    'Theo dõi, tổng hợp dư luận báo chí trong và ngoài nước về tỉnh',
    culture,
    press,
    '01 bản điểm tin mỗi tuần',
    'Hằng tuần',
  ),
  row(
    20,
    'Cải chính, cung cấp thông tin chính thức khi có thông tin sai lệch',
    'Cơ quan, đơn vị được phản ánh',
    `${culture}; Công an tỉnh`,
    'Thông tin chính thức trong 24 giờ',
    'Thường xuyên',
  ),
  group('VI', 'Kiểm tra, sơ kết, tổng kết'),
  row(
    21,
    'Kiểm tra việc thực hiện Kế hoạch tại các cơ quan, địa phương',
    culture,
    'Thanh tra tỉnh',
    'Báo cáo kết quả kiểm tra',
    'Hằng năm',
  ),
  row(
    22,
    'Sơ kết giữa kỳ, tổng kết giai đoạn',
    culture,
    'Các sở, ban, ngành',
    'Báo cáo sơ kết, tổng kết',
    'Quý IV/2028; Quý IV/2030',
  ),
];

const annex: Part = {
  landscape: true,
  blocks: [
    centre('**PHỤ LỤC**'),
    centre('**DANH MỤC NHIỆM VỤ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI GIAI ĐOẠN 2026 - 2030**'),
    centre(
      '_(Kèm theo Kế hoạch ban hành theo Quyết định số 2315/QĐ-UBND ngày 12/11/2025 của Ủy ban nhân dân tỉnh Sông Thao)_',
    ),
    {
      kind: 'table',
      table: {
        widths: [5, 34, 18, 19, 13, 11],
        head: [
          [
            bold('TT', 1, 2),
            bold('Nhiệm vụ', 1, 2),
            bold('Phân công thực hiện', 2),
            bold('Sản phẩm', 1, 2),
            bold('Thời gian hoàn thành', 1, 2),
          ],
          [bold('Cơ quan chủ trì'), bold('Cơ quan phối hợp')],
        ],
        rows,
      },
    },
  ],
};

const plan: Part = {
  blocks: [
    title(
      'KẾ HOẠCH',
      'Công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2026 - 2030',
      '(Ban hành kèm theo Quyết định số 2315/QĐ-UBND ngày 12/11/2025 của Ủy ban nhân dân tỉnh Sông Thao)',
    ),
    section('I. MỤC ĐÍCH, YÊU CẦU'),
    heading('1. Mục đích'),
    paragraph(
      'Giới thiệu vùng đất, con người, tiềm năng và thành tựu của tỉnh Sông Thao tới cộng đồng quốc tế, người Việt Nam ở nước ngoài và người nước ngoài sinh sống, làm việc tại tỉnh; góp phần thu hút đầu tư, khách du lịch, mở rộng hợp tác.',
    ),
    heading('2. Yêu cầu'),
    paragraph(
      'Mỗi nhiệm vụ rõ cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn; thông tin chính xác, công khai cơ quan chịu trách nhiệm; sử dụng tiết kiệm, hiệu quả các nguồn lực.',
    ),
    section('II. MỤC TIÊU'),
    heading('1. Đến năm 2028'),
    dash(
      '100% sở, ban, ngành, UBND các xã, phường có cán bộ đầu mối được bồi dưỡng nghiệp vụ thông tin đối ngoại;',
    ),
    dash('Cổng thông tin đối ngoại của tỉnh đạt 120.000 lượt truy cập mỗi năm;'),
    dash('Có ít nhất 200 tin, bài về tỉnh trên báo chí nước ngoài mỗi năm.'),
    heading('2. Đến năm 2030'),
    dash('Cổng thông tin đối ngoại của tỉnh có 05 phiên bản ngôn ngữ;'),
    dash('80% khu, điểm du lịch cấp tỉnh có tài liệu giới thiệu bằng ít nhất 03 thứ tiếng;'),
    dash('Mỗi năm đón ít nhất 15 đoàn phóng viên nước ngoài.'),
    section('III. NHIỆM VỤ'),
    paragraph('Danh mục nhiệm vụ, phân công và thời hạn tại Phụ lục kèm theo Kế hoạch này.'),
    section('IV. KINH PHÍ'),
    paragraph(
      'Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp, lồng ghép trong các chương trình, đề án có liên quan và các nguồn hợp pháp khác.',
    ),
    section('V. TỔ CHỨC THỰC HIỆN'),
    heading('1. Sở Văn hóa, Thể thao và Du lịch'),
    dash(
      'Là cơ quan thường trực, theo dõi, hướng dẫn, đôn đốc việc thực hiện Kế hoạch; hằng năm tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch trước ngày 15 tháng 02.',
    ),
    dash('Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh, Bộ Văn hóa, Thể thao và Du lịch định kỳ hằng năm.'),
    heading('2. Sở Tài chính'),
    paragraph(
      'Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch tham mưu bố trí kinh phí thực hiện Kế hoạch trong dự toán ngân sách hằng năm.',
    ),
    heading('3. Các sở, ban, ngành; UBND các xã, phường'),
    dash(
      'Xây dựng kế hoạch giai đoạn của cơ quan, địa phương, gửi Sở Văn hóa, Thể thao và Du lịch trước ngày 30/01/2026.',
    ),
    dash('Gửi báo cáo kết quả năm về Sở Văn hóa, Thể thao và Du lịch trước ngày 20 tháng 11 hằng năm.'),
    paragraph(
      'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, địa phương phản ánh về Sở Văn hóa, Thể thao và Du lịch để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định./.',
    ),
  ],
};

export const decision: Sample = {
  file: '01-quyet-dinh-2315-ke-hoach-2026-2030.docx',
  agency: ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG THAO'],
  number: 'Số: 2315/QĐ-UBND',
  place: 'Sông Thao',
  date: 'ngày 12 tháng 11 năm 2025',
  blocks: [
    title(
      'QUYẾT ĐỊNH',
      'Về việc ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2026 - 2030',
    ),
    centre('**ỦY BAN NHÂN DÂN TỈNH SÔNG THAO**'),
    basis('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;'),
    basis(
      'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
    ),
    basis(
      'Căn cứ Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị;',
    ),
    basis(
      'Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 198/TTr-SVHTTDL ngày 31 tháng 10 năm 2025.',
    ),
    centre('**QUYẾT ĐỊNH:**'),
    article(
      '**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2026 - 2030.',
    ),
    article(
      '**Điều 2.** Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với các sở, ban, ngành, UBND các xã, phường tổ chức thực hiện Kế hoạch; hằng năm báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.',
    ),
    article('**Điều 3.** Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
    article(
      '**Điều 4.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
    ),
  ],
  recipients: [
    'Như Điều 4;',
    'Bộ Văn hóa, Thể thao và Du lịch (để b/c);',
    'Thường trực Tỉnh ủy;',
    'Thường trực HĐND tỉnh;',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
    'Lưu: VT, KGVX.',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Hà Minh Trí',
  attached: [plan, annex],
};

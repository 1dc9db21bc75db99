// The annual plan of 2026 and its revised edition, whose changes show what a second upload brings.
import { basis, type Block, dash, item, paragraph, type Sample, section, title } from './model.ts';

interface Work {
  readonly heading: string;
  readonly content: readonly string[];
  readonly lead: string;
  readonly with?: string;
  readonly time: string;
}

const works: readonly Work[] = [
  {
    heading: 'Kiện toàn đội ngũ cán bộ đầu mối thông tin đối ngoại',
    content: [
      'Các sở, ban, ngành, UBND các xã, phường cử 01 lãnh đạo phụ trách và 01 cán bộ đầu mối; gửi danh sách về Sở Nội vụ trước ngày 06/3/2026.',
    ],
    lead: 'Sở Nội vụ',
    with: 'Sở Văn hóa, Thể thao và Du lịch',
    time: 'Quý I năm 2026',
  },
  {
    heading: 'Xây dựng Quy chế quản lý hoạt động thông tin đối ngoại của tỉnh',
    content: [
      'Quy định việc cung cấp thông tin, phát ngôn, quản lý ấn phẩm, xử lý thông tin sai lệch và trách nhiệm của từng cơ quan.',
    ],
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    with: 'Sở Tư pháp, Sở Ngoại vụ',
    time: 'Trước ngày 30/6/2026',
  },
  {
    heading: 'Tập huấn kỹ năng truyền thông đa ngôn ngữ',
    content: [
      'Mở 02 lớp, mỗi lớp 70 học viên là phóng viên, biên tập viên và cán bộ đầu mối.',
      'Nội dung: viết tin song ngữ, dựng phim ngắn, xử lý khủng hoảng truyền thông.',
    ],
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    with: 'Trường Chính trị tỉnh',
    time: 'Quý II năm 2026',
  },
  {
    heading: 'Sản xuất chuyên mục truyền hình song ngữ “Bên dòng sông Thao”',
    content: [
      '24 số, thời lượng 10 phút, phụ đề tiếng Anh, tiếng Trung.',
      'Phát lại trên Cổng thông tin đối ngoại và các nền tảng số.',
    ],
    lead: 'Báo và Phát thanh, Truyền hình Sông Thao',
    with: 'Sở Ngoại vụ',
    time: 'Trong năm 2026',
  },
  {
    heading: 'Xây dựng phiên bản tiếng Trung của Cổng thông tin đối ngoại',
    content: ['Biên dịch, hiệu đính, cập nhật tối thiểu 250 trang nội dung cơ bản.'],
    lead: 'Sở Khoa học và Công nghệ',
    with: 'Văn phòng UBND tỉnh, Sở Ngoại vụ',
    time: 'Trước ngày 30/9/2026',
  },
  {
    heading: 'Xây dựng bộ nhận diện và cẩm nang thông điệp của tỉnh',
    content: ['Tổ chức cuộc thi sáng tác biểu trưng; biên soạn cẩm nang bằng 03 thứ tiếng.'],
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    with: 'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh, Hội Văn học nghệ thuật tỉnh',
    time: 'Quý III năm 2026',
  },
  {
    heading: 'Đón, hướng dẫn các đoàn phóng viên nước ngoài',
    content: ['Giải quyết thủ tục theo một đầu mối, bố trí cán bộ hướng dẫn có ngoại ngữ.'],
    lead: 'Sở Ngoại vụ',
    with: 'Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh',
    time: 'Thường xuyên',
  },
  {
    heading: 'Tổ chức đoàn báo chí quốc tế khảo sát các điểm du lịch cộng đồng',
    content: [
      '01 đoàn gồm 15 phóng viên, 05 ngày tại các xã Mường Phăng Lai, Suối Hương Lâm và phường Nam Hồng Giang.',
    ],
    lead: 'Sở Ngoại vụ',
    with: 'Sở Văn hóa, Thể thao và Du lịch, UBND các xã, phường có liên quan',
    time: 'Tháng 5/2026',
  },
  {
    heading: 'Tổ chức Tuần lễ hữu nghị Việt Nam - Lào tại tỉnh',
    content: ['Giao lưu văn nghệ, triển lãm ảnh, hội chợ sản phẩm vùng biên.'],
    lead: 'Sở Ngoại vụ',
    with: 'Sở Văn hóa, Thể thao và Du lịch, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    time: 'Quý III năm 2026',
  },
  {
    heading: 'Giới thiệu sản phẩm OCOP và môi trường đầu tư với doanh nghiệp nước ngoài',
    content: [
      '02 hội nghị kết nối trực tuyến, bộ tài liệu giới thiệu bằng tiếng Anh, tiếng Nhật, tiếng Hàn.',
    ],
    lead: 'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh',
    with: 'Sở Công Thương, Sở Nông nghiệp và Môi trường',
    time: 'Quý IV năm 2026',
  },
  {
    heading: 'Theo dõi dư luận báo chí, cung cấp thông tin chính thức',
    content: ['Điểm tin hằng tuần; trả lời, cải chính công khai trong 24 giờ khi có thông tin sai lệch.'],
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    with: 'Công an tỉnh, Báo và Phát thanh, Truyền hình Sông Thao',
    time: 'Hằng tuần',
  },
];

function workBlocks(work: Work): readonly Block[] {
  const [first = '', ...more] = work.content;
  return [
    item(`**${work.heading}**`, true),
    paragraph(more.length ? 'a) Nội dung:' : `a) Nội dung: ${first}`),
    ...(more.length ? work.content.map(dash) : []),
    paragraph(`b) Đơn vị chủ trì: ${work.lead}.`),
    ...(work.with ? [paragraph(`c) Đơn vị phối hợp: ${work.with}.`)] : []),
    paragraph(`${work.with ? 'd' : 'c'}) Thời gian thực hiện: ${work.time}.`),
  ];
}

function blocks(list: readonly Work[], note?: string): readonly Block[] {
  return [
    title('KẾ HOẠCH', 'Công tác thông tin đối ngoại tỉnh Sông Thao năm 2026', note),
    basis(
      'Căn cứ Quyết định số 2315/QĐ-UBND ngày 12/11/2025 của Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2026 - 2030;',
    ),
    basis(
      'Căn cứ Quyết định số 173/QĐ-TTg ngày 27/01/2026 của Thủ tướng Chính phủ phê duyệt Chiến lược truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài giai đoạn 2026 - 2030, tầm nhìn đến năm 2045;',
    ),
    basis(
      'Trên cơ sở kết quả nêu tại Báo cáo số 412/BC-UBND ngày 28/11/2025 của Ủy ban nhân dân tỉnh; xét đề nghị của Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 31/TTr-SVHTTDL ngày 26/01/2026,',
    ),
    paragraph(
      'Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao năm 2026 như sau:',
    ),
    section('MỤC ĐÍCH, YÊU CẦU', true),
    item(
      'Cụ thể hóa các nhiệm vụ năm 2026 của Kế hoạch giai đoạn 2026 - 2030; nâng cao chất lượng sản phẩm bằng tiếng nước ngoài.',
      true,
    ),
    item('Các hoạt động đúng định hướng, tiết kiệm; kết quả có số liệu và minh chứng kèm theo.', true),
    section('NỘI DUNG THỰC HIỆN', true),
    ...list.flatMap(workBlocks),
    section('KINH PHÍ', true),
    paragraph(
      'Kinh phí thực hiện được bố trí trong dự toán năm 2026 của các cơ quan, đơn vị, địa phương và từ các nguồn hợp pháp khác.',
    ),
    section('TỔ CHỨC THỰC HIỆN', true),
    item(
      '**Sở Văn hóa, Thể thao và Du lịch:** Theo dõi, đôn đốc, tổng hợp kết quả thực hiện, tham mưu Ủy ban nhân dân tỉnh báo cáo Bộ Văn hóa, Thể thao và Du lịch trước ngày 30/11/2026.',
      true,
    ),
    item(
      '**Sở Tài chính:** Thẩm định dự toán, tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí thực hiện Kế hoạch.',
      true,
    ),
    item('**Các sở, ban, ngành; UBND các xã, phường:**', true),
    dash('Ban hành kế hoạch của cơ quan, địa phương trước ngày 20/3/2026.'),
    dash('Báo cáo kết quả thực hiện về Sở Văn hóa, Thể thao và Du lịch trước ngày 20/11/2026.'),
    paragraph(
      'Trên đây là Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao năm 2026, yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.',
    ),
  ];
}

const frame: Omit<Sample, 'file' | 'blocks'> = {
  agency: ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG THAO'],
  number: 'Số: 27/KH-UBND',
  place: 'Sông Thao',
  date: 'ngày 09 tháng 02 năm 2026',
  recipients: [
    'Bộ Văn hóa, Thể thao và Du lịch (để b/c);',
    'Thường trực Tỉnh ủy, Thường trực HĐND tỉnh;',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
    'Các sở, ban, ngành, đoàn thể của tỉnh;',
    'UBND các xã, phường;',
    'Báo và Phát thanh, Truyền hình Sông Thao;',
    'Lưu: VT, KGVX.',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Hà Minh Trí',
};

export const annualPlan: Sample = { ...frame, file: '02-ke-hoach-27-nam-2026.docx', blocks: blocks(works) };

/** Two deadlines moved, one lead agency changed, one task struck and one added. */
const revisedWorks: readonly Work[] = [
  ...works
    .filter(({ heading: name }) => !name.startsWith('Tổ chức Tuần lễ'))
    .map((work) => {
      if (work.heading.startsWith('Xây dựng Quy chế')) return { ...work, time: 'Trước ngày 31/8/2026' };
      if (work.heading.startsWith('Xây dựng phiên bản')) {
        return {
          ...work,
          lead: 'Văn phòng UBND tỉnh',
          with: 'Sở Khoa học và Công nghệ, Sở Ngoại vụ',
          time: 'Trước ngày 15/12/2026',
        };
      }
      return work;
    }),
  {
    heading: 'Tổ chức Ngày hội văn hóa các dân tộc vùng biên',
    content: [
      'Mời đoàn nghệ thuật của nước bạn Lào và tỉnh Vân Nam (Trung Quốc); truyền thông bằng 03 thứ tiếng.',
    ],
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    with: 'Sở Ngoại vụ, UBND phường Nam Hồng Giang',
    time: 'Tháng 10/2026',
  },
];

export const revisedAnnualPlan: Sample = {
  ...frame,
  file: 'revised/02-ke-hoach-27-nam-2026.docx',
  blocks: blocks(revisedWorks, '(Bản chỉnh lý sau khi tiếp thu ý kiến của các cơ quan, địa phương)'),
};

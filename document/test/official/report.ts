// A yearly report to the ministry: parts, figures in prose, a table of figures, and charts as annexes.
import type { Attached, OfficialDocument } from '../../src/write/official.ts';
import { cell, centred, chart, figure, grid, head, heading, item, paragraph } from './blocks.ts';

const quarters = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'];

const figures: Attached = {
  type: 'PHỤ LỤC',
  title: 'Số liệu công tác thông tin đối ngoại năm 2026',
  landscape: true,
  body: [
    grid(
      [6, 42, 14, 13, 13, 12],
      [
        [
          head('TT', 1, 2),
          head('Chỉ tiêu', 1, 2),
          head('Đơn vị tính', 1, 2),
          head('Kết quả', 2),
          head('So với năm 2025', 1, 2),
        ],
        [head('Năm 2025'), head('Năm 2026')],
      ],
      [
        [head('I'), cell('Thông tin trên báo chí và nền tảng số', { columns: 5, bold: true })],
        [
          centred('1'),
          cell('Tin, bài bằng tiếng Việt'),
          centred('tin, bài'),
          figure(1240),
          figure(1386),
          cell('+11,8%', { align: 'right' }),
        ],
        [
          centred('2'),
          cell('Tin, bài bằng tiếng nước ngoài'),
          centred('tin, bài'),
          figure(186),
          figure(254),
          cell('+36,6%', { align: 'right' }),
        ],
        [
          centred('3'),
          cell('Lượt truy cập Cổng thông tin đối ngoại'),
          centred('lượt'),
          figure(48500),
          figure(61230),
          cell('+26,2%', { align: 'right' }),
        ],
        [head('II'), cell('Tiếp đón phóng viên, đoàn khách quốc tế', { columns: 5, bold: true })],
        [
          centred('4'),
          cell('Đoàn phóng viên nước ngoài'),
          centred('đoàn'),
          figure(14),
          figure(17),
          cell('+21,4%', { align: 'right' }),
        ],
        [
          centred('5'),
          cell('Lượt phóng viên nước ngoài'),
          centred('lượt'),
          figure(61),
          figure(73),
          cell('+19,7%', { align: 'right' }),
        ],
        [head('III'), cell('Đào tạo, bồi dưỡng', { columns: 5, bold: true })],
        [
          centred('6'),
          cell('Lớp tập huấn'),
          centred('lớp'),
          figure(3),
          figure(4),
          cell('+33,3%', { align: 'right' }),
        ],
        [
          centred('7'),
          cell('Học viên'),
          centred('lượt người'),
          figure(180),
          figure(236),
          cell('+31,1%', { align: 'right' }),
        ],
      ],
    ),
  ],
};

const charts: Attached = {
  type: 'PHỤ LỤC',
  title: 'Biểu đồ kết quả công tác thông tin đối ngoại năm 2026',
  body: [
    chart({
      shape: 'bars',
      title: 'Tin, bài theo ngôn ngữ',
      says: 'Tin, bài bằng tiếng Anh nhiều nhất trong các tiếng nước ngoài, tăng từ 118 năm 2025 lên 149 năm 2026.',
      labels: ['Tiếng Anh', 'Tiếng Trung', 'Tiếng Lào', 'Tiếng Pháp'],
      series: [
        { name: 'Năm 2025', values: [118, 36, 24, 8] },
        { name: 'Năm 2026', values: [149, 61, 33, 11] },
      ],
      unit: 'tin, bài',
    }),
    chart({
      shape: 'stacked',
      title: 'Nhiệm vụ theo kết quả, từng quý',
      says: 'Trong năm có 96 nhiệm vụ, hoàn thành đúng hạn 71, hoàn thành quá hạn 9, trong hạn 12, quá hạn 4.',
      labels: quarters,
      series: [
        { name: 'Hoàn thành đúng hạn', values: [14, 21, 19, 17] },
        { name: 'Hoàn thành quá hạn', values: [2, 1, 4, 2] },
        { name: 'Trong hạn', values: [0, 0, 1, 11] },
        { name: 'Quá hạn', values: [0, 1, 1, 2] },
      ],
      unit: 'nhiệm vụ',
    }),
    chart({
      shape: 'lines',
      title: 'Lượt truy cập Cổng thông tin đối ngoại',
      says: 'Lượt truy cập tăng đều, cao nhất trong quý III năm 2026 với 18.420 lượt; quý IV chưa có số liệu.',
      labels: quarters,
      series: [
        { name: 'Năm 2025', values: [9800, 11250, 14100, 13350] },
        { name: 'Năm 2026', values: [12940, 15380, 18420, null] },
      ],
      unit: 'lượt',
    }),
  ],
};

export const report: OfficialDocument = {
  type: 'BC',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: 431,
  symbol: 'BC-UBND',
  place: 'Sông Thao',
  date: '2026-11-20',
  title: 'Kết quả công tác thông tin đối ngoại năm 2026, phương hướng, nhiệm vụ năm 2027',
  addressees: ['Bộ Văn hóa, Thể thao và Du lịch'],
  bases: [],
  body: [
    paragraph(
      'Thực hiện Công văn số 5213/BVHTTDL-TTCSĐN ngày 14/10/2026 của Bộ Văn hóa, Thể thao và Du lịch, Ủy ban nhân dân tỉnh Sông Thao báo cáo như sau:',
    ),
    heading('part', 'KẾT QUẢ THỰC HIỆN NĂM 2026'),
    heading('roman', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    paragraph(
      'Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 27/KH-UBND ngày 09/02/2026 về công tác thông tin đối ngoại năm 2026. Đến nay, 24/24 xã, phường đã xây dựng kế hoạch; toàn tỉnh có 78 cán bộ đầu mối.',
    ),
    heading('roman', 'KẾT QUẢ CỤ THỂ'),
    heading('number', 'Thông tin trên báo chí và nền tảng số'),
    item(
      'letter',
      'Báo và Phát thanh, Truyền hình Sông Thao đăng, phát 1.386 tin, bài bằng tiếng Việt và 254 tin, bài bằng tiếng nước ngoài.',
    ),
    item(
      'letter',
      'Cổng thông tin đối ngoại của tỉnh có 61.230 lượt truy cập từ 41 quốc gia, tăng 26,2% so với năm 2025, trong đó:',
    ),
    item('dash', 'Phiên bản tiếng Anh: 38.900 lượt;'),
    item('dash', 'Phiên bản tiếng Trung: 14.210 lượt;'),
    item('dash', 'Phiên bản tiếng Lào: 8.120 lượt.'),
    heading('number', 'Tiếp đón phóng viên, đoàn khách quốc tế'),
    paragraph(
      'Trong năm, tỉnh đón 17 đoàn với 73 lượt phóng viên của 11 nước; tổ chức 06 cuộc gặp gỡ báo chí.',
    ),
    heading('number', 'Kết quả theo nhóm nhiệm vụ'),
    grid(
      [8, 44, 16, 16, 16],
      [[head('TT'), head('Nhóm nhiệm vụ'), head('Số nhiệm vụ'), head('Đúng hạn'), head('Quá hạn')]],
      [
        [centred('1'), cell('Thể chế, năng lực quản lý'), figure(18), figure(15), figure(3)],
        [centred('2'), cell('Nội dung, sản phẩm truyền thông'), figure(34), figure(31), figure(3)],
        [centred('3'), cell('Nền tảng số'), figure(21), figure(16), figure(5)],
        [centred('4'), cell('Hợp tác quốc tế, báo chí nước ngoài'), figure(23), figure(21), figure(2)],
      ],
      'Bảng 1. Nhiệm vụ đã đến hạn theo nhóm',
    ),
    heading('roman', 'TỒN TẠI, HẠN CHẾ'),
    paragraph('Kinh phí phân bổ còn chậm; nhân lực biết ngoại ngữ ở cơ sở còn thiếu.'),
    heading('part', 'PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027'),
    heading('roman', 'NHIỆM VỤ TRỌNG TÂM'),
    item(
      'number',
      'Tiếp tục thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ; ban hành kế hoạch năm 2027 trước ngày 15/02/2027.',
    ),
    item(
      'number',
      'Xây dựng phiên bản tiếng Trung của Cổng thông tin đối ngoại, đưa vào sử dụng trước ngày 30/9/2027.',
    ),
    heading('roman', 'ĐỀ XUẤT, KIẾN NGHỊ'),
    paragraph(
      'Đề nghị Bộ Văn hóa, Thể thao và Du lịch hỗ trợ tài liệu tuyên truyền bằng tiếng nước ngoài, tập huấn chuyên sâu cho cán bộ cấp xã.',
    ),
    paragraph('(Số liệu chi tiết tại Phụ lục I, biểu đồ tại Phụ lục II kèm theo.)'),
    paragraph(
      'Trên đây là Báo cáo kết quả công tác thông tin đối ngoại năm 2026, phương hướng, nhiệm vụ năm 2027 của tỉnh Sông Thao.',
    ),
  ],
  signature: {
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    position: 'PHÓ CHỦ TỊCH',
    name: 'Lê Thị Mai Hiên',
  },
  recipients: [
    'Như trên',
    'Thường trực Tỉnh ủy (để b/c)',
    'Thường trực HĐND tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Lưu: VT, KGVX',
  ],
  attached: [figures, charts],
};

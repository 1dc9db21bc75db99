// A yearly plan whose tasks each name content, lead agency and time.
import type { Block, OfficialDocument } from '../../src/write/official.ts';
import { heading, item, paragraph } from './blocks.ts';

interface Work {
  readonly heading: string;
  readonly content: string;
  readonly lead: string;
  readonly support: string;
  readonly time: string;
}

const works: readonly Work[] = [
  {
    heading: 'Kiện toàn đội ngũ cán bộ đầu mối thông tin đối ngoại',
    content:
      'Các sở, ban, ngành, Ủy ban nhân dân các xã, phường cử 01 lãnh đạo phụ trách và 01 cán bộ đầu mối.',
    lead: 'Sở Nội vụ',
    support: 'Sở Văn hóa, Thể thao và Du lịch',
    time: 'Quý I năm 2027',
  },
  {
    heading: 'Tập huấn kỹ năng truyền thông đa ngôn ngữ',
    content: 'Mở 02 lớp, mỗi lớp 70 học viên là phóng viên, biên tập viên và cán bộ đầu mối.',
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    support: 'Trường Chính trị tỉnh',
    time: 'Quý II năm 2027',
  },
  {
    heading: 'Xây dựng phiên bản tiếng Trung của Cổng thông tin đối ngoại',
    content: 'Biên dịch, hiệu đính, cập nhật tối thiểu 250 trang nội dung cơ bản.',
    lead: 'Sở Khoa học và Công nghệ',
    support: 'Văn phòng Ủy ban nhân dân tỉnh, Sở Ngoại vụ',
    time: 'Trước ngày 30/9/2027',
  },
  {
    heading: 'Đón, hướng dẫn các đoàn phóng viên nước ngoài',
    content: 'Giải quyết thủ tục theo một đầu mối, bố trí cán bộ hướng dẫn có ngoại ngữ.',
    lead: 'Sở Ngoại vụ',
    support: 'Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh',
    time: 'Thường xuyên',
  },
];

const workBlocks = (work: Work): readonly Block[] => [
  heading('number', work.heading),
  item('letter', `Nội dung: ${work.content}`),
  item('letter', `Đơn vị chủ trì: ${work.lead}.`),
  item('letter', `Đơn vị phối hợp: ${work.support}.`),
  item('letter', `Thời gian thực hiện: ${work.time}.`),
];

export const plan: OfficialDocument = {
  type: 'KH',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: 7,
  symbol: 'KH-UBND',
  place: 'Sông Thao',
  date: '2027-02-08',
  title: 'Công tác thông tin đối ngoại tỉnh Sông Thao năm 2027',
  addressees: [],
  bases: [],
  body: [
    paragraph(
      'Thực hiện Quyết định số 2640/QĐ-UBND ngày 18/11/2026 của Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao năm 2027 như sau:',
    ),
    heading('roman', 'MỤC ĐÍCH, YÊU CẦU'),
    item(
      'number',
      'Cụ thể hóa các nhiệm vụ năm 2027 của Kế hoạch giai đoạn 2027 - 2030; nâng cao chất lượng sản phẩm bằng tiếng nước ngoài.',
    ),
    item('number', 'Các hoạt động đúng định hướng, tiết kiệm; kết quả có số liệu và minh chứng kèm theo.'),
    heading('roman', 'NỘI DUNG THỰC HIỆN'),
    ...works.flatMap(workBlocks),
    heading('roman', 'KINH PHÍ'),
    paragraph(
      'Kinh phí thực hiện được bố trí trong dự toán năm 2027 của các cơ quan, đơn vị, địa phương và từ các nguồn hợp pháp khác.',
    ),
    heading('roman', 'TỔ CHỨC THỰC HIỆN'),
    item('number', [
      { text: 'Sở Văn hóa, Thể thao và Du lịch:', bold: true },
      {
        text: ' Theo dõi, đôn đốc, tổng hợp kết quả thực hiện, tham mưu Ủy ban nhân dân tỉnh báo cáo Bộ Văn hóa, Thể thao và Du lịch trước ngày 30/11/2027.',
      },
    ]),
    item('number', [
      { text: 'Sở Tài chính:', bold: true },
      { text: ' Thẩm định dự toán, tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí thực hiện Kế hoạch.' },
    ]),
    heading('number', 'Các sở, ban, ngành; Ủy ban nhân dân các xã, phường:'),
    item('dash', 'Ban hành kế hoạch của cơ quan, địa phương trước ngày 19/3/2027.'),
    item('dash', 'Báo cáo kết quả thực hiện về Sở Văn hóa, Thể thao và Du lịch trước ngày 19/11/2027.'),
    paragraph(
      'Trên đây là Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao năm 2027, yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện.',
    ),
  ],
  signature: {
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    position: 'PHÓ CHỦ TỊCH',
    name: 'Hà Minh Trí',
  },
  recipients: [
    'Bộ Văn hóa, Thể thao và Du lịch (để b/c)',
    'Thường trực Tỉnh ủy, Thường trực HĐND tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Các sở, ban, ngành, đoàn thể của tỉnh',
    'UBND các xã, phường',
    'Lưu: VT, KGVX',
  ],
  attached: [],
};

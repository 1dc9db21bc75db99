// Letters and short documents of a department: proposal, urgent letter, notice, correction, invitation.
import type { OfficialDocument } from '../../src/write/official.ts';
import { heading, item, paragraph } from './blocks.ts';

const department = {
  superior: 'UBND TỈNH SÔNG THAO',
  agency: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
  place: 'Sông Thao',
  bases: [],
  attached: [],
} as const;

const director = { authority: [], position: 'GIÁM ĐỐC', name: 'Đặng Thu Hương' } as const;
const deputy = { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', name: 'Mai Thế Vinh' } as const;

export const proposal: OfficialDocument = {
  ...department,
  type: 'TTr',
  number: 231,
  symbol: 'TTr-SVHTTDL',
  date: '2026-11-11',
  title: 'ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030',
  addressees: ['Ủy ban nhân dân tỉnh Sông Thao'],
  body: [
    paragraph(
      'Thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 57-KL/TW ngày 15/6/2023 của Bộ Chính trị, Sở Văn hóa, Thể thao và Du lịch trình Ủy ban nhân dân tỉnh xem xét, ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030 như sau:',
    ),
    heading('roman', 'SỰ CẦN THIẾT'),
    paragraph(
      'Kế hoạch giai đoạn trước sắp hết hiệu lực; sau khi sắp xếp tổ chức bộ máy, nhiệm vụ của các sở, ban, ngành và cấp xã đã thay đổi.',
    ),
    heading('roman', 'QUÁ TRÌNH XÂY DỰNG'),
    paragraph(
      'Sở Văn hóa, Thể thao và Du lịch đã lấy ý kiến 19 sở, ban, ngành và 24 xã, phường; tiếp thu 31 ý kiến, giải trình 04 ý kiến.',
    ),
    heading('roman', 'NỘI DUNG CHÍNH'),
    item('number', 'Mục tiêu đến năm 2028 và năm 2030.'),
    item('number', 'Năm nhóm nhiệm vụ với 14 nhiệm vụ cụ thể.'),
    item('number', 'Kinh phí và tổ chức thực hiện.'),
    paragraph(
      'Sở Văn hóa, Thể thao và Du lịch kính trình Ủy ban nhân dân tỉnh xem xét, quyết định. Hồ sơ gồm dự thảo Quyết định, dự thảo Kế hoạch và bản tổng hợp ý kiến',
    ),
  ],
  signature: director,
  recipients: ['Như trên', 'Giám đốc, các Phó Giám đốc Sở', 'Lưu: VT, TTĐN'],
};

export const letter: OfficialDocument = {
  ...department,
  type: 'CV',
  number: 2466,
  symbol: 'SVHTTDL-TTĐN',
  date: '2026-11-03',
  title: 'đôn đốc báo cáo kết quả công tác thông tin đối ngoại năm 2026',
  addressees: ['Các sở, ban, ngành của tỉnh', 'Ủy ban nhân dân các xã, phường'],
  body: [
    paragraph(
      'Thực hiện Kế hoạch số 27/KH-UBND ngày 09/02/2026 của Ủy ban nhân dân tỉnh về công tác thông tin đối ngoại năm 2026, đến ngày 30/10/2026 Sở Văn hóa, Thể thao và Du lịch mới nhận được báo cáo của 09/41 cơ quan, địa phương. Để kịp tổng hợp, báo cáo Ủy ban nhân dân tỉnh, Sở Văn hóa, Thể thao và Du lịch đề nghị các cơ quan, địa phương:',
    ),
    item(
      'number',
      'Báo cáo kết quả thực hiện từng nhiệm vụ được giao, kèm minh chứng và số liệu đến hết ngày 31/10/2026; gửi về Sở Văn hóa, Thể thao và Du lịch trước ngày 20/11/2026.',
    ),
    item(
      'number',
      'Rà soát các nhiệm vụ quá hạn, nêu rõ nguyên nhân, thời gian hoàn thành; gửi cùng báo cáo năm.',
    ),
    paragraph('Rất mong nhận được sự phối hợp của các cơ quan, địa phương.'),
  ],
  signature: deputy,
  recipients: ['Như trên', 'UBND tỉnh (để b/c)', 'Giám đốc Sở (để b/c)', 'Lưu: VT, TTĐN'],
  urgency: 'HỎA TỐC',
  drafter: 'NTA.(45)',
  contact:
    'Số 12 đường Bến Lở, phường Nam Hồng Giang, tỉnh Sông Thao. ĐT: 0200 3000 001\nThư điện tử: vanthu@svhttdl.songthao.example. Trang thông tin điện tử: https://svhttdl.songthao.example',
};

export const notice: OfficialDocument = {
  type: 'TB',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: 96,
  symbol: 'TB-UBND',
  place: 'Sông Thao',
  date: '2026-10-12',
  title:
    'Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Minh Trí tại cuộc họp về công tác thông tin đối ngoại quý III năm 2026',
  addressees: [],
  bases: [],
  body: [
    paragraph(
      'Ngày 08/10/2026, Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Minh Trí chủ trì cuộc họp về công tác thông tin đối ngoại quý III năm 2026. Sau khi nghe báo cáo và ý kiến của các cơ quan, Phó Chủ tịch Ủy ban nhân dân tỉnh kết luận:',
    ),
    item(
      'number',
      'Giao Sở Ngoại vụ chủ trì, phối hợp với Công an tỉnh hoàn thiện quy trình đón đoàn phóng viên nước ngoài theo một đầu mối; hoàn thành trước ngày 30/10/2026.',
    ),
    item(
      'number',
      'Giao Sở Khoa học và Công nghệ đưa phiên bản tiếng Trung của Cổng thông tin đối ngoại vào vận hành thử trước ngày 20/11/2026.',
    ),
    item(
      'number',
      'Báo và Phát thanh, Truyền hình Sông Thao mở chuyên trang tiếng Lào (ພາສາລາວ) và tiếng Trung (中文) trong quý IV năm 2026.',
    ),
    paragraph('Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện.'),
  ],
  signature: {
    authority: ['TL. CHỦ TỊCH'],
    position: 'CHÁNH VĂN PHÒNG',
    name: 'Phùng Quang Hải',
  },
  recipients: ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Các cơ quan, đơn vị nêu trên', 'Lưu: VT, KGVX'],
  attached: [],
  circulation: 'LƯU HÀNH NỘI BỘ',
};

export const correction: OfficialDocument = {
  type: 'CV',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: 3105,
  symbol: 'UBND-KGVX',
  place: 'Sông Thao',
  date: '2026-11-19',
  title: 'đính chính Quyết định số 2640/QĐ-UBND ngày 18/11/2026 của Ủy ban nhân dân tỉnh',
  addressees: ['Các sở, ban, ngành của tỉnh', 'Ủy ban nhân dân các xã, phường'],
  bases: [],
  body: [
    paragraph(
      'Do sơ suất trong quá trình soạn thảo, Ủy ban nhân dân tỉnh đính chính kỹ thuật trình bày Quyết định số 2640/QĐ-UBND ngày 18/11/2026 của Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao giai đoạn 2027 - 2030 như sau:',
    ),
    item(
      'number',
      'Tại điểm thứ 13 của Phụ lục, đã viết: “Thanh tra tình”; nay sửa lại là: “Thanh tra tỉnh”.',
    ),
    item('number', 'Các nội dung khác của Quyết định không thay đổi.'),
    paragraph('Ủy ban nhân dân tỉnh thông báo để các cơ quan, địa phương biết, thực hiện.'),
  ],
  signature: {
    authority: ['TL. CHỦ TỊCH'],
    position: 'CHÁNH VĂN PHÒNG',
    name: 'Phùng Quang Hải',
  },
  recipients: ['Như trên', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh (để b/c)', 'Lưu: VT, KGVX'],
  attached: [],
};

export const invitation: OfficialDocument = {
  ...department,
  type: 'GM',
  number: 9,
  symbol: 'GM-SVHTTDL',
  date: '2026-10-05',
  title: 'Dự cuộc họp về công tác thông tin đối ngoại quý III năm 2026',
  addressees: [],
  body: [
    paragraph(
      'Sở Văn hóa, Thể thao và Du lịch trân trọng kính mời: Lãnh đạo các sở, ban, ngành của tỉnh; lãnh đạo Ủy ban nhân dân các xã, phường.',
    ),
    paragraph('Tới dự cuộc họp về công tác thông tin đối ngoại quý III năm 2026.'),
    paragraph('Chủ trì: Đồng chí Đặng Thu Hương, Giám đốc Sở.'),
    paragraph('Thời gian: 08 giờ 00 phút, ngày 08/10/2026.'),
    paragraph('Địa điểm: Phòng họp số 2, trụ sở Sở Văn hóa, Thể thao và Du lịch.'),
    paragraph('Đề nghị các đồng chí được mời dự họp đầy đủ, đúng thành phần.'),
  ],
  signature: director,
  recipients: ['Như thành phần mời', 'Lưu: VT, VP'],
};

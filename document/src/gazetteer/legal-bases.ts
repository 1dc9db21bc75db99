// Legal bases of external-information work and of the plans around it, with the time in which they are in force.
// Data, not logic: rows change as acts do. `to` is set only where an act is known to have ended.
import { LAWS } from './laws.ts';
import type { LegalBasis } from './legal-basis.ts';
import { act } from './legal-basis.ts';

const LISTS = 'Danh mục văn bản công khai (vanban.chinhphu.vn, thuvienphapluat.vn, thuviennhadat.vn)';
const READ = 'Đã đọc toàn văn bản sao công khai';
const CITED = 'Theo viện dẫn trong văn bản của các tỉnh';
const DATED = `${LISTS}; ngày ban hành theo hiểu biết chung`;
const KNOWN = 'Hiểu biết chung, chưa đối chiếu văn bản';

const CP = 'Chính phủ';
const TTg = 'Thủ tướng Chính phủ';
const QH = 'Quốc hội';
const BTTTT = 'Bộ Thông tin và Truyền thông';
const SECRETARIAT = 'Ban Bí thư';

const externalInformation: readonly LegalBasis[] = [
  act(
    '26-CT/TW',
    '2008-09-10',
    SECRETARIAT,
    'Tiếp tục đổi mới và tăng cường công tác thông tin đối ngoại trong tình hình mới',
    ['C', KNOWN],
  ),
  act(
    '79/2010/QĐ-TTg',
    '2010-11-30',
    TTg,
    'Ban hành Quy chế quản lý nhà nước về thông tin đối ngoại',
    ['B', CITED],
    { to: '2015-10-21', replacedBy: ['72/2015/NĐ-CP'] },
  ),
  act(
    '04-CT/TW',
    '2011-07-06',
    SECRETARIAT,
    'Tiếp tục đổi mới và nâng cao hiệu quả công tác đối ngoại nhân dân trong tình hình mới',
    ['B', CITED],
  ),
  act(
    '16-KL/TW',
    '2012-02-14',
    'Bộ Chính trị',
    'Chiến lược phát triển thông tin đối ngoại giai đoạn 2011 - 2020',
    ['B', LISTS],
    { programme: [2011, 2020] },
  ),
  act(
    '21/CT-TTg',
    '2012-08-06',
    TTg,
    'Triển khai thực hiện Chiến lược phát triển thông tin đối ngoại giai đoạn 2011 - 2020',
    ['B', LISTS],
    { programme: [2011, 2020] },
  ),
  act(
    '88/2012/NĐ-CP',
    '2012-10-23',
    CP,
    'Hoạt động thông tin, báo chí của báo chí nước ngoài, cơ quan đại diện nước ngoài, tổ chức nước ngoài tại Việt Nam',
    ['B', DATED],
    { to: '2026-06-30', replacedBy: ['262/2026/NĐ-CP'] },
  ),
  act('1209/QĐ-TTg', '2012-09-04', TTg, 'Quy hoạch thông tin đối ngoại', ['B', LISTS]),
  act(
    '368/QĐ-TTg',
    '2013-02-28',
    TTg,
    'Phê duyệt Chương trình hành động của Chính phủ về thông tin đối ngoại giai đoạn 2013 - 2020',
    ['B', LISTS],
    { programme: [2013, 2020] },
  ),
  act(
    '2408/QĐ-UBND',
    '2013-07-12',
    'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa',
    'Phê duyệt Kế hoạch thực hiện công tác thông tin đối ngoại trên địa bàn tỉnh Thanh Hóa giai đoạn 2013 - 2020',
    ['B', LISTS],
    { programme: [2013, 2020] },
  ),
  act('72/2015/NĐ-CP', '2015-09-07', CP, 'Quản lý hoạt động thông tin đối ngoại', ['A', READ], {
    from: '2015-10-22',
    amendedBy: ['148/2026/NĐ-CP'],
  }),
  act('252/QĐ-TTg', '2016-02-17', TTg, 'Tăng cường công tác thông tin đối ngoại với Lào', ['B', CITED]),
  act(
    '22/2016/TT-BTTTT',
    '2016-10-19',
    BTTTT,
    'Hướng dẫn quản lý hoạt động thông tin đối ngoại của các tỉnh, thành phố trực thuộc Trung ương',
    ['A', 'Đã đọc phần đầu bản sao công khai'],
  ),
  act(
    '09/2017/NĐ-CP',
    '2017-02-09',
    CP,
    'Việc phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước',
    ['B', DATED],
    { to: '2026-06-30', replacedBy: ['244/2026/NĐ-CP'] },
  ),
  act('273/QĐ-TTg', '2018-03-06', TTg, 'Đề án thông tin đối ngoại tại cửa khẩu', ['B', LISTS]),
  act('25-CT/TW', '2018-08-08', SECRETARIAT, 'Đẩy mạnh và nâng tầm đối ngoại đa phương đến năm 2030', [
    'B',
    LISTS,
  ]),
  act('02/2019/TT-BTTTT', null, BTTTT, 'Quản lý hoạt động thông tin đối ngoại của các bộ, cơ quan ngang bộ', [
    'A',
    READ,
  ]),
  act('03/2019/TT-BTTTT', null, BTTTT, 'Thông tin đối ngoại trên báo chí', ['B', LISTS]),
  act(
    '1191/QĐ-TTg',
    '2020-08-05',
    TTg,
    'Đổi mới và nâng cao năng lực công tác thông tin tuyên truyền và thông tin đối ngoại góp phần xây dựng biên giới hòa bình, hữu nghị, hợp tác và phát triển',
    ['B', LISTS],
    { programme: [2021, 2025] },
  ),
  act('25/CT-TTg', '2021-09-10', TTg, 'Văn hóa đối ngoại', ['B', LISTS]),
  act('2013/QĐ-TTg', '2021-11-30', TTg, 'Chiến lược ngoại giao văn hóa đến năm 2030', ['B', LISTS], {
    programme: [2021, 2030],
  }),
  act('837/QĐ-TTg', '2022-07-14', TTg, 'Thông tin đối ngoại (theo viện dẫn của các tỉnh)', ['B', CITED]),
  act(
    '57-KL/TW',
    '2023-06-15',
    'Bộ Chính trị',
    'Tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới',
    ['B', LISTS],
  ),
  act(
    '47/NQ-CP',
    '2024-04-15',
    CP,
    'Chương trình hành động của Chính phủ thực hiện Kết luận số 57-KL/TW đến năm 2030',
    ['B', LISTS],
    { programme: [2024, 2030] },
  ),
  act(
    '173/QĐ-TTg',
    '2026-01-27',
    TTg,
    'Chiến lược truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài giai đoạn 2026 - 2030, tầm nhìn đến năm 2045',
    ['B', LISTS],
    { programme: [2026, 2045] },
  ),
  act(
    '148/2026/NĐ-CP',
    '2026-05-12',
    CP,
    'Sửa đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP',
    ['B', LISTS],
    { from: '2026-07-01' },
  ),
  act('244/2026/NĐ-CP', '2026-06-26', CP, 'Phát ngôn và cung cấp thông tin cho báo chí', ['B', LISTS], {
    from: '2026-07-01',
  }),
  // Public copies disagree on its date (26 or 30 June 2026): no date, so that neither is called wrong.
  act(
    '262/2026/NĐ-CP',
    null,
    CP,
    'Hoạt động thông tin, báo chí của báo chí nước ngoài tại Việt Nam',
    ['A', READ],
    { from: '2026-07-01' },
  ),
];

const administration: readonly LegalBasis[] = [
  act(
    '43/2025/NĐ-CP',
    '2025-02-28',
    CP,
    'Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Văn hóa, Thể thao và Du lịch',
    ['B', LISTS],
    { from: '2025-03-01' },
  ),
  act(
    '10/2025/TT-BVHTTDL',
    '2025-06-19',
    'Bộ Văn hóa, Thể thao và Du lịch',
    'Chức năng, nhiệm vụ của cơ quan chuyên môn về văn hóa, thể thao, du lịch, thông tin cơ sở và thông tin đối ngoại',
    ['B', LISTS],
    { from: '2025-07-01' },
  ),
  act(
    '202/2025/QH15',
    '2025-06-12',
    QH,
    'Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh',
    ['B', LISTS],
    { from: '2025-06-12' },
  ),
  act(
    '19/2025/QĐ-TTg',
    '2025-06-30',
    TTg,
    'Bảng danh mục và mã số các đơn vị hành chính Việt Nam',
    ['B', LISTS],
    { from: '2025-07-01' },
  ),
  act('110/2004/NĐ-CP', '2004-04-08', CP, 'Công tác văn thư', ['C', KNOWN], {
    to: '2020-03-04',
    replacedBy: ['30/2020/NĐ-CP'],
  }),
  act('30/2020/NĐ-CP', '2020-03-05', CP, 'Công tác văn thư', ['A', READ], { from: '2020-03-05' }),
  act(
    '28/2018/QĐ-TTg',
    '2018-07-12',
    TTg,
    'Việc gửi, nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước',
    ['C', KNOWN],
  ),
  act('09/2019/NĐ-CP', '2019-01-24', CP, 'Chế độ báo cáo của cơ quan hành chính nhà nước', ['B', LISTS], {
    from: '2019-03-12',
  }),
  act('20/2020/QĐ-TTg', '2020-07-22', TTg, 'Mã định danh điện tử của các cơ quan, tổ chức', ['B', DATED], {
    from: '2020-09-15',
    amendedBy: ['09/2025/QĐ-TTg'],
  }),
  act('09/2025/QĐ-TTg', '2025-04-14', TTg, 'Sửa đổi, bổ sung Quyết định số 20/2020/QĐ-TTg', ['B', LISTS]),
  act(
    '42/2022/NĐ-CP',
    '2022-06-24',
    CP,
    'Cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng',
    ['B', DATED],
    { from: '2022-08-15', to: '2026-06-30', replacedBy: ['224/2026/NĐ-CP'] },
  ),
  act(
    '64/2007/NĐ-CP',
    '2007-04-10',
    CP,
    'Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước',
    ['B', DATED],
    { to: '2026-06-30', replacedBy: ['224/2026/NĐ-CP'] },
  ),
  act(
    '224/2026/NĐ-CP',
    '2026-06-24',
    CP,
    'Cung cấp thông tin trên môi trường mạng và hệ thống số của cơ quan nhà nước',
    ['A', READ],
    { from: '2026-07-01' },
  ),
  act('331/2026/NĐ-CP', '2026-08-19', CP, 'Bảo đảm an ninh hệ thống thông tin theo cấp độ', ['B', LISTS]),
  act('13/2023/NĐ-CP', '2023-04-17', CP, 'Bảo vệ dữ liệu cá nhân', ['B', DATED], {
    from: '2023-07-01',
    to: '2025-12-31',
    replacedBy: ['91/2025/QH15', '356/2025/NĐ-CP'],
  }),
  act(
    '26/2020/TT-BTTTT',
    '2020-09-23',
    BTTTT,
    'Tiêu chuẩn, công nghệ hỗ trợ người khuyết tật tiếp cận thông tin',
    ['A', READ],
    { from: '2021-01-01' },
  ),
];

/** Built-in legal bases; a register may add rows of its own. */
export const LEGAL_BASES: readonly LegalBasis[] = [...externalInformation, ...administration, ...LAWS];

// Bodies that provinces usually have. Which of them a given province has is a matter of its register;
// the local body of one name may be older or younger than its type, so the dates here bound and never prove.
import type { KnownAgency } from './agency.ts';
import { DISTRICTS_END, knownAgency as agency, TWO_LEVELS } from './agency.ts';

/** Last day before the departments of 2025 began; provinces switched between 20 February and 1 March 2025. */
const BEFORE = '2025-02-28';
const SINCE = '2025-02-20';

/** Usual bodies of a province or city ("Sở Nội vụ"). */
export const DEPARTMENTS: readonly KnownAgency[] = [
  agency('so-thong-tin-va-truyen-thong', 'Sở Thông tin và Truyền thông', 'department', {
    symbols: ['STTTT', 'STT&TT'],
    aliases: ['Sở TT&TT', 'Sở TTTT', 'Sở TT và TT', 'Sở TT-TT'],
    to: BEFORE,
    into: ['so-khoa-hoc-va-cong-nghe', 'so-van-hoa-the-thao-va-du-lich', 'so-van-hoa-va-the-thao'],
  }),
  agency('so-van-hoa-the-thao-va-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', 'department', {
    symbols: ['SVHTTDL', 'SVHTT&DL', 'SVHTTVDL'],
    aliases: [
      'Sở VHTTDL',
      'Sở VHTT&DL',
      'Sở VH,TT&DL',
      'Sở VH, TT&DL',
      'Sở VH, TT và DL',
      'Sở VHTT và DL',
      'Sở VH-TT&DL',
      'Sở Văn hóa - Thể thao và Du lịch',
    ],
  }),
  agency('so-van-hoa-va-the-thao', 'Sở Văn hóa và Thể thao', 'department', {
    symbols: ['SVHTT', 'SVH&TT'],
    aliases: ['Sở VH&TT', 'Sở VHTT', 'Sở VH và TT'],
  }),
  agency('so-du-lich', 'Sở Du lịch', 'department', { symbols: ['SDL'], aliases: ['Sở DL'] }),
  agency('so-khoa-hoc-va-cong-nghe', 'Sở Khoa học và Công nghệ', 'department', {
    symbols: ['SKHCN', 'SKH&CN'],
    aliases: ['Sở KH&CN', 'Sở KHCN', 'Sở KH và CN'],
  }),
  agency('so-ke-hoach-va-dau-tu', 'Sở Kế hoạch và Đầu tư', 'department', {
    symbols: ['SKHĐT', 'SKH&ĐT', 'SKH'],
    aliases: ['Sở KH&ĐT', 'Sở KHĐT', 'Sở KH-ĐT', 'Sở KH và ĐT'],
    to: BEFORE,
    into: ['so-tai-chinh'],
  }),
  agency('so-tai-chinh', 'Sở Tài chính', 'department', { symbols: ['STC'], aliases: ['Sở TC'] }),
  agency('so-lao-dong-thuong-binh-va-xa-hoi', 'Sở Lao động - Thương binh và Xã hội', 'department', {
    symbols: ['SLĐTBXH', 'SLĐTB&XH', 'SLĐTBVXH', 'SLĐ'],
    aliases: [
      'Sở LĐTB&XH',
      'Sở LĐ-TB&XH',
      'Sở LĐTBXH',
      'Sở LĐ - TB và XH',
      'Sở LĐ-TBXH',
      'Sở Lao động, Thương binh và Xã hội',
    ],
    to: BEFORE,
    into: ['so-noi-vu'],
  }),
  agency('so-noi-vu', 'Sở Nội vụ', 'department', { symbols: ['SNV'] }),
  agency('so-giao-thong-van-tai', 'Sở Giao thông vận tải', 'department', {
    symbols: ['SGTVT'],
    aliases: ['Sở GTVT', 'Sở Giao thông - Vận tải', 'Sở Giao thông Vận tải - Xây dựng'],
    to: BEFORE,
    into: ['so-xay-dung'],
  }),
  agency('so-xay-dung', 'Sở Xây dựng', 'department', { symbols: ['SXD'], aliases: ['Sở XD'] }),
  agency('so-nong-nghiep-va-phat-trien-nong-thon', 'Sở Nông nghiệp và Phát triển nông thôn', 'department', {
    symbols: ['SNN', 'SNNPTNT', 'SNN&PTNT', 'SNNVPTNT'],
    aliases: [
      'Sở NN&PTNT',
      'Sở NN và PTNT',
      'Sở NNPTNT',
      'Sở NN-PTNT',
      'Sở Nông nghiệp và PTNT',
      'Sở Nông nghiệp',
    ],
    to: BEFORE,
    into: ['so-nong-nghiep-va-moi-truong'],
  }),
  agency('so-tai-nguyen-va-moi-truong', 'Sở Tài nguyên và Môi trường', 'department', {
    symbols: ['STNMT', 'STN&MT', 'STNVMT'],
    aliases: ['Sở TN&MT', 'Sở TNMT', 'Sở TN và MT'],
    to: BEFORE,
    into: ['so-nong-nghiep-va-moi-truong'],
  }),
  agency('so-nong-nghiep-va-moi-truong', 'Sở Nông nghiệp và Môi trường', 'department', {
    symbols: ['SNNMT', 'SNN&MT', 'SNNVMT'],
    aliases: ['Sở NN&MT', 'Sở NNMT', 'Sở NN và MT'],
    from: SINCE,
  }),
  agency('so-cong-thuong', 'Sở Công Thương', 'department', { symbols: ['SCT'], aliases: ['Sở CT'] }),
  agency('so-y-te', 'Sở Y tế', 'department', { symbols: ['SYT'] }),
  agency('so-giao-duc-va-dao-tao', 'Sở Giáo dục và Đào tạo', 'department', {
    symbols: ['SGDĐT', 'SGD&ĐT', 'SGDVĐT'],
    aliases: ['Sở GD&ĐT', 'Sở GDĐT', 'Sở GD-ĐT', 'Sở GD và ĐT'],
  }),
  agency('so-tu-phap', 'Sở Tư pháp', 'department', { symbols: ['STP'] }),
  agency('so-ngoai-vu', 'Sở Ngoại vụ', 'department', { symbols: ['SNgV', 'SNGV', 'SNV'] }),
  agency('ban-dan-toc', 'Ban Dân tộc', 'department', {
    symbols: ['BDT'],
    aliases: ['Ban Dân tộc tỉnh'],
    to: BEFORE,
    into: ['so-dan-toc-va-ton-giao'],
  }),
  agency('so-dan-toc-va-ton-giao', 'Sở Dân tộc và Tôn giáo', 'department', {
    symbols: ['SDTTG', 'SDT&TG', 'SDTVTG'],
    aliases: ['Sở DT&TG', 'Sở DTTG'],
    from: SINCE,
  }),
  agency('so-quy-hoach-kien-truc', 'Sở Quy hoạch - Kiến trúc', 'department', { symbols: ['SQHKT', 'QHKT'] }),
  agency('so-an-toan-thuc-pham', 'Sở An toàn thực phẩm', 'department', {
    symbols: ['SATTP'],
    from: '2024-01-01',
  }),
  agency('thanh-tra-tinh', 'Thanh tra tỉnh', 'department', {
    symbols: ['TTT', 'TTr'],
    aliases: ['Thanh tra thành phố'],
  }),
  agency('ban-quan-ly-khu-kinh-te', 'Ban Quản lý Khu kinh tế', 'department', {
    symbols: ['BQLKKT', 'BQL'],
    aliases: [
      'Ban Quản lý các khu công nghiệp',
      'BQL Khu kinh tế',
      'Ban Quản lý Khu kinh tế và các khu công nghiệp',
    ],
  }),
  agency('van-phong-uy-ban-nhan-dan-tinh', 'Văn phòng Ủy ban nhân dân tỉnh', 'department', {
    symbols: ['VP', 'VPUBND', 'VPUB'],
    aliases: [
      'Văn phòng UBND tỉnh',
      'VP UBND tỉnh',
      'Văn phòng Ủy ban nhân dân thành phố',
      'Văn phòng UBND thành phố',
    ],
  }),
  agency('uy-ban-nhan-dan-tinh', 'Ủy ban nhân dân tỉnh', 'committee', {
    symbols: ['UBND', 'UB'],
    aliases: ['UBND tỉnh', 'Ủy ban nhân dân thành phố', 'UBND thành phố', 'UBND TP'],
  }),
  agency('hoi-dong-nhan-dan-tinh', 'Hội đồng nhân dân tỉnh', 'council', {
    symbols: ['HĐND'],
    aliases: ['HĐND tỉnh', 'Hội đồng nhân dân thành phố', 'HĐND thành phố'],
  }),
  agency('cong-an-tinh', 'Công an tỉnh', 'police', {
    symbols: ['CAT', 'CA', 'CATP'],
    aliases: ['Công an thành phố', 'CA tỉnh'],
  }),
  agency('bo-chi-huy-quan-su-tinh', 'Bộ Chỉ huy Quân sự tỉnh', 'military', {
    symbols: ['BCH', 'BCHQS'],
    aliases: ['Bộ CHQS tỉnh', 'BCHQS tỉnh', 'Bộ Tư lệnh Thành phố', 'Bộ CHQS thành phố'],
  }),
  agency('bo-chi-huy-bo-doi-bien-phong-tinh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'border-guard', {
    symbols: ['BCH', 'BCHBP'],
    aliases: [
      'Bộ Chỉ huy BĐBP tỉnh',
      'Bộ CHBĐBP tỉnh',
      'BĐBP tỉnh',
      'Bộ đội Biên phòng tỉnh',
      'Biên phòng tỉnh',
      'BCH BĐBP tỉnh',
    ],
    to: DISTRICTS_END,
    into: ['ban-chi-huy-bo-doi-bien-phong', 'bo-chi-huy-quan-su-tinh'],
  }),
  agency('ban-chi-huy-bo-doi-bien-phong', 'Ban Chỉ huy Bộ đội Biên phòng tỉnh', 'border-guard', {
    symbols: ['BCHBP'],
    aliases: ['Ban Chỉ huy BĐBP tỉnh', 'Ban CH BĐBP tỉnh', 'BĐBP tỉnh', 'Bộ đội Biên phòng tỉnh'],
    from: TWO_LEVELS,
  }),
  agency('mat-tran-to-quoc-tinh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front', {
    symbols: ['MTTQ', 'MTTQ-BTT', 'MTTW'],
    aliases: [
      'UBMTTQ tỉnh',
      'MTTQ tỉnh',
      'UBMTTQVN tỉnh',
      'Ủy ban MTTQ tỉnh',
      'Ủy ban MTTQ Việt Nam tỉnh',
      'Mặt trận Tổ quốc tỉnh',
      'Ủy ban Mặt trận Tổ quốc tỉnh',
      'Mặt trận Tổ quốc Việt Nam tỉnh',
    ],
  }),
  agency('tinh-doan', 'Tỉnh đoàn', 'union', {
    symbols: ['TĐTN', 'TWĐTN'],
    aliases: [
      'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
      'Đoàn TNCS Hồ Chí Minh tỉnh',
      'Tỉnh Đoàn',
      'Thành đoàn',
      'Đoàn TNCS HCM tỉnh',
    ],
  }),
  agency('hoi-lien-hiep-phu-nu-tinh', 'Hội Liên hiệp Phụ nữ tỉnh', 'union', {
    symbols: ['BTV', 'HPN', 'HLHPN'],
    aliases: ['Hội LHPN tỉnh', 'Hội Phụ nữ tỉnh', 'Hội LHPN Việt Nam tỉnh'],
  }),
  agency('hoi-nong-dan-tinh', 'Hội Nông dân tỉnh', 'union', {
    symbols: ['HND', 'HNDT'],
    aliases: ['Hội ND tỉnh'],
  }),
  agency('hoi-cuu-chien-binh-tinh', 'Hội Cựu chiến binh tỉnh', 'union', {
    symbols: ['CCB', 'HCCB'],
    aliases: ['Hội CCB tỉnh'],
  }),
  agency('lien-doan-lao-dong-tinh', 'Liên đoàn Lao động tỉnh', 'union', {
    symbols: ['LĐLĐ'],
    aliases: ['LĐLĐ tỉnh'],
  }),
  agency('lien-hiep-cac-to-chuc-huu-nghi-tinh', 'Liên hiệp các tổ chức hữu nghị tỉnh', 'association', {
    symbols: ['LHHN', 'LHCTCHN'],
    aliases: ['Liên hiệp các TCHN tỉnh', 'Liên hiệp hữu nghị tỉnh'],
  }),
  agency(
    'lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
    'association',
    {
      symbols: ['LHH', 'LHHKHKT'],
      aliases: ['Liên hiệp các Hội KH&KT tỉnh', 'Liên hiệp các hội KHKT tỉnh'],
    },
  ),
  agency('hoi-van-hoc-nghe-thuat-tinh', 'Hội Văn học nghệ thuật tỉnh', 'association', {
    symbols: ['HVHNT'],
    aliases: ['Hội VHNT tỉnh'],
  }),
  agency('hoi-nha-bao-tinh', 'Hội Nhà báo tỉnh', 'association', { symbols: ['HNB'] }),
  agency('hiep-hoi-doanh-nghiep-tinh', 'Hiệp hội Doanh nghiệp tỉnh', 'association', { symbols: ['HHDN'] }),
  agency('dai-phat-thanh-va-truyen-hinh-tinh', 'Đài Phát thanh và Truyền hình tỉnh', 'press', {
    symbols: ['ĐPTTH', 'PTTH', 'PT&TH'],
    aliases: [
      'Đài PT-TH tỉnh',
      'Đài PTTH tỉnh',
      'Đài PT&TH tỉnh',
      'Đài Phát thanh - Truyền hình tỉnh',
      'Đài Phát thanh, Truyền hình tỉnh',
      'Đài PT và TH tỉnh',
      'Đài Truyền hình',
    ],
    to: DISTRICTS_END,
    into: ['bao-va-phat-thanh-truyen-hinh'],
  }),
  agency('bao-tinh', 'Báo tỉnh', 'press', { to: DISTRICTS_END, into: ['bao-va-phat-thanh-truyen-hinh'] }),
  agency('bao-va-phat-thanh-truyen-hinh', 'Báo và phát thanh, truyền hình tỉnh', 'press', {
    symbols: ['BPTTH', 'BVPTTH'],
    aliases: ['Báo và Đài Phát thanh - Truyền hình tỉnh', 'Báo và PTTH tỉnh', 'Báo và PT, TH tỉnh'],
    from: SINCE,
  }),
  agency('cong-thong-tin-dien-tu-tinh', 'Cổng Thông tin điện tử tỉnh', 'press', {
    aliases: ['Cổng TTĐT tỉnh', 'Cổng Thông tin - Giao tiếp điện tử tỉnh'],
  }),
  agency('tinh-uy', 'Tỉnh ủy', 'party', {
    symbols: ['TU'],
    aliases: ['Thành ủy', 'Ban Thường vụ Tỉnh ủy', 'Thường trực Tỉnh ủy', 'TT Tỉnh ủy', 'TT. Tỉnh ủy'],
  }),
  agency('van-phong-tinh-uy', 'Văn phòng Tỉnh ủy', 'party', {
    symbols: ['VPTU'],
    aliases: ['VP Tỉnh ủy', 'VPTU'],
  }),
  agency('ban-tuyen-giao-tinh-uy', 'Ban Tuyên giáo Tỉnh ủy', 'party', {
    symbols: ['BTGTU'],
    aliases: ['Ban TG Tỉnh ủy', 'BTG Tỉnh ủy', 'Ban Tuyên giáo Thành ủy'],
    to: BEFORE,
    into: ['ban-tuyen-giao-va-dan-van-tinh-uy'],
  }),
  agency('ban-tuyen-giao-va-dan-van-tinh-uy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'party', {
    symbols: ['BTGDVTU'],
    aliases: ['Ban TG&DV Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Thành ủy'],
    from: '2025-02-01',
  }),
  agency('bao-hiem-xa-hoi-tinh', 'Bảo hiểm xã hội tỉnh', 'government-agency', {
    symbols: ['BHXH'],
    aliases: ['BHXH tỉnh'],
  }),
  agency('lien-minh-hop-tac-xa-tinh', 'Liên minh Hợp tác xã tỉnh', 'association', {
    symbols: ['LMHTX'],
    aliases: ['Liên minh HTX tỉnh'],
  }),
  agency('truong-chinh-tri-tinh', 'Trường Chính trị tỉnh', 'service-unit', { symbols: ['TCT'] }),
  agency('trung-tam-chuyen-doi-so-tinh', 'Trung tâm Chuyển đổi số tỉnh', 'service-unit', {
    aliases: ['Trung tâm Công nghệ thông tin và Truyền thông', 'Trung tâm CNTT&TT'],
  }),
  agency('trung-tam-dich-vu-viec-lam-tinh', 'Trung tâm Dịch vụ việc làm tỉnh', 'service-unit', {
    aliases: ['Trung tâm DVVL tỉnh'],
  }),
  agency('dang-uy-uy-ban-nhan-dan-tinh', 'Đảng ủy Ủy ban nhân dân tỉnh', 'party', {
    aliases: ['Đảng ủy UBND tỉnh'],
    from: '2025-02-01',
  }),
  agency('thue-tinh', 'Thuế tỉnh', 'government-agency', {
    aliases: ['Cục Thuế tỉnh', 'Chi cục Thuế khu vực'],
  }),
  agency(
    'ngan-hang-chinh-sach-xa-hoi-chi-nhanh-tinh',
    'Ngân hàng Chính sách xã hội chi nhánh tỉnh',
    'government-agency',
    { aliases: ['NHCSXH tỉnh', 'Ngân hàng CSXH tỉnh', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'] },
  ),
  agency('toa-an-nhan-dan-tinh', 'Tòa án nhân dân tỉnh', 'court', {
    symbols: ['TA', 'TAND'],
    aliases: ['TAND tỉnh'],
  }),
  agency('vien-kiem-sat-nhan-dan-tinh', 'Viện kiểm sát nhân dân tỉnh', 'court', {
    symbols: ['VKS', 'VKSND'],
    aliases: ['VKSND tỉnh'],
  }),
  agency('cuc-thong-ke', 'Cục Thống kê tỉnh', 'government-agency', {
    symbols: ['CTK'],
    aliases: ['Thống kê tỉnh'],
  }),
];

// Central bodies of the state and the Party, now and before, with the symbols that stand in document numbers.
import type { AgencyKind, KnownAgency } from './agency.ts';
import { knownAgency } from './agency.ts';

/** The re-organisation of the Government took effect on 1 March 2025. */
const BEFORE = '2025-02-28';
const SINCE = '2025-03-01';
/** The Government of the 12th legislature: earlier ministries ended on 30 July 2007. */
const OLD = '2007-07-30';

function agency(
  id: string,
  name: string,
  kind: AgencyKind,
  symbols: readonly string[],
  row: Omit<Parameters<typeof knownAgency>[3], 'level' | 'symbols'> = {},
): KnownAgency {
  return knownAgency(id, name, kind, { ...row, level: 'central', symbols });
}

/** Central bodies, dated. Symbols are exact: "QĐ-TTg", "BTTTT". */
export const MINISTRIES: readonly KnownAgency[] = [
  agency('quoc-hoi', 'Quốc hội', 'state-organ', ['QH10', 'QH11', 'QH12', 'QH13', 'QH14', 'QH15', 'QH16']),
  agency(
    'uy-ban-thuong-vu-quoc-hoi',
    'Ủy ban Thường vụ Quốc hội',
    'state-organ',
    ['UBTVQH', 'UBTVQH11', 'UBTVQH12', 'UBTVQH13', 'UBTVQH14', 'UBTVQH15', 'UBTVQH16'],
    { aliases: ['UBTVQH'] },
  ),
  agency('chu-tich-nuoc', 'Chủ tịch nước', 'state-organ', ['CTN']),
  agency('chinh-phu', 'Chính phủ', 'state-organ', ['CP']),
  agency('thu-tuong-chinh-phu', 'Thủ tướng Chính phủ', 'state-organ', ['TTg'], {
    aliases: ['Thủ tướng', 'TTgCP'],
  }),
  agency('van-phong-chinh-phu', 'Văn phòng Chính phủ', 'government-agency', ['VPCP'], { aliases: ['VPCP'] }),
  agency('bo-cong-an', 'Bộ Công an', 'ministry', ['BCA'], { aliases: ['BCA'] }),
  agency('bo-quoc-phong', 'Bộ Quốc phòng', 'ministry', ['BQP'], { aliases: ['BQP'] }),
  agency('bo-ngoai-giao', 'Bộ Ngoại giao', 'ministry', ['BNG'], { aliases: ['BNG'] }),
  agency('bo-noi-vu', 'Bộ Nội vụ', 'ministry', ['BNV'], { aliases: ['BNV'] }),
  agency('bo-tu-phap', 'Bộ Tư pháp', 'ministry', ['BTP'], { aliases: ['BTP'] }),
  agency('bo-tai-chinh', 'Bộ Tài chính', 'ministry', ['BTC'], { aliases: ['BTC'] }),
  agency('bo-cong-thuong', 'Bộ Công Thương', 'ministry', ['BCT'], { aliases: ['BCT'] }),
  agency('bo-xay-dung', 'Bộ Xây dựng', 'ministry', ['BXD'], { aliases: ['BXD'] }),
  agency('bo-y-te', 'Bộ Y tế', 'ministry', ['BYT'], { aliases: ['BYT'] }),
  agency('bo-giao-duc-va-dao-tao', 'Bộ Giáo dục và Đào tạo', 'ministry', ['BGDĐT', 'BGD&ĐT', 'BGD-ĐT'], {
    aliases: ['Bộ GD&ĐT', 'Bộ GDĐT', 'BGDĐT'],
  }),
  agency('bo-khoa-hoc-va-cong-nghe', 'Bộ Khoa học và Công nghệ', 'ministry', ['BKHCN', 'BKH&CN'], {
    aliases: ['Bộ KH&CN', 'Bộ KHCN', 'BKHCN'],
  }),
  agency(
    'bo-van-hoa-the-thao-va-du-lich',
    'Bộ Văn hóa, Thể thao và Du lịch',
    'ministry',
    ['BVHTTDL', 'BVHTT&DL'],
    { aliases: ['Bộ VHTTDL', 'Bộ VHTT&DL', 'Bộ VH,TT&DL', 'Bộ VH, TT và DL', 'BVHTTDL'], from: '2007-07-31' },
  ),
  agency('bo-nong-nghiep-va-moi-truong', 'Bộ Nông nghiệp và Môi trường', 'ministry', ['BNNMT', 'BNN&MT'], {
    aliases: ['Bộ NN&MT', 'Bộ NNMT'],
    from: SINCE,
  }),
  agency('bo-dan-toc-va-ton-giao', 'Bộ Dân tộc và Tôn giáo', 'ministry', ['BDTTG', 'BDT&TG'], {
    aliases: ['Bộ DT&TG', 'Bộ DTTG'],
    from: SINCE,
  }),
  agency('bo-thong-tin-va-truyen-thong', 'Bộ Thông tin và Truyền thông', 'ministry', ['BTTTT', 'BTT&TT'], {
    aliases: ['Bộ TT&TT', 'Bộ TTTT', 'Bộ TT và TT', 'BTTTT'],
    from: '2007-07-31',
    to: BEFORE,
    into: ['bo-khoa-hoc-va-cong-nghe', 'bo-van-hoa-the-thao-va-du-lich'],
  }),
  agency('bo-ke-hoach-va-dau-tu', 'Bộ Kế hoạch và Đầu tư', 'ministry', ['BKHĐT', 'BKH', 'BKH&ĐT'], {
    aliases: ['Bộ KH&ĐT', 'Bộ KHĐT'],
    to: BEFORE,
    into: ['bo-tai-chinh'],
  }),
  agency('bo-giao-thong-van-tai', 'Bộ Giao thông vận tải', 'ministry', ['BGTVT'], {
    aliases: ['Bộ GTVT'],
    to: BEFORE,
    into: ['bo-xay-dung'],
  }),
  agency(
    'bo-nong-nghiep-va-phat-trien-nong-thon',
    'Bộ Nông nghiệp và Phát triển nông thôn',
    'ministry',
    ['BNN', 'BNNPTNT', 'BNN&PTNT'],
    {
      aliases: ['Bộ NN&PTNT', 'Bộ NN và PTNT', 'Bộ Nông nghiệp và PTNT'],
      to: BEFORE,
      into: ['bo-nong-nghiep-va-moi-truong'],
    },
  ),
  agency('bo-tai-nguyen-va-moi-truong', 'Bộ Tài nguyên và Môi trường', 'ministry', ['BTNMT', 'BTN&MT'], {
    aliases: ['Bộ TN&MT', 'Bộ TNMT'],
    to: BEFORE,
    into: ['bo-nong-nghiep-va-moi-truong'],
  }),
  agency(
    'bo-lao-dong-thuong-binh-va-xa-hoi',
    'Bộ Lao động - Thương binh và Xã hội',
    'ministry',
    ['BLĐTBXH', 'LĐTBXH', 'BLĐTB&XH'],
    { aliases: ['Bộ LĐTB&XH', 'Bộ LĐTBXH', 'Bộ LĐ-TB&XH'], to: BEFORE, into: ['bo-noi-vu'] },
  ),
  agency('uy-ban-dan-toc', 'Ủy ban Dân tộc', 'ministry', ['UBDT'], {
    aliases: ['UBDT'],
    to: BEFORE,
    into: ['bo-dan-toc-va-ton-giao'],
  }),
  agency('bo-van-hoa-thong-tin', 'Bộ Văn hóa - Thông tin', 'ministry', ['BVHTT', 'VHTT'], {
    aliases: ['Bộ VHTT', 'Bộ Văn hóa Thông tin'],
    to: OLD,
    into: ['bo-van-hoa-the-thao-va-du-lich', 'bo-thong-tin-va-truyen-thong'],
  }),
  agency('bo-buu-chinh-vien-thong', 'Bộ Bưu chính, Viễn thông', 'ministry', ['BBCVT'], {
    to: OLD,
    into: ['bo-thong-tin-va-truyen-thong'],
  }),
  agency('bo-thuong-mai', 'Bộ Thương mại', 'ministry', ['BTM'], { to: OLD, into: ['bo-cong-thuong'] }),
  agency('bo-cong-nghiep', 'Bộ Công nghiệp', 'ministry', ['BCN'], { to: OLD, into: ['bo-cong-thuong'] }),
  agency('bo-thuy-san', 'Bộ Thủy sản', 'ministry', ['BTS'], {
    to: OLD,
    into: ['bo-nong-nghiep-va-phat-trien-nong-thon'],
  }),
  agency('thanh-tra-chinh-phu', 'Thanh tra Chính phủ', 'ministry', ['TTCP'], { aliases: ['TTCP'] }),
  agency('ngan-hang-nha-nuoc-viet-nam', 'Ngân hàng Nhà nước Việt Nam', 'ministry', ['NHNN'], {
    aliases: ['NHNN', 'NHNN Việt Nam', 'Ngân hàng Nhà nước'],
  }),
  agency('bao-hiem-xa-hoi-viet-nam', 'Bảo hiểm xã hội Việt Nam', 'government-agency', ['BHXH'], {
    aliases: ['BHXH Việt Nam'],
    to: BEFORE,
    into: ['bo-tai-chinh'],
  }),
  agency('dai-truyen-hinh-viet-nam', 'Đài Truyền hình Việt Nam', 'press', ['THVN'], {
    aliases: ['VTV', 'Đài THVN'],
  }),
  agency('dai-tieng-noi-viet-nam', 'Đài Tiếng nói Việt Nam', 'press', ['TNVN'], {
    aliases: ['VOV', 'Đài TNVN'],
  }),
  agency('thong-tan-xa-viet-nam', 'Thông tấn xã Việt Nam', 'press', ['TTX'], { aliases: ['TTXVN'] }),
  agency('bao-nhan-dan', 'Báo Nhân Dân', 'press', []),
  agency(
    'vien-han-lam-khoa-hoc-xa-hoi-viet-nam',
    'Viện Hàn lâm Khoa học xã hội Việt Nam',
    'government-agency',
    ['KHXH'],
    {},
  ),
  agency(
    'vien-han-lam-khoa-hoc-va-cong-nghe-viet-nam',
    'Viện Hàn lâm Khoa học và Công nghệ Việt Nam',
    'government-agency',
    ['VHL', 'VHLKHCNVN'],
    {},
  ),
  agency('cuc-thong-tin-doi-ngoai', 'Cục Thông tin đối ngoại', 'government-agency', ['TTĐN'], {
    aliases: ['Cục TTĐN'],
    to: BEFORE,
    into: ['cuc-thong-tin-co-so-va-thong-tin-doi-ngoai'],
  }),
  agency('cuc-thong-tin-co-so', 'Cục Thông tin cơ sở', 'government-agency', ['TTCS'], {
    aliases: ['Cục TTCS'],
    to: BEFORE,
    into: ['cuc-thong-tin-co-so-va-thong-tin-doi-ngoai'],
  }),
  agency(
    'cuc-thong-tin-co-so-va-thong-tin-doi-ngoai',
    'Cục Thông tin cơ sở và Thông tin đối ngoại',
    'government-agency',
    ['TTCSTTĐN', 'TTCS&TTĐN'],
    { aliases: ['Cục TTCS&TTĐN'], from: SINCE },
  ),
  agency('cuc-bao-chi', 'Cục Báo chí', 'government-agency', ['CBC']),
  agency('toa-an-nhan-dan-toi-cao', 'Tòa án nhân dân tối cao', 'court', ['TANDTC'], { aliases: ['TANDTC'] }),
  agency('vien-kiem-sat-nhan-dan-toi-cao', 'Viện kiểm sát nhân dân tối cao', 'court', ['VKSNDTC', 'VKSTC'], {
    aliases: ['VKSNDTC'],
  }),
  agency('kiem-toan-nha-nuoc', 'Kiểm toán nhà nước', 'state-organ', ['KTNN'], { aliases: ['KTNN'] }),
  agency(
    'uy-ban-trung-uong-mat-tran-to-quoc-viet-nam',
    'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    'front',
    ['MTTW', 'MTTQ'],
    { aliases: ['UBTWMTTQVN', 'Ủy ban TW MTTQ Việt Nam'] },
  ),
  agency('trung-uong-doan', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'union', ['TWĐTN'], {
    aliases: ['Trung ương Đoàn', 'TW Đoàn TNCS Hồ Chí Minh'],
  }),
  agency(
    'lien-hiep-cac-to-chuc-huu-nghi-viet-nam',
    'Liên hiệp các tổ chức hữu nghị Việt Nam',
    'association',
    ['LHHN'],
  ),
  agency('ban-chap-hanh-trung-uong', 'Ban Chấp hành Trung ương Đảng', 'party', ['TW'], {
    aliases: ['Ban Chấp hành Trung ương', 'Trung ương Đảng', 'BCHTW Đảng'],
  }),
  agency('bo-chinh-tri', 'Bộ Chính trị', 'party', ['TW']),
  agency('ban-bi-thu', 'Ban Bí thư', 'party', ['TW'], {
    aliases: ['Ban Bí thư Trung ương Đảng', 'Ban Bí thư Trung ương', 'Ban Bí thư TW Đảng'],
  }),
  agency('van-phong-trung-uong-dang', 'Văn phòng Trung ương Đảng', 'party', ['VPTW'], { aliases: ['VPTW'] }),
  agency('ban-tuyen-giao-trung-uong', 'Ban Tuyên giáo Trung ương', 'party', ['BTGTW'], {
    aliases: ['Ban TGTW', 'BTGTW'],
    to: '2025-02-02',
    into: ['ban-tuyen-giao-va-dan-van-trung-uong'],
  }),
  agency('ban-dan-van-trung-uong', 'Ban Dân vận Trung ương', 'party', ['BDVTW'], {
    aliases: ['BDVTW'],
    to: '2025-02-02',
    into: ['ban-tuyen-giao-va-dan-van-trung-uong'],
  }),
  agency(
    'ban-tuyen-giao-va-dan-van-trung-uong',
    'Ban Tuyên giáo và Dân vận Trung ương',
    'party',
    ['BTGDVTW'],
    { aliases: ['Ban TG&DV Trung ương'], from: '2025-02-03' },
  ),
  agency('ban-doi-ngoai-trung-uong', 'Ban Đối ngoại Trung ương', 'party', ['BĐNTW'], {
    to: BEFORE,
    into: ['bo-ngoai-giao'],
  }),
  agency(
    'ban-chi-dao-cong-tac-thong-tin-doi-ngoai',
    'Ban Chỉ đạo công tác thông tin đối ngoại',
    'party',
    ['BCĐTTĐN'],
    { aliases: ['Ban Chỉ đạo công tác TTĐN'] },
  ),
];

// The words that agencies' names begin with, and the names that the gazetteers know.
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import type { Phrases } from './agencies-words.ts';
import { addPhrase, phrases } from './agencies-words.ts';

/**
 * title: a person ("Giám đốc"), an agency follows; place: a name of its own, a place may follow ("Công an tỉnh");
 * named: a name must follow ("Sở Nội vụ"); generic: a common noun ("cơ quan", "doanh nghiệp"); unit: "huyện", "xã";
 * not: begins like an agency and is none ("hội nghị", "ban hành").
 */
export type Head = 'title' | 'place' | 'named' | 'generic' | 'unit' | 'not';

export const HEADS: Phrases<Head> = phrases();

function heads(kind: Head, list: string): void {
  for (const phrase of list.split(',')) addPhrase(HEADS, phrase.trim(), kind);
}

heads(
  'not',
  `ban hành, ban đầu, ban ngày, ban đêm, bộ môn, bộ mặt, bộ sách, bộ sản phẩm, bộ cơ sở dữ liệu, bộ phận cấu thành, hội tụ, trường quay, viện nghiên cứu sinh, tổ hợp, đội hình, cơ sở dữ liệu, cơ sở vật chất, cơ sở hạ tầng, cơ sở pháp lý, cơ sở chính trị, cơ sở khoa học, cơ sở thực tiễn, địa phương hóa, lực lượng lao động, lực lượng sản xuất, cán bộ hóa, ngành nghề nông thôn, bộ máy, bộ luật, bộ tiêu chí, bộ chỉ số, bộ câu hỏi, bộ tài liệu, bộ nhận diện, bộ dữ liệu, bộ mã, bộ thủ tục, bộ đề, bộ hồ sơ,
bộ ảnh, bộ phim, bộ quy tắc, bộ quy chuẩn, bộ giải pháp, bộ công cụ, phòng chống, phòng ngừa, phòng cháy, phòng bệnh, phòng học, phòng họp, phòng thủ, phòng vệ, phòng ở, hội nghị, hội thảo,
hội thi, hội chợ, hội diễn, hội nhập, hội đàm, hội trường, hội viên, hội họp, hội thao, hội tụ, hội ý, hội báo, đoàn kiểm tra, đoàn kết, đoàn viên, đoàn công tác, đoàn ra, đoàn vào,
đoàn giám sát, đoàn khảo sát, đoàn phóng viên, đoàn thanh tra liên ngành, đoàn ra vào, báo cáo, báo chí, báo động, báo hiệu, báo giá, báo in, báo nói, báo tử, trường hợp, trường lớp, viện dẫn, viện trợ, cục diện, cục bộ,
vụ việc, vụ án, vụ mùa, vụ đông, vụ xuân, vụ lợi, vụ hè, đài tưởng niệm, sở hữu, sở thích, sở dĩ, tổ quốc, tổ hợp, đội ngũ, đội hình, bảo hiểm y tế, bảo hiểm thất nghiệp, bảo hiểm xe, xã hội, xã hội hóa, xã viên, xã giao,
ngành nghề, ngành hàng, cấp phép, cấp phát, cấp bách, cấp thiết, cấp nước, cấp giấy, trung tâm của, phòng trừ, phòng lụt, hội quán, viện phí, bộ phận cấu thành, công ty mẹ con, quỹ đất, quỹ thời gian, quỹ nhà, trạm thu phát, trạm bts, trạm biến áp,
tổ chức thực hiện, tổ chức triển khai, tổ chức lại, tổ chức bộ máy, tổ chức hội nghị, tổ chức kiểm tra, phó, trưởng thành, chánh án, chủ tịch đoàn`,
);
heads(
  'title',
  `chủ tịch, phó chủ tịch, các phó chủ tịch, thủ tướng, phó thủ tướng, phó thủ tướng chính phủ, giám đốc, phó giám đốc, tổng giám đốc, thủ trưởng, người đứng đầu, trưởng ban, phó trưởng ban, trưởng phòng,
trưởng, trưởng công an, chánh, chánh văn phòng, chánh thanh tra, cục trưởng, vụ trưởng, tổng cục trưởng, chi cục trưởng, viện trưởng, hiệu trưởng, bộ trưởng, thứ trưởng, tổng biên tập,
tư lệnh, chỉ huy trưởng, bí thư, chủ nhiệm, lãnh đạo, giám đốc công an, chánh án tòa án nhân dân, đồn trưởng, trạm trưởng, thường trực, bộ trưởng các, đại diện lãnh đạo, tập thể lãnh đạo, tổng thư ký, người phát ngôn`,
);
heads(
  'place',
  `ubnd, uỷ ban nhân dân, ub nhân dân, hđnd, hội đồng nhân dân, hđnd và ubnd, hội đồng nhân dân và uỷ ban nhân dân, công an, bộ đội biên phòng, bđbp, bộ chỉ huy quân sự, bộ chqs, bch quân sự, ban chỉ huy quân sự, ban chqs,
bộ chỉ huy bộ đội biên phòng, bộ chỉ huy bđbp, ban chỉ huy bộ đội biên phòng, bch bđbp, bch bộ đội biên phòng, kho bạc nhà nước, kho bạc, văn phòng, văn phòng ubnd, văn phòng hđnd và ubnd, văn phòng đoàn đbqh và hđnd, văn phòng tỉnh ủy, văn phòng hđnd, văn phòng điều phối nông thôn mới, văn phòng ủy ban nhân dân,
thanh tra, tòa án nhân dân, tand, viện kiểm sát nhân dân, vksnd, bảo hiểm xã hội, bhxh, cục thuế, thuế, chi cục thuế, cục hải quan, hải quan, chi cục hải quan, cục thống kê, thống kê, chi cục thống kê, cục thi hành án dân sự, thi hành án dân sự, cục quản lý thị trường,
tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy, ban thường vụ tỉnh ủy, thường trực tỉnh ủy, thường trực thành ủy, thường trực hđnd, thường trực ubnd, tỉnh đoàn, thành đoàn, huyện đoàn, đoàn thanh niên, đoàn tncs hồ chí minh, đoàn thanh niên cộng sản hồ chí minh,
mặt trận tổ quốc, mặt trận tổ quốc việt nam, mttq, mttq việt nam, mttqvn, ủy ban mặt trận tổ quốc, ủy ban mặt trận tổ quốc việt nam, ủy ban mttq, ủy ban mttq việt nam, ub mttq, ub mttq việt nam, ubmttq, ubmttqvn, ubmttq việt nam, ủy ban mttqvn,
hội liên hiệp phụ nữ, hội lhpn, hội phụ nữ, hội nông dân, hội cựu chiến binh, hội ccb, hội chữ thập đỏ, hội người cao tuổi, hội khuyến học, hội nhà báo, hội luật gia, hội văn học nghệ thuật, hội liên hiệp văn học nghệ thuật, hội liên hiệp thanh niên, liên đoàn lao động, lđlđ, liên minh hợp tác xã, liên minh htx, liên hiệp các tổ chức hữu nghị, liên hiệp các hội khoa học và kỹ thuật, hội đồng đội, hiệp hội doanh nghiệp, hội doanh nhân trẻ,
đài phát thanh và truyền hình, đài phát thanh - truyền hình, đài pt-th, đài ptth, đài pt&th, đài phát thanh, đài truyền hình, đài truyền thanh, đài truyền thanh - truyền hình, đài truyền hình việt nam, đài tiếng nói việt nam, đài thtt, thông tấn xã việt nam, ttxvn, báo nhân dân, báo và phát thanh truyền hình, báo và đài phát thanh truyền hình, báo và đài phát thanh truyền hình, báo và đài phát thanh và truyền hình, báo và đài pt-th, báo và đài ptth, báo và phát thanh và truyền hình, cơ quan báo và phát thanh truyền hình, báo và đài phát thanh truyền hình,
cổng thông tin điện tử, cổng thông tin đối ngoại, cổng ttđt, trang thông tin điện tử, ngân hàng chính sách xã hội, chi nhánh ngân hàng chính sách xã hội, ngân hàng nhà nước, ngân hàng nhà nước việt nam, ngân hàng nhà nước chi nhánh, ngân hàng nhà nước việt nam chi nhánh, điện lực, bưu điện, đoàn khối, đảng ủy khối, nhnn, vp, vp ubnd, kbnn, nhcsxh, hội nd, tỉnh đội, huyện đội, thị đội, tổng lãnh sự quán, đại sứ quán, lãnh sự quán, cảng vụ, cảng hàng không, sân bay, khu du lịch, cụm thi đua, khối thi đua, cơ quan đại diện, cơ quan thường trú, đoàn đbqh và hđnd, vnpt, viettel, mobifone, evn, pvn, tkv, vnvc,
chính phủ, thủ tướng chính phủ, văn phòng chính phủ, quốc hội, văn phòng quốc hội, ủy ban thường vụ quốc hội, bộ chính trị, ban bí thư, chủ tịch nước, văn phòng chủ tịch nước, kiểm toán nhà nước, thanh tra chính phủ, trung ương đoàn tncs hồ chí minh, tổng liên đoàn lao động việt nam, tòa án nhân dân tối cao, viện kiểm sát nhân dân tối cao, ủy ban trung ương mặt trận tổ quốc việt nam, bảo hiểm xã hội việt nam, đoàn luật sư, đoàn đbqh, đoàn đại biểu quốc hội, trường chính trị, ban thường trực ubmttq, ban thường trực ủy ban mttq, ban thường trực ủy ban mặt trận tổ quốc việt nam, trung tâm phục vụ hành chính công, bộ phận một cửa, tổ đại biểu, tổ đại biểu hđnd, tổ đại biểu hội đồng nhân dân, ban của hđnd, ban của hội đồng nhân dân, đảng ủy công an, đảng ủy quân sự, đảng ủy bộ đội biên phòng, đảng ủy các cơ quan đảng, đảng ủy ubnd, đảng ủy ủy ban nhân dân, ban thường vụ, ban chấp hành, trung ương, công đoàn viên chức, công đoàn`,
);
heads(
  'named',
  `sở, bộ, ban, phòng, cục, tổng cục, vụ, chi cục, trung tâm, viện, học viện, trường, trường đại học, trường cao đẳng, trường thpt, trường thcs, trường tiểu học, trường mầm non, hội, hội đồng, hiệp hội, liên hiệp, liên đoàn, liên minh, câu lạc bộ, tập đoàn, tổng công ty, công ty, công ty cổ phần, công ty tnhh, ngân hàng, chi nhánh,
văn phòng, thanh tra, ủy ban, đài, báo, tạp chí, nhà xuất bản, nhà văn hóa, thư viện, bảo tàng, bệnh viện, trạm y tế, trạm, đồn, đồn biên phòng, hải đội, quỹ, tổ, tổ công tác, tổ giúp việc, đội, đội quản lý, ban quản lý, ban quản lý dự án, ban chỉ đạo, ban tổ chức, ban chỉ huy, ban tuyên giáo, ban dân vận, ban nội chính, ban cán sự, ban biên tập, ban giám hiệu, ban giám đốc, tiểu ban, hạt kiểm lâm, vườn quốc gia, khu bảo tồn, bộ tư lệnh, quân khu, vùng cảnh sát biển, nhà hát, đoàn nghệ thuật, xí nghiệp, nhà máy, hợp tác xã nông nghiệp, liên hiệp hội, đảng bộ, đảng đoàn, phân viện, phân hiệu, đại học, trung đoàn, lữ đoàn, sư đoàn, khối thi đua, nhóm công tác, nhóm truyền thông, tổ công nghệ số cộng đồng`,
);
heads(
  'generic',
  `cơ quan, cơ quan ngang bộ, cơ quan thuộc chính phủ, đơn vị, cơ quan đơn vị, tổ chức, cá nhân, doanh nghiệp, hợp tác xã, htx, dnvt, địa phương, ngành, đoàn thể, phòng ban, chủ đầu tư, nhà đầu tư, nhà thầu, nhà trường, lực lượng, cấp ủy, cấp ủy đảng, chính quyền, chính quyền địa phương, chi bộ, hộ gia đình, hộ kinh doanh, cơ sở giáo dục, cơ sở y tế, cơ sở kinh doanh, cơ sở sản xuất, cơ sở lưu trú, cơ sở đào tạo, cơ sở khám bệnh, thành viên ban chỉ đạo, thành viên, đồng chí, tổ chức chính trị, mạnh thường quân, hãng, cộng đồng doanh nghiệp, chuyên viên, công chức, cán bộ, bộ phận, phòng chuyên môn, ban ngành, sở ngành, hội đoàn thể, tổ dân phố, ban quản trị, cấp hội, cơ sở, giáo viên, thủ trưởng đơn vị, người dân, đại biểu hđnd, đại biểu hội đồng nhân dân, đại biểu quốc hội, tổ chức đảng, tổ chức cơ sở đảng, ban đảng, ban xây dựng đảng, thôn bản, chủ rừng, hội ngành nghề, hội nghề nghiệp, hội đặc thù, hội viên hiệp hội, hội quần chúng`,
);
heads(
  'unit',
  `tỉnh, thành phố, tp, t.phố, thị xã, tx, t.xã, huyện, quận, xã, phường, thị trấn, tt, đặc khu, thôn, ấp, bản, buôn, khu phố, khối phố`,
);

/** Full names and written abbreviations of known agencies: after one of these the name is complete. */
export const NAMES: Phrases<true> = phrases();

const PLACE = / (?:tỉnh|huyện|xã)$/u;
for (const { name, aliases } of [...DEPARTMENTS, ...MINISTRIES, ...LOCAL_BODIES])
  for (const form of [name, ...aliases]) addPhrase(NAMES, form.replace(PLACE, ''), true);

const FIELDS = `thông tin truyền thông, văn hóa thể thao du lịch, văn hóa thể thao, văn hóa thông tin, văn hóa thông tin thể thao du lịch, văn hóa xã hội, kế hoạch đầu tư, tài chính, nội vụ, ngoại vụ,
công thương, nông nghiệp phát triển nông thôn, nông nghiệp môi trường, tài nguyên môi trường, xây dựng, giao thông vận tải, giáo dục đào tạo, y tế, khoa học công nghệ, lao động thương binh xã hội, tư pháp, dân tộc, dân tộc tôn giáo,
kinh tế, quản lý đô thị, nông nghiệp, tổ chức cán bộ, bưu chính viễn thông, thủy sản, công nghiệp, thương mại, quốc phòng, công an, ngoại giao, tôn giáo, du lịch, dân số kế hoạch hóa gia đình, nông lâm thủy sản, xúc tiến đầu tư thương mại du lịch, xúc tiến đầu tư, xúc tiến thương mại, xúc tiến thương mại du lịch, tuyên giáo, tuyên giáo dân vận, nội chính`;
const OFFICES = `báo và đài phát thanh truyền hình, báo và phát thanh truyền hình, đài phát thanh truyền hình, hội đồng phối hợp phổ biến giáo dục pháp luật, quỹ đầu tư phát triển, quỹ bảo vệ và phát triển rừng, quỹ bảo vệ môi trường, quỹ phát triển đất, quỹ hỗ trợ nông dân, đoàn khối các cơ quan và doanh nghiệp, đảng ủy khối các cơ quan và doanh nghiệp, đảng ủy các cơ quan đảng, ban quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp, ban quản lý dự án đầu tư xây dựng các công trình giao thông, ban quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn, cục an ninh mạng và phòng chống tội phạm sử dụng công nghệ cao, học viện ngoại giao, văn phòng ban chỉ đạo, nhà xuất bản chính trị quốc gia sự thật, phòng tài chính kế hoạch, phòng kinh tế hạ tầng, phòng kinh tế hạ tầng đô thị, phòng an ninh mạng và phòng chống tội phạm sử dụng công nghệ cao, phòng an ninh chính trị nội bộ, phòng an ninh đối ngoại, phòng quản lý xuất nhập cảnh, phòng an ninh kinh tế,
phòng cảnh sát giao thông, phòng cảnh sát hình sự, phòng cảnh sát quản lý hành chính về trật tự xã hội, phòng cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ, phòng tham mưu, phòng hậu cần, phòng chính trị, phòng công tác đảng và công tác chính trị, phòng tổ chức cán bộ,
phòng hành chính tổng hợp, phòng hành chính tổ chức, phòng tổ chức hành chính, phòng hành chính quản trị, phòng kế hoạch tài chính, phòng kế hoạch tổng hợp, phòng kế hoạch nghiệp vụ, phòng nghiệp vụ, phòng quản lý văn hóa, phòng quản lý du lịch, phòng văn hóa thông tin, phòng công nghệ thông tin,
phòng thông tin báo chí xuất bản, phòng thông tin đối ngoại, phòng báo chí xuất bản, phòng kinh tế đối ngoại, phòng lãnh sự, phòng hợp tác quốc tế, phòng lễ tân, phòng pháp chế, phòng quản trị, phòng dân tộc, phòng kinh tế hạ tầng và đô thị, phòng lao động thương binh xã hội, phòng tài nguyên môi trường, phòng nông nghiệp phát triển nông thôn, phòng nông nghiệp môi trường, phòng y tế, phòng tư pháp, phòng thanh tra,
văn phòng đảng ủy, văn phòng đăng ký đất đai, văn phòng bộ, văn phòng sở, văn phòng cục, thanh tra bộ, thanh tra sở, trung tâm công nghệ thông tin, trung tâm chuyển đổi số, trung tâm kiểm soát bệnh tật, trung tâm khuyến nông, trung tâm văn hóa, trung tâm văn hóa nghệ thuật, trung tâm văn hóa điện ảnh, trung tâm truyền thông và văn hóa, trung tâm văn hóa và truyền thông, trung tâm dịch vụ việc làm, trung tâm y tế, trung tâm hành chính công, trung tâm dịch vụ tổng hợp, trung tâm cung ứng dịch vụ công, trung tâm xúc tiến đầu tư thương mại và du lịch, trung tâm thông tin xúc tiến du lịch, trung tâm lưu trữ lịch sử, trung tâm giáo dục nghề nghiệp giáo dục thường xuyên,
ban quản lý khu kinh tế và các khu công nghiệp, ban quản lý các khu công nghiệp, ban quản lý khu kinh tế, ban quản lý khu kinh tế cửa khẩu, ban an toàn giao thông, ban thi đua khen thưởng, chi cục quản lý thị trường, chi cục bảo vệ môi trường, chi cục kiểm lâm, cục phổ biến giáo dục pháp luật, cục kiểm tra văn bản và quản lý xử lý vi phạm hành chính, cục hành chính tư pháp, cục quản lý xây dựng và phát triển nông thôn, vụ các vấn đề chung về xây dựng pháp luật, vụ hợp tác quốc tế, vụ pháp chế, vụ kế hoạch tài chính, vụ tổ chức cán bộ, cục phát thanh truyền hình và thông tin điện tử, cục bản quyền tác giả, cục điện ảnh, cục du lịch quốc gia việt nam, cục thông tin cơ sở và thông tin đối ngoại, cục hợp tác quốc tế`;
for (const office of OFFICES.split(',')) addPhrase(NAMES, office.trim(), true);

const HEADS_OF_FIELDS = ['sở', 'bộ', 'phòng', 'ban', 'cục', 'vụ', 'trung tâm', 'viện', 'ngành', 'văn phòng'];
/** Fields of government, for "các Sở: Tài chính, Nội vụ": the head stands once. */
export const FIELD_NAMES: Phrases<true> = phrases();
for (const field of FIELDS.split(',').map((name) => name.trim())) {
  addPhrase(FIELD_NAMES, field, true);
  for (const head of HEADS_OF_FIELDS) addPhrase(NAMES, `${head} ${field}`, true);
}
for (const { name } of MINISTRIES) if (name.startsWith('Bộ ')) addPhrase(FIELD_NAMES, name.slice(3), true);
for (const { name } of DEPARTMENTS) if (name.startsWith('Sở ')) addPhrase(FIELD_NAMES, name.slice(3), true);

// What the units of the illustration write in their reports of a year. {CODE} is a figure of their own, {place} and {unit} are names. Pure.
import type { Chance } from './chance.ts';
import { kindOf, type Kind } from './reporters.ts';

export interface Variant {
  readonly text: string;
  /** How the province sums it up where several say so. */
  readonly summary?: string;
}

type Sections = Readonly<Record<string, readonly Variant[]>>;

const local: Sections = {
  direction: [
    {
      text: '{unit} đã ban hành {TTDN.01} văn bản chỉ đạo, hướng dẫn; {TTDN.03}/{TTDN.02} cơ quan, đơn vị thuộc phạm vi quản lý có cán bộ được phân công theo dõi thông tin đối ngoại. Phòng Văn hóa - Xã hội là bộ phận đầu mối, báo cáo lãnh đạo Ủy ban hằng tháng.',
    },
    {
      text: 'Ngay từ đầu năm, {unit} giao một Phó Chủ tịch trực tiếp phụ trách, ban hành {TTDN.01} văn bản và đưa nội dung thông tin đối ngoại vào chương trình công tác. Đến kỳ báo cáo, {TTDN.03}/{TTDN.02} cơ quan, đơn vị trên địa bàn đã cử cán bộ đầu mối.',
    },
    {
      text: 'Công tác thông tin đối ngoại được lồng ghép với xây dựng nông thôn mới, phát triển du lịch cộng đồng. {unit} ban hành {TTDN.01} văn bản chỉ đạo; {TTDN.03} trong tổng số {TTDN.02} cơ quan, đơn vị có cán bộ phụ trách.',
    },
  ],
  training: [
    {
      text: 'Tổ chức {TTDN.05} lớp tập huấn cho {TTDN.06} lượt người, chủ yếu là trưởng bản, tổ trưởng dân phố, chủ cơ sở lưu trú và người làm du lịch cộng đồng.',
    },
    {
      text: 'Đã mở {TTDN.05} lớp bồi dưỡng kỹ năng giao tiếp, giới thiệu điểm đến với {TTDN.06} lượt người tham gia.',
    },
  ],
  media: [
    {
      text: 'Hệ thống truyền thanh, trang thông tin và các trang mạng xã hội của {place} đăng, phát {TTDN.10} tin, bài; {TTDN.14} bài đăng trên mạng xã hội đạt {TTDN.15} lượt tiếp cận. Nội dung tập trung vào bản sắc văn hóa, sản phẩm địa phương và đời sống của nhân dân.',
    },
    {
      text: 'Trong kỳ có {TTDN.10} tin, bài về {place}, trong đó {TTDN.10|channel=portal;language=vi} tin, bài trên trang thông tin điện tử; xây dựng {TTDN.16} sản phẩm truyền thông số gửi kho tư liệu của tỉnh.',
    },
    {
      text: 'Duy trì chuyên mục giới thiệu quê hương, con người trên trang thông tin của {place} với {TTDN.13} lượt truy cập; tổng số tin, bài thông tin đối ngoại là {TTDN.10}.',
    },
  ],
  tasks: [
    {
      text: '{unit} chủ trì {NV.01} nhiệm vụ có hạn trong kỳ: {NV.02} nhiệm vụ hoàn thành đúng hạn, {NV.03} nhiệm vụ hoàn thành quá hạn, {NV.05} nhiệm vụ đang quá hạn.',
    },
  ],
  budget: [
    { text: 'Kinh phí được giao {KP.01} triệu đồng, đã thực hiện {KP.02} triệu đồng.' },
    {
      text: 'Từ nguồn ngân sách và các nguồn hợp pháp, địa phương bố trí {KP.01} triệu đồng; đến kỳ báo cáo đã sử dụng {KP.02} triệu đồng.',
    },
  ],
  difficulties: [
    {
      text: 'Cán bộ làm công tác thông tin đối ngoại đều kiêm nhiệm, chưa sử dụng được ngoại ngữ; việc viết tin, bài phục vụ người nước ngoài còn lúng túng.',
      summary: 'Cán bộ đầu mối kiêm nhiệm, hạn chế về ngoại ngữ và kỹ năng viết cho người nước ngoài',
    },
    {
      text: 'Địa bàn rộng, một số bản chưa có sóng di động ổn định; trang thiết bị ghi hình, biên tập còn thiếu nên sản phẩm truyền thông số chưa nhiều.',
      summary: 'Hạ tầng, trang thiết bị ở cơ sở còn thiếu, sản phẩm truyền thông số chưa nhiều',
    },
    {
      text: 'Kinh phí bố trí cho công tác thông tin đối ngoại còn ít và chậm so với kế hoạch; nguồn xã hội hóa không đáng kể.',
      summary: 'Kinh phí bố trí còn ít, chậm so với kế hoạch; khó huy động nguồn xã hội hóa',
    },
  ],
  proposals: [
    {
      text: 'Đề nghị Sở Văn hóa, Thể thao và Du lịch tổ chức tập huấn cho cán bộ cấp xã theo hình thức cầm tay chỉ việc, có tài liệu mẫu song ngữ.',
      summary: 'Tập huấn tại chỗ cho cán bộ cấp xã, có tài liệu mẫu song ngữ',
    },
    {
      text: 'Đề nghị tỉnh hỗ trợ biên dịch biển chỉ dẫn, tờ giới thiệu điểm đến sang tiếng Anh và tiếng nước láng giềng.',
      summary: 'Hỗ trợ biên dịch biển chỉ dẫn, tài liệu giới thiệu điểm đến',
    },
  ],
  next: [
    {
      text: 'Kỳ tới, {place} tập trung hoàn thiện bộ ảnh, bài giới thiệu điểm đến; rà soát biển chỉ dẫn song ngữ; duy trì tin, bài hằng tuần.',
    },
    {
      text: 'Tiếp tục bồi dưỡng cán bộ đầu mối, phát huy vai trò của người có uy tín và chủ cơ sở lưu trú; cung cấp tư liệu đều đặn cho Cổng Thông tin điện tử tỉnh.',
    },
    {
      text: 'Gắn thông tin đối ngoại với các lễ hội, ngày hội sản phẩm địa phương; phấn đấu mỗi quý có ít nhất một sản phẩm truyền thông số.',
    },
  ],
};

const border: Sections = {
  ...local,
  border: [
    {
      text: 'Duy trì {TTDN.50} điểm thông tin đối ngoại ở khu vực biên giới; đón {TTDN.51} đoàn và cử {TTDN.52} đoàn giao lưu với chính quyền, nhân dân khu vực đối diện. Nội dung tuyên truyền song ngữ về quy chế biên giới được nhân dân hai bên đồng tình.',
    },
    {
      text: 'Phối hợp với Đồn Biên phòng tổ chức giao lưu kết nghĩa: đón {TTDN.51} đoàn, cử {TTDN.52} đoàn; sửa chữa, thay nội dung tại {TTDN.50} điểm thông tin sát biên giới.',
    },
  ],
};

const department: Sections = {
  direction: [
    {
      text: '{unit} đã ban hành {TTDN.01} văn bản triển khai; {TTDN.03}/{TTDN.02} đơn vị trực thuộc có cán bộ được phân công. Văn phòng là đầu mối theo dõi, tổng hợp và cung cấp thông tin của ngành cho báo chí.',
    },
    {
      text: 'Lãnh đạo {unit} trực tiếp chỉ đạo việc cung cấp thông tin của ngành; ban hành {TTDN.01} văn bản, phân công cán bộ tại {TTDN.03} trên {TTDN.02} đơn vị trực thuộc, cập nhật người phát ngôn trên trang thông tin điện tử.',
    },
  ],
  training: [
    {
      text: 'Đã tổ chức {TTDN.05} lớp bồi dưỡng cho {TTDN.06} lượt công chức, viên chức về kỹ năng cung cấp thông tin và quy định phát ngôn.',
    },
    {
      text: 'Lồng ghép nội dung thông tin đối ngoại trong {TTDN.05} lớp tập huấn chuyên môn của ngành với {TTDN.06} lượt người dự.',
    },
  ],
  media: [
    {
      text: 'Trang thông tin điện tử của {unit} và Cổng Thông tin điện tử tỉnh đăng {TTDN.10} tin, bài của ngành, trong đó có {TTDN.10|channel=portal;language=en} tin, bài tiếng Anh.',
    },
    {
      text: 'Cung cấp {TTDN.10} tin, bài; {TTDN.14} bài đăng trên mạng xã hội giới thiệu chính sách, kết quả của ngành; xây dựng {TTDN.16} sản phẩm truyền thông số.',
    },
  ],
  'foreign-press': [
    { text: 'Tổ chức, tham gia {TTDN.34} cuộc họp báo, thông cáo báo chí thuộc lĩnh vực quản lý.' },
  ],
  tasks: [
    {
      text: '{unit} chủ trì {NV.01} nhiệm vụ có hạn trong kỳ, trong đó {NV.02} nhiệm vụ hoàn thành đúng hạn, {NV.03} nhiệm vụ hoàn thành quá hạn, {NV.05} nhiệm vụ đang quá hạn; {NV.06} nhiệm vụ có minh chứng kèm theo.',
    },
  ],
  budget: [
    { text: 'Dự toán được giao {KP.01} triệu đồng, đã thực hiện {KP.02} triệu đồng.' },
    {
      text: 'Kinh phí được giao trong năm là {KP.01} triệu đồng; giá trị thực hiện {KP.02} triệu đồng, thanh toán đúng quy định.',
    },
  ],
  difficulties: [
    {
      text: 'Số liệu còn phân tán ở nhiều phòng, đơn vị; việc thống kê theo từng thứ tiếng mới thực hiện từ năm nay nên chưa đầy đủ.',
      summary: 'Số liệu phân tán, thống kê theo từng thứ tiếng chưa đầy đủ',
    },
    {
      text: 'Tin, bài bằng tiếng nước ngoài còn phụ thuộc vào cộng tác viên biên dịch, thời gian hiệu đính kéo dài.',
      summary: 'Thiếu người biên dịch, hiệu đính; tin, bài bằng tiếng nước ngoài ra chậm',
    },
    {
      text: 'Sự phối hợp cung cấp thông tin giữa một số đơn vị chưa thường xuyên, còn tình trạng gửi tư liệu khi sự kiện đã qua.',
      summary: 'Phối hợp cung cấp thông tin chưa thường xuyên, tư liệu gửi chậm',
    },
  ],
  proposals: [
    {
      text: 'Đề nghị có đội ngũ biên dịch dùng chung của tỉnh cho các ngôn ngữ Anh, Lào, Trung.',
      summary: 'Xây dựng đội ngũ biên dịch dùng chung của tỉnh',
    },
    {
      text: 'Đề nghị ban hành danh mục số liệu thống nhất và cung cấp công cụ nhập liệu theo tháng để giảm việc tổng hợp cuối năm.',
      summary: 'Thống nhất danh mục số liệu, thu thập theo tháng',
    },
  ],
  next: [
    {
      text: 'Kỳ tới, {unit} tiếp tục cung cấp tin, bài định kỳ, nâng số tin, bài tiếng Anh; phối hợp tốt hơn với Cổng Thông tin điện tử tỉnh và cơ quan báo chí.',
    },
    {
      text: 'Hoàn thiện quy trình cung cấp thông tin của ngành, cử cán bộ tham gia tập huấn, chuẩn bị sẵn tài liệu hỏi đáp cho các vấn đề được dư luận quan tâm.',
    },
  ],
};

const more: Readonly<Partial<Record<Kind, Sections>>> = {
  lead: {
    direction: [
      {
        text: 'Với vai trò cơ quan đầu mối, Sở Văn hóa, Thể thao và Du lịch tham mưu và ban hành {TTDN.01} văn bản; {TTDN.03}/{TTDN.02} đơn vị trực thuộc có cán bộ chuyên trách hoặc kiêm nhiệm. Sở duy trì giao ban hằng quý với các đơn vị, theo dõi tiến độ trên hệ thống.',
      },
    ],
    training: [
      {
        text: 'Sở chủ trì {TTDN.05} lớp tập huấn với {TTDN.06} lượt người, tập trung vào kỹ năng xây dựng sản phẩm đa ngôn ngữ và nghiệp vụ cho cán bộ đầu mối cấp xã.',
      },
    ],
    publications: [
      {
        text: 'Xuất bản {TTDN.20} đầu ấn phẩm với {TTDN.21} bản bằng các thứ tiếng Việt, Anh, Lào, Trung; tổ chức {TTDN.22} cuộc triển lãm, {TTDN.23} sự kiện trong nước và {TTDN.24} sự kiện ở nước ngoài, thu hút {TTDN.25} lượt người.',
      },
    ],
    clarification: [
      {
        text: 'Qua theo dõi thông tin, Sở ghi nhận {TTDN.40} vụ việc thông tin sai lệch về địa phương; đã phối hợp giải thích, làm rõ {TTDN.41} vụ việc, thời gian xử lý bình quân {TTDN.42} ngày.',
      },
    ],
  },
  foreign: {
    'foreign-press': [
      {
        text: 'Sở Ngoại vụ hướng dẫn {TTDN.30} đoàn phóng viên nước ngoài; tiếp nhận {TTDN.35} câu hỏi, trả lời đúng hạn {TTDN.36} câu hỏi. Các sản phẩm sau chuyến đi phần lớn phản ánh tích cực: {TTDN.33|tone=positive} trên tổng số {TTDN.33} tin, bài.',
      },
    ],
    border: [
      {
        text: 'Tham mưu đón {TTDN.51} đoàn vào và tổ chức {TTDN.52} đoàn ra; nội dung làm việc được cung cấp kịp thời cho báo chí của tỉnh.',
      },
    ],
  },
  press: {
    media: [
      {
        text: 'Báo và Phát thanh, Truyền hình Sông Thao đăng, phát {TTDN.10} tin, bài, {TTDN.11} chuyên mục, phóng sự; riêng báo điện tử tiếng Anh có {TTDN.10|channel=online;language=en} tin, bài. Nội dung trên không gian mạng đạt {TTDN.13} lượt truy cập.',
      },
    ],
    difficulties: [
      {
        text: 'Sau khi hợp nhất báo và đài từ ngày 01/7/2025, hai hệ thống thống kê chưa thống nhất; nhân lực biên tập tiếng nước ngoài chưa đáp ứng được yêu cầu phát sóng hằng tuần.',
        summary: 'Số liệu phân tán, thống kê theo từng thứ tiếng chưa đầy đủ',
      },
    ],
  },
  portal: {
    media: [
      {
        text: 'Cổng Thông tin điện tử tỉnh đăng {TTDN.10} tin, bài; các phiên bản tiếng nước ngoài có {TTDN.12} trang, chuyên mục. Tổng lượt truy cập nội dung thông tin đối ngoại đạt {TTDN.13} lượt, trong đó bản tiếng Anh {TTDN.13|language=en} lượt.',
      },
    ],
  },
  gate: {
    border: [
      {
        text: 'Quản lý {TTDN.50} công trình, điểm thông tin tại khu vực cửa khẩu; đón {TTDN.51} đoàn, cử {TTDN.52} đoàn công tác. Bảng điện tử và tờ gấp song ngữ được cập nhật hằng tháng, đáp ứng nhu cầu của thương nhân và khách qua lại.',
      },
    ],
    publications: [
      { text: 'Biên soạn {TTDN.20} đầu tài liệu hướng dẫn thủ tục qua cửa khẩu, phát hành {TTDN.21} bản.' },
    ],
  },
  promotion: {
    publications: [
      {
        text: 'Trung tâm tổ chức {TTDN.22} cuộc triển lãm, {TTDN.23} sự kiện xúc tiến trong nước và {TTDN.24} sự kiện ở nước ngoài với {TTDN.25} lượt người; phát hành {TTDN.21} bản của {TTDN.20} đầu ấn phẩm.',
      },
    ],
  },
  friendship: {
    publications: [
      {
        text: 'Tổ chức {TTDN.23} cuộc giao lưu hữu nghị trong nước, {TTDN.24} cuộc ở nước bạn với {TTDN.25} lượt người; qua đó giới thiệu văn hóa, con người Sông Thao.',
      },
    ],
  },
  museum: {
    publications: [
      {
        text: 'Bảo tàng tổ chức {TTDN.22} trưng bày, {TTDN.23} sự kiện với {TTDN.25} lượt khách; thuyết minh song ngữ Việt - Anh được đưa vào toàn bộ trưng bày chuyên đề.',
      },
    ],
  },
  office: {
    'foreign-press': [
      {
        text: 'Văn phòng chuẩn bị nội dung và tổ chức {TTDN.34} cuộc họp báo, thông cáo báo chí của Ủy ban nhân dân tỉnh; tiếp nhận {TTDN.35} câu hỏi, trả lời đúng hạn {TTDN.36} câu hỏi.',
      },
    ],
  },
};

/** Sections that every unit of the kind writes, whatever its own has beside them. */
function sectionsOf(kind: Kind): Sections {
  if (kind === 'ward' || kind === 'commune') return local;
  if (kind === 'border') return border;
  return { ...department, ...more[kind] };
}

/** What a unit writes, by section; chance chooses among what its kind may say and whether it proposes anything. */
export function wordsOf(key: string, chance: Chance): ReadonlyMap<string, Variant> {
  const found = new Map<string, Variant>();
  for (const [section, variants] of Object.entries(sectionsOf(kindOf(key)))) {
    const [first, ...others] = variants;
    if (!first) continue;
    const variant = chance.pick([first, ...others]);
    if (section !== 'proposals' || chance.next() < 0.6) found.set(section, variant);
  }
  return found;
}

// What the province makes of its units' reports: figures of all together, words of some quoted, what many say merged. Pure.
import type { Content } from '../reports/content.ts';
import { composed, paragraph, type Figures, type Paragraph, type Run } from './composing.ts';

export interface UnitText {
  readonly reportId: number;
  readonly unit: string;
  /** The unit's key without "demo:". */
  readonly key: string;
  readonly sectionId: string;
  readonly content: Content;
  /** How the province sums it up. */
  readonly summary: string | null;
}

interface Part {
  readonly paragraphs: readonly string[];
  /** Whose words are quoted, by key. */
  readonly quotes?: readonly string[];
  readonly after?: readonly string[];
  /** What several say is merged. */
  readonly merges?: boolean;
}

const both: Readonly<Record<string, Part>> = {
  direction: {
    paragraphs: [
      'Ủy ban nhân dân tỉnh chỉ đạo thống nhất công tác thông tin đối ngoại từ tỉnh đến cơ sở; Sở Văn hóa, Thể thao và Du lịch là cơ quan đầu mối theo dõi, tổng hợp. Trong kỳ, các sở, ban, ngành và Ủy ban nhân dân các xã, phường đã ban hành {TTDN.01} văn bản chỉ đạo, hướng dẫn.',
      'Đến nay, {TTDN.03}/{TTDN.02} cơ quan, đơn vị đã phân công cán bộ phụ trách, đạt {TTDN.04}%. Việc giao nhiệm vụ, theo dõi tiến độ và cung cấp minh chứng được thực hiện trên một hệ thống chung; các đơn vị báo cáo đúng mẫu, đúng nội dung.',
    ],
    quotes: ['so-van-hoa-the-thao-va-du-lich', 'uy-ban-nhan-dan-xa-thac-sim-may', 'so-cong-thuong'],
  },
  training: {
    paragraphs: [
      'Toàn tỉnh tổ chức {TTDN.05} lớp đào tạo, bồi dưỡng, tập huấn với {TTDN.06} lượt người tham gia, trong đó nữ {TTDN.06|sex=female} lượt người, nam {TTDN.06|sex=male} lượt người; bình quân {TTDN.07} người mỗi lớp. Nội dung gắn với nhu cầu thực tế: kỹ năng cung cấp thông tin cho báo chí, xây dựng sản phẩm song ngữ, ứng xử với khách quốc tế.',
    ],
    quotes: [
      'so-van-hoa-the-thao-va-du-lich',
      'uy-ban-nhan-dan-phuong-ben-thuong-lua',
      'so-giao-duc-va-dao-tao',
    ],
  },
  media: {
    paragraphs: [
      'Các cơ quan báo chí, cổng và trang thông tin điện tử, hệ thống thông tin cơ sở đăng, phát {TTDN.10} tin, bài thông tin đối ngoại; sản xuất {TTDN.11} chuyên mục, phóng sự phát thanh, truyền hình. Trong đó, Cổng Thông tin điện tử tỉnh và các trang thành viên đăng {TTDN.10|channel=portal;language=en} tin, bài tiếng Anh, {TTDN.10|channel=portal;language=lo} tin, bài tiếng Lào, {TTDN.10|channel=portal;language=zh} tin, bài tiếng Trung; báo điện tử có {TTDN.10|channel=online;language=en} tin, bài tiếng Anh.',
      'Các phiên bản tiếng nước ngoài hiện có {TTDN.12} trang, chuyên mục; tổng số lượt truy cập nội dung thông tin đối ngoại đạt {TTDN.13} lượt, riêng nội dung tiếng Anh {TTDN.13|language=en} lượt. Trên mạng xã hội có {TTDN.14} bài đăng, đạt {TTDN.15} lượt tiếp cận; toàn tỉnh xây dựng {TTDN.16} sản phẩm truyền thông số.',
    ],
    quotes: [
      'bao-va-phat-thanh-truyen-hinh-song-thao',
      'cong-thong-tin-dien-tu-tinh',
      'uy-ban-nhan-dan-xa-muong-phang-lai',
      'uy-ban-nhan-dan-phuong-nam-hong-giang',
    ],
  },
  publications: {
    paragraphs: [
      'Xuất bản {TTDN.20} đầu ấn phẩm thông tin đối ngoại, phát hành {TTDN.21} bản; tổ chức {TTDN.22} cuộc triển lãm, {TTDN.23} sự kiện trong nước và {TTDN.24} sự kiện ở nước ngoài, thu hút {TTDN.25} lượt người tham dự. Hình thức thể hiện được đổi mới, kết hợp trưng bày trực tiếp với không gian số.',
    ],
    quotes: [
      'bao-tang-tinh',
      'trung-tam-xuc-tien-dau-tu-thuong-mai-va-du-lich-tinh',
      'lien-hiep-cac-to-chuc-huu-nghi-tinh',
    ],
  },
  'foreign-press': {
    paragraphs: [
      'Tỉnh đón, hỗ trợ {TTDN.30} đoàn phóng viên nước ngoài thuộc {TTDN.31} cơ quan báo chí của {TTDN.32} quốc gia; các cơ quan này đăng, phát {TTDN.33} tin, bài về địa phương, trong đó {TTDN.33|tone=positive} tin, bài tích cực, {TTDN.33|tone=neutral} tin, bài trung tính. Các cơ quan của tỉnh tổ chức {TTDN.34} cuộc họp báo, thông cáo báo chí; tiếp nhận {TTDN.35} câu hỏi của báo chí nước ngoài, trả lời đúng hạn {TTDN.36} câu hỏi.',
    ],
    quotes: ['so-ngoai-vu', 'van-phong-uy-ban-nhan-dan-tinh'],
  },
  clarification: {
    paragraphs: [
      'Qua theo dõi thông tin công khai trên báo chí và không gian mạng, các cơ quan ghi nhận {TTDN.40} vụ việc thông tin sai lệch về địa phương; đã giải thích, làm rõ {TTDN.41} vụ việc, thời gian xử lý bình quân {TTDN.42} ngày. Việc giải thích được thực hiện công khai, có nguồn và nêu rõ cơ quan chịu trách nhiệm.',
    ],
    quotes: ['so-van-hoa-the-thao-va-du-lich'],
  },
  border: {
    paragraphs: [
      'Toàn tỉnh duy trì {TTDN.50} công trình, điểm thông tin đối ngoại tại cửa khẩu, khu vực biên giới; đón {TTDN.51} đoàn vào, tổ chức {TTDN.52} đoàn ra, trong đó có {TTDN.51|country=LA} đoàn đến từ nước bạn Lào.',
    ],
    quotes: [
      'ban-quan-ly-khu-kinh-te-cua-khau',
      'uy-ban-nhan-dan-xa-na-khoang-bac',
      'uy-ban-nhan-dan-xa-thuong-sa-pheo',
    ],
  },
  tasks: {
    paragraphs: [
      'Các đơn vị chủ trì {NV.01} nhiệm vụ có hạn trong kỳ, thuộc {NV.07} nhóm nhiệm vụ. Tính đến ngày chốt số liệu: {NV.02} nhiệm vụ hoàn thành đúng hạn, {NV.03} nhiệm vụ hoàn thành quá hạn, {NV.04} nhiệm vụ đang trong hạn, {NV.05} nhiệm vụ quá hạn chưa hoàn thành; {NV.06} nhiệm vụ hoàn thành có minh chứng kèm theo.',
      'Số liệu được lấy từ sổ theo dõi nhiệm vụ; các trường hợp đơn vị điều chỉnh so với sổ đều ghi lý do và được cơ quan đầu mối kiểm tra.',
    ],
  },
  budget: {
    paragraphs: [
      'Tổng kinh phí được giao {KP.01} triệu đồng, trong đó ngân sách nhà nước {KP.01|source=budget} triệu đồng, nguồn xã hội hóa và nguồn hợp pháp khác {KP.01|source=social} triệu đồng. Đã thực hiện {KP.02} triệu đồng, đạt {KP.03}% kế hoạch.',
    ],
  },
  difficulties: {
    paragraphs: [
      'Bên cạnh kết quả đạt được, công tác thông tin đối ngoại còn một số khó khăn, hạn chế, thể hiện qua báo cáo của các đơn vị:',
    ],
    merges: true,
    after: [
      'Nguyên nhân chủ yếu là nhân lực biết ngoại ngữ ở cơ sở còn thiếu; việc thu thập số liệu trước đây dồn vào cuối năm; một số đơn vị chưa coi thông tin đối ngoại là nhiệm vụ thường xuyên.',
    ],
  },
  proposals: {
    paragraphs: ['Qua tổng hợp, các đơn vị đề xuất:'],
    merges: true,
    after: [
      'Ủy ban nhân dân tỉnh đề nghị Bộ Văn hóa, Thể thao và Du lịch tiếp tục hỗ trợ tài liệu bằng tiếng nước ngoài, mở lớp bồi dưỡng chuyên sâu cho cán bộ cấp xã và chia sẻ kho dữ liệu hình ảnh dùng chung.',
    ],
  },
  next: {
    paragraphs: [
      'Tiếp tục thực hiện Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ và Kế hoạch ban hành kèm theo Quyết định số 2315/QĐ-UBND ngày 12 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh, tập trung vào các nhiệm vụ sau:',
    ],
    after: [
      '- Nâng tỷ lệ tin, bài bằng tiếng nước ngoài; ưu tiên tiếng Anh, tiếng Lào và tiếng Trung; hình thành nhóm biên dịch dùng chung.',
      '- Tập huấn cho cán bộ đầu mối cấp xã theo nhóm nhỏ, có thực hành và tài liệu mẫu song ngữ.',
      '- Thu thập số liệu, minh chứng theo tháng ngay trên hệ thống để các báo cáo được lập từ dữ liệu, giảm việc tổng hợp thủ công.',
      '- Chủ động cung cấp thông tin cho báo chí trong và ngoài nước; trả lời câu hỏi của báo chí đúng thời hạn.',
    ],
    quotes: ['uy-ban-nhan-dan-xa-tan-lua'],
  },
};

/** What is said of one year alone, at the beginning of a section. */
const ofYear: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2025: {
    direction:
      'Năm 2025, bộ máy có nhiều thay đổi: nhiệm vụ thông tin đối ngoại được chuyển về Sở Văn hóa, Thể thao và Du lịch từ ngày 01 tháng 3 năm 2025; cấp huyện kết thúc hoạt động, Báo Sông Thao và Đài Phát thanh và Truyền hình Sông Thao hợp nhất từ ngày 01 tháng 7 năm 2025. Báo cáo này là số liệu chính thức của năm, thay cho số liệu ước thực hiện tại Báo cáo số 412/BC-UBND ngày 28 tháng 11 năm 2025; số liệu của cơ quan, đơn vị đã sáp nhập được tính một lần tại cơ quan, đơn vị tiếp nhận.',
  },
  2026: {
    direction:
      'Năm 2026 là năm đầu thực hiện Kế hoạch giai đoạn 2026 - 2030 và Kế hoạch số 27/KH-UBND ngày 09 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh. Từ ngày 01 tháng 01 năm 2026, xã Thác Mây Hồng và xã Bãi Sim Tím sáp nhập thành xã Thác Sim Mây; số liệu của hai xã được tính một lần trong báo cáo của xã mới.',
  },
};

export interface Making {
  readonly year: number;
  readonly figures: Figures;
  readonly texts: readonly UnitText[];
}

/** By section. */
export function synthesis(making: Making): ReadonlyMap<string, Content> {
  return new Map(
    Object.entries(both).map(([section, part]) => [section, { paragraphs: written(section, part, making) }]),
  );
}

function written(section: string, part: Part, { year, figures, texts }: Making): Paragraph[] {
  const of = texts.filter(({ sectionId }) => sectionId === section);
  const line = (template: string): Paragraph[] => {
    const item = template.startsWith('- ');
    const runs = composed(item ? template.slice(2) : template, figures);
    return runs ? [paragraph(runs, item ? 'item' : 'text')] : [];
  };
  const own = ofYear[year]?.[section];
  return [
    ...(own === undefined ? [] : line(own)),
    ...part.paragraphs.flatMap(line),
    ...(part.merges ? merged(of) : []),
    ...(part.after ?? []).flatMap(line),
    ...(part.quotes ?? []).flatMap((key) => of.filter((each) => each.key === key).map(quoted)),
  ];
}

/** Word for word, its figures too, each known as the unit's. */
function quoted({ reportId, sectionId, unit, content }: UnitText): Paragraph {
  const [first] = content.paragraphs;
  const from = { reportId, sectionId, how: 'quoted' as const };
  const runs = (first?.runs ?? []).map((run): Run => ({
    ...run,
    sources: [from],
    ...(run.figure ? { figure: { ...run.figure, reportId: run.figure.reportId ?? reportId } } : {}),
  }));
  const named = runs[0]?.text.includes(unit) ?? false;
  return paragraph(named ? runs : [{ text: `${unit}: ` }, ...runs], 'item');
}

/** What several say, once, with how many reports say it. */
function merged(texts: readonly UnitText[]): Paragraph[] {
  const bySummary = Map.groupBy(
    texts.filter(({ summary }) => summary !== null),
    ({ summary }) => summary ?? '',
  );
  return [...bySummary]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([summary, same]) => {
      const sources = same.map(({ reportId, sectionId }) => ({
        reportId,
        sectionId,
        how: 'merged' as const,
      }));
      return paragraph(
        [{ text: `${summary} (nêu tại báo cáo của ${same.length} đơn vị).`, sources }],
        'item',
      );
    });
}

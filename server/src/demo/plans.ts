// The plans of the illustration that were drawn up here rather than imported: two of 2025, one before and one after the communes
// were made anew, and those that units drew up from the province's plan of 2026. All of it is invented.
import type { PlanBody, PlanTask } from '../plans/body.ts';

export interface Told {
  readonly group: string;
  readonly text: string;
  /** Units as a plan names them; the first leads. */
  readonly lead: readonly string[];
  readonly coordinating?: readonly string[];
  /** ISO day, "month" or "quarter"; null: not said. */
  readonly due: string | null;
  readonly onCall?: boolean;
  readonly outputs?: readonly string[];
  readonly budget?: string;
}

export interface ToldPlan {
  readonly title: string;
  readonly number: string;
  readonly signer: string;
  readonly issuedOn: string;
  readonly period: readonly [string, string];
  readonly objectives: readonly string[];
  readonly tasks: readonly Told[];
}

const policy = 'Hoàn thiện thể chế, nâng cao năng lực';
const content = 'Nội dung và sản phẩm truyền thông';
const press = 'Hợp tác quốc tế, hỗ trợ báo chí nước ngoài';
const border = 'Thông tin tại cửa khẩu và khu vực biên giới';
const report = 'Theo dõi, báo cáo';

export const firstHalf: ToldPlan = {
  title: 'Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao 6 tháng đầu năm 2025',
  number: '31/KH-UBND',
  signer: 'Trần Quốc Bảo',
  issuedOn: '2025-03-05',
  period: ['2025-03-05', '2025-06-30'],
  objectives: [
    'Chuyển giao nhiệm vụ thông tin đối ngoại về Sở Văn hóa, Thể thao và Du lịch không gián đoạn.',
    'Giới thiệu hình ảnh tỉnh tới bạn bè quốc tế qua ít nhất ba thứ tiếng.',
  ],
  tasks: [
    {
      group: policy,
      text: 'Rà soát, kiện toàn cán bộ đầu mối thông tin đối ngoại sau sắp xếp các sở',
      lead: ['Sở Nội vụ'],
      due: '2025-04-15',
      outputs: ['Danh sách cán bộ đầu mối'],
    },
    {
      group: policy,
      text: 'Tập huấn kỹ năng cung cấp thông tin cho báo chí nước ngoài',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      coordinating: ['Sở Ngoại vụ'],
      due: '2025-05-30',
      outputs: ['Tài liệu tập huấn', 'Danh sách học viên'],
      budget: 'Ngân sách tỉnh, 120 triệu đồng',
    },
    {
      group: content,
      text: 'Biên tập tờ gấp giới thiệu tỉnh bằng tiếng Việt, tiếng Anh, tiếng Lào',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      coordinating: ['Sở Công Thương'],
      due: '2025-04-30',
      outputs: ['Bản in 2.000 tờ'],
      budget: 'Ngân sách tỉnh, 80 triệu đồng',
    },
    {
      group: content,
      text: 'Mở chuyên mục tiếng Anh trên Cổng Thông tin điện tử tỉnh',
      lead: ['Cổng Thông tin điện tử tỉnh'],
      coordinating: ['Sở Khoa học và Công nghệ'],
      due: '2025-06-15',
    },
    {
      group: press,
      text: 'Hướng dẫn các đoàn phóng viên nước ngoài đến tác nghiệp',
      lead: ['Sở Ngoại vụ'],
      coordinating: ['Công an tỉnh'],
      due: 'quarter',
    },
    {
      group: border,
      text: 'Rà soát bảng, biển song ngữ tại khu vực cửa khẩu',
      lead: ['Ban Quản lý Khu kinh tế cửa khẩu'],
      coordinating: ['Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
      due: '2025-05-15',
    },
    {
      group: report,
      text: 'Thống kê điểm du lịch, lễ hội có khách quốc tế trên địa bàn',
      lead: ['Ủy ban nhân dân các huyện, thị xã, thành phố'],
      due: '2025-05-20',
    },
    {
      group: report,
      text: 'Bàn giao hồ sơ thông tin đối ngoại của cấp huyện trước khi kết thúc hoạt động',
      lead: ['Ủy ban nhân dân các huyện, thị xã, thành phố'],
      due: '2025-06-25',
    },
  ],
};

export const secondHalf: ToldPlan = {
  title: 'Kế hoạch công tác thông tin đối ngoại tỉnh Sông Thao 6 tháng cuối năm 2025',
  number: '96/KH-UBND',
  signer: 'Trần Quốc Bảo',
  issuedOn: '2025-07-15',
  period: ['2025-07-01', '2025-12-31'],
  objectives: [
    'Mỗi xã, phường có ít nhất một cán bộ đầu mối thông tin đối ngoại ngay trong quý III.',
    'Bảo đảm thông tin chính thức, kịp thời khi báo chí trong và ngoài nước đề nghị.',
  ],
  tasks: [
    {
      group: policy,
      text: 'Cử cán bộ đầu mối thông tin đối ngoại và gửi danh sách về Sở Văn hóa, Thể thao và Du lịch',
      lead: ['Các sở, ban, ngành', 'Ủy ban nhân dân các xã, phường'],
      due: '2025-08-15',
      outputs: ['Văn bản cử cán bộ'],
    },
    {
      group: policy,
      text: 'Tập huấn nghiệp vụ cho cán bộ đầu mối cấp xã',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      coordinating: ['Sở Nội vụ', 'Sở Ngoại vụ'],
      due: '2025-09-30',
      outputs: ['Tài liệu tập huấn', 'Danh sách học viên'],
      budget: 'Ngân sách tỉnh, 150 triệu đồng',
    },
    {
      group: content,
      text: 'Sản xuất phóng sự song ngữ về mùa lúa chín',
      lead: ['Báo và Phát thanh, Truyền hình Sông Thao'],
      coordinating: ['Sở Văn hóa, Thể thao và Du lịch'],
      due: '2025-10-20',
      outputs: ['Phóng sự 15 phút', 'Phụ đề tiếng Anh'],
      budget: 'Ngân sách tỉnh, 90 triệu đồng',
    },
    {
      group: content,
      text: 'Cập nhật phiên bản tiếng Anh của Cổng Thông tin điện tử tỉnh theo địa giới mới',
      lead: ['Cổng Thông tin điện tử tỉnh'],
      coordinating: ['Sở Khoa học và Công nghệ'],
      due: '2025-09-15',
    },
    {
      group: content,
      text: 'Triển lãm ảnh “Sông Thao mùa nước đầy” tại địa phương kết nghĩa',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      coordinating: ['Sở Ngoại vụ', 'Hội Văn học nghệ thuật tỉnh'],
      due: '2025-11-30',
      outputs: ['60 ảnh trưng bày'],
      budget: 'Xã hội hóa, 60 triệu đồng',
    },
    {
      group: press,
      text: 'Tiếp và hướng dẫn đoàn phóng viên nước ngoài',
      lead: ['Sở Ngoại vụ'],
      coordinating: ['Công an tỉnh'],
      due: 'quarter',
    },
    {
      group: press,
      text: 'Cung cấp thông tin khi có nội dung sai lệch về tỉnh',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      due: null,
      onCall: true,
    },
    {
      group: border,
      text: 'Tuyên truyền song ngữ về quy chế biên giới cho cư dân',
      lead: ['Ban Chỉ huy Bộ đội Biên phòng tỉnh'],
      coordinating: ['Sở Dân tộc và Tôn giáo'],
      due: '2025-12-15',
    },
    {
      group: report,
      text: 'Gửi số liệu ước thực hiện công tác thông tin đối ngoại năm 2025',
      lead: ['Các sở, ban, ngành', 'Ủy ban nhân dân các xã, phường'],
      due: '2025-11-15',
      outputs: ['Biểu số liệu ước thực hiện'],
    },
    {
      group: report,
      text: 'Tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả năm 2025',
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      due: '2025-11-30',
      outputs: ['Báo cáo của tỉnh'],
    },
  ],
};

const place = (name: string) => name.replace(/^Ủy ban nhân dân (xã|phường) /, '');

/** What a unit does of the province's plan of 2026, besides what it took over from there. */
export const ownTasks = (unit: string): readonly Told[] =>
  unit.startsWith('Ủy ban nhân dân')
    ? [
        {
          group: content,
          text: `Chụp bộ ảnh giới thiệu điểm đến của ${place(unit)} gửi kho tư liệu của tỉnh`,
          lead: [unit],
          due: '2026-06-30',
          outputs: ['20 ảnh'],
        },
        {
          group: border,
          text: 'Hướng dẫn cơ sở lưu trú khai báo khách nước ngoài',
          lead: [unit],
          due: 'quarter',
        },
      ]
    : [
        {
          group: content,
          text: 'Cung cấp tin, bài tiếng Việt và tiếng Anh cho Cổng Thông tin điện tử tỉnh',
          lead: [unit],
          due: 'quarter',
          outputs: ['Ít nhất 3 tin, bài mỗi quý'],
        },
        {
          group: policy,
          text: 'Phổ biến Quy chế quản lý hoạt động thông tin đối ngoại trong cơ quan',
          lead: [unit],
          due: '2026-08-31',
        },
      ];

const dueOf = (due: Told['due']): PlanTask['due'] =>
  due === null
    ? { kind: 'unspecified' }
    : due === 'month' || due === 'quarter'
      ? { kind: 'recurring', every: due }
      : { kind: 'by', date: due };

/** `unitOf`: the register's unit of a name; null for a collective one. */
export function bodyOf(
  { objectives, tasks }: Pick<ToldPlan, 'objectives' | 'tasks'>,
  unitOf: (name: string) => number | null,
): PlanBody {
  const groups = [...new Set(tasks.map(({ group }) => group))].map((title, at) => ({
    id: `g${at + 1}`,
    title,
  }));
  const agency = (name: string) => ({ name, unitId: unitOf(name), part: null });
  return {
    bases: [],
    objectives: [...objectives],
    targets: [],
    arrangements: [],
    groups,
    tasks: tasks.map((task, at) => ({
      id: `t${at + 1}`,
      groupId: groups.find(({ title }) => title === task.group)?.id ?? null,
      text: task.text,
      items: [],
      lead: task.lead.map(agency),
      coordinating: (task.coordinating ?? []).map(agency),
      due: dueOf(task.due),
      onCall: task.onCall ?? false,
      outputs: [...(task.outputs ?? [])],
      milestones: [],
      budget: task.budget ?? null,
      asksPlan: false,
      superiorTaskId: null,
      taskId: null,
      proposal: false,
    })),
  };
}

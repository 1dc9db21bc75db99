// Ready regimes to begin with. The outline follows what annual reports of external information contain; the days are those of
// Decree 09/2019/NĐ-CP. Proposed by the product: everything can be changed.
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';
import { regimeBody, type Frequency, type RegimeBody } from './body.ts';
import type * as schema from './schema.ts';

type Template = z.infer<typeof schema.regimeTemplate>;
type Said = readonly [vi: string, en: string];

interface Ready {
  readonly key: string;
  readonly frequency: Frequency;
  readonly name: Said;
  readonly description: Said;
}

const ready: readonly Ready[] = [
  {
    key: 'year',
    frequency: 'year',
    name: ['Báo cáo năm kết quả công tác thông tin đối ngoại', 'Annual report on external information'],
    description: [
      'Số liệu từ 15/12 năm trước đến 14/12 năm báo cáo.',
      'Data from 15 December of the year before to 14 December.',
    ],
  },
  {
    key: 'half-year',
    frequency: 'half-year',
    name: [
      'Báo cáo 6 tháng kết quả công tác thông tin đối ngoại',
      'Half-year report on external information',
    ],
    description: ['Số liệu 15/12–14/6 và 15/6–14/12.', 'Data from 15/12 to 14/6, and from 15/6 to 14/12.'],
  },
  {
    key: 'nine-months',
    frequency: 'nine-months',
    name: [
      'Báo cáo 9 tháng kết quả công tác thông tin đối ngoại',
      'Nine months’ report on external information',
    ],
    description: ['Số liệu 15/12–14/9.', 'Data from 15/12 to 14/9.'],
  },
  {
    key: 'quarter',
    frequency: 'quarter',
    name: ['Báo cáo quý kết quả công tác thông tin đối ngoại', 'Quarterly report on external information'],
    description: [
      'Số liệu từ ngày 15 tháng trước quý đến ngày 14 tháng cuối quý.',
      'From the 15th of the month before the quarter to the 14th of its last month.',
    ],
  },
  {
    key: 'month',
    frequency: 'month',
    name: ['Báo cáo tháng công tác thông tin đối ngoại', 'Monthly report on external information'],
    description: [
      'Số liệu từ ngày 15 tháng trước đến ngày 14 tháng báo cáo.',
      'From the 15th of the month before to the 14th.',
    ],
  },
  {
    key: 'five-years',
    frequency: 'five-years',
    name: ['Báo cáo tổng kết 5 năm công tác thông tin đối ngoại', 'Five-year review of external information'],
    description: ['Theo giai đoạn 2021–2025, 2026–2030.', 'By the periods 2021–2025, 2026–2030.'],
  },
];

interface Part {
  readonly id: string;
  readonly title: Said;
  readonly level?: number;
  readonly text?: boolean;
  readonly required?: boolean;
  readonly indicators?: readonly string[];
}

const outline: readonly Part[] = [
  {
    id: 'direction',
    title: ['Công tác lãnh đạo, chỉ đạo, điều hành', 'Direction and management'],
    required: true,
    indicators: ['TTDN.01', 'TTDN.02', 'TTDN.03', 'TTDN.04'],
  },
  { id: 'results', title: ['Kết quả thực hiện', 'Results'], text: false },
  {
    id: 'training',
    level: 2,
    title: ['Đào tạo, bồi dưỡng, tập huấn', 'Training'],
    indicators: ['TTDN.05', 'TTDN.06', 'TTDN.07'],
  },
  {
    id: 'media',
    level: 2,
    title: ['Thông tin trên báo chí, cổng thông tin và mạng xã hội', 'Press, portals and social media'],
    indicators: ['TTDN.10', 'TTDN.11', 'TTDN.12', 'TTDN.13', 'TTDN.14', 'TTDN.15', 'TTDN.16'],
  },
  {
    id: 'publications',
    level: 2,
    title: ['Xuất bản phẩm, triển lãm, sự kiện', 'Publications, exhibitions, events'],
    indicators: ['TTDN.20', 'TTDN.21', 'TTDN.22', 'TTDN.23', 'TTDN.24', 'TTDN.25'],
  },
  {
    id: 'foreign-press',
    level: 2,
    title: ['Hoạt động của báo chí nước ngoài, họp báo', 'Foreign press, press conferences'],
    indicators: ['TTDN.30', 'TTDN.31', 'TTDN.32', 'TTDN.33', 'TTDN.34', 'TTDN.35', 'TTDN.36'],
  },
  {
    id: 'clarification',
    level: 2,
    title: ['Giải thích, làm rõ thông tin sai lệch', 'Explanation and clarification of wrong information'],
    indicators: ['TTDN.40', 'TTDN.41', 'TTDN.42'],
  },
  {
    id: 'border',
    level: 2,
    title: [
      'Thông tin đối ngoại tại cửa khẩu, khu vực biên giới; đoàn ra, đoàn vào',
      'Border gates; delegations',
    ],
    indicators: ['TTDN.50', 'TTDN.51', 'TTDN.52'],
  },
  {
    id: 'tasks',
    title: ['Tình hình thực hiện nhiệm vụ được giao', 'Tasks'],
    indicators: ['NV.01', 'NV.02', 'NV.03', 'NV.04', 'NV.05', 'NV.06', 'NV.07'],
  },
  { id: 'budget', title: ['Kinh phí', 'Money'], indicators: ['KP.01', 'KP.02', 'KP.03'] },
  {
    id: 'difficulties',
    title: ['Khó khăn, hạn chế và nguyên nhân', 'Difficulties, shortcomings and their causes'],
    required: true,
  },
  { id: 'proposals', title: ['Đề xuất, kiến nghị', 'Proposals'] },
  {
    id: 'next',
    title: ['Phương hướng, nhiệm vụ kỳ tới', 'Direction and tasks of the next period'],
    required: true,
  },
];

const everyone = { underId: null, direct: false, kinds: [], include: [], exclude: [] };

function bodyOf({ frequency, name }: Ready, side: 0 | 1): RegimeBody {
  return regimeBody.parse({
    name: name[side],
    kind: frequency === 'five-years' ? 'thematic' : 'periodic',
    legalBasis: (
      [
        'Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ',
        'Decree 09/2019/NĐ-CP of 24 January 2019',
      ] as const
    )[side],
    frequency,
    tiers: [
      {
        id: 'commune',
        name: (['Cấp xã', 'Communes'] as const)[side],
        units: { ...everyone, levels: ['commune'], kinds: ['committee'] },
        deadline: { kind: 'working-days', days: 1 },
      },
      {
        id: 'department',
        name: (['Sở, ban, ngành', 'Departments'] as const)[side],
        units: { ...everyone, direct: true, levels: ['province'], kinds: ['department'] },
        deadline: { kind: 'working-days', days: 2 },
      },
    ],
    ownDeadline: { kind: 'working-days', days: 4 },
    onDayOff: 'next-working-day',
    outline: outline.map(({ id, level = 1, title, text = true, required = false, indicators = [] }) => ({
      id,
      level,
      title: title[side],
      text,
      required,
      indicators: [...indicators],
    })),
  });
}

export function templates(locale: Locale): Template[] {
  const side = locale === 'vi' ? 0 : 1;
  return ready.map((each) => ({
    key: each.key,
    name: each.name[side],
    description: each.description[side],
    body: bodyOf(each, side),
  }));
}

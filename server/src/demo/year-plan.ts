// When the reports of a year are called, sent, sent back, urged and issued in the illustration, and by which regime. Pure.
import { templates } from '../regimes/templates.ts';
import type { RegimeBody } from '../regimes/body.ts';

export interface SentBack {
  /** Without "demo:". */
  readonly key: string;
  readonly sent: string;
  readonly returned: string;
  readonly again: string;
  /** What was entered wrong, how many times too large, and why it came back. */
  readonly code: string;
  readonly times: number;
  readonly sectionId: string;
  readonly reason: string;
}

export interface Campaign {
  readonly year: number;
  readonly called: string;
  /** Units send on these days, each on one of them. */
  readonly sending: readonly [string, ...string[]];
  readonly sentBack: readonly SentBack[];
  /** Sent after the deadline, urged on a day before. */
  readonly late: readonly { readonly key: string; readonly sent: string }[];
  readonly urged: string;
  readonly levelApproved: string;
  readonly written: string;
  readonly approved: string;
  readonly drafted: string;
  readonly issued: string;
}

export const campaigns: readonly Campaign[] = [
  {
    year: 2025,
    called: '2026-01-05',
    sending: ['2026-01-08', '2026-01-09', '2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15'],
    sentBack: [
      {
        key: 'so-cong-thuong',
        sent: '2026-01-09',
        returned: '2026-01-12',
        again: '2026-01-14',
        code: 'KP.02',
        times: 10,
        sectionId: 'budget',
        reason: 'Kinh phí đã thực hiện lớn hơn kinh phí được giao; đề nghị kiểm tra lại đơn vị tính.',
      },
      {
        key: 'uy-ban-nhan-dan-xa-van-chai-linh',
        sent: '2026-01-12',
        returned: '2026-01-14',
        again: '2026-01-15',
        code: 'TTDN.13',
        times: 100,
        sectionId: 'media',
        reason: 'Số lượt truy cập khác xa các xã cùng điều kiện; đề nghị rà soát nguồn thống kê.',
      },
    ],
    late: [{ key: 'uy-ban-nhan-dan-xa-cam-nuong', sent: '2026-01-20' }],
    urged: '2026-01-19',
    levelApproved: '2026-01-22',
    written: '2026-01-23',
    approved: '2026-01-26',
    drafted: '2026-01-27',
    issued: '2026-01-30',
  },
  {
    year: 2026,
    called: '2026-10-05',
    sending: [
      '2026-11-09',
      '2026-11-10',
      '2026-11-11',
      '2026-11-12',
      '2026-11-13',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
    ],
    sentBack: [
      {
        key: 'so-y-te',
        sent: '2026-11-10',
        returned: '2026-11-12',
        again: '2026-11-16',
        code: 'KP.02',
        times: 10,
        sectionId: 'budget',
        reason: 'Kinh phí đã thực hiện vượt kinh phí được giao; đề nghị đối chiếu với kho bạc.',
      },
      {
        key: 'uy-ban-nhan-dan-xa-suoi-huong-lam',
        sent: '2026-11-12',
        returned: '2026-11-16',
        again: '2026-11-18',
        code: 'TTDN.13',
        times: 100,
        sectionId: 'media',
        reason: 'Số lượt truy cập tăng đột biến so với năm trước; đề nghị kiểm tra lại.',
      },
    ],
    late: [
      { key: 'uy-ban-nhan-dan-phuong-tay-pho-cat', sent: '2026-11-21' },
      { key: 'uy-ban-nhan-dan-xa-deo-ngoc-lung', sent: '2026-11-24' },
    ],
    urged: '2026-11-21',
    levelApproved: '2026-11-26',
    written: '2026-11-26',
    approved: '2026-11-27',
    drafted: '2026-11-27',
    issued: '2026-11-30',
  },
];

const units = { underId: null, direct: false, levels: [], kinds: [], include: [], exclude: [] };

/** As the catalogue of ready regimes has it, with the province's own circle of units. */
function yearly(departmentIds: readonly number[]): RegimeBody {
  const ready = templates('vi').find(({ key }) => key === 'year');
  if (!ready) throw new Error('The illustration lacks the yearly regime.');
  const { body } = ready;
  return {
    ...body,
    tiers: [
      {
        id: 'department',
        name: 'Các sở, ban, ngành, đơn vị cấp tỉnh',
        units: { ...units, include: [...departmentIds] },
        deadline: { kind: 'on', month: 1, day: 16, yearOffset: 1 },
      },
      {
        id: 'commune',
        name: 'Ủy ban nhân dân các xã, phường',
        units: { ...units, levels: ['commune'], kinds: ['committee'] },
        deadline: { kind: 'on', month: 1, day: 16, yearOffset: 1 },
      },
    ],
    ownDeadline: { kind: 'on', month: 1, day: 30, yearOffset: 1 },
    opensBefore: null,
  };
}

const later = (body: RegimeBody): RegimeBody => ({
  ...body,
  tiers: body.tiers.map((tier) => ({ ...tier, deadline: { kind: 'on', month: 11, day: 20, yearOffset: 0 } })),
  ownDeadline: { kind: 'on', month: 11, day: 30, yearOffset: 0 },
  opensBefore: 26,
});

export interface Version {
  readonly setOn: string;
  readonly validFrom: string;
  readonly body: RegimeBody;
}

/**
 * The days of Decree 09/2019/NĐ-CP at first; then those that the ministry's date and the plan of 2026 ask for, so that the first year
 * is short; from 2027 on whole years again.
 */
export function versionsOf(departmentIds: readonly number[]): readonly Version[] {
  const first = yearly(departmentIds);
  const legalBasis = 'Kế hoạch số 27/KH-UBND ngày 09 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh';
  const second = { ...later(first), legalBasis };
  return [
    { setOn: '2025-12-22', validFrom: '2025-12-22', body: first },
    {
      setOn: '2026-09-15',
      validFrom: '2026-09-15',
      body: { ...second, window: { fromDay: 15, fromMonth: -1, toDay: 31, toMonth: -2 } },
    },
    {
      setOn: '2026-09-15',
      validFrom: '2026-12-01',
      body: { ...second, window: { fromDay: 1, fromMonth: -2, toDay: 31, toMonth: -2 } },
    },
  ];
}

/** What the province set itself. */
export const targets: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'TTDN.05': { 2025: 25, 2026: 30 },
  'TTDN.10': { 2025: 4500, 2026: 5000 },
  'TTDN.16': { 2025: 300, 2026: 330 },
  'TTDN.20': { 2025: 20, 2026: 22 },
  'TTDN.30': { 2025: 8, 2026: 10 },
};

export const foot = 'Dữ liệu minh họa - không phải văn bản của cơ quan nhà nước';

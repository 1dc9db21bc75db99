// What reports, calls and their states are called.
import type {
  Report,
  ReportAbility,
  ReportCall,
  ReportClass,
  ReportFrequency,
  ReportStatus,
  TextSource,
} from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import type { Language, Message, Say } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

interface State {
  readonly words: Message;
  readonly tone: Tone;
}

export const statusWords: Readonly<Record<ReportStatus, State>> = {
  draft: { words: 'Đang lập', tone: 'plain' },
  submitted: { words: 'Chờ xem xét', tone: 'river' },
  returned: { words: 'Bị trả lại', tone: 'soon' },
  accepted: { words: 'Đã chấp nhận', tone: 'done' },
  approved: { words: 'Đã phê duyệt', tone: 'done' },
  locked: { words: 'Đã khóa', tone: 'done' },
};
export const statuses = Object.keys(statusWords) as ReportStatus[];

export const classWords: Readonly<Record<ReportClass, State>> = {
  'on-time': { words: 'Gửi đúng hạn', tone: 'done' },
  late: { words: 'Gửi quá hạn', tone: 'soon' },
  'in-term': { words: 'Chưa gửi, trong hạn', tone: 'river' },
  overdue: { words: 'Chưa gửi, quá hạn', tone: 'late' },
  excused: { words: 'Được miễn', tone: 'plain' },
};
export const classes = Object.keys(classWords) as ReportClass[];

export const callStates: Readonly<Record<ReportCall['status'], State>> = {
  open: { words: 'Đang mở', tone: 'river' },
  closed: { words: 'Đã đóng', tone: 'done' },
  cancelled: { words: 'Đã hủy', tone: 'plain' },
};

export const kindWords: Readonly<Record<ReportCall['kind'], Message>> = {
  periodic: 'Báo cáo định kỳ',
  thematic: 'Báo cáo chuyên đề',
  'ad-hoc': 'Báo cáo đột xuất',
};
export const kinds = Object.keys(kindWords) as ReportCall['kind'][];

export const frequencyWords: Readonly<Record<ReportFrequency, Message>> = {
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  'half-year': '6 tháng',
  'nine-months': '9 tháng',
  year: 'Hằng năm',
  'five-years': '5 năm',
  'on-call': 'Khi được yêu cầu',
};
export const frequencies = Object.keys(frequencyWords) as ReportFrequency[];

/** "2026-Q3" as "quý III năm 2026". */
export function periodWords(period: string, say: Say): string {
  const [, year = '', part = ''] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
  if (!part) return say('năm {year}', { year });
  if (/^\d{4}$/.test(part)) return say('giai đoạn {from}–{to}', { from: year, to: part });
  if (part === '9M') return say('9 tháng năm {year}', { year });
  if (part === 'H1') return say('6 tháng đầu năm {year}', { year });
  if (part === 'H2') return say('6 tháng cuối năm {year}', { year });
  if (part.startsWith('Q'))
    return say('quý {n} năm {year}', { n: ['I', 'II', 'III', 'IV'][Number(part[1]) - 1] ?? part, year });
  return say('tháng {n} năm {year}', { n: Number(part), year });
}

export const windowWords = (
  { from, to }: { readonly from: string; readonly to: string },
  say: Say,
  language: Language,
): string => say('số liệu từ {from} đến {to}', { from: day(from, language), to: day(to, language) });

/** The call's name as it is, with its period where the name does not say it. */
export const aboutCall = (
  call: Pick<Report['call'], 'period' | 'from' | 'to'>,
  say: Say,
  language: Language,
): string =>
  [call.period ? periodWords(call.period, say) : null, windowWords(call, say, language)]
    .filter(Boolean)
    .join(' · ');

export const sourceWords: Readonly<Record<NonNullable<TextSource['how']>, Message>> = {
  quoted: 'Trích nguyên văn',
  merged: 'Gộp từ',
  rewritten: 'Viết lại từ',
};

export const eventWords: Readonly<Record<string, Message>> = {
  called: 'Được yêu cầu báo cáo',
  derived: 'Tính lại số liệu từ sổ',
  filled: 'Ghi số liệu, nội dung',
  'evidence-added': 'Thêm minh chứng',
  'evidence-removed': 'Bỏ minh chứng',
  'evidence-refused': 'Tệp minh chứng bị từ chối',
  handed: 'Trình lãnh đạo',
  'taken-back': 'Lấy lại từ lãnh đạo',
  'given-back': 'Lãnh đạo đơn vị trả lại',
  submitted: 'Gửi báo cáo',
  withdrawn: 'Rút lại',
  returned: 'Trả lại',
  accepted: 'Chấp nhận',
  approved: 'Phê duyệt',
  locked: 'Khóa',
  reopened: 'Mở lại',
  excused: 'Miễn báo cáo',
  'excuse-ended': 'Bỏ miễn báo cáo',
  extended: 'Gia hạn',
  merged: 'Báo cáo chung do sáp nhập',
  separated: 'Báo cáo riêng do tách',
};

export const actWords: Readonly<Partial<Record<ReportAbility, Message>>> = {
  hand: 'Trình lãnh đạo',
  'take-back': 'Lấy lại để sửa',
  'give-back': 'Trả lại cho chuyên viên',
  submit: 'Gửi báo cáo',
  withdraw: 'Rút lại',
  accept: 'Chấp nhận',
  return: 'Trả lại',
  approve: 'Phê duyệt',
  lock: 'Khóa',
  reopen: 'Mở lại',
  excuse: 'Miễn báo cáo',
  extend: 'Gia hạn',
};

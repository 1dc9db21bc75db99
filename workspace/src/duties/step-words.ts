// What each step asks for and what comes of it, in words.
import type { DutyStep } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { Wanted } from './use-step.ts';

export type DialogStep = Exclude<DutyStep['do'], 'receive' | 'progress' | 'report' | 'milestone'>;

export interface StepWords {
  readonly title: Message;
  readonly consequence: Message;
  readonly note: Message;
  readonly required: boolean;
  readonly done: Message;
  readonly field?: 'day' | 'unit' | 'decision' | 'correction';
}

export const dialogs: Readonly<Record<DialogStep, StepWords>> = {
  askExtension: {
    title: 'Xin gia hạn',
    consequence: 'Thời hạn chỉ đổi khi cơ quan xác nhận đồng ý. Trong lúc chờ, việc vẫn tính theo hạn cũ.',
    note: 'Lý do',
    required: true,
    done: 'Đã gửi đề nghị gia hạn',
    field: 'day',
  },
  takeBack: {
    title: 'Rút báo cáo hoàn thành',
    consequence: 'Việc trở lại đang thực hiện; ngày hoàn thành đã báo cáo bị bỏ.',
    note: 'Ghi chú',
    required: false,
    done: 'Đã rút báo cáo',
  },
  confirm: {
    title: 'Xác nhận hoàn thành',
    consequence:
      'Việc được ghi là hoàn thành vào ngày đơn vị báo cáo. Đúng hạn hay quá hạn tính theo ngày đó.',
    note: 'Ghi chú',
    required: false,
    done: 'Đã xác nhận',
  },
  sendBack: {
    title: 'Trả lại',
    consequence: 'Việc trở lại đang thực hiện, ngày hoàn thành đã báo cáo bị bỏ; đơn vị nhận được lý do.',
    note: 'Lý do',
    required: true,
    done: 'Đã trả lại',
    field: 'correction',
  },
  decideExtension: {
    title: 'Quyết định gia hạn',
    consequence: 'Nếu đồng ý, thời hạn mới thay hạn cũ từ hôm nay. Hạn ban đầu vẫn còn trong lịch sử.',
    note: 'Ý kiến',
    required: false,
    done: 'Đã quyết định',
    field: 'decision',
  },
  reopen: {
    title: 'Mở lại việc đã xác nhận',
    consequence: 'Việc trở lại đang thực hiện; lần xác nhận trước vẫn còn trong lịch sử.',
    note: 'Lý do',
    required: true,
    done: 'Đã mở lại',
    field: 'correction',
  },
  transfer: {
    title: 'Chuyển cho đơn vị khác',
    consequence: 'Đơn vị mới nhận việc cùng toàn bộ lịch sử và thời hạn; đơn vị cũ không còn phải thực hiện.',
    note: 'Lý do',
    required: true,
    done: 'Đã chuyển',
    field: 'unit',
  },
  cancel: {
    title: 'Thôi giao việc này',
    consequence: 'Việc không còn được tính trong số liệu nào; lịch sử vẫn được giữ và có thể giao lại.',
    note: 'Lý do',
    required: true,
    done: 'Đã thôi giao',
  },
  reinstate: {
    title: 'Giao lại',
    consequence: 'Việc được giao lại cho đơn vị với thời hạn cũ và được tính trở lại.',
    note: 'Lý do',
    required: true,
    done: 'Đã giao lại',
  },
};

/** What has been filled in so far. */
export interface Filled {
  readonly note: string;
  readonly day: string;
  readonly granted: boolean | null;
  /** The day that was reported is wrong. */
  readonly correction?: boolean;
  readonly unit: { readonly id: number; readonly name: string } | null;
}

/** The step as it is to be sent; null while something that it needs is missing. */
export function stepOf(
  step: DialogStep,
  { note: typed, day, granted, unit, correction = false }: Filled,
): Wanted | null {
  const text = typed.trim();
  const note = text ? { note: text } : {};
  if (dialogs[step].required && !text) return null;
  switch (step) {
    case 'askExtension':
      return day ? { do: step, wantedOn: day, note: text } : null;
    case 'decideExtension':
      // A refusal owes its reason.
      if (granted === null || (granted ? !day : !text)) return null;
      return { do: step, granted, ...(granted ? { dueOn: day } : {}), ...note };
    case 'transfer':
      return unit ? { do: step, unitId: unit.id, note: text } : null;
    case 'takeBack':
    case 'confirm':
      return { do: step, ...note };
    case 'sendBack':
    case 'reopen':
      return { do: step, note: text, ...(correction ? { correction } : {}) };
    case 'cancel':
    case 'reinstate':
      return { do: step, note: text };
  }
}

// What happened to a duty, said in a sentence as it would stand in a report.
import type { DutyEvent } from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import type { Language, Message, Say } from '../language/words.ts';

type Action = DutyEvent['action'];

const plain: Readonly<Record<Action, Message>> = {
  opened: '{who} giao việc',
  received: '{who} tiếp nhận',
  progress: '{who} báo cáo tiến độ',
  reported: '{who} báo cáo hoàn thành',
  takenBack: '{who} rút báo cáo hoàn thành',
  confirmed: '{who} xác nhận hoàn thành',
  sentBack: '{who} trả lại',
  reopened: '{who} mở lại việc đã xác nhận',
  extensionAsked: '{who} xin gia hạn',
  extensionGranted: '{who} đồng ý gia hạn',
  extensionRefused: '{who} không đồng ý gia hạn',
  extensionLapsed: 'Đề nghị gia hạn không còn cần thiết',
  milestone: '{who} cập nhật một mốc thời gian',
  evidenceAdded: '{who} thêm minh chứng',
  evidenceRemoved: '{who} bỏ minh chứng',
  evidenceRefused: 'Một tệp minh chứng bị từ chối và hủy khi kiểm tra dấu chỉ độ mật',
  transferred: '{who} chuyển việc cho đơn vị khác',
  cancelled: '{who} thôi giao việc này',
  reinstated: '{who} giao lại việc này',
  amended: 'Kế hoạch sửa đổi thay đổi việc này',
  ownPlan: '{who} ban hành kế hoạch của đơn vị',
  urged: '{who} đôn đốc',
  urgingAnswered: '{who} trả lời đôn đốc',
  undone: '{who} hoàn tác thao tác trước',
};

const dayIn = (event: DutyEvent, key: string): string | null => {
  const value = event.detail?.[key];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
};
const figureIn = (event: DutyEvent, key: string): number | null => {
  const value = event.detail?.[key];
  return typeof value === 'number' ? value : null;
};

/** "đ/c Nguyễn Văn An báo cáo hoàn thành, xong ngày 05/3/2026". */
export function eventWords(event: DutyEvent, say: Say, language: Language): string {
  const who = event.who === null ? say('Hệ thống') : say('đ/c {name}', { name: event.who });
  const more = moreOf(event, say, language);
  return [say(plain[event.action], { who }), more].filter(Boolean).join(', ');
}

function moreOf(event: DutyEvent, say: Say, language: Language): string | null {
  const on = (key: string) => dayIn(event, key);
  const [doneOn, wantedOn, from, to] = [on('doneOn'), on('wantedOn'), on('from'), on('to')];
  switch (event.action) {
    case 'progress': {
      const progress = figureIn(event, 'progress');
      return progress === null ? null : `${progress} %`;
    }
    case 'reported':
      return doneOn && say('xong ngày {date}', { date: day(doneOn, language) });
    case 'extensionAsked':
      return wantedOn && say('đến ngày {date}', { date: day(wantedOn, language) });
    case 'sentBack':
    case 'reopened':
      if (event.detail?.['correction'] !== true) return null;
      return doneOn
        ? say('đính chính ngày hoàn thành đã báo cáo ({date})', { date: day(doneOn, language) })
        : say('đính chính ngày hoàn thành đã báo cáo');
    case 'extensionGranted':
    case 'amended':
      if (from && to) {
        const moved = say('hạn từ {from} đổi thành {to}', {
          from: day(from, language),
          to: day(to, language),
        });
        const [since, until] = [on('overdueFrom'), on('overdueTo')];
        if (!since || !until) return moved;
        const days = { from: day(since, language), to: day(until, language) };
        return `${moved}, ${say('đã quá hạn từ {from} đến {to}', days)}`;
      }
      return to && say('hạn mới {date}', { date: day(to, language) });
    case 'milestone':
      return doneOn ? say('xong ngày {date}', { date: day(doneOn, language) }) : say('chưa xong');
    case 'evidenceAdded':
    case 'evidenceRemoved':
      return typeof event.detail?.['title'] === 'string' ? `“${event.detail['title']}”` : null;
    default:
      return null;
  }
}

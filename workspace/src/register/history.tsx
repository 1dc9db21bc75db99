import type { TaskDetail } from '@nhipcau/server/contract';
import { datesIn, moment } from '../language/dates.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import css from './task.module.css';

const actions: Readonly<Record<string, Message>> = {
  entered: 'Vào sổ',
  reinstated: 'Vào sổ lại',
  changed: 'Thay đổi',
  superseded: 'Được thay bằng bản mới',
  withdrawn: 'Rút khỏi sổ',
  'handed-down': 'Giao theo kế hoạch',
  'left-out': 'Thôi giao theo bản điều chỉnh',
};
const fields: Readonly<Record<string, Message>> = {
  status: 'Tình trạng',
  doneOn: 'Ngày hoàn thành',
  note: 'Ghi chú',
  text: 'Nội dung nhiệm vụ',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  due: 'Thời hạn',
  group: 'Nhóm',
  items: 'Nội dung chi tiết',
  milestones: 'Mốc thời gian',
};
const statuses: Readonly<Record<string, Message>> = {
  open: 'Đang thực hiện',
  done: 'Hoàn thành',
  cancelled: 'Không thực hiện nữa',
};

export function History({ history }: { history: TaskDetail['history'] }) {
  const { say, language } = useWords();
  if (history.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Lịch sử')}</h2>
      <ol className={css['history']}>
        {history.map((entry, index) => (
          <li key={index}>
            <time className="figures" dateTime={entry.at}>
              {moment(entry.at, language)}
            </time>
            <span>
              {worded(entry.action, actions, say)}
              {entry.field ? `: ${worded(entry.field, fields, say)}` : ''}
              {entry.before !== null || entry.after !== null ? (
                <span className={css['change']}>
                  <del>{shown(entry.before, say, language)}</del> →{' '}
                  <ins>{shown(entry.after, say, language)}</ins>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const worded = (key: string, words: Readonly<Record<string, Message>>, say: Say) => {
  const known = Object.hasOwn(words, key) ? words[key] : undefined;
  return known ? say(known) : key;
};

function shown(value: string | null, say: Say, language: 'vi' | 'en'): string {
  if (value === null || value === '') return say('(trống)');
  return datesIn(worded(value, statuses, say), language);
}

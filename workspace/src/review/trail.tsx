// What happened to the document, newest first, and the way to take it away while nothing of it is in the register.
import type { DocumentDetail } from '@nhipcau/server/contract';
import { moment } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk-context.ts';
import css from './facts.module.css';

const actions: Readonly<Record<string, Message>> = {
  uploaded: 'Tải lên',
  read: 'Đọc xong',
  accepted: 'Đưa vào sổ',
  withdrawn: 'Đưa trở lại rà soát',
  superseded: 'Được thay bằng bản mới',
  reinstated: 'Vào sổ lại',
  failed: 'Không đọc được',
  'revision-of': 'Nối với bản trước',
  'revision-refused': 'Không phải bản sửa đổi',
};

export function Trail({ detail }: { detail: DocumentDetail }) {
  const { say, language } = useWords();
  const { readOnly, ask } = useDesk();
  return (
    <section className={css['numbers']}>
      <h2>{say('Lịch sử')}</h2>
      <ol className={css['list']}>
        {detail.trail.map((entry, index) => {
          const words = Object.hasOwn(actions, entry.action) ? actions[entry.action] : undefined;
          const reason = entry.action === 'withdrawn' ? entry.detail : null;
          return (
            <li key={index} className={css['number']}>
              <time dateTime={entry.at}>{moment(entry.at, language)}</time>
              <span>{[words ? say(words) : entry.action, reason].filter(Boolean).join(': ')}</span>
            </li>
          );
        })}
      </ol>
      {readOnly ? null : (
        <div className={css['remove']}>
          <Button look="plain" small onClick={() => ask({ kind: 'revision' })}>
            {say('Là bản sửa đổi của…')}
          </Button>
          {detail.may.includes('remove') ? (
            <Button look="plain" small onClick={() => ask({ kind: 'remove' })}>
              {say('Xóa văn bản này…')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

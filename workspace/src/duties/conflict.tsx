// Two people changed one duty: both versions stand side by side, and nothing is lost without the reader choosing so.
import type { DutyDetail } from '@nhipcau/server/contract';
import { day, moment } from '../language/dates.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './conflict.module.css';
import { eventWords } from './history-words.ts';
import { classWords, stateWords } from './classes.ts';
import { dialogs, type DialogStep } from './step-words.ts';
import type { StepState, Wanted } from './use-step.ts';

interface Props {
  readonly duty: DutyDetail;
  readonly state: StepState;
  readonly onGiveUp: () => void;
}

const otherSteps: Readonly<Record<string, Message>> = {
  receive: 'Tiếp nhận',
  progress: 'Ghi tiến độ',
  report: 'Báo cáo hoàn thành',
  milestone: 'Mốc thời gian',
};

const titleOf = (step: Wanted['do'], say: Say): string =>
  say(Object.hasOwn(dialogs, step) ? dialogs[step as DialogStep].title : (otherSteps[step] ?? 'Ghi tiến độ'));

export function Conflict({ duty, state, onGiveUp }: Props) {
  const { say, language } = useWords();
  const { conflict } = state;
  if (!conflict) return null;
  const { now, wanted } = conflict;
  const fits = now.may.includes(wanted.do);
  const news = now.events.filter(({ id }) => !duty.events.some((before) => before.id === id));
  const own = news.length > 0 && news.every((event) => event.own);
  const giveUp = () => (onGiveUp(), state.settle('theirs'));
  return (
    <Dialog
      title={own ? say('Bạn vừa cập nhật việc này ở cửa sổ khác') : say('Có người vừa cập nhật việc này')}
      wide
      actions={
        <>
          <Button onClick={giveUp}>{say('Bỏ thay đổi của tôi')}</Button>
          <Button look="action" disabled={!fits || state.busy} onClick={() => state.settle('mine')}>
            {say('Vẫn thực hiện trên bản mới')}
          </Button>
        </>
      }
    >
      <div className={css['sides']}>
        <section>
          <h3>{say('Bản mới')}</h3>
          <p>
            {say(stateWords[now.state].words)}, {say(classWords[now.class].words).toLocaleLowerCase(language)}
            {now.dueOn ? `, ${say('hạn {date}', { date: day(now.dueOn, language) })}` : ''}
          </p>
          <ul>
            {news.map((event) => (
              <li key={event.id}>
                {moment(event.at, language)}: {eventWords(event, say, language)}
                {event.note ? <q lang="vi">{event.note}</q> : null}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{say('Thay đổi của bạn, chưa lưu')}</h3>
          <p>{titleOf(wanted.do, say)}</p>
          <ul>
            {Object.entries(wanted)
              .filter(([key, value]) => key !== 'do' && typeof value === 'string')
              .map(([key, value]) => (
                <li key={key} lang="vi">
                  {day(String(value), language)}
                </li>
              ))}
          </ul>
        </section>
      </div>
      {fits ? null : (
        <p className={css['misfit']}>
          {say('Ở trạng thái mới, bước này không còn thực hiện được. Hãy chép lại chữ cần giữ trước khi bỏ.')}
        </p>
      )}
    </Dialog>
  );
}

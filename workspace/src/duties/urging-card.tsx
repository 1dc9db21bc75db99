// One urging: who urged whom about what, by when it is to be answered, and the answer or a place to write it.
import type { Urging } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { dutiesChanged } from './bulk.ts';
import css from './duty.module.css';
import { useKept } from './kept.ts';
import { answerUrging } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';
import { channelWords } from './urge-dialog.tsx';

/** `duties`: also name the duties it is about, where the card stands outside their pages. */
export function UrgingCard({ urging, duties }: { urging: Urging; duties?: boolean }) {
  const { say, language } = useWords();
  const { from, to, who, channel, reference, message, urgedOn, answerBy, answeredAt, answeredBy, answer } =
    urging;
  const late = answeredAt === null && answerBy !== null && answerBy < today();
  return (
    <article
      className={css['urging']}
      aria-label={say('Đôn đốc ngày {date}', { date: day(urgedOn, language) })}
    >
      <p className={css['urgingHead']}>
        <strong lang="vi">
          {from?.name ?? say('Hệ thống nhắc tự động')} → {to.name}
        </strong>
        <Tag tone={answeredAt === null ? (late ? 'late' : 'soon') : 'done'}>
          {answeredAt === null ? (late ? say('Quá hạn trả lời') : say('Chưa trả lời')) : say('Đã trả lời')}
        </Tag>
      </p>
      <p className={css['line']}>
        {[
          say('Ngày {date}', { date: day(urgedOn, language) }),
          say(channelWords[channel]),
          reference,
          who,
          answerBy ? say('trả lời trước ngày {date}', { date: day(answerBy, language) }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p lang="vi">{message}</p>
      {duties ? (
        <ul className={css['about']} lang="vi">
          {urging.duties.map(({ id, text }) => (
            <li key={id}>
              <Link to="/viec/$id" params={{ id: String(id) }}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {answeredAt === null ? (
        urging.mayAnswer ? (
          <Answer urging={urging} />
        ) : null
      ) : (
        <p className={css['answer']} lang="vi">
          <span className={css['line']}>
            {[answeredBy, moment(answeredAt, language)].filter(Boolean).join(', ')}
          </span>
          {answer}
        </p>
      )}
    </article>
  );
}

function Answer({ urging }: { urging: Urging }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`answer:${urging.id}`, '');
  const [open, setOpen] = useState(kept.was);
  const send = useMutation({
    mutationFn: () => answerUrging(urging.id, kept.value.trim()),
    onSuccess: () => {
      kept.forget();
      dutiesChanged(queries);
      toast(say('Đã trả lời đôn đốc'));
    },
  });
  if (!open) {
    return (
      <Button small onClick={() => setOpen(true)}>
        {say('Trả lời')}
      </Button>
    );
  }
  return (
    <div className={css['form']}>
      <SendProblem error={send.error} />
      <label>
        {say('Trả lời: đã làm gì, vướng mắc gì, bao giờ xong')}
        <textarea
          rows={3}
          maxLength={5000}
          value={kept.value}
          onChange={(event) => kept.set(event.target.value)}
        />
      </label>
      <div className={css['buttons']}>
        <Button look="action" disabled={send.isPending || !kept.value.trim()} onClick={() => send.mutate()}>
          {say('Gửi trả lời')}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('Thôi')}</Button>
      </div>
    </div>
  );
}

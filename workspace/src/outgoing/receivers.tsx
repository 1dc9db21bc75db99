// To whom it went, by which way, and how far it is there: codes of QCVN 102:2016, or who took the paper.
import type { OutgoingDetail, OutgoingReceiver } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './aside.module.css';
import forms from './forms.module.css';
import { putDownReceipt, sendAgain } from './requests.ts';
import { codeStates, recallStates, sendStates, ways } from './states.ts';

export function Receivers({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const [receipt, setReceipt] = useState<OutgoingReceiver | null>(null);
  const works = detail.may.includes('distribute') || detail.may.includes('recall');
  if (detail.receiverList.length === 0)
    return (
      <p>
        {detail.may.includes('distribute')
          ? say('Chưa gửi đến nơi nào. Bấm “Gửi văn bản…” để gửi theo Nơi nhận.')
          : say('Chưa gửi đến nơi nào.')}
      </p>
    );
  return (
    <>
      <ul className={css['list']}>
        {detail.receiverList.map((each) => (
          <li key={each.id}>
            <Receiver detail={detail} receiver={each} works={works} onReceipt={() => setReceipt(each)} />
          </li>
        ))}
      </ul>
      {receipt ? <ReceiptDialog detail={detail} receiver={receipt} onClose={() => setReceipt(null)} /> : null}
    </>
  );
}

interface Props {
  readonly detail: OutgoingDetail;
  readonly receiver: OutgoingReceiver;
  readonly works: boolean;
  readonly onReceipt: () => void;
}

function Receiver({ detail, receiver, works, onReceipt }: Props) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => sendAgain(detail.id, receiver.id),
    onSuccess: (answer) => queries.setQueryData(['outgoing', detail.id], answer),
  });
  const { name, way, email, state, problem, attempts, sentAt, code, recall, states, receivedBy, receivedOn } =
    receiver;
  const standing = recall ? recallStates[recall] : code ? codeStates[code] : sendStates[state];
  return (
    <>
      <p className={css['row']}>
        <span lang="vi">{name}</span>
        <Tag tone={standing.tone}>{say(standing.words)}</Tag>
      </p>
      <p className={css['faint']}>
        {[say(ways[way]), email, sentAt ? moment(sentAt, language) : null].filter(Boolean).join(' · ')}
        {receivedBy
          ? ` · ${say('{who} ký nhận {date}', { who: receivedBy, date: receivedOn ? day(receivedOn, language) : '' })}`
          : ''}
      </p>
      {state === 'failed' || (state === 'waiting' && attempts > 0) ? (
        <p className={css['wrong']}>
          {say('Đã thử {n, number} lần.', { n: attempts })} {problem}
        </p>
      ) : problem ? (
        <p className={css['faint']}>{problem}</p>
      ) : null}
      {states.length > 0 ? (
        <ul className={css['states']}>
          {states.map((one) => (
            <li key={`${one.code}${one.at}`}>
              {say(codeStates[one.code].words)} · {moment(one.at, language)}
              {[one.staff, one.note].filter(Boolean).map((words) => ` · ${words}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {again.error ? <Failure error={again.error} /> : null}
      {works && state === 'failed' ? (
        <Button small disabled={again.isPending} onClick={() => again.mutate()}>
          {say('Gửi lại')}
        </Button>
      ) : null}
      {works && way === 'paper' ? (
        <Button look="plain" small onClick={onReceipt}>
          {receivedBy ? say('Sửa ký nhận') : say('Ghi ký nhận')}
        </Button>
      ) : null}
    </>
  );
}

function ReceiptDialog({
  detail,
  receiver,
  onClose,
}: {
  detail: OutgoingDetail;
  receiver: OutgoingReceiver;
  onClose: () => void;
}) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [who, setWho] = useState(receiver.receivedBy ?? '');
  const [date, setDate] = useState(receiver.receivedOn ?? '');
  const put = useMutation({
    mutationFn: () => putDownReceipt(detail.id, receiver.id, { receivedBy: who.trim(), receivedOn: date }),
    onSuccess: (answer) => {
      queries.setQueryData(['outgoing', detail.id], answer);
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Ký nhận của {name}', { name: receiver.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={who.trim() === '' || date === '' || put.isPending}
            onClick={() => put.mutate()}
          >
            {say('Lưu')}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {put.error ? <Failure error={put.error} /> : null}
        <label>
          {say('Người nhận')}
          <input lang="vi" maxLength={300} value={who} onChange={(event) => setWho(event.target.value)} />
        </label>
        <DayField label={say('Ngày nhận')} value={date} onChange={setDate} required />
      </div>
    </Dialog>
  );
}

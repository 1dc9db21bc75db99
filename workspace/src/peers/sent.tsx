// What a document system was sent: how that went, and every state that came back.
import type { ExchangePeerSent } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { codeStates } from '../outgoing/states.ts';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import css from './peers.module.css';
import { sentToPeer } from './requests.ts';

type Row = ExchangePeerSent['rows'][number];

const standings: Readonly<Record<Row['state'], { readonly words: Message; readonly tone: Tone }>> = {
  waiting: { words: 'Đang chờ', tone: 'soon' },
  sent: { words: 'Đã gửi', tone: 'done' },
  failed: { words: 'Hỏng', tone: 'late' },
};
const size = 20;

export function Sent({ peerId }: { peerId: number }) {
  const { say } = useWords();
  const [state, setState] = useState<Row['state'] | ''>('');
  const [page, setPage] = useState(1);
  const query = { ...(state ? { state } : {}), page, size };
  const found = useQuery({
    queryKey: ['peers', peerId, 'sent', query],
    queryFn: ({ signal }) => sentToPeer(peerId, query, signal),
    placeholderData: keepPreviousData,
  });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { rows, total } = found.data;
  return (
    <div className={css['sent']}>
      <label>
        {say('Tình trạng gửi')}{' '}
        <select
          value={state}
          onChange={(event) => {
            setState(event.target.value as Row['state'] | '');
            setPage(1);
          }}
        >
          <option value="">{say('Tất cả')}</option>
          {(Object.keys(standings) as Row['state'][]).map((each) => (
            <option key={each} value={each}>
              {say(standings[each].words)}
            </option>
          ))}
        </select>
      </label>
      {rows.length === 0 ? (
        <p className={css['facts']}>{say('Chưa có văn bản nào.')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Package key={row.id} row={row} />
          ))}
        </ul>
      )}
      <Pages page={page} pages={Math.ceil(total / size)} onPage={setPage} />
    </div>
  );
}

function Package({ row }: { row: Row }) {
  const { say, language } = useWords();
  const standing = standings[row.state];
  return (
    <li>
      <div className={css['head']}>
        {row.outgoingId !== null ? (
          <Link to="/van-ban-di/$id" params={{ id: String(row.outgoingId) }} lang="vi">
            {row.title}
          </Link>
        ) : (
          <span className={css['facts']}>{say('Văn bản của {unit}', { unit: row.unitName })}</span>
        )}
        <Tag tone={standing.tone}>{say(standing.words)}</Tag>
        {row.recall ? <Tag tone="soon">{say('đã yêu cầu thu hồi')}</Tag> : null}
      </div>
      <p className={css['facts']}>
        <code>{row.documentId}</code> · {moment(row.sentAt ?? row.addedAt, language)}
        {row.attempts > 1 ? ` · ${say('{n, number} lần thử', { n: row.attempts })}` : ''}
      </p>
      {row.problem ? <p className={css['wrong']}>{row.problem}</p> : null}
      {row.states.length > 0 ? (
        <ol className={css['states']}>
          {row.states.map((one) => (
            <li key={`${one.code} ${one.at}`}>
              <Tag tone={codeStates[one.code].tone}>{say(codeStates[one.code].words)}</Tag>{' '}
              {moment(one.at, language)}
              {[one.staff, one.note].filter(Boolean).map((words) => ` · ${words}`)}
            </li>
          ))}
        </ol>
      ) : row.state === 'sent' ? (
        <p className={css['facts']}>{say('Chưa có trạng thái báo về.')}</p>
      ) : null}
    </li>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { deliverAgain, deliveries } from './requests.ts';
import css from './webhooks.module.css';

/** The newest twenty deliveries of a webhook. */
export function Deliveries({ id }: { id: number }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ signal }) => deliveries(id, signal),
    refetchInterval: 5000,
  });
  const again = useMutation({
    mutationFn: deliverAgain,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  if (found.data.rows.length === 0) return <p className={css['facts']}>{say('Chưa gửi lần nào.')}</p>;
  return (
    <ul className={css['deliveries']}>
      {again.error ? <Failure error={again.error} /> : null}
      {found.data.rows.map((row) => (
        <li key={row.id}>
          <span>{moment(row.at, language)}</span>
          <code>{row.event}</code>
          {row.status === 'delivered' ? (
            <Tag tone="done">{say('Đã gửi')}</Tag>
          ) : row.status === 'failed' ? (
            <Tag tone="late">{say('Hỏng')}</Tag>
          ) : (
            <Tag tone="soon">{say('Đang chờ')}</Tag>
          )}
          <span className={css['facts']}>
            {row.answered === null ? (row.problem ?? '') : `HTTP ${row.answered}`}{' '}
            {say('{n, number} lần thử', { n: row.attempts })}
          </span>
          {row.status === 'failed' ? (
            <Button small look="plain" onClick={() => again.mutate(row.id)}>
              {say('Gửi lại')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

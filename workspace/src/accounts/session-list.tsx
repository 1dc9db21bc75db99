import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '../api.ts';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { Part } from './part.tsx';
import css from './accounts.module.css';
import { endSession } from './requests.ts';

/** "Chrome · Windows", as far as a browser tells. */
function deviceOf(agent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(agent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  const said = [browser, system].flatMap((each) => (each ? [names[each] ?? each] : []));
  return said.join(' · ') || agent.slice(0, 40) || '—';
}

/** Where this account is signed in, and the way to end it there. */
export function Sessions({ sessions }: { sessions: OwnAccount['sessions'] }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own'] }),
  });
  return (
    <Part title={say('Các phiên đang đăng nhập')}>
      {end.error ? <Failure error={end.error} /> : null}
      {sessions.length > 1 ? (
        <Button onClick={() => end.mutate('others')}>{say('Đăng xuất mọi phiên khác')}</Button>
      ) : null}
      <ul className={css['sessions']}>
        {sessions.map(({ id, agent, address, seenAt, here, locked }) => (
          <li key={id}>
            <div>
              <p>
                {deviceOf(agent)} {here ? <Tag tone="river">{say('phiên này')}</Tag> : null}
                {locked ? <Tag>{say('đang khóa')}</Tag> : null}
              </p>
              <p className={css['facts']}>
                {address ?? '—'} · {say('hoạt động lần cuối {time}', { time: moment(seenAt, language) })}
              </p>
            </div>
            {here ? null : (
              <Button small onClick={() => end.mutate(id)}>
                {say('Đăng xuất phiên này')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

// What one is told of and how; and one's calendars for programs on the phone or the desk.
import type { NoticeWish } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../language/words.ts';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Feeds } from './feeds.tsx';
import css from './notices.module.css';
import { wish, wishes } from './requests.ts';

export function WishesScreen() {
  const { say } = useWords();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ['notices', 'wishes'], queryFn: ({ signal }) => wishes(signal) });
  const change = useMutation({
    mutationFn: wish,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices', 'wishes'] }),
  });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { rows, mail, address } = found.data;
  return (
    <Page
      title={say('Tin muốn nhận')}
      lead={
        mail
          ? say('Thư được gửi đến {address}. Tin tổng hợp đi một lần mỗi sáng.', { address })
          : say('Máy chủ này chưa nối với hệ thống thư điện tử; tin báo chỉ hiện trong phần mềm.')
      }
    >
      {change.error ? <Failure error={change.error} /> : null}
      <table className={css['wishes']}>
        <thead>
          <tr>
            <th scope="col">{say('Tin về')}</th>
            <th scope="col">{say('Trong phần mềm')}</th>
            <th scope="col">{say('Thư điện tử')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WishRow key={row.kind} row={row} onChange={(next) => change.mutate(next)} />
          ))}
        </tbody>
      </table>
      {rows.every(({ app, mail: way }) => !app && way === 'off') ? (
        <Notice tone="soon">{say('Bạn đã tắt mọi tin; việc được giao vẫn nằm trong “Việc của tôi”.')}</Notice>
      ) : null}
      <Feeds />
    </Page>
  );
}

function WishRow({ row, onChange }: { row: NoticeWish; onChange: (next: NoticeWish) => void }) {
  const { say } = useWords();
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>
        <input
          type="checkbox"
          className={css['check']}
          aria-label={say('{name}: trong phần mềm', { name: row.name })}
          checked={row.app}
          onChange={(event) => onChange({ ...row, app: event.target.checked })}
        />
      </td>
      <td>
        <select
          value={row.mail}
          aria-label={say('{name}: thư điện tử', { name: row.name })}
          onChange={(event) => onChange({ ...row, mail: event.target.value as NoticeWish['mail'] })}
        >
          <option value="now">{say('Gửi ngay')}</option>
          <option value="digest">{say('Trong thư tổng hợp')}</option>
          <option value="off">{say('Không gửi')}</option>
        </select>
      </td>
    </tr>
  );
}

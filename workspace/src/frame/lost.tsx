import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/notice.tsx';
import css from './frame.module.css';
import { useOpenWays } from './ways.tsx';

/** An address that leads nowhere: which one, why that happens, and where the reader may go from here. */
export function Lost() {
  const { say } = useWords();
  const { history } = useRouter();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const ways = useOpenWays();
  return (
    <Empty
      alone
      title={say('Không có trang này')}
      actions={
        <>
          <Link to="/" className={buttonClass('action')}>
            {say('Về trang Tổng quan')}
          </Link>
          {history.canGoBack() ? <Button onClick={() => history.back()}>{say('Quay lại')}</Button> : null}
        </>
      }
    >
      <p>
        {say('Địa chỉ {path} không dẫn đến đâu: có thể đã cũ, bị cắt bớt hoặc gõ sai.', {
          path: path.slice(0, 80),
        })}
      </p>
      {ways.length > 0 ? (
        <ul className={css['lost']} aria-label={say('Các trang bạn mở được')}>
          {ways.map(({ to, words }) => (
            <li key={to}>
              <Link to={to as '/'}>{say(words)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Empty>
  );
}

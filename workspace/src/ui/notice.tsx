// Says what happened, what is missing, or what went wrong and what to do now.
import type { ReactNode } from 'react';
import { RequestFailed, unreachable } from '../api.ts';
import { useWords, type Say } from '../language/words.ts';
import { Button } from './button.tsx';
import css from './notice.module.css';

export function Notice({
  tone = 'plain',
  title,
  children,
  actions,
  role,
}: {
  tone?: 'plain' | 'soon' | 'done' | 'river';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div className={`${css['notice']} ${css[tone]}`} role={role}>
      <div className={css['words']}>
        {title ? <p className={css['title']}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className={css['actions']}>{actions}</div> : null}
    </div>
  );
}

/** A request that failed, with a way to try it again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { say } = useWords();
  const words = failureWords(error, say);
  return (
    <Notice
      tone="soon"
      role="alert"
      title={words.title}
      actions={retry ? <Button onClick={retry}>{say('Thử lại')}</Button> : null}
    >
      {words.detail}
    </Notice>
  );
}

/** The same where the screen has nothing else to show. */
export function FailureScreen({ error, retry }: { error: unknown; retry: () => void }) {
  const { say } = useWords();
  const { title, detail } = failureWords(error, say);
  return (
    <Empty alone title={title} actions={<Button onClick={retry}>{say('Thử lại')}</Button>}>
      <p role="alert">{detail}</p>
    </Empty>
  );
}

/** The server's own words, or ours where it gave none or could not be reached. */
export function failureWords(error: unknown, say: Say): { title: string; detail: string } {
  if (!(error instanceof RequestFailed)) {
    return { title: say('Có lỗi trên màn hình này'), detail: error instanceof Error ? error.message : '' };
  }
  const { problem } = error;
  if (problem.code === unreachable) {
    return {
      title: say('Không liên lạc được với máy chủ'),
      detail: say('Kiểm tra đường mạng rồi thử lại. Những gì bạn đã nhập vẫn còn trên màn hình.'),
    };
  }
  if (problem.status === 404 && !problem.title) return { title: say('Không tìm thấy'), detail: '' };
  return { title: problem.title || say('Máy chủ chưa làm được việc này'), detail: problem.detail };
}

/** An empty place that says what to do first. */
export function Empty({
  title,
  children,
  actions,
  alone,
}: {
  title: string;
  /** The whole screen says nothing else: the title is its heading. */
  alone?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      <svg aria-hidden="true" viewBox="0 0 120 40" width="120" height="40">
        <path
          d="M4 32h112M12 32C28 10 44 6 60 6s32 4 48 26M36 32V14M60 32V6M84 32V14"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children ? <div className={css['emptyWords']}>{children}</div> : null}
      {actions ? <div className={css['actions']}>{actions}</div> : null}
    </div>
  );
}

export function Waiting({ children }: { children?: ReactNode }) {
  const { say } = useWords();
  return (
    <p className={css['waiting']} role="status">
      {children ?? say('Đang mở…')}
    </p>
  );
}

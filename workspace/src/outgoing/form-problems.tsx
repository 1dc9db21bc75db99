// What the check of form says, cell by cell of Decree 30/2020; each leads to its place on the sheet.
import type { FormProblem, OutgoingDetail } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import { Failure } from '../ui/notice.tsx';
import { usePiece } from './desk-context.ts';
import { useGo } from './go.ts';
import css from './aside.module.css';
import { formCheckOf } from './requests.ts';

export const useFormCheck = (detail: OutgoingDetail, wanted = true) =>
  useQuery({
    queryKey: ['outgoing', detail.id, 'check', detail.version],
    queryFn: ({ signal }) => formCheckOf(detail.id, signal),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });

const severities: Readonly<Record<FormProblem['severity'], readonly [mark: string, words: Message]>> = {
  error: ['■', 'lỗi phải sửa'],
  warning: ['◆', 'nên xem lại'],
  note: ['○', 'ghi chú|thể thức'],
};
const order = Object.keys(severities);

export function FormProblems({ detail, onGo }: { detail: OutgoingDetail; onGo?: () => void }) {
  const { say } = useWords();
  const goTo = useGo(detail.id);
  const unsaved = usePiece(({ saving }) => saving !== 'saved');
  const check = useFormCheck(detail);
  if (check.isError) return <Failure error={check.error} retry={() => void check.refetch()} />;
  if (!check.data) return <p role="status">{say('Đang kiểm tra thể thức…')}</p>;
  const problems = check.data.problems.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  );
  const go = (path: string) => {
    onGo?.();
    goTo(path);
  };
  return (
    <div aria-busy={unsaved || check.isPlaceholderData}>
      {problems.length === 0 ? (
        <p role="status">{say('Thể thức đúng, không thấy lỗi nào.')}</p>
      ) : (
        <ul className={css['list']}>
          {problems.map((problem) => (
            <li key={`${problem.code}${problem.path}${problem.excerpt}`}>
              <Problem problem={problem} onGo={go} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Problem({ problem, onGo }: { problem: FormProblem; onGo: (path: string) => void }) {
  const { say } = useWords();
  const { severity, cell, path, message, excerpt, clause } = problem;
  const [mark, words] = severities[severity];
  const about = [cell === 'annex' ? say('Phụ lục') : say('Ô số {cell}', { cell }), clause]
    .filter(Boolean)
    .join(' · ');
  const inside = (
    <>
      <span className={css['mark']} data-severity={severity}>
        <span aria-hidden="true">{mark}</span>
        <span className="hidden-text">{say(words)}</span>
      </span>
      <span>{message}</span>
      {excerpt ? (
        <small lang="vi">
          <q>{excerpt.length > 120 ? `${excerpt.slice(0, 120)}…` : excerpt}</q>
        </small>
      ) : null}
      <small>{about}</small>
    </>
  );
  return path === null ? (
    <div className={css['problem']}>{inside}</div>
  ) : (
    <button type="button" className={css['problem']} onClick={() => onGo(path)}>
      {inside}
    </button>
  );
}

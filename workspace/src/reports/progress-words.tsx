import { useMemo } from 'react';
import { useWords } from '../language/words.ts';
import { usePiece } from './desk-context.ts';
import { progressOf, type Progress } from './progress.ts';
import css from './folds.module.css';

export function useProgress(indicators: readonly { readonly id: number }[]): Progress {
  const report = usePiece((desk) => desk.report);
  const pending = usePiece((desk) => desk.pending);
  return useMemo(() => progressOf(report, pending, indicators), [report, pending, indicators]);
}

/** "7/12 đã nhập, 2 cảnh báo". */
export function ProgressWords({ progress: { all, given, warned } }: { progress: Progress }) {
  const { say } = useWords();
  if (all === 0) return null;
  return (
    <span className={css['progress']} data-whole={given === all || undefined}>
      {say('{given, number}/{all, number} đã nhập', { given, all })}
      {warned > 0 ? (
        <span className={css['warned']}>
          {', '}
          {say('{n, number} cảnh báo', { n: warned })}
        </span>
      ) : null}
    </span>
  );
}

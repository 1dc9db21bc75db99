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

interface Props {
  readonly progress: Progress;
  /** Sections of the whole report that ask for words. */
  readonly written?: Pick<Progress, 'all' | 'given'>;
}

/** "7/12 đã nhập, 2 cảnh báo"; of the whole report "7/12 chỉ tiêu, 1/3 mục, 2 cảnh báo". */
export function ProgressWords({ progress: { all, given, warned }, written }: Props) {
  const { say } = useWords();
  const sections = written && written.all > 0 ? written : null;
  if (all === 0 && !sections) return null;
  const parts = sections
    ? [
        ...(all > 0 ? [say('{given, number}/{all, number} chỉ tiêu', { given, all })] : []),
        say('{given, number}/{all, number} mục', sections),
      ]
    : [say('{given, number}/{all, number} đã nhập', { given, all })];
  const whole = given === all && (!sections || sections.given === sections.all);
  return (
    <span className={css['progress']} data-whole={whole || undefined}>
      {parts.join(', ')}
      {warned > 0 ? (
        <span className={css['warned']}>
          {', '}
          {say('{n, number} cảnh báo', { n: warned })}
        </span>
      ) : null}
    </span>
  );
}

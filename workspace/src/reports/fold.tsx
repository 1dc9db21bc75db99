// A part of a report that folds on a narrow screen; a wide one shows all of it.
import type { ReactNode } from 'react';
import { ProgressWords } from './progress-words.tsx';
import type { Progress } from './progress.ts';
import css from './folds.module.css';

interface Props {
  readonly title: ReactNode;
  readonly lang?: string;
  readonly progress: Progress;
  /** What calls for a look before it is opened. */
  readonly mark?: ReactNode;
  readonly open: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

export function FoldHead({ title, lang, progress, mark, open, controls, onToggle }: Props) {
  return (
    <button
      type="button"
      className={css['head']}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      <span aria-hidden="true" className={css['arrow']} />
      <span className={css['title']} lang={lang}>
        {title}
      </span>
      <ProgressWords progress={progress} />
      {mark}
    </button>
  );
}

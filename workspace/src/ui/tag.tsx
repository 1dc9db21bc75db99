import type { ReactNode } from 'react';
import css from './tag.module.css';

export type Tone = 'plain' | 'river' | 'late' | 'soon' | 'done';

/** A word of state. The tone only repeats what the word says; each tone has its own shape of dot. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`${css['tag']} ${css[tone]}`}>
      <span aria-hidden="true" className={css['dot']} />
      {children}
    </span>
  );
}

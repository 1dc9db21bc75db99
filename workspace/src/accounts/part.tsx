import type { ReactNode } from 'react';
import css from './accounts.module.css';

/** A part of the page, under a heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

import { useId, type ComponentProps, type ReactNode } from 'react';
import css from './field.module.css';

/** A line to type into, with its name, what helps, and what is wrong with it. */
export function Field({
  label,
  hint,
  wrong,
  beside,
  className,
  ...input
}: ComponentProps<'input'> & { label: string; hint?: ReactNode; wrong?: ReactNode; beside?: ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className={`${css['field']} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className={css['line']}>
        <input
          id={id}
          {...input}
          {...(described ? { 'aria-describedby': described } : {})}
          {...(wrong ? { 'aria-invalid': true } : {})}
        />
        {beside}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className={css['hint']}>
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-wrong`} className={css['wrong']} role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

/** One of a few. */
export function Choice({ label, children, ...select }: ComponentProps<'select'> & { label: string }) {
  const id = useId();
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select}>
        {children}
      </select>
    </div>
  );
}

// A button that opens a panel below itself; Escape and a press beside it close it, and the focus goes back.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { buttonClass } from './button.tsx';
import css from './drop.module.css';

interface Props {
  readonly label: ReactNode;
  readonly name?: string;
  readonly set?: boolean;
  readonly align?: 'start' | 'end';
  /** `way`: as a link of the frame's navigation. */
  readonly look?: 'way';
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function Drop({ label, name, set, align = 'start', look, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      document.getElementById(`${id}-button`)?.focus();
    };
    addEventListener('keydown', escape);
    addEventListener('pointerdown', away);
    addEventListener('focusin', away);
    return () => {
      removeEventListener('keydown', escape);
      removeEventListener('pointerdown', away);
      removeEventListener('focusin', away);
    };
  }, [open, id]);
  return (
    <div ref={root} className={css['drop']}>
      <button
        id={`${id}-button`}
        type="button"
        className={
          look === 'way'
            ? css['way']
            : `${buttonClass('quiet', true)} ${css['button']} ${set ? css['set'] : ''}`
        }
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
        <svg aria-hidden="true" width="9" height="6" viewBox="0 0 9 6">
          <path d="M1 1l3.5 3.5L8 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
      {open ? (
        <div id={id} className={css['panel']} data-align={align}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      ) : null}
    </div>
  );
}

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { giveFocusBack } from './focus.ts';

/** A dialog of the browser's own: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  wide,
}: {
  title: string;
  /** Absent where the reader must choose one of the actions. */
  onClose?: () => void;
  children: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
}) {
  const { say } = useWords();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // The title is read first; the focus then goes on to the fields.
    dialog?.querySelector('h2')?.focus();
    return () => {
      dialog?.close();
      // The browser gives it back only where the dialog is closed before it is taken off the page.
      giveFocusBack(opener);
    };
  }, []);
  useEffect(() => {
    const dialog = element.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      onClose?.();
    };
    const beside = (event: Event) => {
      if (event.target === dialog) onClose?.();
    };
    dialog?.addEventListener('cancel', cancel);
    dialog?.addEventListener('mousedown', beside);
    return () => {
      dialog?.removeEventListener('cancel', cancel);
      dialog?.removeEventListener('mousedown', beside);
    };
  }, [onClose]);
  return (
    <dialog ref={element} className={`${css['dialog']} ${wide ? css['wide'] : ''}`} aria-labelledby={heading}>
      <div className={css['inside']}>
        <div className={css['head']}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {onClose ? (
            <Button look="plain" small aria-label={say('Đóng')} onClick={onClose}>
              ✕
            </Button>
          ) : null}
        </div>
        <div className={css['body']}>{children}</div>
        {actions ? <div className={css['actions']}>{actions}</div> : null}
      </div>
    </dialog>
  );
}

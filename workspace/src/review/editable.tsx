// Text that becomes a field when it is chosen. Leaving the field keeps what was written; Escape takes it back.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../language/words.ts';
import { focusAtOnce } from '../ui/focus.ts';
import css from './editable.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly empty: string;
  readonly onSave: (value: string) => void;
  readonly readOnly?: boolean;
  /** Several lines: Enter makes a new line, Ctrl+Enter keeps. */
  readonly lines?: boolean;
  readonly shown?: string;
  readonly className?: string | undefined;
  /** Grows to open the field from outside (the key "e"). */
  readonly openAt?: number;
  readonly check?: (value: string) => string | null;
}

export function Editable(props: Props) {
  const { label, value, empty, readOnly, shown, className, openAt } = props;
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const seen = useRef(openAt ?? 0);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (openAt !== undefined && openAt > seen.current) setOpen(true);
    seen.current = openAt ?? 0;
  }, [openAt]);
  if (readOnly)
    return (
      <div className={`${css['text']} ${className ?? ''}`}>
        {value ? (shown ?? value) : <span className={css['empty']}>{empty}</span>}
      </div>
    );
  if (open) {
    return (
      <Field
        {...props}
        onClose={() => {
          setOpen(false);
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={`${css['value']} ${className ?? ''}`}
      aria-label={say('Sửa {field}: {value}', { field: label, value: (value && shown) || value || empty })}
      onClick={() => setOpen(true)}
    >
      {value ? (shown ?? value) : <span className={css['empty']}>{empty}</span>}
    </button>
  );
}

function Field({ label, value, lines, onSave, onClose, check, className }: Props & { onClose: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const dropped = useRef(false);
  const keep = () => {
    if (dropped.current) return;
    const problem = text.trim() === value ? null : (check?.(text.trim()) ?? null);
    if (problem) return setWrong(problem);
    dropped.current = true;
    if (text.trim() !== value) onSave(text.trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      dropped.current = true;
      onClose();
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
    }
  };
  return (
    <div className={className}>
      <textarea
        className={css['field']}
        aria-label={label}
        aria-invalid={wrong !== null}
        value={text}
        // For browsers that do not size a field by its content.
        rows={rowsOf(text)}
        ref={focusAtOnce}
        onChange={(event) => setText(lines ? event.target.value : event.target.value.replaceAll('\n', ' '))}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      {wrong ? (
        <p role="alert" className={css['wrong']}>
          {wrong}
        </p>
      ) : (
        <p className={css['hint']}>
          {lines ? say('Ctrl+Enter để giữ, Esc để thôi') : say('Enter để giữ, Esc để thôi')}
        </p>
      )}
    </div>
  );
}

const lettersPerRow = 60;

function rowsOf(text: string): number {
  const rows = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersPerRow)), 0);
  return Math.min(rows, 14);
}

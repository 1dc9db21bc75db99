// Text of the document that is written where it stands: a field without a frame that grows with its words.
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { pastedLines } from './pasted.ts';
import css from './writing.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
  /** Enter: what follows begins. */
  readonly onEnter?: () => void;
  /** Backspace where nothing is left. */
  readonly onEmptied?: () => void;
  /** Alt with an arrow. */
  readonly onStep?: (by: -1 | 1) => void;
  /** Several lines at once, the first of which belongs here. */
  readonly onLines?: (lines: readonly string[]) => void;
  /** Pasted text as lines; as a rule each without its marker. */
  readonly split?: (text: string) => readonly string[];
  /** Keys of its own, before all others. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onFocus?: () => void;
  /** The words in their looks, shown as long as nobody writes. */
  readonly drawn?: ReactNode;
  readonly describedBy?: string | undefined;
  readonly readOnly: boolean;
  readonly invalid?: boolean;
  readonly most?: number;
}

export function Writing(props: Props) {
  const {
    id,
    label,
    value,
    placeholder,
    onChange,
    onFocus,
    drawn,
    describedBy,
    readOnly,
    invalid = false,
    most = 20_000,
  } = props;
  if (readOnly)
    return (
      <span id={id} className={css['words']} lang="vi">
        {drawn ?? value}
      </span>
    );
  return (
    <span className={css['grow']} data-text={value || placeholder} data-drawn={drawn ? true : undefined}>
      {drawn ? (
        <span aria-hidden="true" className={css['drawn']}>
          {drawn}
        </span>
      ) : null}
      <textarea
        id={id}
        rows={1}
        cols={1}
        lang="vi"
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        maxLength={most}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => press(event, props)}
        onPaste={(event) => paste(event, props)}
      />
    </span>
  );
}

function press(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { value, onKey, onEnter, onEmptied, onStep }: Props,
): void {
  const take = (act?: () => void) => {
    if (!act) return;
    event.preventDefault();
    act();
  };
  // While a Vietnamese input method is composing, Enter belongs to it.
  if (event.nativeEvent.isComposing) return;
  onKey?.(event);
  if (event.defaultPrevented) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey) take(onEnter);
  else if (event.key === 'Backspace' && value === '') take(onEmptied);
  else if (event.altKey && event.key === 'ArrowUp') take(onStep && (() => onStep(-1)));
  else if (event.altKey && event.key === 'ArrowDown') take(onStep && (() => onStep(1)));
}

function paste(
  event: ClipboardEvent<HTMLTextAreaElement>,
  { value, onChange, onLines, split = pastedLines }: Props,
): void {
  const lines = split(event.clipboardData.getData('text/plain'));
  const [first = '', ...others] = lines;
  if (!onLines || others.length === 0) return;
  event.preventDefault();
  const { selectionStart, selectionEnd } = event.currentTarget;
  onChange(value.slice(0, selectionStart) + first + value.slice(selectionEnd));
  onLines(others);
}

import { useState } from 'react';
import css from './form.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  /** Letters a line, and lines. */
  readonly most?: { readonly letters: number; readonly lines: number };
}

const usual = { letters: 500, lines: 50 };
const linesOf = (text: string, most: typeof usual) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, most.letters))
    .filter((line) => line !== '')
    .slice(0, most.lines);

/** A list written a line each; the empty line one is about to fill stays on the screen alone. */
export function LinesField({ id, label, hint, lines, onChange, most = usual }: Props) {
  const [text, setText] = useState(lines.join('\n'));
  // Changed from elsewhere, by undoing for instance.
  if (linesOf(text, most).join('\n') !== lines.join('\n')) setText(lines.join('\n'));
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang="vi"
        rows={Math.max(2, text.split('\n').length)}
        placeholder={hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(linesOf(event.target.value, most));
        }}
      />
    </div>
  );
}

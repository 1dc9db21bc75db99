import { useId, useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from './button.tsx';
import css from './copyable.module.css';

/** What is shown once and belongs elsewhere: an address, a key. Copied with one press. */
export function Copyable({ label, value }: { label: string; value: string }) {
  const { say } = useWords();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const line = document.getElementById(id);
    if (line instanceof HTMLInputElement) line.select();
    // Without a safe connection browsers give no clipboard: the line is selected, for the reader's own keys.
    await navigator.clipboard?.writeText(value);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <span className={css['copyable']}>
      <input id={id} readOnly aria-label={label} value={value} onFocus={(event) => event.target.select()} />
      <Button small onClick={() => void copy()}>
        {say('Chép')}
      </Button>
      <span role="status">{copied ? say('Đã chép.') : ''}</span>
    </span>
  );
}

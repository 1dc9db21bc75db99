// The keys of a screen, and whether single letters are among them at all (WCAG 2.1.4).
import type { ReactNode } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { useSingleKeys } from './shortcuts.ts';
import { Dialog } from './dialog.tsx';
import css from './key-list.module.css';

export type Keys = readonly (readonly [string, Message])[];

export function KeyList({
  keys,
  onClose,
  children,
}: {
  keys: Keys;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { say } = useWords();
  const [on, setOn] = useSingleKeys();
  return (
    <Dialog title={say('Phím tắt')} onClose={onClose}>
      <dl className={css['keys']}>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              {key.split(' / ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <label className={css['check']}>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {say('Dùng phím tắt một chữ')}
      </label>
      {children}
    </Dialog>
  );
}

// Short messages at the foot of the screen, read out by screen readers; an error stays until it is closed.
import { useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from './button.tsx';
import css from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly words: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
}

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function show(toasts: readonly Toast[]): void {
  shown = toasts;
  for (const listener of listeners) listener();
}

export function toast(
  words: ReactNode,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): void {
  const id = next++;
  const { tone = 'plain', action } = options;
  show([...shown.slice(-2), { id, tone, words, ...(action ? { action } : {}) }]);
  if (tone === 'plain') setTimeout(() => close(id), action ? 9000 : 5000);
}

const close = (id: number) => show(shown.filter((one) => one.id !== id));
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const { say } = useWords();
  const toasts = useSyncExternalStore(listen, () => shown);
  return (
    <div className={css['toasts']} aria-live="polite" role="status">
      {toasts.map((one) => (
        <div key={one.id} className={`${css['toast']} ${one.tone === 'problem' ? css['problem'] : ''}`}>
          <span className={css['words']}>{one.words}</span>
          {one.action ? (
            <Button look="plain" small onClick={() => (one.action?.run(), close(one.id))}>
              {one.action.label}
            </Button>
          ) : null}
          <Button look="plain" small aria-label={say('Đóng')} onClick={() => close(one.id)}>
            ✕
          </Button>
        </div>
      ))}
    </div>
  );
}

import type { DragEvent, KeyboardEvent } from 'react';
import css from './sheet.module.css';

interface HandleProps {
  readonly id: string;
  readonly label: string;
  readonly onStep: (by: -1 | 1) => void;
  readonly onDrag: () => void;
  readonly onEnd: () => void;
}

/** By which something is taken hold of: dragged, or moved with the arrow keys. */
export function Handle({ id, label, onStep, onDrag, onEnd }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  const start = (event: DragEvent<HTMLButtonElement>) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    const whole = event.currentTarget.parentElement;
    if (whole) event.dataTransfer.setDragImage(whole, 12, 12);
    onDrag();
  };
  return (
    <button
      id={id}
      type="button"
      draggable
      className={css['handle']}
      aria-label={label}
      title={label}
      onKeyDown={press}
      onDragStart={start}
      onDragEnd={onEnd}
    >
      <svg aria-hidden="true" width="8" height="14" viewBox="0 0 8 14" fill="currentColor">
        <circle cx="2" cy="2" r="1.2" />
        <circle cx="6" cy="2" r="1.2" />
        <circle cx="2" cy="7" r="1.2" />
        <circle cx="6" cy="7" r="1.2" />
        <circle cx="2" cy="12" r="1.2" />
        <circle cx="6" cy="12" r="1.2" />
      </svg>
    </button>
  );
}

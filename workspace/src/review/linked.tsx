// A field beside the document: pointing at it lights its place in the text, and pointing at the place lights the field.
import type { ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { hover } from '../paper/spotlight.ts';
import { useDesk } from './desk-context.ts';
import css from './review.module.css';

export function Linked({
  mark,
  children,
  className,
}: {
  mark: string | null;
  children: ReactNode;
  className?: string | undefined;
}) {
  if (mark === null) return <div className={className}>{children}</div>;
  return (
    <div
      className={className}
      data-for={mark}
      onPointerEnter={() => hover([mark])}
      onPointerLeave={() => hover([])}
      onFocus={() => hover([mark])}
      onBlur={() => hover([])}
    >
      {children}
    </div>
  );
}

/** Why a field was read as it was, which is also the way to its place in the text. */
export function Why({ mark, children }: { mark: string | null; children: ReactNode }) {
  const { show } = useDesk();
  const { say } = useWords();
  if (mark === null) return <span className={css['why']}>{children}</span>;
  return (
    <button
      type="button"
      className={css['whyLink']}
      title={say('Xem trong văn bản')}
      onClick={() => show(mark)}
    >
      {children}
    </button>
  );
}

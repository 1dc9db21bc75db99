// A bar of the four classes. It only repeats figures that stand in words beside it, so it is hidden from who listens.
import type { ClassCounts } from '@nhipcau/server/contract';
import { shares } from './counting.ts';
import css from './overview.module.css';

export function Bar({ counts, whole, tall }: { counts: ClassCounts; whole: number; tall?: boolean }) {
  return (
    <span aria-hidden="true" className={`${css['bar']} ${tall ? css['tall'] : ''}`}>
      {shares(counts, whole).map(({ name, share }) => (
        <span key={name} className={css[name]} style={{ width: `${share}%` }} />
      ))}
    </span>
  );
}

// What is missing, each leading to its place.
import { useDeferredValue } from 'react';
import { useWords } from '../language/words.ts';
import { useDesk, usePiece } from './desk-context.ts';
import css from './life.module.css';
import { lacksOf, type Lack } from './missing.ts';

const shown = 40;

export function Lacks({ onGo }: { onGo?: () => void }) {
  const { say } = useWords();
  const { chooser } = useDesk();
  const draft = useDeferredValue(usePiece((desk) => desk.draft));
  const markers = usePiece((desk) => desk.layout.markers);
  const lacks = lacksOf(draft).toSorted((one, other) => Number(other.grave) - Number(one.grave));
  if (lacks.length === 0) return <p className={css['whole']}>{say('Không thiếu gì.')}</p>;
  const go = ({ place }: Lack) => {
    onGo?.();
    if (draft.body.tasks.some(({ id }) => id === place)) chooser.choose(place);
    // A dialog gives the focus back first.
    setTimeout(() => fieldOf(place)?.focus(), 30);
  };
  const nameOf = ({ place }: Lack) => markers.get(place);
  return (
    <ul className={css['lacks']}>
      {lacks.slice(0, shown).map((lack) => (
        <li key={`${lack.place}${lack.words}`} data-grave={lack.grave || undefined}>
          <button type="button" onClick={() => go(lack)}>
            {nameOf(lack) ? `${nameOf(lack)} ` : ''}
            {say(lack.words)}
            <span className="hidden-text">
              {' '}
              – {lack.grave ? say('phải sửa trước khi trình') : say('nên xem lại')}
            </span>
          </button>
        </li>
      ))}
      {lacks.length > shown ? <li>{say('và {n, number} chỗ nữa', { n: lacks.length - shown })}</li> : null}
    </ul>
  );
}

function fieldOf(place: string): HTMLElement | null {
  const ids = { title: 'plan-title', period: 'plan-period', tasks: 'section-tasks' };
  if (place in ids) {
    const field = document.getElementById(ids[place as keyof typeof ids]);
    return field?.querySelector('input') ?? field;
  }
  return (
    ['task', 'group', 'target'].map((kind) => document.getElementById(`${kind}-${place}`)).find(Boolean) ??
    null
  );
}

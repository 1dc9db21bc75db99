// A figure that somebody else has changed too, or that the server will not have.
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { figureKey, type Item } from './desk-items.ts';
import { useDesk, usePiece } from './desk-context.ts';
import css from './figures.module.css';
import { shownNumber } from './numbers.ts';
import { useFigure, type Place } from './use-figure.ts';

export function Collision({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const key = figureKey(place.indicator.id, place.cell);
  const there = usePiece(({ conflicts }) => conflicts.has(key));
  const item: Item | undefined = usePiece(({ pending }) => pending[key]);
  const { figure } = useFigure(place);
  if (!there || item?.of !== 'figure') return null;
  const said = (value: number | null | undefined) =>
    value == null ? '–' : shownNumber(value, language, place.indicator.decimals);
  const mine = item.edit.names ? item.edit.names.length : (item.edit.value ?? figure?.value);
  return (
    <div className={css['collision']} role="alert">
      <span>
        {say('{who} vừa ghi {theirs} ở ô này; bạn ghi {mine}, chưa lưu.', {
          who: figure?.changedBy ?? say('Người khác'),
          theirs: said(figure?.value),
          mine: said(mine),
        })}
      </span>
      <Button small onClick={() => keeper.choose(key, 'theirs')}>
        {say('Lấy {number} của họ', { number: said(figure?.value) })}
      </Button>
      <Button small onClick={() => keeper.choose(key, 'mine')}>
        {say('Giữ {number} của tôi', { number: said(mine) })}
      </Button>
    </div>
  );
}

export function Refused({ place }: { place: Place }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const key = figureKey(place.indicator.id, place.cell);
  const error = usePiece(({ refused }) => refused[key]);
  if (error === undefined) return null;
  const { title, detail } = failureWords(error, say);
  return (
    <div className={css['collision']} role="alert">
      <span>
        {title}. {detail}
      </span>
      <Button small onClick={() => keeper.drop(key)}>
        {say('Bỏ số tôi vừa ghi')}
      </Button>
    </div>
  );
}

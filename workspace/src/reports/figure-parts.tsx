// What a figure is made of, where a number alone does not say it: the names that are counted, the weight of an average.
import { useId, useState } from 'react';
import { useWords } from '../language/words.ts';
import { useDesk } from './desk-context.ts';
import css from './figures.module.css';
import { shownNumber, typedNumber } from './numbers.ts';
import { useFigure, type Place } from './use-figure.ts';

export function Names({ place }: { place: Place }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const id = useId();
  const { figure, edit } = useFigure(place);
  const { indicator, cell } = place;
  const [typed, setTyped] = useState<string | null>(null);
  const names = edit?.names ?? figure?.names ?? [];
  if (readOnly)
    return names.length > 0 ? (
      <p className={css['why']} lang="vi">
        {names.join('; ')}
      </p>
    ) : null;
  return (
    <div className={css['why']}>
      <label htmlFor={id}>
        {say('Tên từng đối tượng được đếm, mỗi dòng một tên; tên trùng ở các đơn vị chỉ được tính một lần')}
      </label>
      <textarea
        id={id}
        lang="vi"
        rows={Math.min(8, Math.max(2, names.length + 1))}
        value={typed ?? names.join('\n')}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const list = event.target.value
            .split('\n')
            .map((name) => name.trim())
            .filter(Boolean);
          keeper.figure(indicator.id, cell, { names: [...new Set(list)] });
        }}
      />
    </div>
  );
}

export function Weight({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const id = useId();
  const { figure, edit } = useFigure(place);
  const [typed, setTyped] = useState<string | null>(null);
  const weight = edit?.weight === undefined ? (figure?.weight ?? null) : edit.weight;
  return (
    <div className={css['why']}>
      <label htmlFor={id}>{say('Trọng số khi tính bình quân (ví dụ: số người, số lớp)')}</label>
      <input
        id={id}
        className={css['weight']}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shownNumber(weight, language)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = typedNumber(event.target.value, language);
          if (next !== undefined && (next ?? 0) >= 0)
            keeper.figure(place.indicator.id, place.cell, { weight: next });
        }}
      />
    </div>
  );
}

import { useState } from 'react';
import { holds } from '../language/fold.ts';
import { useWords } from '../language/words.ts';
import css from './register.module.css';

interface Option {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

const searchFrom = 9;

/** Values to choose from, each with how many tasks it would show. What is chosen stays in sight. */
export function Facet({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const { say } = useWords();
  const [question, setQuestion] = useState('');
  const shown = options.filter((option) => chosen.includes(option.key) || holds(option.label, question));
  // A value chosen by a link may have no task left: it must still be there to be taken off.
  const lost = chosen.filter((key) => !options.some((option) => option.key === key));
  return (
    <fieldset className={css['facet']}>
      <legend className="hidden-text">{label}</legend>
      {options.length >= searchFrom ? (
        <input
          type="search"
          className={css['facetSearch']}
          aria-label={say('Tìm trong {field}', { field: label })}
          placeholder={say('Tìm')}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      ) : null}
      {shown.length === 0 && lost.length === 0 ? <p className={css['hint']}>{say('Không có')}</p> : null}
      {[...lost.map((key) => ({ key, label: key.replace(/^(name|unit):/, ''), count: 0 })), ...shown].map(
        (option) => (
          <label key={option.key} className={css['option']}>
            <input
              type="checkbox"
              checked={chosen.includes(option.key)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, option.key] : chosen.filter((key) => key !== option.key),
                )
              }
            />
            <span>{option.label}</span>
            <span className={css['optionCount']}>{say('{n, number}', { n: option.count })}</span>
          </label>
        ),
      )}
    </fieldset>
  );
}

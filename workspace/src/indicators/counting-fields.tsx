// What a part of a formula counts: a register, a field of it, and the conditions under which a record counts.
import type { Formula, FormulaFilter, RegisterField, RegisterList } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import own from './indicators.module.css';
import { comparisonWords } from './source-words.ts';

export type Registers = RegisterList['rows'];
type Counted = Extract<Formula, { register: string }>;

interface CountingProps {
  readonly formula: Counted;
  readonly registers: Registers;
  readonly onChange: (formula: Formula) => void;
}

export function Counting({ formula, registers, onChange }: CountingProps) {
  const { say } = useWords();
  const register = registers.find(({ key }) => key === formula.register);
  const fields = register?.fields ?? [];
  const setWhere = (where: readonly FormulaFilter[]) => onChange({ ...formula, where: [...where] });
  return (
    <>
      {registers.length > 1 ? (
        <select
          aria-label={say('Sổ theo dõi')}
          value={formula.register}
          onChange={(event) => onChange({ ...formula, register: event.target.value, where: [] })}
        >
          {registers.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span>{register?.label}</span>
      )}
      {'field' in formula ? (
        <select
          aria-label={say('Trường')}
          value={formula.field}
          onChange={(event) => onChange({ ...formula, field: event.target.value })}
        >
          {fields
            .filter(({ type }) => formula.op !== 'sum' || type === 'number')
            .map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
        </select>
      ) : null}
      <ul className={own['where']}>
        {formula.where.map((filter, at) => (
          // Conditions have no ids: a place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <Condition
              filter={filter}
              fields={fields}
              onChange={(next) => setWhere(formula.where.map((one, index) => (index === at ? next : one)))}
            />
            <Button
              small
              look="plain"
              aria-label={say('Bỏ điều kiện {n, number}', { n: at + 1 })}
              onClick={() => setWhere(formula.where.filter((_one, index) => index !== at))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <Button
        small
        look="plain"
        disabled={fields.length === 0}
        onClick={() => {
          const [first] = fields;
          if (first)
            setWhere([
              ...formula.where,
              { field: first.name, is: comparisons(first)[0] ?? 'in', values: [] },
            ]);
        }}
      >
        + {say('Thêm điều kiện')}
      </Button>
    </>
  );
}

function comparisons({ type }: RegisterField): readonly FormulaFilter['is'][] {
  if (type === 'day') return ['in-window', 'until-window-end', 'at-least', 'at-most', 'known', 'unknown'];
  if (type === 'number') return ['at-least', 'at-most', 'in', 'known', 'unknown'];
  if (type === 'flag') return ['in'];
  return ['in', 'not-in', 'contains', 'known', 'unknown'];
}

const needsValue = (is: FormulaFilter['is']) =>
  is !== 'known' && is !== 'unknown' && is !== 'in-window' && is !== 'until-window-end';

interface ConditionProps {
  readonly filter: FormulaFilter;
  readonly fields: readonly RegisterField[];
  readonly onChange: (filter: FormulaFilter) => void;
}

function Condition({ filter, fields, onChange }: ConditionProps) {
  const { say } = useWords();
  const field = fields.find(({ name }) => name === filter.field);
  const closed = field && field.values.length > 0 && (filter.is === 'in' || filter.is === 'not-in');
  return (
    <span className={own['condition']}>
      <select
        aria-label={say('Trường')}
        value={filter.field}
        onChange={(event) => {
          const next = fields.find(({ name }) => name === event.target.value);
          if (next) onChange({ field: next.name, is: comparisons(next)[0] ?? 'in', values: [] });
        }}
      >
        {fields.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={say('So sánh')}
        value={filter.is}
        onChange={(event) =>
          onChange({ ...filter, is: event.target.value as FormulaFilter['is'], values: [] })
        }
      >
        {(field ? comparisons(field) : (['in'] as const)).map((is) => (
          <option key={is} value={is}>
            {say(comparisonWords[is])}
          </option>
        ))}
      </select>
      {closed ? (
        <Words field={field} filter={filter} onChange={onChange} />
      ) : needsValue(filter.is) ? (
        <input
          type={field?.type === 'day' ? 'date' : field?.type === 'number' ? 'number' : 'text'}
          aria-label={say('Giá trị')}
          value={filter.values.join('; ')}
          onChange={(event) =>
            onChange({
              ...filter,
              values: valuesOf(event.target.value, field, filter.is),
            })
          }
        />
      ) : null}
    </span>
  );
}

function valuesOf(
  text: string,
  field: RegisterField | undefined,
  is: FormulaFilter['is'],
): (string | number)[] {
  if (field?.type === 'number') return text === '' ? [] : [Number(text)];
  if (field?.type === 'day' || is === 'contains') return text === '' ? [] : [text];
  return text.split(/;\s?/).filter((one, at, all) => one !== '' || at < all.length - 1);
}

/** The words that a field can hold, to be ticked. */
function Words({
  field,
  filter,
  onChange,
}: {
  field: RegisterField;
  filter: FormulaFilter;
  onChange: (filter: FormulaFilter) => void;
}) {
  return (
    <span className={own['words']}>
      {field.values.map(({ key, label }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={filter.values.includes(key)}
            onChange={() =>
              onChange({
                ...filter,
                values: filter.values.includes(key)
                  ? filter.values.filter((one) => one !== key)
                  : [...filter.values, key],
              })
            }
          />
          {label}
        </label>
      ))}
    </span>
  );
}

// A formula made of few controls: what is counted, in which records; or two such parts added, subtracted, multiplied, divided.
import type { Formula, FormulaFilter, RegisterField, RegisterList } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import css from '../regimes/regimes.module.css';
import { nameIn } from '../reports/cells.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import own from './indicators.module.css';
import { useCatalogue } from './indicators-field.tsx';
import { registerList } from './requests.ts';
import { comparisonWords } from './source-words.ts';

type Registers = RegisterList['rows'];
type Op = Formula['op'];

const opWords: Readonly<Record<Op, Message>> = {
  count: 'Đếm bản ghi',
  sum: 'Cộng một trường',
  distinct: 'Đếm không trùng một trường',
  indicator: 'Lấy chỉ tiêu khác',
  number: 'Một số',
  add: 'Cộng các phần',
  subtract: 'Trừ các phần',
  multiply: 'Nhân các phần',
  divide: 'Chia các phần',
};
const ops = Object.keys(opWords) as Op[];

interface Props {
  readonly formula: Formula | null;
  readonly unitId: number | undefined;
  readonly onChange: (formula: Formula | null) => void;
}

export function FormulaFields({ formula, unitId, onChange }: Props) {
  const { say } = useWords();
  const registers = useQuery({
    queryKey: ['registers'],
    queryFn: ({ signal }) => registerList(signal),
    staleTime: 600_000,
  });
  if (registers.isError) return <Failure error={registers.error} retry={() => void registers.refetch()} />;
  if (!registers.data) return <Waiting />;
  const { rows } = registers.data;
  return (
    <>
      <div className={css['ticks']} role="radiogroup" aria-label={say('Nguồn số liệu')}>
        <label>
          <input type="radio" checked={formula === null} onChange={() => onChange(null)} />
          {say('Đơn vị ghi')}
        </label>
        <label>
          <input
            type="radio"
            checked={formula !== null}
            onChange={() => onChange(formula ?? begun('count', rows))}
          />
          {say('Tính từ sổ theo dõi')}
        </label>
      </div>
      {formula ? (
        <Node formula={formula} registers={rows} unitId={unitId} onChange={onChange} depth={0} />
      ) : null}
    </>
  );
}

function begun(op: Op, registers: Registers, before?: Formula): Formula {
  const [first] = registers;
  const register = before && 'register' in before ? before.register : (first?.key ?? '');
  const where = before && 'where' in before ? before.where : [];
  const field = registers.find(({ key }) => key === register)?.fields[0]?.name ?? '';
  if (op === 'count') return { op, register, where };
  if (op === 'sum' || op === 'distinct') return { op, register, field, where };
  if (op === 'indicator') return { op, code: '' };
  if (op === 'number') return { op, value: 100 };
  const part: Formula = before && !('of' in before) ? before : { op: 'count', register, where: [] };
  return {
    op,
    of: before && 'of' in before ? before.of : [part, { op: 'count', register, where: [] }],
  };
}

interface NodeProps {
  readonly formula: Formula;
  readonly registers: Registers;
  readonly unitId: number | undefined;
  readonly onChange: (formula: Formula) => void;
  readonly depth: number;
}

function Node({ formula, registers, unitId, onChange, depth }: NodeProps) {
  const { say } = useWords();
  return (
    <div className={own['node']} data-depth={depth}>
      <select
        aria-label={say('Cách tính')}
        value={formula.op}
        onChange={(event) => onChange(begun(event.target.value as Op, registers, formula))}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {say(opWords[op])}
          </option>
        ))}
      </select>
      {formula.op === 'number' ? (
        <input
          type="number"
          aria-label={say('Một số')}
          value={formula.value}
          onChange={(event) => onChange({ ...formula, value: Number(event.target.value) || 0 })}
        />
      ) : null}
      {formula.op === 'indicator' ? (
        <IndicatorSelect
          code={formula.code}
          unitId={unitId}
          onChange={(code) => onChange({ ...formula, code })}
        />
      ) : null}
      {'register' in formula ? (
        <Counting formula={formula} registers={registers} onChange={onChange} />
      ) : null}
      {'of' in formula ? (
        <div className={own['parts']}>
          {formula.of.map((part, at) => (
            // Parts have no ids: a place is what they are.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className={own['partLine']}>
              <Node
                formula={part}
                registers={registers}
                unitId={unitId}
                depth={depth + 1}
                onChange={(next) =>
                  onChange({ ...formula, of: formula.of.map((one, index) => (index === at ? next : one)) })
                }
              />
              {formula.of.length > 2 ? (
                <Button
                  small
                  look="plain"
                  aria-label={say('Bỏ phần {n, number}', { n: at + 1 })}
                  onClick={() =>
                    onChange({ ...formula, of: formula.of.filter((_one, index) => index !== at) })
                  }
                >
                  ✕
                </Button>
              ) : null}
            </div>
          ))}
          <Button
            small
            onClick={() => onChange({ ...formula, of: [...formula.of, begun('count', registers)] })}
          >
            + {say('Thêm phần')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function IndicatorSelect({
  code,
  unitId,
  onChange,
}: {
  code: string;
  unitId: number | undefined;
  onChange: (code: string) => void;
}) {
  const { say, language } = useWords();
  const catalogue = useCatalogue(unitId);
  return (
    <select
      aria-label={say('Chỉ tiêu|báo cáo')}
      value={code}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{say('Chọn chỉ tiêu')}</option>
      {catalogue.data?.rows.map((one) => (
        <option key={one.id} value={one.code}>
          {one.code} {nameIn(one, language)}
        </option>
      ))}
    </select>
  );
}

type Counted = Extract<Formula, { register: string }>;

interface CountingProps {
  readonly formula: Counted;
  readonly registers: Registers;
  readonly onChange: (formula: Formula) => void;
}

function Counting({ formula, registers, onChange }: CountingProps) {
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

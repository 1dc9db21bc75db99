// A formula made of few controls: what is counted, in which records; or two such parts added, subtracted, multiplied, divided.
import type { Formula } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import css from '../regimes/regimes.module.css';
import { nameIn } from '../reports/cells.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import own from './indicators.module.css';
import { useCatalogue } from './indicators-field.tsx';
import { Counting, type Registers } from './counting-fields.tsx';
import { registerList } from './requests.ts';

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

// Chooses indicators of the catalogue by group.
import type { Indicator } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { holds } from '../language/fold.ts';
import { Drop } from '../ui/drop.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import css from './indicators.module.css';
import { indicatorList } from './requests.ts';
import { nameIn } from '../reports/cells.ts';

interface Props {
  readonly unitId: number | undefined;
  /** Codes, in their order. */
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

export function IndicatorsField({ unitId, value, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className={css['chosen']}>
      <span>{say('Chỉ tiêu cần số liệu')}</span>
      <Drop
        label={value.length === 0 ? say('Chọn chỉ tiêu') : say('{n, number} chỉ tiêu', { n: value.length })}
      >
        <Choices unitId={unitId} value={value} onChange={onChange} />
      </Drop>
      {value.length > 0 ? <Chosen unitId={unitId} value={value} onChange={onChange} /> : null}
    </div>
  );
}

/** What was chosen, each with its name, taken out again by a press. */
function Chosen({ unitId, value, onChange }: Props) {
  const { say, language } = useWords();
  const list = useCatalogue(unitId);
  const nameOf = (code: string) => {
    const found = list.data?.rows.find((one) => one.code === code);
    return found ? nameIn(found, language) : code;
  };
  return (
    <ul className={css['chips']} aria-label={say('Chỉ tiêu đã chọn')}>
      {value.map((code) => (
        <li key={code}>
          <span>{nameOf(code)}</span>
          <button
            type="button"
            aria-label={say('Bỏ {what}', { what: nameOf(code) })}
            onClick={() => onChange(value.filter((one) => one !== code))}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The catalogue as a unit uses it. */
export function useCatalogue(unitId: number | undefined) {
  const query = unitId === undefined ? {} : { unit: unitId };
  return useQuery({
    queryKey: ['indicators', query],
    queryFn: ({ signal }) => indicatorList(query, signal),
    staleTime: 60_000,
  });
}

function Choices({ unitId, value, onChange }: Props) {
  const { say, language } = useWords();
  const [text, setText] = useState('');
  const list = useCatalogue(unitId);
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const rows = list.data.rows.filter((one) => holds(`${one.code} ${one.name} ${one.nameEn}`, text.trim()));
  const groups = [...new Set(rows.map(({ group }) => group))];
  const toggle = ({ code }: Indicator) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  return (
    <div className={css['choices']}>
      <input
        type="search"
        aria-label={say('Tìm chỉ tiêu')}
        placeholder={say('Tên hoặc mã, không cần dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{group || say('Chưa xếp nhóm')}</legend>
          {rows
            .filter((one) => one.group === group)
            .map((one) => (
              <label key={one.id}>
                <input type="checkbox" checked={value.includes(one.code)} onChange={() => toggle(one)} />
                <span>
                  {nameIn(one, language)} <small>{one.code}</small>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  );
}

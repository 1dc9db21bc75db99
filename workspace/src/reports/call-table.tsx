// The reports of a call, a line a unit: how it stands, by when, how often urged; opens to the report and to those below it.
import type { ReportCall, ReportRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import type { CallSearch } from './addresses.ts';
import css from './list.module.css';
import { StandingTags } from './report-facts.tsx';

type Sorted = 'unit' | 'due' | 'moved';
interface Props {
  readonly call: ReportCall;
  readonly rows: readonly ReportRow[];
  readonly search: CallSearch;
  readonly onChange: (search: { [K in keyof CallSearch]: CallSearch[K] | undefined }) => void;
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (chosen: ReadonlySet<number>) => void;
}

const unsent = (row: ReportRow) =>
  row.depth > 0 && row.submittedOn === null && row.class !== 'excused' && row.mergedInto === null;

export function CallTable({ call, rows, search, onChange, chosen, onChosen }: Props) {
  const { say } = useWords();
  const choosable = call.may.includes('urge') ? rows.filter(unsent) : [];
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.has(id));
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  if (rows.length === 0) return <p className={css['none']}>{say('Không có báo cáo nào khớp.')}</p>;
  return (
    <table className={`${css['table']} ${css['hideable']}`}>
      <caption className="hidden-text">{say('Các báo cáo của đợt')}</caption>
      <thead>
        <tr>
          {choosable.length > 0 ? (
            <th scope="col">
              <input
                type="checkbox"
                aria-label={say('Chọn mọi đơn vị chưa gửi')}
                checked={all}
                onChange={() => onChosen(new Set(all ? [] : choosable.map(({ id }) => id)))}
              />
            </th>
          ) : null}
          <Head name="unit" words={say('Đơn vị|một')} search={search} onChange={onChange} />
          <th scope="col">{say('Tình trạng')}</th>
          <Head name="due" words={say('Hạn gửi')} search={search} onChange={onChange} />
          <th scope="col" data-number>
            {say('Ngày gửi')}
          </th>
          <th scope="col">{say('Cấp dưới')}</th>
          <th scope="col" data-number>
            {say('Đôn đốc')}
          </th>
          <Head name="moved" words={say('Cập nhật')} search={search} onChange={onChange} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            choice={choosable.length > 0 ? { on: chosen.has(row.id), may: unsent(row), toggle } : null}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<Props, 'search' | 'onChange'> {
  readonly name: Sorted;
  readonly words: string;
}

function Head({ name, words, search, onChange }: HeadProps) {
  const sort = search.sort ?? 'due';
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined;
  const next = sort === name ? (`-${name}` as const) : name;
  return (
    <th scope="col" aria-sort={direction} data-number={name !== 'unit' || undefined}>
      <button
        type="button"
        onClick={() => onChange({ ...search, page: undefined, sort: next === 'due' ? undefined : next })}
      >
        {words}
        {direction ? <span aria-hidden="true"> {direction === 'ascending' ? '↑' : '↓'}</span> : null}
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: ReportRow;
  readonly choice: {
    readonly on: boolean;
    readonly may: boolean;
    readonly toggle: (id: number) => void;
  } | null;
}

function Row({ row, choice }: RowProps) {
  const { say, language } = useWords();
  const date = (iso: string | null) => (iso ? day(iso, language) : '–');
  return (
    <tr>
      {choice ? (
        <td>
          {choice.may ? (
            <input
              type="checkbox"
              aria-label={say('Chọn {what}', { what: row.unit.name })}
              checked={choice.on}
              onChange={() => choice.toggle(row.id)}
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row" lang="vi">
        <Link to="/bao-cao/$id" params={{ id: String(row.id) }}>
          {row.unit.name}
        </Link>
        {row.depth === 0 ? <small>{say('báo cáo tổng hợp')}</small> : null}
        {row.excuse ? <small>{row.excuse}</small> : null}
      </th>
      <td>
        <StandingTags row={row} />
      </td>
      <td data-number>
        {date(row.dueOn)}
        {row.dueOn === row.firstDueOn ? null : (
          <small>{say('gia hạn, hạn đầu {date}', { date: date(row.firstDueOn) })}</small>
        )}
      </td>
      <td data-number>
        {date(row.submittedOn)}
        {row.reopened > 0 ? <small>{say('đã mở lại {n, number} lần', { n: row.reopened })}</small> : null}
      </td>
      <td>{row.below ? <Below row={row} /> : null}</td>
      <td data-number>{row.urged > 0 ? row.urged : ''}</td>
      <td data-number>{date(row.lastMovedOn)}</td>
    </tr>
  );
}

function Below({ row }: { row: ReportRow }) {
  const { say } = useWords();
  if (!row.below) return null;
  return (
    <Link to="/bao-cao/dot/$id" params={{ id: String(row.callId) }} search={{ parent: row.id }}>
      {say('{sent, number}/{expected, number} đã gửi', {
        sent: row.below.sent,
        expected: row.below.expected,
      })}
    </Link>
  );
}

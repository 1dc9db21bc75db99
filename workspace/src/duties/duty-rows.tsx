// Duties one under the other: a dense table at a desk, cards on a phone. What is fetched, chosen or done stands elsewhere.
import type { DutyRow, DutySort } from '@nhipcau/server/contract';
import { useMediaQuery } from '@mantine/hooks';
import type { Message } from '../language/words.ts';
import { useWords } from '../language/words.ts';
import { DutyCards } from './duty-cards.tsx';
import { ClassCell, DueCell, FlagsCell, TextCell, UnitCell, UnitLink } from './duty-cells.tsx';
import css from './duties.module.css';
import lists from '../ui/list.module.css';

export type DutyColumn = 'text' | 'unit' | 'role' | 'plan' | 'class';

/** Which rows are chosen, and how to change that. */
export interface Choice {
  readonly has: (id: number) => boolean;
  readonly set: (rows: readonly DutyRow[], chosen: boolean) => void;
}

export interface RowsProps {
  readonly rows: readonly DutyRow[];
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  readonly hide?: readonly DutyColumn[] | undefined;
  readonly asOf?: string | undefined;
  readonly choice?: Choice | undefined;
  /** The row at which the keyboard stands. */
  readonly at?: number | null | undefined;
  readonly sort?: DutySort | undefined;
  readonly onSort?: ((sort: DutySort) => void) | undefined;
}

export function DutyRows(props: RowsProps) {
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  return narrow ? <DutyCards {...props} /> : <Table {...props} />;
}

function Table({ rows, caption, hide = [], asOf, choice, at, sort, onSort }: RowsProps) {
  const { say } = useWords();
  const shows = (column: DutyColumn) => !hide.includes(column);
  const all = rows.length > 0 && rows.every(({ id }) => choice?.has(id));
  return (
    <table className={`${lists['table']} ${css['table']}`}>
      <caption className="hidden-text">{caption}</caption>
      <thead>
        <tr>
          {choice ? (
            <td className={css['tick']}>
              <input
                type="checkbox"
                aria-label={say('Chọn tất cả trong danh sách này')}
                checked={all}
                onChange={() => choice.set(rows, !all)}
              />
            </td>
          ) : null}
          {shows('text') ? <Head name="text" words="Nhiệm vụ" sort={sort} onSort={onSort} /> : null}
          {shows('unit') ? <Head name="unit" words="Đơn vị" sort={sort} onSort={onSort} /> : null}
          <Head name="due" words="Thời hạn" sort={sort} onSort={onSort} />
          {shows('class') ? <Head words="Tình trạng" /> : null}
          <Head name="moved" words={'Tiến triển'} sort={sort} onSort={onSort} />
        </tr>
      </thead>
      <tbody>
        {rows.map((duty) => (
          <tr
            key={duty.id}
            data-duty={duty.id}
            data-at={at === duty.id}
            data-chosen={choice?.has(duty.id) ?? false}
          >
            {choice ? (
              <td className={css['tick']}>
                <input
                  type="checkbox"
                  aria-label={say('Chọn: {text}', { text: duty.text })}
                  checked={choice.has(duty.id)}
                  onChange={(event) => choice.set([duty], event.target.checked)}
                />
              </td>
            ) : null}
            {shows('text') ? (
              <td data-column="text">
                <TextCell duty={duty} plan={shows('plan')} role={shows('role')} />
              </td>
            ) : null}
            {shows('unit') ? (
              <td data-column="unit">
                {shows('text') ? <UnitCell duty={duty} /> : <UnitLink duty={duty} role={shows('role')} />}
              </td>
            ) : null}
            <td data-column="due">
              <DueCell duty={duty} asOf={asOf} />
            </td>
            {shows('class') ? (
              <td data-column="class">
                <ClassCell duty={duty} asOf={asOf} />
              </td>
            ) : null}
            <td data-column="moved">
              <FlagsCell duty={duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  readonly words: Message;
  readonly name?: 'text' | 'unit' | 'due' | 'moved';
  readonly sort?: DutySort | undefined;
  readonly onSort?: ((sort: DutySort) => void) | undefined;
}

function Head({ words, name, sort, onSort }: HeadProps) {
  const { say } = useWords();
  if (!name || !onSort) {
    return (
      <th scope="col" data-column={name ?? 'class'}>
        <span>{say(words)}</span>
      </th>
    );
  }
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  return (
    <th scope="col" data-column={name} aria-sort={direction}>
      <button type="button" onClick={() => onSort(direction === 'ascending' ? `-${name}` : name)}>
        {say(words)}
        <span aria-hidden="true">
          {direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}
        </span>
      </button>
    </th>
  );
}

import type { TaskRow } from '@nhipcau/server/contract';
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { useWords } from '../language/words.ts';
import { AgencyCell, DocumentCell, DueCell, StandingCell, TextCell } from './cells.tsx';
import { columnWords } from './column-choice.tsx';
import { columnNames, usualColumns, type ColumnName, type RegisterSearch, type Sort } from './filters.ts';
import css from './register.module.css';
import lists from '../ui/list.module.css';

// The server sorts and filters; the table keeps which columns are shown and which one is sorted.
const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const helper = createColumnHelper<typeof features, TaskRow>();
const columns = helper.columns([
  helper.display({ id: 'text', cell: ({ row }) => <TextCell task={row.original} /> }),
  helper.display({ id: 'lead', cell: ({ row }) => <AgencyCell agencies={row.original.lead} lead /> }),
  helper.display({
    id: 'coordinating',
    cell: ({ row }) => <AgencyCell agencies={row.original.coordinating} />,
  }),
  helper.display({ id: 'due', cell: ({ row }) => <DueCell task={row.original} /> }),
  helper.display({ id: 'status', cell: ({ row }) => <StandingCell task={row.original} /> }),
  helper.display({ id: 'group', cell: ({ row }) => row.original.group }),
  helper.display({ id: 'document', cell: ({ row }) => <DocumentCell task={row.original} /> }),
]);

interface Props {
  readonly rows: readonly TaskRow[];
  readonly search: RegisterSearch;
  readonly onChange: (search: RegisterSearch) => void;
}

export function TaskTable({ rows, search, onChange }: Props) {
  const { say } = useWords();
  const open = useOpenTask();
  const shown = search.columns ?? usualColumns;
  const sort = search.sort ?? 'due';
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnNames.map((name) => [name, shown.includes(name)])),
    [shown],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => String(row.id),
    manualSorting: true,
    state: { columnVisibility, sorting: [{ id: sort.replace('-', ''), desc: sort.startsWith('-') }] },
  });
  return (
    <table className={`${lists['table']} ${css['table']}`}>
      <caption className="hidden-text">{say('Sổ nhiệm vụ')}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <HeadCell
                key={header.id}
                name={header.column.id as ColumnName}
                sort={sort}
                onSort={(next) => onChange(sorted(search, next))}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row, index) => (
          <tr
            key={row.id}
            tabIndex={index === 0 ? 0 : -1}
            data-row={row.id}
            aria-label={row.original.text}
            onClick={open}
            onKeyDown={(event) => (walkRows(event), open(event))}
          >
            {row.getVisibleCells().map((cell) => (
              // What the cell holds is drawn inside, where the rule does not look.
              // oxlint-disable-next-line jsx-a11y/control-has-associated-label
              <td key={cell.id} data-column={cell.column.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({ name, sort, onSort }: { name: ColumnName; sort: Sort; onSort: (sort: Sort) => void }) {
  const { say } = useWords();
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  return (
    <th scope="col" data-column={name} aria-sort={direction}>
      <button type="button" onClick={() => onSort(direction === 'ascending' ? `-${name}` : name)}>
        {say(columnWords[name])}
        <span aria-hidden="true">
          {direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}
        </span>
      </button>
    </th>
  );
}

function sorted(search: RegisterSearch, sort: Sort): RegisterSearch {
  const { page: _page, sort: _before, ...rest } = search;
  return sort === 'due' ? rest : { ...rest, sort };
}

/** Arrow keys, Home and End walk from row to row; Tab goes on into the row's links. */
function walkRows(event: KeyboardEvent<HTMLTableRowElement>): void {
  const row = event.currentTarget;
  const rows = [...(row.parentElement?.children ?? [])].filter((one) => one instanceof HTMLTableRowElement);
  const at = rows.indexOf(row);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, j: at + 1, k: at - 1 }[
    event.key
  ];
  const next = target === undefined ? undefined : rows[target];
  if (!next) return;
  event.preventDefault();
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** A row opens on a press anywhere that is no link, and on Enter. */
function useOpenTask(): (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    const isKey = 'key' in event;
    if (
      isKey
        ? event.key !== 'Enter' || event.target !== event.currentTarget
        : (event.target as Element).closest('a, button')
    )
      return;
    if (!isKey && getSelection()?.isCollapsed === false) return;
    const id = event.currentTarget.dataset['row'];
    if (id) void navigate({ to: '/nhiem-vu/$id', params: { id } });
  };
}

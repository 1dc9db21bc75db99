import { useWords, type Message } from '../language/words.ts';
import { Drop } from '../ui/drop.tsx';
import { columnNames, usualColumns, type ColumnName, type RegisterSearch } from './filters.ts';
import css from './register.module.css';

export const columnWords: Readonly<Record<ColumnName, Message>> = {
  text: 'Nhiệm vụ',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  due: 'Thời hạn',
  status: 'Tình trạng',
  group: 'Nhóm',
  document: 'Văn bản',
};

/** Which columns the table shows. The task itself always stands. */
export function ColumnChoice({
  search,
  onChange,
}: {
  search: RegisterSearch;
  onChange: (search: RegisterSearch) => void;
}) {
  const { say } = useWords();
  const shown = search.columns ?? usualColumns;
  const set = (columns: readonly ColumnName[]) => {
    const { columns: _before, ...rest } = search;
    const usual =
      columns.length === usualColumns.length && columns.every((name) => usualColumns.includes(name));
    onChange(usual ? rest : { ...rest, columns });
  };
  return (
    <span className={css['wideOnly']}>
      <Drop label={say('Cột')} align="end">
        <fieldset className={css['facet']}>
          <legend className="hidden-text">{say('Cột')}</legend>
          {columnNames.map((name) => (
            <label key={name} className={css['option']}>
              <input
                type="checkbox"
                checked={shown.includes(name)}
                disabled={name === 'text'}
                onChange={(event) =>
                  set(
                    columnNames.filter((one) => (one === name ? event.target.checked : shown.includes(one))),
                  )
                }
              />
              <span>{say(columnWords[name])}</span>
            </label>
          ))}
        </fieldset>
      </Drop>
    </span>
  );
}

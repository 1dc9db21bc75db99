// Saved views: a name for a set of filters.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteView, replaceView, saveView, viewList } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import { Failure } from '../ui/notice.tsx';
import { viewQuery, viewSearch, type RegisterSearch } from './filters.ts';
import css from './register.module.css';

export function Views({ search }: { search: RegisterSearch }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const views = useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => viewList(signal),
    staleTime: 60_000,
  });
  const renew = () => queries.invalidateQueries({ queryKey: ['views'] });
  const current = { query: viewQuery(search), columns: search.columns ? [...search.columns] : null };
  const save = useMutation({
    mutationFn: (name: string) => saveView({ name, ...current }),
    onSuccess: renew,
  });
  const replace = useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) => replaceView(id, { name, ...current }),
    onSuccess: renew,
  });
  const remove = useMutation({ mutationFn: deleteView, onSuccess: renew });
  const rows = views.data?.rows ?? [];
  const shown = rows.find((view) => view.query === current.query);
  const error = save.error ?? replace.error ?? remove.error ?? views.error;
  return (
    <Drop label={shown ? shown.name : say('Bộ lọc đã lưu')} set={shown !== undefined} align="end">
      {(close) => (
        <div className={css['views']}>
          {error ? <Failure error={error} /> : null}
          {rows.length === 0 && !views.isPending ? (
            <p className={css['hint']}>{say('Chưa lưu bộ lọc nào.')}</p>
          ) : null}
          <ul>
            {rows.map((view) => (
              <li key={view.id}>
                <Link to="/nhiem-vu" search={viewSearch(view.query, view.columns)} onClick={close}>
                  {view.name}
                </Link>
                {view === shown ? null : (
                  <Button
                    look="plain"
                    small
                    aria-label={say('Ghi đè “{name}” bằng bộ lọc đang dùng', { name: view.name })}
                    onClick={() => replace.mutate(view)}
                  >
                    {say('Ghi đè')}
                  </Button>
                )}
                <Button
                  look="plain"
                  small
                  aria-label={say('Xóa bộ lọc “{name}”', { name: view.name })}
                  onClick={() => remove.mutate(view.id)}
                >
                  {say('Xóa')}
                </Button>
              </li>
            ))}
          </ul>
          {shown ? null : <SaveForm onSave={(name) => save.mutate(name)} />}
        </div>
      )}
    </Drop>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState('');
  return (
    <form
      className={css['saveView']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSave(name.trim());
        setName('');
      }}
    >
      <label>
        {say('Lưu bộ lọc đang dùng với tên')}
        <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </label>
      <Button look="action" small type="submit" disabled={!name.trim()}>
        {say('Lưu')}
      </Button>
    </form>
  );
}

// The table of access as an auditor reads it: who may do what to which record. What is not in it is not allowed.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AccessTable } from '../api.ts';
import { holds } from '../language/fold.ts';
import { useWords } from '../language/words.ts';
import { Field } from '../ui/field.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Scroller } from '../ui/scroller.tsx';
import type { AccessSearch } from './addresses.ts';
import tables from '../ui/table.module.css';
import css from './audit.module.css';
import { accessTable } from './requests.ts';

export function AccessScreen() {
  const { say } = useWords();
  const table = useQuery({ queryKey: ['access'], queryFn: ({ signal }) => accessTable(signal) });
  return (
    <Page
      wide
      title={say('Phân quyền')}
      lead={say('Bảng này là nơi duy nhất quyết định ai được làm gì với hồ sơ nào. Ô trống là không được.')}
    >
      {table.isPending ? <Waiting /> : null}
      {table.error ? <Failure error={table.error} retry={() => void table.refetch()} /> : null}
      {table.data ? <Matrix table={table.data} /> : null}
    </Page>
  );
}

function Matrix({ table }: { table: AccessTable }) {
  const { say, language } = useWords();
  const search = useSearch({ from: '/quan-tri/phan-quyen' });
  const navigate = useNavigate({ from: '/quan-tri/phan-quyen' });
  const set = (change: AccessSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  const roles = table.roles.filter(({ key }) => !search.role || key === search.role);
  const actions = table.actions.filter(({ key, name }) => holds(`${name[language]} ${key}`, search.q ?? ''));
  return (
    <>
      <div className={css['filters']} role="search">
        <Field
          label={say('Tìm quyền')}
          value={search.q ?? ''}
          onChange={(event) => set({ q: event.target.value })}
        />
        <label className={css['choice']}>
          {say('Vai trò')}
          <select value={search.role ?? ''} onChange={(event) => set({ role: event.target.value })}>
            <option value="">{say('Mọi vai trò')}</option>
            {table.roles.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {actions.length === 0 ? <Empty title={say('Không có quyền nào khớp')} /> : null}
      {actions.length > 0 ? <Grid table={table} roles={roles} actions={actions} /> : null}
      <h2 className={css['heading']}>{say('Hồ sơ đứng thế nào với đơn vị')}</h2>
      <dl className={css['relations']}>
        {table.relations.map(({ key, name, sentence }) => (
          <div key={key}>
            <dt>{name[language]}</dt>
            <dd>{sentence[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface Shown {
  readonly table: AccessTable;
  readonly roles: AccessTable['roles'];
  readonly actions: AccessTable['actions'];
}

function Grid({ table, roles, actions }: Shown) {
  const { say, language } = useWords();
  const names = new Map(table.relations.map(({ key, name }) => [key, name[language]]));
  const rules = new Map(table.rules.map(({ action, role, relations }) => [`${action} ${role}`, relations]));
  return (
    <Scroller className={css['scroll']} aria-label={say('Phân quyền')}>
      <table className={`${tables['table']} ${css['matrix']}`}>
        <thead>
          <tr>
            <th scope="col">{say('Quyền')}</th>
            {roles.map(({ key, name }) => (
              <th key={key} scope="col">
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">
                {name[language]}
                <span className={css['faint']}>{key}</span>
              </th>
              {roles.map((role) => (
                <td key={role.key}>
                  {(rules.get(`${key} ${role.key}`) ?? []).map((relation) => (
                    <span key={relation} className={css['relation']}>
                      {names.get(relation)}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

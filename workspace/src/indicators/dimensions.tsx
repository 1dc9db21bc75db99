// By what figures are broken down: the ready dimensions, and those of the reader's own tree.
import { useQuery } from '@tanstack/react-query';
import type { Dimension } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { Allowed } from '../access/allowed.tsx';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { nameIn } from '../reports/cells.ts';
import { buttonClass } from '../ui/button.tsx';
import { FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from '../ui/table.module.css';
import { Tag } from '../ui/tag.tsx';
import { dimensionList } from './requests.ts';

export function DimensionsScreen() {
  return (
    <Allowed action="indicator.read">
      <List />
    </Allowed>
  );
}

function List() {
  const { say } = useWords();
  const may = useMay();
  const list = useQuery({ queryKey: ['dimensions'], queryFn: ({ signal }) => dimensionList(signal) });
  if (list.isError) return <FailureScreen error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  return (
    <Page
      title={say('Danh mục phân tổ')}
      lead={say(
        'Số liệu của chỉ tiêu được phân tổ theo các danh mục này. Danh mục có sẵn dùng chung; đơn vị thêm giá trị và phân tổ của mình.',
      )}
      actions={
        may('indicator.manage') ? (
          <Link to="/chi-tieu/phan-to/$key" params={{ key: 'moi' }} className={buttonClass('action')}>
            {say('Thêm phân tổ')}
          </Link>
        ) : null
      }
    >
      <table className={`${css['table']} ${css['stacked']}`}>
        <caption className="hidden-text">{say('Danh mục phân tổ')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Phân tổ')}</th>
            <th scope="col">{say('Mã')}</th>
            <th scope="col">{say('Giá trị đang dùng')}</th>
            <th scope="col">{say('Chỉ tiêu sử dụng')}</th>
          </tr>
        </thead>
        <tbody>
          {list.data.rows.map((dimension) => (
            <Row key={dimension.key} dimension={dimension} />
          ))}
        </tbody>
      </table>
    </Page>
  );
}

const few = 6;

function Row({ dimension }: { dimension: Dimension }) {
  const { say, language } = useWords();
  const offered = dimension.items.filter(({ ended }) => !ended);
  const names = offered.slice(0, few).map((item) => nameIn(item, language));
  const more = offered.length - names.length;
  return (
    <tr>
      <th scope="row">
        <Link to="/chi-tieu/phan-to/$key" params={{ key: dimension.key }}>
          {nameIn(dimension, language)}
        </Link>{' '}
        {dimension.own ? <Tag tone="river">{say('của đơn vị')}</Tag> : null}
      </th>
      <td>
        <code>{dimension.key}</code>
      </td>
      <td>
        {names.join('; ')}
        {more > 0 ? ` ${say('và {n, number} giá trị khác', { n: more })}` : ''}
      </td>
      <td>{say('{n, number} chỉ tiêu', { n: dimension.indicators })}</td>
    </tr>
  );
}

// What cites what, what implements what, what is cited and missing, what contradicts: a drawing and the same facts as a list.
import type { Graph } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { citationGraph } from '../api.ts';
import { useWords, type Message } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Drawing } from './graph-drawing.tsx';
import { linksByNode, totalsOf } from './graph-facts.ts';
import { GraphList } from './graph-list.tsx';
import { place } from './graph-layout.ts';
import css from './graph.module.css';

const route = getRouteApi('/van-ban/so-do');

export function GraphScreen() {
  const { say } = useWords();
  const { around } = route.useSearch();
  const query = around ? { around, depth: 2 } : {};
  const graph = useQuery({
    queryKey: ['documents', 'graph', query],
    queryFn: ({ signal }) => citationGraph(query, signal),
  });
  return (
    <Page
      wide
      title={say('Sơ đồ viện dẫn')}
      actions={
        <>
          {around ? (
            <Link to="/van-ban/so-do" className={buttonClass()}>
              {say('Tất cả văn bản')}
            </Link>
          ) : null}
          <Link to="/van-ban" className={buttonClass()}>
            {say('Danh sách văn bản')}
          </Link>
        </>
      }
    >
      {graph.isPending ? (
        <Waiting />
      ) : graph.isError ? (
        <Failure error={graph.error} retry={() => void graph.refetch()} />
      ) : (
        <Shown graph={graph.data} />
      )}
    </Page>
  );
}

const kinds: readonly (readonly [string, Message])[] = [
  ['basis', 'căn cứ'],
  ['cites', 'viện dẫn'],
  ['implements', 'triển khai'],
  ['replaces', 'sửa đổi, thay thế'],
  ['contradicts', 'mâu thuẫn'],
];

function Shown({ graph }: { graph: Graph }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const placed = useMemo(() => place(graph), [graph]);
  const list = useMemo(() => linksByNode(graph), [graph]);
  if (graph.nodes.length === 0) {
    return (
      <Empty
        title={say('Chưa có gì để vẽ')}
        actions={
          <Link to="/tai-len" className={buttonClass('action')}>
            {say('Tải văn bản lên')}
          </Link>
        }
      >
        {say('Sơ đồ hiện ra khi có văn bản đã đọc xong và có viện dẫn.')}
      </Empty>
    );
  }
  const totals = totalsOf(graph);
  return (
    <>
      <p id="graph-sentence" className={css['sentence']}>
        {say(
          '{held, number} văn bản đang có, {edges, number} mối viện dẫn; {missing, number} văn bản được viện dẫn mà chưa có ở đây, {expired, number} văn bản đã hết hiệu lực, {contradictions, number} chỗ mâu thuẫn.',
          { ...totals },
        )}
      </p>
      <ul className={css['legend']} aria-label={say('Chú giải')}>
        {kinds.map(([kind, words]) => (
          <li key={kind}>
            <svg aria-hidden="true" width="34" height="10">
              <path d="M1 5H33" className={css['edge']} data-kind={kind} />
            </svg>
            {say(words)}
          </li>
        ))}
        <li>
          <span aria-hidden="true" className={css['swatch']} />
          {say('chưa có ở đây')}
        </li>
      </ul>
      <div className={css['both']}>
        <Scroller className={css['frame']} aria-labelledby="graph-sentence">
          <Drawing placed={placed} chosen={chosen} onChoose={setChosen} />
        </Scroller>
        <GraphList list={list} chosen={chosen} onChoose={setChosen} />
      </div>
    </>
  );
}

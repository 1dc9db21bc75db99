// What cites what, what implements what, what is cited and missing, what contradicts: a drawing and the same facts as a list.
import type { Graph } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { citationGraph } from '../api.ts';
import { useMay } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Drawing } from './graph-drawing.tsx';
import { linksByNode, totalsOf, totalsSentence } from './graph-facts.ts';
import { GraphFrame } from './graph-frame.tsx';
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

type Kind = Graph['edges'][number]['kind'];

/** Kinds that are drawn alike share a line of the key. */
const kinds: readonly (readonly [readonly [Kind, ...Kind[]], Message])[] = [
  [['basis'], 'căn cứ'],
  [['cites'], 'viện dẫn'],
  [['implements'], 'triển khai'],
  [['replaces', 'amends'], 'sửa đổi, thay thế'],
  [['contradicts'], 'mâu thuẫn'],
];

/** Wider than this it cannot be read beside the list: the list then stands below. */
const besideList = 980;

function Shown({ graph }: { graph: Graph }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const placed = useMemo(() => place(graph), [graph]);
  const list = useMemo(() => linksByNode(graph), [graph]);
  const may = useMay();
  if (graph.nodes.length === 0) {
    return (
      <Empty
        title={say('Chưa có gì để vẽ')}
        actions={
          may('document.upload') ? (
            <Link to="/tai-len" className={buttonClass('action')}>
              {say('Tải văn bản lên')}
            </Link>
          ) : null
        }
      >
        {say('Sơ đồ hiện ra khi có văn bản đã đọc xong và có viện dẫn.')}
      </Empty>
    );
  }
  const totals = totalsOf(graph);
  const choose = (id: string | null) => {
    setChosen(id);
    // Where the list does not stand beside the drawing, the drawing is out of sight.
    if (id !== null) document.getElementById('graph-frame')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <p id="graph-sentence" className={css['sentence']}>
        {totalsSentence(totals, say)}
      </p>
      <Legend graph={graph} />
      <div className={css['both']} data-stacked={placed.width > besideList || undefined}>
        <GraphFrame placed={placed} chosen={chosen}>
          {(scale) => <Drawing placed={placed} scale={scale} chosen={chosen} onChoose={setChosen} />}
        </GraphFrame>
        <GraphList list={list} chosen={chosen} onChoose={choose} />
      </div>
    </>
  );
}

/** Only what the drawing holds is explained. */
function Legend({ graph }: { graph: Graph }) {
  const { say } = useWords();
  const drawn = new Set(graph.edges.map((edge) => edge.kind));
  return (
    <ul className={css['legend']} aria-label={say('Chú giải')}>
      {kinds.map(([alike, words]) =>
        alike.some((kind) => drawn.has(kind)) ? (
          <li key={alike[0]}>
            <svg aria-hidden="true" width="34" height="10">
              <path d="M1 5H33" className={css['edge']} data-kind={alike[0]} />
            </svg>
            {say(words)}
          </li>
        ) : null,
      )}
      {graph.nodes.some((node) => !node.held) ? (
        <li>
          <span aria-hidden="true" className={css['swatch']} />
          {say('chưa có ở đây')}
        </li>
      ) : null}
    </ul>
  );
}

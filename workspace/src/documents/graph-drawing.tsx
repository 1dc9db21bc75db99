import { useNavigate } from '@tanstack/react-router';
import type { GraphNode } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { nodeSize, type Placed } from './graph-layout.ts';
import css from './graph.module.css';
import { kindWords } from './kinds.ts';

interface Props {
  readonly placed: Placed;
  readonly scale: number;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

export function Drawing({ placed, scale, chosen, onChoose }: Props) {
  const { say } = useWords();
  const near = new Set(
    placed.edges.flatMap(({ edge }) =>
      edge.from === chosen || edge.to === chosen ? [edge.from, edge.to] : [],
    ),
  );
  return (
    <svg
      width={placed.width * scale}
      height={placed.height * scale}
      viewBox={`0 0 ${placed.width} ${placed.height}`}
      className={css['drawing']}
      data-choosing={chosen !== null || undefined}
      role="group"
      aria-label={say('Sơ đồ viện dẫn')}
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 1l7 3-7 3" fill="none" stroke="context-stroke" strokeWidth="1.2" />
        </marker>
      </defs>
      <g aria-hidden="true">
        {placed.edges.map(({ edge, path, middle }) => (
          <g
            key={`${edge.from}>${edge.to}:${edge.kind}`}
            data-near={edge.from === chosen || edge.to === chosen || undefined}
            className={css['edgeGroup']}
          >
            <path d={path} className={css['edge']} data-kind={edge.kind} markerEnd="url(#arrow)" />
            {edge.kind === 'contradicts' ? (
              <text x={middle.x} y={middle.y - 5} className={css['edgeWords']}>
                {say('mâu thuẫn')}
              </text>
            ) : null}
          </g>
        ))}
      </g>
      {placed.nodes.map(({ node, x, y }) => (
        <Box
          key={node.id}
          node={node}
          x={x}
          y={y}
          chosen={node.id === chosen}
          near={near.has(node.id)}
          onChoose={onChoose}
        />
      ))}
    </svg>
  );
}

const lineLength = 32;
/** Longer names are drawn narrower, so that their capitals stay within the box. */
const nameLength = 25;

function Box({
  node,
  x,
  y,
  chosen,
  near,
  onChoose,
}: {
  node: GraphNode;
  x: number;
  y: number;
  chosen: boolean;
  near: boolean;
  onChoose: (id: string | null) => void;
}) {
  const { say } = useWords();
  const navigate = useNavigate();
  const name = [kindWords(node.type, say), node.number].filter(Boolean).join(' ');
  const standing = !node.held ? say('chưa có ở đây') : node.inForce === false ? say('hết hiệu lực') : null;
  const [first, second] = twoLines(node.title ?? node.issuer ?? '', lineLength, standing !== null);
  const open = () =>
    node.documentId !== null &&
    void navigate({ to: '/van-ban/$id', params: { id: String(node.documentId) } });
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={css['node']}
      role="button"
      tabIndex={0}
      data-node={node.id}
      aria-pressed={chosen}
      data-held={node.held || undefined}
      data-chosen={chosen || undefined}
      data-near={near || undefined}
      onClick={() => onChoose(chosen ? null : node.id)}
      onDoubleClick={open}
      onKeyDown={(event) => {
        if (event.key === ' ') {
          event.preventDefault();
          onChoose(chosen ? null : node.id);
        } else if (event.key === 'Enter') {
          if (node.documentId === null) onChoose(node.id);
          else open();
        }
      }}
    >
      {/* The name of the button: whole, where the words drawn are cut. */}
      <title>
        {[
          name,
          node.title,
          standing,
          say('viện dẫn {cites, number}, được viện dẫn {citedBy, number} lần', {
            cites: node.cites,
            citedBy: node.citedBy,
          }),
        ]
          .filter(Boolean)
          .join(', ')}
      </title>
      <rect width={nodeSize.width} height={nodeSize.height} rx="4" />
      <text
        aria-hidden="true"
        x="12"
        y="23"
        className={css['nodeName']}
        {...(name.length > nameLength
          ? { textLength: nodeSize.width - 24, lengthAdjust: 'spacingAndGlyphs' }
          : {})}
      >
        {cut(name, nameLength + 5)}
      </text>
      <text aria-hidden="true" x="12" y="41" className={css['nodeTitle']}>
        {first}
      </text>
      <text aria-hidden="true" x="12" y="57" className={css['nodeTitle']}>
        {standing ?? second}
      </text>
    </g>
  );
}

const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

/** A title on two lines, broken between words; on one where the second is taken. */
function twoLines(text: string, length: number, oneOnly: boolean): readonly [string, string] {
  if (oneOnly || text.length <= length) return [cut(text, length), ''];
  const space = text.lastIndexOf(' ', length);
  const at = space > 0 ? space : length;
  return [text.slice(0, at), cut(text.slice(at).trim(), length)];
}

// Places the documents so that what is cited stands to the right of what cites it.
import { graphlib, layout } from '@dagrejs/dagre';
import type { Graph, GraphEdge, GraphNode } from '@nhipcau/server/contract';

export const nodeSize = { width: 232, height: 68 } as const;

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: GraphNode; readonly x: number; readonly y: number }[];
  readonly edges: readonly { readonly edge: GraphEdge; readonly path: string; readonly middle: Point }[];
}
interface Point {
  readonly x: number;
  readonly y: number;
}

export function place(graph: Graph): Placed {
  const drawing = new graphlib.Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56, marginx: 16, marginy: 16 });
  drawing.setDefaultEdgeLabel(() => ({}));
  const known = new Set(graph.nodes.map((node) => node.id));
  for (const node of graph.nodes) drawing.setNode(node.id, { ...nodeSize });
  const edges = graph.edges.filter(
    (edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to,
  );
  for (const edge of edges) drawing.setEdge(edge.from, edge.to, {}, edge.kind);
  layout(drawing);
  const size = drawing.graph() as { width?: number; height?: number };
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    nodes: graph.nodes.map((node) => {
      const { x, y } = drawing.node(node.id) as Point;
      return { node, x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 };
    }),
    edges: edges.map((edge) => {
      const { points } = drawing.edge(edge.from, edge.to, edge.kind) as { points: readonly Point[] };
      return { edge, path: pathOf(points), middle: points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 } };
    }),
  };
}

/** A smooth line through the points: straight ends, curves between the midpoints. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = rest.map((point, index) => {
    const next = rest[index + 1];
    if (!next) return `L${point.x} ${point.y}`;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `M${first.x} ${first.y}${steps.join('')}`;
}

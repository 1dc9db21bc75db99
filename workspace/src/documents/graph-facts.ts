// The facts of the citation graph in words: what the drawing shows, said once more for who does not see it.
import type { Graph, GraphEdge, GraphNode } from '@nhipcau/server/contract';
import type { Message, Say } from '../language/words.ts';

export const edgeWords: Readonly<Record<GraphEdge['kind'], { readonly out: Message; readonly in: Message }>> =
  {
    basis: { out: 'Căn cứ', in: 'Là căn cứ của' },
    cites: { out: 'Viện dẫn', in: 'Được viện dẫn trong' },
    implements: { out: 'Triển khai', in: 'Được triển khai bởi' },
    amends: { out: 'Sửa đổi', in: 'Được sửa đổi bởi' },
    replaces: { out: 'Thay thế', in: 'Được thay thế bởi' },
    contradicts: { out: 'Mâu thuẫn với', in: 'Được ghi khác trong' },
  };

export interface Link {
  readonly edge: GraphEdge;
  readonly other: GraphNode;
  readonly direction: 'out' | 'in';
}

/** Each document with its links, those held first, the most cited of the missing next. */
export function linksByNode(graph: Graph): { readonly node: GraphNode; readonly links: readonly Link[] }[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const links = new Map<string, Link[]>(graph.nodes.map((node) => [node.id, []]));
  for (const edge of graph.edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) continue;
    links.get(from.id)?.push({ edge, other: to, direction: 'out' });
    links.get(to.id)?.push({ edge, other: from, direction: 'in' });
  }
  return graph.nodes
    .map((node) => ({ node, links: links.get(node.id) ?? [] }))
    .toSorted((a, b) => Number(b.node.held) - Number(a.node.held) || b.node.citedBy - a.node.citedBy);
}

export interface Totals {
  readonly held: number;
  readonly missing: number;
  readonly edges: number;
  readonly contradictions: number;
  readonly expired: number;
}

export function totalsOf(graph: Graph): Totals {
  const held = graph.nodes.filter((node) => node.held).length;
  return {
    held,
    missing: graph.nodes.length - held,
    edges: graph.edges.filter((edge) => edge.kind !== 'contradicts').length,
    contradictions: graph.edges.filter((edge) => edge.kind === 'contradicts').length,
    expired: graph.nodes.filter((node) => node.inForce === false).length,
  };
}

const totalWords: readonly (readonly [keyof Totals, Message])[] = [
  ['held', '{n, number} văn bản đang có'],
  ['edges', '{n, number} mối viện dẫn'],
  ['missing', '{n, number} văn bản được viện dẫn mà chưa có ở đây'],
  ['expired', '{n, number} văn bản đã hết hiệu lực'],
  ['contradictions', '{n, number} chỗ mâu thuẫn'],
];

/** What there is, in one sentence; what there is none of goes unsaid. */
export function totalsSentence(totals: Totals, say: Say): string {
  const told = totalWords.flatMap(([key, words]) =>
    totals[key] > 0 ? [say(words, { n: totals[key] })] : [],
  );
  return `${told.join(', ')}.`;
}

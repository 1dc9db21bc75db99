import { expect, test } from 'vitest';
import type { Graph, GraphEdge, GraphNode } from '@nhipcau/server/contract';
import { plainSay } from '../language/plain-say.ts';
import { linksByNode, totalsOf, totalsSentence } from './graph-facts.ts';
import { nodeSize, pathOf, place } from './graph-layout.ts';
import { firstScale, shiftInto, smallestWords, stepped, wholeScale } from './graph-view.ts';

const node = (id: string, part: Partial<GraphNode> = {}): GraphNode => ({
  id,
  held: true,
  documentId: 1,
  status: 'accepted',
  type: 'KH',
  number: id,
  date: null,
  issuer: null,
  title: null,
  inForce: null,
  citedBy: 0,
  cites: 0,
  ...part,
});
const edge = (from: string, to: string, kind: GraphEdge['kind'] = 'basis'): GraphEdge => ({
  from,
  to,
  kind,
  count: 1,
  spans: [],
  contradiction: null,
});
const graph: Graph = {
  nodes: [
    node('m:luat', { held: false, citedBy: 2 }),
    node('d1'),
    node('d2'),
    node('m:cu', { held: false, citedBy: 1, inForce: false }),
  ],
  edges: [
    edge('d1', 'm:luat'),
    edge('d2', 'm:luat'),
    edge('d2', 'd1', 'implements'),
    edge('d2', 'm:cu'),
    edge('d2', 'd1', 'contradicts'),
  ],
};

test('held, missing and contradicting are counted apart', () => {
  expect(totalsOf(graph)).toEqual({ held: 2, missing: 2, edges: 4, contradictions: 1, expired: 1 });
});

test('each document tells its links in both directions, held documents first', () => {
  const list = linksByNode(graph);
  expect(list.map(({ node: one }) => one.id)).toEqual(['d1', 'd2', 'm:luat', 'm:cu']);
  expect(list[0]?.links.map((link) => `${link.direction} ${link.edge.kind} ${link.other.id}`)).toEqual([
    'out basis m:luat',
    'in implements d2',
    'in contradicts d2',
  ]);
});

test('what is cited stands to the right of what cites it, and no two documents overlap', () => {
  const { nodes } = place(graph);
  const at = new Map(nodes.map((one) => [one.node.id, one]));
  expect(at.get('m:luat')?.x).toBeGreaterThan(at.get('d1')?.x ?? 0);
  expect(at.get('d1')?.x).toBeGreaterThan(at.get('d2')?.x ?? 0);
  const overlaps = nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter((b) => Math.abs(a.x - b.x) < nodeSize.width && Math.abs(a.y - b.y) < nodeSize.height),
  );
  expect(overlaps).toEqual([]);
});

test('an edge to a document that the answer leaves out is not drawn', () => {
  expect(place({ nodes: [node('d1')], edges: [edge('d1', 'd9')] }).edges).toEqual([]);
});

test('a line goes from its first point to its last', () => {
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 10 },
    ]),
  ).toBe('M0 0Q10 0 15 5L20 10');
  expect(pathOf([])).toBe('');
});

test('the drawing fills the frame at first, but its words never fall below eleven pixels', () => {
  const drawing = { width: 1200, height: 400 };
  expect(firstScale(drawing, 1200)).toBe(1);
  expect(firstScale(drawing, 300) * smallestWords).toBeCloseTo(11);
  expect(firstScale({ width: 100, height: 60 }, 1200)).toBeLessThan(1.5);
  expect(firstScale(drawing, 0)).toBe(1);
});

test('the whole drawing fits the frame when asked for, and steps there and back end where they began', () => {
  const scale = wholeScale({ width: 1200, height: 4000 }, { width: 600, height: 500 });
  expect(4000 * scale).toBeCloseTo(500);
  expect(stepped(stepped(scale, 1), -1)).toBeCloseTo(scale);
  expect(stepped(0.1, -1)).toBe(0.1);
});

test('a frame scrolls no further than it takes to see a document', () => {
  expect(shiftInto(100, 200, 0, 600)).toBe(0);
  expect(shiftInto(-300, -200, 0, 600)).toBe(-324);
  expect(shiftInto(700, 800, 0, 600)).toBe(224);
  expect(shiftInto(700, 2800, 0, 600)).toBe(676);
});

test('what there is none of goes unsaid', () => {
  const totals = { held: 2, missing: 0, edges: 1, contradictions: 0, expired: 0 };
  expect(totalsSentence(totals, plainSay('vi'))).toBe('2 văn bản đang có, 1 mối viện dẫn.');
  expect(totalsSentence({ ...totals, expired: 1 }, plainSay('vi'))).toContain('1 văn bản đã hết hiệu lực');
});

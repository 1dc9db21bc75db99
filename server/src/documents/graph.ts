// What cites what, as drafts and the register hold it now; the library draws the graph, here it is narrowed and dated.
import {
  citationGraph,
  indexRegister,
  LEGAL_BASES,
  type Citation,
  type CitationGraph,
  type GraphDocument,
  type Header,
} from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { DraftCitation } from './draft.ts';
import { graphDocuments } from './graph-queries.ts';
import type * as schema from './graph-schema.ts';
import { readableBy } from './rights.ts';

export type Graph = z.infer<typeof schema.graph>;
type Held = Awaited<ReturnType<typeof graphDocuments>>[number];

const bases = indexRegister(LEGAL_BASES);

export interface Wanted {
  readonly around: number | undefined;
  readonly depth: number;
  readonly acceptedOnly: boolean;
}

export async function graph(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, wanted: Wanted): Promise<Graph> {
  const rows = await graphDocuments(deps.db, wanted.acceptedOnly, readableBy(actor));
  const whole = citationGraph(rows.map(graphDocument), bases);
  const shown = wanted.around === undefined ? whole : near(whole, `d${wanted.around}`, wanted.depth);
  return present(shown, new Map(rows.map((row) => [row.id, row])), today(deps.clock));
}

function graphDocument(row: Held): GraphDocument {
  const { type, number, issuedOn, issuer, title } = row;
  const nothing = { place: null, signers: [], attachments: [], parent: null, evidence: {} };
  const document: Header = { type, number, issuedOn, issuer, title, ...nothing };
  return { id: row.id, parsed: { document, text: row.text, citations: row.citations.map(cited) } };
}

/** A citation that a person added stands nowhere in the text. */
const cited = ({ span, type, number, date, issuer, title, role }: DraftCitation): Citation => ({
  type,
  number,
  date,
  issuer,
  title,
  role,
  span: span ?? [0, 0],
});

/** What can be reached in so many steps, along or against the arrows. */
function near({ nodes, edges }: CitationGraph, start: string, depth: number): CitationGraph {
  const reached = new Set([start]);
  for (let step = 0; step < depth; step += 1) {
    const next = edges.flatMap(({ from, to }) => (reached.has(from) ? [to] : reached.has(to) ? [from] : []));
    for (const key of next) reached.add(key);
  }
  return {
    nodes: nodes.filter(({ key }) => reached.has(key)),
    edges: edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}

const inForce = (basis: CitationGraph['nodes'][number]['legalBasis'], day: string): boolean | null =>
  basis === null
    ? null
    : (basis.from === null || basis.from <= day) && (basis.to === null || day <= basis.to);

function present({ nodes, edges }: CitationGraph, rows: ReadonlyMap<number, Held>, day: string): Graph {
  const links = edges.filter(({ kind }) => kind !== 'contradicts');
  const citedBy = Map.groupBy(links, ({ to }) => to);
  const cites = Map.groupBy(links, ({ from }) => from);
  return {
    nodes: nodes.map((node) => {
      const documentId = node.documentId === null ? null : Number(node.documentId);
      const { key, type, number, date, issuer, title, legalBasis } = node;
      const status = documentId === null ? null : (rows.get(documentId)?.status as 'review' | 'accepted');
      return {
        id: key,
        held: documentId !== null,
        documentId,
        status,
        type,
        number,
        date,
        issuer,
        title,
        inForce: inForce(legalBasis, day),
        citedBy: citedBy.get(key)?.length ?? 0,
        cites: cites.get(key)?.length ?? 0,
      };
    }),
    edges: edges.map(({ from, to, kind, spans, contradiction }) => ({
      from,
      to,
      kind,
      contradiction,
      count: spans.length,
      spans: spans.filter(([start, end]) => end > start),
    })),
  };
}

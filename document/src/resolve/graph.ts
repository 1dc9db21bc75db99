// What cites what among the documents held, what is cited and missing, and which citations contradict the cited document.
import type { LegalBasis } from '../gazetteer/legal-basis.ts';
import type { Citation, Header, Parsed, Span } from '../tree.ts';
import type { Difference } from './citation.ts';
import { resolveCitation } from './citation.ts';
import type { LinkKind } from './citation-kind.ts';
import { LINK_KINDS, linkKind } from './citation-kind.ts';
import { yearOf } from './dates.ts';
import { numberKey, parseNumber } from './document-number.ts';
import { issuerIdentity } from './issuer.ts';
import type { Register, RegisterEntry } from './legal-register.ts';
import { indexRegister } from './legal-register.ts';

export interface GraphDocument {
  readonly id: string | number;
  readonly parsed: Pick<Parsed, 'document' | 'citations' | 'text'>;
}

export interface GraphNode {
  /** "d" and the document's id, or "m:" and the number of one that is only cited. */
  readonly key: string;
  /** Null for a document that is cited and not held. */
  readonly documentId: string | number | null;
  readonly type: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  /** What the list of legal bases knows of it. */
  readonly legalBasis: LegalBasis | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind | 'contradicts';
  /** Places in the citing document. */
  readonly spans: readonly Span[];
  /** For `contradicts`: which field, what the citation says and what holds. */
  readonly contradiction: Difference | null;
}

export interface CitationGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface Held extends RegisterEntry {
  readonly key: string;
}

interface Building {
  readonly held: Register<Held>;
  readonly bases: Register<LegalBasis>;
  readonly nodes: Map<string, GraphNode>;
  readonly edges: Map<string, { edge: GraphEdge; spans: Span[] }>;
  /** Cited documents that are not held, by number and issuer. */
  readonly missing: Map<string, string[]>;
}

function nodeOf({ id, parsed: { document } }: GraphDocument, bases: Register<LegalBasis>): GraphNode {
  const { type, number, issuedOn: date, issuer, title } = document;
  const legalBasis = resolveCitation({ type, number, date, issuer, title }, bases).entry;
  return { key: `d${id}`, documentId: id, type, number, date, issuer, title, legalBasis };
}

/** The node of a document that is not held: one for all who cite it, even where they disagree about its day. */
function missingNode(cited: Citation, home: Header, building: Building): GraphNode {
  const basis = resolveCitation(cited, building.bases, home.issuer);
  const number = cited.number === null ? null : parseNumber(cited.number);
  const identity = number === null ? cited.title : issuerIdentity(number, cited.issuer, home.issuer);
  const group = `${number === null ? 'law' : numberKey(number)} ${identity ?? ''}`;
  const date = basis.entry?.date ?? cited.date;
  const known = building.missing.get(group) ?? [];
  const year = number?.year ?? (date === null ? null : yearOf(date));
  const same = known.find((key) => {
    const held = building.nodes.get(key);
    return year === null || held?.date == null || yearOf(held.date) === year || number?.year != null;
  });
  const found = same === undefined ? undefined : building.nodes.get(same);
  if (found) return found;
  const label = (cited.number ?? cited.title ?? '').toLowerCase();
  const key = building.nodes.has(`m:${label}`)
    ? `m:${label} ${identity ?? ''} ${year ?? ''}`.trim()
    : `m:${label}`;
  const { type, issuer, title } = cited;
  const node = {
    key,
    documentId: null,
    type,
    number: cited.number,
    date,
    issuer: basis.entry?.issuer ?? issuer,
    title: title ?? basis.entry?.title ?? null,
    legalBasis: basis.entry,
  };
  building.nodes.set(key, node);
  building.missing.set(group, [...known, key]);
  return node;
}

function link(building: Building, edge: Omit<GraphEdge, 'spans'>, span: Span): void {
  const key = `${edge.from} ${edge.to} ${edge.contradiction ? `${edge.contradiction.field} ${edge.contradiction.said}` : ''}`;
  const known = building.edges.get(key);
  if (!known) {
    building.edges.set(key, { edge: { ...edge, spans: [] }, spans: [span] });
    return;
  }
  known.spans.push(span);
  const isStronger =
    LINK_KINDS.indexOf(edge.kind as LinkKind) < LINK_KINDS.indexOf(known.edge.kind as LinkKind);
  if (edge.contradiction === null && isStronger) known.edge = { ...known.edge, kind: edge.kind };
}

function contradictions(
  cited: Citation,
  target: GraphNode,
  differs: readonly Difference[],
): readonly Difference[] {
  if (target.documentId !== null) return differs;
  if (cited.date === null || target.date === null || cited.date === target.date) return [];
  return [{ field: 'date', said: cited.date, held: target.date }];
}

function addCitations(document: GraphDocument, building: Building): void {
  const { document: header, citations, text } = document.parsed;
  const from = `d${document.id}`;
  for (const cited of citations) {
    if (cited.number === null && cited.title === null) continue;
    const match = resolveCitation(cited, building.held, header.issuer);
    const target = match.entry ? building.nodes.get(match.entry.key) : missingNode(cited, header, building);
    if (!target || target.key === from) continue;
    link(
      building,
      { from, to: target.key, kind: linkKind(cited, text, header.title), contradiction: null },
      cited.span,
    );
    for (const contradiction of contradictions(cited, target, match.differs))
      link(building, { from, to: target.key, kind: 'contradicts', contradiction }, cited.span);
  }
}

/** The citation graph of documents; `bases` (from `indexRegister`) names and dates acts that are not held. */
export function citationGraph(
  documents: readonly GraphDocument[],
  bases: Register<LegalBasis>,
): CitationGraph {
  const nodes = new Map(documents.map((document) => [`d${document.id}`, nodeOf(document, bases)]));
  const entries = [...nodes.values()].map(({ key, type, number, date, issuer, title }) => ({
    id: key,
    key,
    type,
    number,
    date,
    issuer,
    title,
  }));
  const building: Building = {
    held: indexRegister<Held>(entries),
    bases,
    nodes,
    edges: new Map(),
    missing: new Map(),
  };
  for (const document of documents) addCitations(document, building);
  const edges = [...building.edges.values()].map(({ edge, spans }) => ({ ...edge, spans }));
  return { nodes: [...nodes.values()], edges };
}

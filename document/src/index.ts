// The public surface of the library; nothing else in it is imported from outside.
export type * from './tree.ts';
export { type Language, messages, say } from './messages.ts';
export { foldDiacritics, foldTone, normalise } from './read/normalise.ts';
export { read } from './read/read.ts';
export {
  readEdxml,
  readEdxmlStatus,
  type EdxmlAgency,
  type EdxmlAttachment,
  type EdxmlFault,
  type EdxmlLimits,
  type EdxmlMessage,
  type EdxmlReading,
  type EdxmlStatus,
  type EdxmlStatusReading,
} from './read/edxml.ts';
export type { Input, Limits, Progress, Reading, ReadOptions } from './read/reader.ts';
export type { PageRecogniser, PageSource } from './read/recogniser.ts';
export { check, recheckCitations, type CheckContext } from './check/check.ts';
export { indexRegister, type Register, type RegisterEntry } from './resolve/legal-register.ts';
export { typeName } from './gazetteer/document-types.ts';
export { LEGAL_BASES } from './gazetteer/legal-bases.ts';
export type { LegalBasis } from './gazetteer/legal-basis.ts';
export { parse, type Parsing } from './parse.ts';
export type {
  Attached,
  Block as OfficialBlock,
  Chart,
  Grid,
  Level,
  Line,
  OfficialDocument,
  Signature,
  TableCell,
  Text,
  Words,
} from './write/official.ts';
export { labelsOf } from './write/numbering.ts';
export {
  ADDRESSEES,
  agencyLines,
  attachedTypeLine,
  bearsHeader,
  dateWords,
  decidesLine,
  MOTTO,
  NATION,
  numberLine,
  PARTY,
  RECIPIENTS,
  referenceLine,
} from './write/wording.ts';
export { DECREE_30_TYPES } from './gazetteer/document-types.ts';
export { officialOf } from './write/official-of.ts';
export { writeDocx } from './write/docx.ts';
export { readText } from './read/text.ts';
export { recognise } from './recognise/recognise.ts';
export { resolveAgency, type AgencyContext } from './resolve/agency.ts';
export { CENTRAL_UNITS } from './resolve/central-units.ts';
export type { Alternative, Match, Matched, Reason, Unit, UnitId } from './resolve/unit.ts';
export { indexUnits, type UnitIndex } from './resolve/unit-index.ts';
export { DEPARTMENTS } from './gazetteer/departments.ts';
export type { KnownAgency } from './gazetteer/agency.ts';
export {
  resolveCitation,
  type CitationCandidate,
  type CitationMatch,
  type Difference,
} from './resolve/citation.ts';
export {
  citationGraph,
  type CitationGraph,
  type GraphDocument,
  type GraphEdge,
  type GraphNode,
} from './resolve/graph.ts';
export { bearsSecrecyMark, officialBearsSecrecyMark } from './write/secrecy.ts';
export { writeEdxml, writeEdxmlStatus, type EdxmlPackage } from './write/edxml.ts';

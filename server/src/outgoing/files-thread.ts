// The thread on which Word files are written, and read back to be checked for form.
import { parentPort } from 'node:worker_threads';
import { parse, writeDocx, type Diagnostic, type OfficialDocument, type Parsed } from '@nhipcau/document';

export interface Asked {
  readonly kind: 'docx' | 'check';
  readonly document: OfficialDocument;
}

export interface Finding extends Pick<Diagnostic, 'code' | 'severity' | 'values' | 'clause'> {
  /** Which component it lies in; "body" where it is none of the others. */
  readonly part: 'number' | 'date' | 'issuer' | 'title' | 'basis' | 'signer' | 'recipients' | 'body' | null;
  readonly excerpt: string | null;
  /** The whole line that holds it. */
  readonly line: string | null;
}

export type Answer =
  | { readonly bytes: Uint8Array }
  | { readonly findings: readonly Finding[] }
  | { readonly failed: string };

async function carryOut({ kind, document }: Asked): Promise<Answer> {
  const bytes = writeDocx(document);
  if (kind === 'docx') return { bytes };
  const parsing = await parse({ name: 'du-thao.docx', bytes });
  if (!parsing.ok) return { findings: [{ ...bare(parsing.problem), part: null, excerpt: null, line: null }] };
  const { parsed } = parsing;
  return { findings: parsed.warnings.map((warning) => placed(warning, parsed)) };
}

const bare = ({ code, severity, values = {}, clause }: Diagnostic) => ({
  code,
  severity,
  values,
  ...(clause === undefined ? {} : { clause }),
});

function placed(warning: Diagnostic, parsed: Parsed): Finding {
  const { span } = warning;
  if (!span) return { ...bare(warning), part: null, excerpt: null, line: null };
  const [start, end] = span;
  const { text } = parsed;
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\t', start - 1)) + 1;
  const stop = text.slice(start).search(/[\n\t]/);
  return {
    ...bare(warning),
    part: partOf(parsed, start),
    excerpt: text.slice(start, Math.min(end, start + 200)),
    line: text.slice(from, stop < 0 ? text.length : start + stop),
  };
}

function partOf({ document, citations, recipientSpans }: Parsed, at: number): Finding['part'] {
  const { evidence, signers } = document;
  const within = (span: readonly [number, number] | undefined) =>
    span !== undefined && span[0] <= at && at < span[1];
  if (within(evidence.number?.span)) return 'number';
  if (within(evidence.issuedOn?.span) || within(evidence.place?.span)) return 'date';
  if (within(evidence.issuer?.span) || within(evidence.parent?.span)) return 'issuer';
  if (within(evidence.title?.span) || within(evidence.type?.span)) return 'title';
  if (citations.some(({ role, span }) => role === 'basis' && within(span))) return 'basis';
  if (signers.some(({ span }) => within(span))) return 'signer';
  return recipientSpans.some(within) ? 'recipients' : 'body';
}

parentPort?.on('message', (asked: Asked) => {
  carryOut(asked)
    .catch((error: unknown): Answer => ({ failed: error instanceof Error ? error.message : String(error) }))
    .then((answer) => parentPort?.postMessage(answer))
    .catch(() => process.exit(1));
});

// From what a file holds to what it says: header, parts, citations, recipients, tasks, targets, figures.
import { check, type CheckContext } from '../check/check.ts';
import type { Parsed, Source } from '../tree.ts';
import { citationsOf } from './citations.ts';
import { recogniseFigures } from './figures.ts';
import { headerOf } from './header.ts';
import { linesOf } from './lines.ts';
import { partsOf } from './parts.ts';
import { recipientsIn } from './recipients.ts';
import { sectionsOf } from './sections.ts';
import { recogniseTargets } from './targets.ts';
import { recogniseTasks } from './tasks/tasks.ts';
import { zonesOf } from './zones.ts';

/** Understands a document and checks it, also against documents that are held. Never throws; what is not there is null or empty. */
export function recognise(source: Source, against: CheckContext = {}): Parsed {
  const lines = linesOf(source);
  const zones = zonesOf(lines);
  const header = headerOf(lines, zones);
  const parts = partsOf(source, lines, zones);
  const recipients =
    zones.map((zone) => recipientsIn(lines.slice(zone.tail, zone.end))).find((found) => found.length > 0) ??
    [];
  const parsed = {
    file: source.file,
    format: source.format,
    text: source.text,
    document: header,
    recipients: recipients.map((recipient) => recipient.text),
    recipientSpans: recipients.map((recipient) => recipient.span),
    citations: citationsOf(lines, zones, header.number),
    sections: sectionsOf(source.text, parts),
    tasks: recogniseTasks(source, parts, header),
    targets: recogniseTargets(source, parts, header),
    figures: recogniseFigures(source, parts, header),
  };
  return { ...parsed, warnings: [...source.diagnostics, ...check(parsed, { ...against, source, parts })] };
}

// The section tree that the contract gives: headings with what stands under them; together they cover the body.
import type { Item, Node, Part, Section, Span } from '../tree.ts';

/** Sections of all parts: top-level ones follow each other without gaps but line breaks. */
export function sectionsOf(text: string, parts: readonly Part[]): Section[] {
  return parts.flatMap((part) =>
    sectionsUnder(text, part.outline, 1, part.outline.at(-1) === undefined ? null : endOf(part.outline)),
  );
}

function endOf(nodes: readonly Node[]): number {
  let last: Node | undefined = nodes.at(-1);
  let end = 0;
  while (last) {
    end = Math.max(end, last.span[1]);
    last = last.type === 'item' ? last.children.at(-1) : undefined;
  }
  return end;
}

const DEEPEST = 12;

/** Each heading reaches to the next one; what stands before the first is a section without a label. */
function sectionsUnder(text: string, nodes: readonly Node[], level: number, end: number | null): Section[] {
  if (end === null || nodes.length === 0) return [];
  const sections: Section[] = [];
  const top = level === 1;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (!isSection(node)) {
      if (!top) continue;
      let last = at;
      while (last + 1 < nodes.length && !isSection(nodes[last + 1]!)) last++;
      sections.push({
        label: '',
        heading: '',
        level,
        span: [node.span[0], endOf([nodes[last]!])],
        children: [],
      });
      at = last;
      continue;
    }
    const span: Span = [node.span[0], endOf([node])];
    const children = level < DEEPEST ? sectionsUnder(text, node.children, level + 1, span[1]) : [];
    sections.push({
      label: node.label,
      heading: headingOf(text, node),
      level,
      span,
      children,
    });
  }
  return sections;
}

/** "Chương II" has its title on the line below. */
function headingOf(text: string, node: Item): string {
  const own = text.slice(...node.text);
  const below = node.children[0];
  const title =
    own.trim() === '' && below?.type === 'item' && below.marker === 'none' && below.heading
      ? text.slice(...below.text)
      : own;
  return title.replace(/[\s:.;]+$/, '');
}

function isSection(node: Node): node is Item {
  return (
    node.type === 'item' &&
    (node.heading || node.marker === 'article') &&
    node.marker !== 'none' &&
    node.marker !== 'dash' &&
    node.marker !== 'plus'
  );
}

// What a tagged PDF says of its parts: the words inside a chart are no text, its author's sentence about it stands in their place.
import type { Item } from './pdf-text.ts';

/** A node of the structure tree: its role, or a piece of the page's content by its id. */
export interface TagNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

/** What pdf.js puts between the texts where content is marked. */
interface Mark {
  readonly type: string;
  readonly id?: string | null;
}

/** Shorter words about a picture ("Hình 1", "image2.png") do not say what stands in it. */
const SAYS = 20;

/** Ids of the contents of pictures and charts that are told in words. */
export async function figuresOf(
  page: { getStructTree(): Promise<TagNode | null> },
  items: readonly object[],
): Promise<ReadonlySet<string>> {
  const marked = items.some((item) => 'id' in item && typeof item.id === 'string');
  const found = new Set<string>();
  // A broken tree is no reason not to read the page.
  const tree = marked ? await page.getStructTree().catch(() => null) : null;
  if (tree) collect(tree, false, found);
  return found;
}

function collect(node: TagNode, inFigure: boolean, found: Set<string>): void {
  const told = inFigure || (node.role === 'Figure' && (node.alt ?? '').trim().length >= SAYS);
  if (told && node.type === 'content' && node.id !== undefined) found.add(node.id);
  for (const child of node.children ?? []) collect(child, told, found);
}

/** The texts of a page without those inside the given contents. */
export function outsideFigures(items: readonly object[], figures: ReadonlySet<string>): Item[] {
  const open: boolean[] = [];
  const kept: Item[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (!open.includes(true)) kept.push(item as Item);
    } else if ('type' in item) {
      const mark = item as Mark;
      if (mark.type === 'endMarkedContent') open.pop();
      else open.push(typeof mark.id === 'string' && figures.has(mark.id));
    }
  }
  return kept;
}

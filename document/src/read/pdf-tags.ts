// What a tagged PDF says of its parts: which lines make a paragraph; the words inside a chart are no text, its author's sentence about it stands
// in their place.
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

export interface Tags {
  /** Ids of the contents of pictures and charts that are told in words. */
  readonly figures: ReadonlySet<string>;
  /** The paragraph that a content belongs to, by the content's id. Those of titles begin with "H". */
  readonly paragraphs: ReadonlyMap<string, string>;
}

export async function tagsOf(
  page: { getStructTree(): Promise<TagNode | null> },
  items: readonly object[],
): Promise<Tags> {
  const marked = items.some((item) => 'id' in item && typeof item.id === 'string');
  const found = { figures: new Set<string>(), paragraphs: new Map<string, string>() };
  // A broken tree is no reason not to read the page.
  const tree = marked ? await page.getStructTree().catch(() => null) : null;
  if (tree) collect(tree, { inFigure: false, paragraph: null }, found);
  return found;
}

/** A cell of one paragraph holds its text itself. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['P', 'P'],
  ['TD', 'P'],
  ['TH', 'P'],
  ['Caption', 'P'],
  ['H', 'H'],
]);

interface Place {
  readonly inFigure: boolean;
  readonly paragraph: string | null;
}

interface Found {
  readonly figures: Set<string>;
  readonly paragraphs: Map<string, string>;
}

function collect(node: TagNode, place: Place, found: Found): void {
  const { role = '', alt = '', id } = node;
  const inFigure = place.inFigure || (role === 'Figure' && alt.trim().length >= SAYS);
  const kind = KINDS.get(role.replace(/\d$/, ''));
  const paragraph = kind === undefined ? place.paragraph : `${kind}${found.paragraphs.size}`;
  if (node.type === 'content' && id !== undefined) {
    if (inFigure) found.figures.add(id);
    if (paragraph !== null) found.paragraphs.set(id, paragraph);
  }
  for (const child of node.children ?? []) collect(child, { inFigure, paragraph }, found);
}

/** The texts of a page without those inside pictures that are told in words, each with the paragraph that it is tagged as. */
export function taggedItems(items: readonly object[], { figures, paragraphs }: Tags): Item[] {
  const open: (string | null)[] = [];
  const kept: Item[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (open.some((id) => id !== null && figures.has(id))) continue;
      const id = open.findLast((each) => each !== null && paragraphs.has(each));
      const tag = id ? paragraphs.get(id) : undefined;
      kept.push(tag === undefined ? (item as Item) : { ...(item as Item), tag });
    } else if ('type' in item) {
      const mark = item as Mark;
      if (mark.type === 'endMarkedContent') open.pop();
      else open.push(mark.id ?? null);
    }
  }
  return kept;
}

// Small questions about the nodes of an outline.
import type { Item, Node, Task } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { wordsOf } from '../agencies-words.ts';
import type { Context } from './context.ts';

const DIVISIONS = new Set(['roman', 'article', 'part', 'chapter', 'section']);

export const isDivision = ({ marker }: Item): boolean => DIVISIONS.has(marker);
export const isBullet = ({ marker }: Item): boolean => marker === 'dash' || marker === 'plus';
export const textOf = (context: Context, item: Item): string => context.text.slice(...item.text).trim();
export const itemsIn = (nodes: readonly Node[]): Item[] =>
  nodes.filter((node): node is Item => node.type === 'item');

/** The words of a paragraph. */
export const wordsIn = (context: Context, item: Item): Word[] => wordsOf(context.text, ...item.text);

/** Spreading a long list into `push` overflows the stack. */
export function append(out: Task[], tasks: readonly Task[]): void {
  for (const task of tasks) out.push(task);
}

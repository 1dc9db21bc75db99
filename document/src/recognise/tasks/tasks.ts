import type { Header, Part, Source, Task } from '../../tree.ts';

/** The tasks that a document gives, in reading order. */
export function recogniseTasks(source: Source, parts: readonly Part[], header: Header): Task[] {
  void [source, parts, header];
  return [];
}

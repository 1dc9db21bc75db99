// Ways to cut a task's text in two or more.

export interface Part {
  readonly text: string;
  readonly items: readonly string[];
}

/** Cuts a part at the cursor; null where one side would be empty. The details stay with the second half. */
export function cutAt(part: Part, cursor: number): readonly [Part, Part] | null {
  const [before, after] = [tidy(part.text.slice(0, cursor)), tidy(part.text.slice(cursor))];
  return before && after
    ? [
        { text: before, items: [] },
        { text: after, items: part.items },
      ]
    : null;
}

/** Each detail becomes a task of its own; the heading text stays only if nothing else carries it. */
export function cutByItems(part: Part): Part[] {
  return part.items.map((item) => ({ text: tidy(item), items: [] })).filter((one) => one.text !== '');
}

/** Each sentence, or part between semicolons, becomes a task of its own. */
export function cutBySentences(part: Part): Part[] {
  // A full stop after one capital letter or a number ("TM. UBND", "số 3. 2") ends no sentence.
  const pieces = part.text
    .split(/(?<=[;!?]|[\p{Ll})”"]\.)\s+(?=\p{Lu}|[-–(]|\p{Ll})/u)
    .map(tidy)
    .filter(Boolean);
  return pieces.map((text, index) => ({ text, items: index === pieces.length - 1 ? part.items : [] }));
}

/** Joins two neighbouring parts again. */
export function join(first: Part, second: Part): Part {
  return { text: `${first.text} ${second.text}`, items: [...first.items, ...second.items] };
}

const tidy = (text: string) =>
  text
    .trim()
    .replace(/^[-–+;,]\s*/u, '')
    .replace(/[;,]$/u, '')
    .trim();

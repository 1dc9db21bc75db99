// The words of a stretch of text, with their places: what the grammars of agencies and sentences read.

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, tone marks in the new places ("hóa", "ủy"). Punctuation stands for itself. */
  readonly low: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Two or more capitals and no small letter: "UBND", "TT&TT". */
  readonly initials: boolean;
  /** False for punctuation. */
  readonly word: boolean;
}

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);

const OLD_TONES = 'oá óa oà òa oả ỏa oã õa oạ ọa oé óe oè òe oẻ ỏe oẽ õe oẹ ọe uý úy uỳ ùy uỷ ủy uỹ ũy uỵ ụy';
const NEW_TONES = new Map(
  OLD_TONES.split(' ').flatMap((old, i, all) => (i % 2 === 0 ? [[old, all[i + 1]!] as const] : [])),
);

/** "hoá" → "hóa", "uỷ" → "ủy"; "quý" stays, its u belongs to the q. Expects lower case. */
function newTones(low: string): string {
  const end = low.length;
  const before = low.charCodeAt(end - 2);
  if ((before !== 0x6f && before !== 0x75) || low.charCodeAt(end - 1) < 0xe0) return low;
  const replaced = NEW_TONES.get(low.slice(end - 2));
  if (replaced === undefined || low.charCodeAt(end - 3) === 0x71) return low;
  return low.slice(0, end - 2) + replaced;
}

/** "&" and "." inside a word: "TT&TT", "T.phố", but not the end of a sentence. */
function joins(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x26 && code !== 0x2e) return false;
  return isLetter(text.charCodeAt(at + 1)) && (code === 0x26 || at - start <= 2);
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && (isLetter(text.charCodeAt(at)) || joins(text, at, start))) at++;
  return at;
}

type Form = Pick<Word, 'low' | 'capital' | 'initials'>;

// A document repeats a few thousand syllables; what is known of one is kept, up to a bound that no real language reaches.
const FORMS = new Map<string, Form>();
const MOST_FORMS = 30_000;

function formOf(raw: string): Form {
  const known = FORMS.get(raw);
  if (known !== undefined) return known;
  const lower = raw.toLowerCase();
  const capital = raw.charCodeAt(0) !== lower.charCodeAt(0);
  const form = {
    low: newTones(lower),
    capital,
    initials: capital && raw.length > 1 && raw === raw.toUpperCase(),
  };
  if (FORMS.size >= MOST_FORMS) FORMS.clear();
  if (raw.length < 32) FORMS.set(raw, form);
  return form;
}

function wordAt(text: string, start: number, end: number): Word {
  const { low, capital, initials } = formOf(text.slice(start, end));
  return { start, end, low, capital, initials, word: true };
}

/** The words and punctuation marks of `text` between two places, in order. Linear. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const stop = wordEnd(text, at, end);
      words.push(wordAt(text, at, stop));
      at = stop;
    } else {
      if (code > 0x20 && code !== 0xa0)
        words.push({ start: at, end: at + 1, low: text[at]!, capital: false, initials: false, word: false });
      at++;
    }
  }
  return words;
}

/** A tree of word sequences, for the longest match at a place. */
export interface Phrases<T> {
  value: T | undefined;
  readonly next: Map<string, Phrases<T>>;
}

export const phrases = <T>(): Phrases<T> => ({ value: undefined, next: new Map() });

/** Adds "sở tài chính" and the like; what is between words (commas, hyphens, "và") is left out. */
export function addPhrase<T>(tree: Phrases<T>, phrase: string, value: T): void {
  let node = tree;
  for (const { low, word } of wordsOf(phrase, 0, phrase.length)) {
    if (!word || low === 'và') continue;
    let next = node.next.get(low);
    if (next === undefined) node.next.set(low, (next = phrases<T>()));
    node = next;
  }
  node.value ??= value;
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** Index after the last word. */
  readonly end: number;
}

const BETWEEN = new Set(['-', '–', '&', 'và']);

/** What may stand between the words of a phrase: nothing, a hyphen or "và", or a comma too ("Văn hóa, Thể thao và Du lịch"). */
export type Looseness = 'exact' | 'joined' | 'listed';

const mayStandBetween = (low: string, loose: Looseness): boolean =>
  loose !== 'exact' && (BETWEEN.has(low) || (loose === 'listed' && low === ','));

/** The longest phrase that begins at word `from`. */
export function longestPhrase<T>(
  tree: Phrases<T>,
  words: readonly Word[],
  from: number,
  loose: Looseness = 'exact',
): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: Phrases<T> | undefined = tree;
  let at = from;
  while (node !== undefined && at < words.length) {
    let next: Phrases<T> | undefined = node.next.get(words[at]!.low);
    if (next === undefined && at > from && mayStandBetween(words[at]!.low, loose)) {
      at++;
      if (at < words.length && words[at]!.low === 'và') at++;
      next = at < words.length ? node.next.get(words[at]!.low) : undefined;
    }
    node = next;
    at++;
    if (node !== undefined && node.value !== undefined) found = { value: node.value, end: at };
  }
  return found;
}

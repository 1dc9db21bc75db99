// A paragraph in small letters: several rules in a row ask for the same one.

let last = '';
let low = '';

/** The paragraph asked about last is remembered. */
export function inSmallLetters(paragraph: string): string {
  if (paragraph !== last) {
    low = paragraph.toLowerCase();
    last = paragraph;
  }
  return low;
}

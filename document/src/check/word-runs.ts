// A text's words in one pass, without a regular expression: this reads every letter of every document.

/** Words with nothing but spaces between them: numbers and punctuation end a run. Words are hashes here, for speed. */
export interface Run {
  /** How many there are; what the lists hold behind is left from a longer run. */
  length: number;
  readonly words: number[];
  readonly starts: number[];
  readonly ends: number[];
}

const OTHER = 1;
const DIGIT = 2;
/** For each unit what it is: OTHER, DIGIT, or a letter's lower case; 0 until it is met. */
const classes = new Uint16Array(0x10000);

function classify(code: number): number {
  const letter = String.fromCharCode(code);
  const found = /[\p{L}\p{M}]/u.test(letter) ? lowerOf(letter) : /\d/.test(letter) ? DIGIT : OTHER;
  classes[code] = found;
  return found;
}

/** Lower case of one unit; the few letters whose lower case is longer stay as they are. */
function lowerOf(letter: string): number {
  const lower = letter.toLowerCase();
  return (lower.length === 1 ? lower : letter).charCodeAt(0);
}

const SPACE = 32;

/** Hands each run of the text to `visit`; the run is used again for the next one. */
export function eachRun(text: string, visit: (run: Run) => void): void {
  const run: Run = { length: 0, words: [], starts: [], ends: [] };
  const end = () => {
    if (run.length > 1) visit(run);
    run.length = 0;
  };
  for (let at = 0; at < text.length;) {
    const start = at;
    let hasDigit = false;
    let hash = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const found = classes[code] || classify(code);
      if (found === OTHER) break;
      if (found === DIGIT) hasDigit = true;
      hash = (Math.imul(hash, 31) + found) | 0;
      at++;
    }
    if (at === start) {
      if (text.charCodeAt(at) !== SPACE) end();
      at++;
    } else if (hasDigit) end();
    else {
      run.words[run.length] = hash;
      run.starts[run.length] = start;
      run.ends[run.length] = at;
      run.length++;
    }
  }
  end();
}

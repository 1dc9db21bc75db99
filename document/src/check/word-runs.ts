// A text's words in one pass, without a regular expression: this reads every letter of every document.

/** Words with nothing but spaces between them: numbers and punctuation end a run. Words are hashes here, for speed. */
export interface Run {
  readonly words: number[];
  readonly starts: number[];
  readonly ends: number[];
}

const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code] ?? OTHER;
  if (known !== 0) return known;
  const letter = String.fromCharCode(code);
  const kind = /[\p{L}\p{M}]/u.test(letter) ? LETTER : /\d/.test(letter) ? DIGIT : OTHER;
  kinds[code] = kind;
  return kind;
}

const lower = new Uint16Array(0x10000);

/** Lower case of one unit; the few letters whose lower case is longer stay as they are. */
function lowerOf(code: number): number {
  const known = lower[code] ?? code;
  if (known !== 0) return known;
  const letter = String.fromCharCode(code).toLowerCase();
  lower[code] = letter.length === 1 ? letter.charCodeAt(0) : code;
  return lower[code] || code;
}

const SPACE = 32;

/** Hands each run of the text to `visit`; the run is used again for the next one. */
export function eachRun(text: string, visit: (run: Run) => void): void {
  const run: Run = { words: [], starts: [], ends: [] };
  const end = () => {
    if (run.words.length > 1) visit(run);
    run.words.length = run.starts.length = run.ends.length = 0;
  };
  for (let at = 0; at < text.length;) {
    const start = at;
    let hasDigit = false;
    let hash = 0;
    for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(at)) {
      const kind = kindOf(code);
      if (kind === OTHER) break;
      hasDigit ||= kind === DIGIT;
      hash = (Math.imul(hash, 31) + lowerOf(code)) | 0;
      at++;
    }
    if (at === start) {
      if (text.charCodeAt(at) !== SPACE) end();
      at++;
    } else if (hasDigit) end();
    else {
      run.words.push(hash);
      run.starts.push(start);
      run.ends.push(at);
    }
  }
  end();
}

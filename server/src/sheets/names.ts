// Names of sheets as Excel takes them: up to 31 characters, none of : \ / ? * [ ], no apostrophe at an end, no two that differ in case
// alone, not "History".

export const longestName = 31;

/** Half a surrogate pair is no character. */
export const cutTo = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** A name for the next sheet; remembers those that were given. */
export function sheetNames(): (wanted: string) => string {
  const given = new Set<string>(['history']);
  return (wanted) => {
    const plain = clean(wanted);
    for (let no = 1; ; no++) {
      const tail = no === 1 ? '' : ` (${no})`;
      const name = cutTo(plain, longestName - tail.length).trimEnd() + tail;
      const key = name.toLocaleLowerCase('vi');
      if (given.has(key)) continue;
      given.add(key);
      return name;
    }
  };
}

const clean = (wanted: string): string =>
  wanted
    .toWellFormed()
    .normalize('NFC')
    .replace(/[:\\/?*[\]]/g, '-')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+/, '')
    .replace(/[\s']+$/, '')
    .slice(0, 200)
    .trim() || 'Bảng';

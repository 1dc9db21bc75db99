// Lines that are pasted from another document: the markers in front of them go, the plan numbers them itself.

const marker = /^(?:[-–—−•●▪*+]|\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ]{1,2}\)|[IVX]{1,5}\.)\s+/u;
/** A tag of spreadsheet rows: the first column that says something is the text. */
const cell = (line: string) => line.split('\t').find((part) => part.trim() !== '') ?? '';

/** Each line that says something, without its marker. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => cell(line).trim().replace(marker, '').trim())
    .filter((line) => line !== '');
}

// The head of a .doc (MS-DOC 2.5): which parts of the text are what, and where its tables stand.

export interface Fib {
  readonly encrypted: boolean;
  /** Name of the stream that the tables stand in. */
  readonly tables: '0Table' | '1Table';
  /** Lengths of the stories in characters, in the order in which they stand in the text. */
  readonly stories: {
    readonly body: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly macros: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly boxes: number;
    readonly headerBoxes: number;
  };
  /** Place and length of a structure in the table stream, by its place in FibRgFcLcb97. */
  structure(index: number): readonly [at: number, length: number];
}

export const STRUCTURES = {
  styles: 1,
  runs: 12,
  paragraphs: 13,
  fonts: 15,
  text: 33,
  lists: 73,
  overrides: 74,
} as const;

/** Null for what is no document of Word 97 or later. Throws RangeError where it is cut short. */
export function readFib(stream: Uint8Array): Fib | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.getUint16(0, true) !== 0xa5ec || view.getUint16(2, true) < 0xc1) return null;
  const flags = view.getUint16(10, true);
  const count = (index: number): number => view.getUint32(64 + 4 * index, true);
  return {
    encrypted: (flags & 0x0100) !== 0,
    tables: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    stories: {
      body: count(3),
      footnotes: count(4),
      headers: count(5),
      macros: count(6),
      comments: count(7),
      endnotes: count(8),
      boxes: count(9),
      headerBoxes: count(10),
    },
    structure: (index) => [view.getUint32(154 + 8 * index, true), view.getUint32(158 + 8 * index, true)],
  };
}

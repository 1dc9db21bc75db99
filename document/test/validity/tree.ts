// A part of a package as a tree, for tests that hold it against the standard.
import { readXml } from '../../src/read/xml.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a part; throws where it is not well formed. */
export function treeOf(bytes: Uint8Array): Element {
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  readXml(bytes, {
    open: (name, attributes) =>
      void open.push({ name, attributes: { ...attributes }, children: [], text: '' }),
    close: () => {
      const done = open.pop()!;
      open.at(-1)!.children.push(done);
    },
    text: (text) => void (open.at(-1)!.text += text),
  });
  const [root] = open[0]!.children;
  if (!root) throw new Error('a part without an element');
  return root;
}

export function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

export const named = (element: Element, name: string): Element[] =>
  [...all(element)].filter((each) => each.name === name);
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((each) => each.name === name);
export const value = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

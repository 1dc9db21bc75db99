// XML parts as events, in constant depth of the call stack; a DTD is refused, so entities cannot multiply.
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

export type XmlFault = 'dtd' | 'broken';

/** Thrown inside the readers of packages and caught at their door; nothing outside sees it. */
export class XmlError extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault);
    this.fault = fault;
  }
}

const WORD = 'w';
/** The prefixes that Word writes; another writer may bind others to the same namespaces. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', WORD],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', WORD],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

interface Plain {
  readonly xmlns: false;
  readonly position: false;
}

const STEP = 1 << 16;

/** Reads a whole part. Throws XmlError on a DTD and on XML that is not well formed. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser<Plain>({ xmlns: false, position: false });
  const renamed = new Map<string, string>();
  const rename = (name: string): string => canonical(name, renamed);
  parser.on('error', (error) => {
    // Writers slip control characters and entities of HTML in; everything else means that the part is damaged.
    if (!/disallowed character|entity/.test(error.message)) throw new XmlError('broken');
  });
  parser.on('doctype', () => {
    throw new XmlError('dtd');
  });
  let declares = false;
  parser.on('attribute', ({ name }) => {
    if (name.startsWith('xmlns')) declares = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (declares) noteNamespaces(attributes, renamed);
    declares = false;
    if (renamed.size === 0) handler.open(name, attributes);
    else handler.open(rename(name), renameAll(attributes, rename));
  });
  parser.on('closetag', ({ name }) => handler.close(renamed.size === 0 ? name : rename(name)));
  if (handler.text) parser.on('text', handler.text.bind(handler));
  if (handler.text) parser.on('cdata', handler.text.bind(handler));
  feed(parser, bytes);
}

function feed(parser: SaxesParser<Plain>, bytes: Uint8Array): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += STEP)
    parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
  parser.write(decoder.decode()).close();
}

function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function noteNamespaces(attributes: Attributes, renamed: Map<string, string>): void {
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const usual = PREFIXES.get(attributes[name] ?? '');
    const bound = name.slice(6);
    if (usual !== undefined && usual !== bound) renamed.set(bound, usual);
    else renamed.delete(bound);
  }
}

function canonical(name: string, renamed: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon));
  if (prefix === undefined) return name;
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** A default namespace does not reach attributes. */
function renameAll(attributes: Attributes, rename: (name: string) => string): Attributes {
  const all: Record<string, string> = {};
  for (const name in attributes) all[name.includes(':') ? rename(name) : name] = attributes[name]!;
  return all;
}

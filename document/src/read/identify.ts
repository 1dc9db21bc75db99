// What a file is, told by its content; its name only decides among kinds of plain text.
import { diagnostic } from '../messages.ts';
import type { Diagnostic, Format } from '../tree.ts';
import { decodeText } from './encoding.ts';
import { openZip, ZipError } from './zip.ts';

/** Formats that have a reader; RTF, mostly found under ".doc", becomes a `doc`. */
export type Kind = Format | 'rtf' | 'mhtml';

export type Identified =
  | { readonly ok: true; readonly kind: Kind; readonly note?: Diagnostic }
  | { readonly ok: false; readonly problem: Diagnostic };

/** Tells the kind of a file, or says why it cannot be read. A misleading extension is a note. */
export function identify(name: string, bytes: Uint8Array): Identified {
  if (bytes.length === 0) return refuse('empty-file', { file: name });
  const found = kindOf(name, bytes);
  if (typeof found !== 'string') return { ok: false, problem: found };
  const extension = extensionOf(name);
  const expected = EXTENSIONS.get(extension);
  if (!expected || fits(expected, found)) return { ok: true, kind: found };
  const note = diagnostic('wrong-extension', 'note', { file: name, extension, kind: found });
  return { ok: true, kind: found, note };
}

function refuse(code: string, values: Record<string, string | number>): Identified {
  return { ok: false, problem: diagnostic(code, 'error', values) };
}

const EXTENSIONS: ReadonlyMap<string, Kind> = new Map([
  ...['docx', 'docm', 'dotx', 'dotm'].map((name) => [name, 'docx'] as const),
  ...['doc', 'dot'].map((name) => [name, 'doc'] as const),
  ...['html', 'htm', 'xhtml'].map((name) => [name, 'html'] as const),
  ...['mht', 'mhtml'].map((name) => [name, 'mhtml'] as const),
  ...['md', 'markdown'].map((name) => [name, 'md'] as const),
  ...['txt', 'text'].map((name) => [name, 'txt'] as const),
  ...['png', 'jpg', 'jpeg', 'jfif', 'tif', 'tiff', 'webp', 'bmp', 'gif', 'heic'].map(
    (name) => [name, 'image'] as const,
  ),
  ['rtf', 'rtf'],
  ['pdf', 'pdf'],
]);

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

const fits = (expected: Kind, found: Kind): boolean =>
  expected === found || (expected === 'md' && found === 'html') || (expected === 'html' && found === 'txt');

function kindOf(name: string, bytes: Uint8Array): Kind | Diagnostic {
  const head = ascii(bytes, 0, 1024);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return packageKind(name, bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
  if (/^\s*%PDF-/.test(head) || (head.includes('%PDF-') && extensionOf(name) === 'pdf')) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  if (isImage(head)) return 'image';
  const other = OTHERS.find(([magic]) => magic.test(head));
  if (other) return unsupported(name, other[1]);
  return textKind(name, bytes);
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

const IMAGES = /^(?:\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF....WEBP|BM....\0\0\0\0)/s;
const isImage = (head: string): boolean => IMAGES.test(head);

const OTHERS: readonly (readonly [magic: RegExp, name: string])[] = [
  [/^GIF8[79]a/, 'gif'],
  [/^....ftyp(?:hei[cxms]|mif1|avif)/s, 'heic'],
  [/^Rar!/, 'rar'],
  [/^7z\xbc\xaf/, '7z'],
  [/^\x1f\x8b/, 'gzip'],
  [/^MZ/, 'program'],
  [/^\x7fELF/, 'program'],
  [/^....ftyp/s, 'media'],
  [/^(?:ID3|OggS|fLaC|RIFF)/, 'media'],
  [/^\s*<\?xml[^]{0,600}<(?:w:wordDocument|pkg:package)/, 'wordxml'],
];

function unsupported(file: string, kind: string): Diagnostic {
  return diagnostic('unsupported-format', 'error', { file, kind });
}

const PACKAGES: readonly (readonly [part: RegExp, name: string])[] = [
  [/^xl\//i, 'xlsx'],
  [/^ppt\//i, 'pptx'],
  [/^content\.xml$/i, 'opendocument'],
  [/^meta-inf\/container\.xml$/i, 'epub'],
  [/^visio\//i, 'visio'],
];

function packageKind(file: string, bytes: Uint8Array): Kind | Diagnostic {
  let names: readonly string[];
  try {
    names = openZip(bytes, 0).names;
  } catch (error) {
    return packageProblem(file, error);
  }
  if (names.some((name) => /^word\//i.test(name))) return 'docx';
  const other = PACKAGES.find(([part]) => names.some((name) => part.test(name)));
  if (other) return unsupported(file, other[1]);
  if (names.some((name) => /^\[content_types\]\.xml$/i.test(name))) return 'docx';
  return unsupported(file, 'zip');
}

/** What a fault of the package means to the owner of the file. */
export function packageProblem(file: string, error: unknown, limit = 0): Diagnostic {
  const fault = error instanceof ZipError ? error.fault : 'broken';
  if (fault === 'encrypted') return diagnostic('password-protected', 'error', { file });
  if (fault === 'limit')
    return diagnostic('inflates-too-far', 'error', { file, limit: Math.round(limit / 2 ** 20) });
  const part = fault === 'overlap' ? 'overlap' : 'package';
  return diagnostic('broken-file', 'error', { file, part });
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*|<!--[^]{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body|meta|title|style|div|p|table|span|center|font)\b/i;

function textKind(name: string, bytes: Uint8Array): Kind | Diagnostic {
  const head = decodeText(bytes.subarray(0, wholeHead(bytes))).text;
  if (isBinary(head)) return diagnostic('unknown-format', 'error', { file: name });
  const expected = EXTENSIONS.get(extensionOf(name));
  if (/^mime-version:/i.test(head.trimStart())) return 'mhtml';
  if (expected === 'md' || expected === 'html') return expected;
  if (HTML.test(head)) return 'html';
  return 'txt';
}

/** An end that does not cut a character of UTF-8 in two. */
function wholeHead(bytes: Uint8Array): number {
  if (bytes.length <= 4096) return bytes.length;
  let end = 4096;
  while (end > 4090 && bytes[end - 1]! >= 0x80) end--;
  return end;
}

const CONTROL = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g;
const NUL = /\0/g;

/** A few NUL bytes do not make a file binary: some systems pad text with them. */
function isBinary(head: string): boolean {
  const control = head.match(CONTROL)?.length ?? 0;
  const nul = head.match(NUL)?.length ?? 0;
  return control > head.length * 0.05 || nul > head.length * 0.3;
}

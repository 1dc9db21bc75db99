// A web page saved as one file (RFC 2557): a mail message whose first HTML part is the page.
import { unitsOf } from './encoding.ts';
import { readHtml } from './html.ts';
import type { Input, Reading } from './reader.ts';

export function readMhtml(input: Input): Reading {
  const raw = unitsOf(input.bytes);
  const boundary = /boundary="?([^"\r\n;]{1,100})/i.exec(raw.slice(0, 4096))?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  const part = parts.find((text) => /^content-type:\s{0,4}text\/html/im.test(headersOf(text))) ?? raw;
  return readHtml({ name: input.name, bytes: decodeBody(part) });
}

function endOfHeaders(part: string): number {
  const end = /\r?\n\r?\n/.exec(part.slice(0, 8192));
  return end ? end.index + end[0].length : 0;
}

const headersOf = (part: string): string => part.slice(0, endOfHeaders(part));

function decodeBody(part: string): Uint8Array {
  const body = part.slice(endOfHeaders(part));
  const [, encoding = ''] = /^content-transfer-encoding:\s{0,4}([\w-]+)/im.exec(headersOf(part)) ?? [];
  if (/quoted-printable/i.test(encoding)) return bytesOf(unquote(body));
  return /base64/i.test(encoding) ? fromBase64(body) : bytesOf(body);
}

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

const unquote = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let filled = 0;
  let bits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS.indexOf(text.charAt(at));
    if (digit < 0) continue;
    value = ((value << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) bytes[filled++] = (value >> (bits -= 8)) & 0xff;
  }
  return bytes.subarray(0, filled);
}

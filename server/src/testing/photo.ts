// Pictures as bytes: with what cameras write beside them, too small for words; and a recording.
import { deflateSync } from 'node:zlib';

export const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const segment = (code: number, content: string) => {
  const size = content.length + 2;
  return latin(`\u00ff${String.fromCharCode(code, size >> 8, size & 255)}${content}`);
};
export const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A chunk of PNG; nobody here checks its sum. */
export const chunk = (name: string, content: Uint8Array) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return joined(size, latin(name), content, new Uint8Array(4));
};

export const tinyPng = joined(
  latin('\u0089PNG\r\n\u001a\n'),
  chunk('IHDR', latin('\0\0\0\u0001\0\0\0\u0001\u0008\0\0\0\0')),
  chunk('IDAT', new Uint8Array(deflateSync(Buffer.from([0, 0])))),
  chunk('IEND', new Uint8Array()),
);
export const sound = latin('ID3\u0003\0\0\0\0\0\0frames');

/** Turned by a quarter, taken at a place. */
const exif = `Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0GPS 21.7,104.9`;
export const photo = joined(
  latin('\u00ff\u00d8'),
  segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'),
  segment(0xe1, exif),
  segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Nguyen Van Mau</x:xmpmeta>'),
  segment(0xfe, 'iPhone of Mau'),
  segment(0xdb, '\0'.repeat(65)),
  segment(0xda, '\u0001\u0001\0\0?\0'),
  latin('scan\u00ff\0data\u00ff\u00d0more'),
  latin('\u00ff\u00d9'),
  latin('MPF second picture GPS 21.7'),
);

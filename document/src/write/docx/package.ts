// A zip of parts; the same parts give the same bytes.
import { strToU8, zipSync } from 'fflate';

/** The earliest day that a zip can bear: parts have no time of their own. */
const NO_TIME = new Date(1980, 0, 1);

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: NO_TIME, level: 6 });
}

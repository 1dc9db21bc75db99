// What the reader photographs or picks, made ready to be sent.
import { newKey } from './key.ts';
import { isPhoto, jpegName, shrunk } from './photo.ts';
import type { Proof } from './proofs.ts';

export const largestFile = 50_000_000;

export interface Readied {
  readonly proofs: readonly Proof[];
  /** Names of those that cannot be sent, each with why. */
  readonly refused: readonly { readonly name: string; readonly why: 'empty' | 'large' | 'unreadable' }[];
}

/** One after the other: a cheap phone has no room for two large photographs at once. */
export async function readied(files: readonly File[], output: number | null): Promise<Readied> {
  const proofs: Proof[] = [];
  const refused: Readied['refused'][number][] = [];
  for (const file of files) {
    const photo = isPhoto(file);
    const blob = photo ? await shrunk(file) : file;
    if (file.size === 0) refused.push({ name: file.name, why: 'empty' });
    else if (blob === null) refused.push({ name: file.name, why: 'unreadable' });
    else if (blob.size > largestFile) refused.push({ name: file.name, why: 'large' });
    else
      proofs.push({
        key: newKey(),
        name: photo ? jpegName(file.name) : file.name,
        blob,
        output,
        sent: false,
      });
  }
  return { proofs, refused };
}

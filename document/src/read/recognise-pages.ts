// Drives the recogniser over pages: as many at a time as it has workers, with progress; a page that fails is left out.
import type { PageContent } from './geometry.ts';
import type { Progress } from './reader.ts';
import type { PageRecogniser } from './recogniser.ts';

export interface Job {
  readonly format: 'pdf' | 'image';
  readonly bytes: Uint8Array;
  /** Page numbers; without them all that the file has. */
  readonly pages?: readonly number[];
}

/** What could be recognised, by page number. */
export async function recognisePages(
  recogniser: PageRecogniser,
  job: Job,
  onProgress?: (progress: Progress) => void,
): Promise<ReadonlyMap<number, PageContent>> {
  const source = await recogniser.open(job.format, job.bytes);
  const pages = job.pages ?? Array.from({ length: source.pages }, (_, at) => at + 1);
  const found = new Map<number, PageContent>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < pages.length) {
      const page = pages[next++]!;
      const content = await source.recognise(page).catch(() => null);
      if (content) found.set(page, content);
      onProgress?.({ stage: 'recognise', done: ++done, total: pages.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, recogniser.workers) }, work));
  } finally {
    await source.close();
  }
  return found;
}

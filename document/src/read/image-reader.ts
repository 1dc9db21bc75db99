// A photograph or scan of a page, as a picture file.
import { diagnostic } from '../messages.ts';
import { createBuilder } from './build.ts';
import { layOut } from './geometry-pages.ts';
import type { Input, ReadOptions, Reading } from './reader.ts';
import { recognisePages } from './recognise-pages.ts';

export async function readImage(input: Input, options: ReadOptions): Promise<Reading> {
  const file = input.name;
  if (!options.recogniser) return refuse('needs-recognition', { file, count: 1, pages: '1' });
  const pages = await recognisePages(
    options.recogniser,
    { format: 'image', bytes: input.bytes },
    options.onProgress,
  ).catch(() => new Map());
  const content = pages.get(1);
  if (!content) return refuse('picture-unreadable', { file });
  const builder = createBuilder(file, 'image');
  builder.page({ width: content.width, height: content.height, recognised: true });
  builder.diagnose(diagnostic('recognised-text', 'warning', { file, count: 1, pages: '1' }));
  layOut([content], builder);
  return builder.length === 0 ? refuse('no-text', { file }) : { ok: true, source: builder.finish() };
}

const refuse = (code: string, values: Record<string, string | number>): Reading => ({
  ok: false,
  problem: diagnostic(code, 'error', values),
});

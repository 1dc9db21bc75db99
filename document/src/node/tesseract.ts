// The engine: tesseract's LSTM with the Vietnamese model from the package, offline.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM } from 'tesseract.js';
import type { Grey } from '../read/image.ts';
import type { Layout, See } from '../read/ocr-engine.ts';
import type { SeenLine } from '../read/ocr-words.ts';

export interface Engine {
  readonly see: See;
  close(): Promise<void>;
}

/** Both of the package's models hold the same network; this one comes without the parts that we do not use. */
const MODEL = '4.0.0_best_int';

/** tesseract's page segmentation: 3 finds columns by itself, 6 takes one block of lines. */
const MODES: Readonly<Record<Layout, string>> = { page: '3', block: '6' };

export async function startEngine(): Promise<Engine> {
  const models = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(models, MODEL),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  // The engine chats about what it sees.
  await worker.setParameters({ debug_file: '/dev/null' } as never);
  let set = '';
  return {
    see: async (image, layout, dpi) => {
      const wanted = `${MODES[layout]} ${dpi}`;
      if (wanted !== set)
        await worker.setParameters({
          tessedit_pageseg_mode: MODES[layout] as never,
          user_defined_dpi: String(dpi),
        });
      set = wanted;
      const { data } = await worker.recognize(pgm(image), {}, { blocks: true, text: false });
      return linesOf(data.blocks ?? []);
    },
    close: async () => void (await worker.terminate()),
  };
}

/** The plainest format that the engine reads: no time goes into packing. */
function pgm({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}

interface Bbox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface TessLine {
  readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: Bbox }[];
  readonly baseline: Bbox;
  readonly bbox: Bbox;
  readonly rowAttributes: { readonly rowHeight: number };
}

interface TessBlock {
  readonly paragraphs: readonly { readonly lines: readonly TessLine[] }[];
}

function linesOf(blocks: readonly TessBlock[]): SeenLine[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.map(({ words, baseline, bbox, rowAttributes }) => ({
    words: words.map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
      text,
      confidence,
      box: [x0, y0, x1, y1] as const,
    })),
    baseline: [baseline.y0, baseline.y1] as const,
    height: rowAttributes.rowHeight || bbox.y1 - bbox.y0,
  }));
}

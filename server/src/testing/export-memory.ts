// A process of its own that writes one roll-up and says what it held at most: `node --expose-gc export-memory.ts URL REPORT FORM [collect]`.
// With `collect` it does what an export must not do, so that the test knows its measure can tell.
import { system } from '../access/actor.ts';
import { connect } from '../db/connect.ts';
import { rollupDownload } from '../reports/export-report.ts';
import { atOnce, type Sheet } from '../sheets/column.ts';
import { bytesOf, type Form } from '../sheets/download.ts';

const [url = '', report = '', form = 'xlsx', collects] = process.argv.slice(2);
const collectGarbage = (globalThis as { gc?: () => void }).gc;
if (!collectGarbage) throw new Error('Start it with --expose-gc.');

/** What is in use: without garbage, with the buffers outside the heap. */
function held(): number {
  collectGarbage?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function whole({ lines, ...sheet }: Sheet): Promise<Sheet> {
  const all: Awaited<ReturnType<typeof toArray>> = await toArray(lines);
  return { ...sheet, lines: atOnce(all) };
}

async function toArray(lines: Sheet['lines']) {
  const all: (readonly (string | number | null)[])[] = [];
  for await (const portion of lines) all.push(...portion);
  return all;
}

const { db, close } = connect({ url, connections: 2 });
const asking = { actor: system, locale: 'vi' as const };
const download = await rollupDownload({ db, clock: () => new Date() }, asking, Number(report));
const [sheet] = download.sheets;
const first = collects === 'collect' ? await whole(sheet) : sheet;
let peak = held();
let bytes = 0;
let pieces = 0;
for await (const piece of await bytesOf({ ...download, sheets: [first] }, form as Form, 'vi')) {
  bytes += piece.length;
  pieces += 1;
  if (pieces % 8 === 0) peak = Math.max(peak, held());
}
await close();
process.stdout.write(JSON.stringify({ bytes, peak }));

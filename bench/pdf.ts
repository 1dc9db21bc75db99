// Official documents per second, from content to PDF on one core, beside LibreOffice printing the same letters; an annex of 200 pages.
import { performance } from 'node:perf_hooks';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writeDocx, type OfficialDocument } from '../document/src/index.ts';
import { createPdfWriter, writePdf } from '../document/src/node/pdf.ts';
import { hasSoffice, printed } from '../document/test/soffice.ts';
import { secondsOf, type Result } from './result.ts';
import { ANNEX, LETTER, ROWS } from './write.ts';

const LETTERS = 24;

let made = 0;

/** No two letters are the same: the typesetter remembers what it has set. */
function letters(count: number): OfficialDocument[] {
  return Array.from({ length: count }, () => {
    made += 1;
    const body = LETTER.body.map((block, at) =>
      block.type === 'text' ? { ...block, line: `Lần ${made}, ý ${at}: ${String(block.line)}` } : block,
    );
    return { ...LETTER, number: made, body };
  });
}

const pagesOf = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The words of a document and nothing else: what setting its lines costs. */
function bareSetting(): (document: OfficialDocument) => void {
  const compiler = NodeCompiler.create();
  const main =
    '#set par(justify: true)\n#for line in json(bytes(sys.inputs.lines)) { if type(line) == str { par(line) } else { table(columns: line.first().len(), ..line.flatten()) } }';
  return ({ body, attached }) => {
    const blocks = [...body, ...attached.flatMap((each) => each.body)];
    const lines = blocks.map((block) => {
      if (block.type === 'text') return String(block.line);
      if (block.type === 'chart') return block.says;
      return block.rows.map((row) => row.map((cell) => cell.lines.map(String).join(' ')));
    });
    compiler.pdf({ mainFileContent: main, inputs: { lines: JSON.stringify(lines) } });
    compiler.evictCache(2);
  };
}

/** Letters in a second of this process's own processor time: what a core does that nobody else wants. */
async function perProcessorSecond(print: (document: OfficialDocument) => unknown): Promise<number> {
  const begun = process.cpuUsage();
  for (const letter of letters(LETTERS)) await print(letter);
  const { user, system } = process.cpuUsage(begun);
  return (LETTERS * 1e6) / (user + system);
}

async function overLetters(print: (document: OfficialDocument) => unknown): Promise<number> {
  const taken = await secondsOf(async () => {
    for (const letter of letters(LETTERS)) await print(letter);
  });
  return LETTERS / taken;
}

function libreOffice(): number {
  const files = Object.fromEntries(letters(LETTERS).map((letter, at) => [`thu-${at}`, writeDocx(letter)]));
  const begun = performance.now();
  printed(files);
  return (LETTERS * 1000) / (performance.now() - begun);
}

export async function run(): Promise<Result[]> {
  const [first] = letters(1);
  const size = (await writePdf(first!)).length;
  const here = await overLetters((letter) => writePdf(letter));
  const writer = createPdfWriter();
  const there = await overLetters((letter) => writer.write(letter));
  await writer.close();
  const bare = await overLetters(bareSetting());
  const office = hasSoffice ? libreOffice() : null;
  const beside =
    office === null
      ? { baseline: bare, baselineName: 'typst, the text alone (no soffice here)' }
      : { baseline: office, baselineName: 'LibreOffice, the same letters at once' };
  const annex = await secondsOf(async () => void (await writePdf({ ...ANNEX, number: (made += 1) })), 3);
  const bareAnnex = bareSetting();
  const rows = await secondsOf(() => Promise.resolve(bareAnnex({ ...ANNEX, number: (made += 1) })), 3);
  const pages = pagesOf(await writePdf(ANNEX));
  const [own, bareOwn] = [
    await perProcessorSecond((letter) => writePdf(letter)),
    await perProcessorSecond(bareSetting()),
  ];
  return [
    {
      name: 'pdf: three-page letters printed',
      value: here,
      unit: 'letters/s',
      ...beside,
      ratio: here / beside.baseline,
      note: `one core; ${pagesOf(await writePdf(first!))} pages, ${size} bytes each`,
    },
    {
      name: 'pdf: the same by processor time',
      value: own,
      unit: 'letters/s',
      baseline: bareOwn,
      baselineName: 'typst, the text alone, by processor time',
      ratio: own / bareOwn,
    },
    {
      name: 'pdf: the same in a process of its own',
      value: there,
      unit: 'letters/s',
      ...beside,
      ratio: there / beside.baseline,
    },
    {
      name: 'pdf: the same beside the text alone',
      value: here,
      unit: 'letters/s',
      baseline: bare,
      baselineName: 'typst, the text alone',
      ratio: here / bare,
    },
    {
      name: 'pdf: an annex of 200 pages printed',
      value: annex,
      unit: 's',
      baseline: rows,
      baselineName: 'typst, the same rows as a bare table',
      ratio: annex / rows,
      note: `${ROWS} rows, ${pages} pages`,
    },
  ];
}

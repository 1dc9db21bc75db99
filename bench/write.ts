// Official documents per second, from content to a Word file, beside a bare zip of the same parts; an annex of 200 pages.
import { strToU8, zipSync } from 'fflate';
import { writeDocx, type OfficialDocument } from '../document/src/index.ts';
import { docxParts } from '../document/src/write/docx.ts';
import { OFFICIAL } from '../document/test/official/samples.ts';
import { seconds, type Result } from './result.ts';

const SENTENCE =
  'Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Ngoại vụ và các cơ quan liên quan tổ chức thực hiện nhiệm vụ, ' +
  'báo cáo kết quả kèm minh chứng về Ủy ban nhân dân tỉnh trước ngày 15 tháng 11 hằng năm để tổng hợp, theo dõi.';

/** As LibreOffice prints them, thirty paragraphs and the signature fill three pages. */
export const LETTER: OfficialDocument = {
  ...OFFICIAL['cong-van']!,
  body: Array.from({ length: 30 }, (_, at) => ({
    type: 'text' as const,
    ...(at % 4 > 0 && { level: at % 4 === 1 ? ('number' as const) : ('letter' as const) }),
    line: `${SENTENCE.slice(0, 120 + ((at * 37) % 110))}.`,
  })),
};

export const ROWS = 2380;

/** A table of tasks in landscape; twelve rows fill a page. */
export const ANNEX: OfficialDocument = {
  ...OFFICIAL['quyet-dinh']!,
  attached: [
    {
      type: 'PHỤ LỤC',
      title: 'Danh mục nhiệm vụ',
      landscape: true,
      body: [
        {
          type: 'grid',
          widths: [1, 8, 4, 4, 3],
          head: [['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'].map((line) => ({ lines: [line] }))],
          rows: Array.from({ length: ROWS }, (_, at) => [
            { lines: [String(at + 1)], align: 'center' as const },
            { lines: [SENTENCE.slice(0, 70 + ((at * 13) % 60))] },
            { lines: ['Sở Văn hóa, Thể thao và Du lịch'] },
            { lines: ['Sở Ngoại vụ; Công an tỉnh'] },
            { lines: [`Quý ${['I', 'II', 'III', 'IV'][at % 4]}/2027`] },
          ]),
        },
      ],
    },
  ],
};

function zipped(document: OfficialDocument): () => void {
  const parts = Object.entries(docxParts(document)).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  const files = Object.fromEntries(parts);
  return () => void zipSync(files);
}

const LETTERS = 60;

function times(count: number, work: () => void): () => void {
  return () => {
    for (let at = 0; at < count; at++) work();
  };
}

export function run(): Promise<Result[]> {
  const perSecond = (work: () => void): number => LETTERS / seconds(times(LETTERS, work), 7);
  const written = perSecond(() => void writeDocx(LETTER));
  const bare = perSecond(zipped(LETTER));
  const annex = seconds(() => void writeDocx(ANNEX));
  const annexBare = seconds(zipped(ANNEX));
  return Promise.resolve([
    {
      name: 'docx: three-page letters written',
      value: written,
      unit: 'letters/s',
      baseline: bare,
      baselineName: 'a bare zip of the same parts',
      ratio: written / bare,
      note: `one core; ${writeDocx(LETTER).length} bytes each`,
    },
    {
      name: 'docx: an annex of 200 pages written',
      value: annex,
      unit: 's',
      baseline: annexBare,
      baselineName: 'a bare zip of the same parts',
      ratio: annex / annexBare,
      note: `${ROWS} rows; ${writeDocx(ANNEX).length} bytes`,
    },
  ]);
}

// One page through the whole of recognition, set and harmed by us: fails where recognition gets grossly worse.
import { afterAll, describe, expect, it } from 'vitest';
import { createPageRecogniser } from '../../src/node/index.ts';
import { openPictures } from '../../src/node/render.ts';
import { read } from '../../src/read/read.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { degrade, dice, markInRed } from './degrade.ts';
import { plainPdf, show } from '../pdf/plain.ts';
import { errorsWithin, plainText } from './measure.ts';
import { typeset } from './typeset.ts';
import type { Sheet } from './typeset.ts';

const SHEET: Sheet = {
  parent: 'UBND TỈNH SÔNG THAO',
  agency: 'SỞ NGOẠI VỤ',
  number: '417/HD-SNgV',
  place: 'Sông Thao',
  date: '07 tháng 11 năm 2024',
  type: 'HƯỚNG DẪN',
  title: 'Đón tiếp phóng viên nước ngoài đến tác nghiệp tại tỉnh',
  body: [
    'Căn cứ chức năng, nhiệm vụ được giao, Sở Ngoại vụ hướng dẫn việc đón tiếp, quản lý phóng viên nước ngoài như sau:',
    '1. Ủy ban nhân dân các xã, phường cử cán bộ đầu mối, hoàn thành trước ngày 15/12/2024; chuẩn bị nội dung làm việc, phiên dịch và phương án bảo đảm an ninh, trật tự.',
    '2. Công an tỉnh chủ trì, phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh hỗ trợ thủ tục tại khu vực biên giới, bảo đảm nhanh gọn, đúng quy định của pháp luật.',
  ],
  recipients: ['UBND tỉnh (b/c);', 'Lưu: VT.'],
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Trần Quỳnh Hương',
};

const recogniser = createPageRecogniser();
afterAll(() => recogniser.close());

async function photographed(skew: number): Promise<Uint8Array> {
  const pages = await openPictures('pdf', typeset(SHEET));
  const picture = await pages.picture(1);
  await pages.close();
  const harm = { dpi: 200, skew, blur: 0.5, noise: 5, specks: 0.0003, seal: [330, 430] as const, jpeg: 75 };
  return degrade(picture, harm, dice(5));
}

describe('a page askew, noisy, signed in blue and sealed in red', () => {
  it('comes back with its letters, its header and its signer', async () => {
    const reading = await read({ name: 'trang.jpg', bytes: await photographed(1.7) }, { recogniser });
    if (!reading.ok) throw new Error(reading.problem.message);
    const { source } = reading;
    const prose = plainText(SHEET.body.join(' '));
    expect(errorsWithin(prose, plainText(source.text)) / prose.length).toBeLessThan(0.02);
    const { document } = recognise(source);
    expect(document).toMatchObject({
      number: '417/HD-SNgV',
      issuedOn: '2024-11-07',
      issuer: 'Sở Ngoại vụ tỉnh Sông Thao',
    });
    expect(document.signers.map(({ name }) => name)).toEqual(['Trần Quỳnh Hương']);
    expect(source.pages?.[0]?.recognised).toBe(true);
    expect(source.diagnostics.map(({ code }) => code)).toContain('recognised-text');
  });

  it.each([0, 5, -5])(
    'is refused where a mark of secrecy is stamped on it in red, tilted %i°',
    async (tilt) => {
      const bytes = await markInRed(await photographed(0.6), 'MẬT', tilt);
      const reading = await read({ name: 'trang.png', bytes }, { recogniser });
      expect(reading).toMatchObject({ ok: false, problem: { code: 'secret-mark' } });
    },
  );

  it('is read in its place among pages that have a text, with headway', async () => {
    const jpeg = await photographed(-0.8);
    const pages = [show('Trang dau co lop chu rieng cua no', 72, 700), { jpeg, width: 1653, height: 2339 }];
    const seen: string[] = [];
    const reading = await read(
      { name: 'hai-trang.pdf', bytes: plainPdf({ pages }) },
      { recogniser, onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`) },
    );
    if (!reading.ok) throw new Error(reading.problem.message);
    expect(reading.source.text).toMatch(/^Trang dau co lop chu rieng cua no\n[^]*417\/HD-SNgV/);
    expect(reading.source.pages?.map(({ recognised }) => recognised ?? false)).toEqual([false, true]);
    expect(seen).toEqual(['read 1/2', 'read 2/2', 'recognise 1/1']);
  });

  it('is a problem that names the way out where no recogniser is at hand', async () => {
    const reading = await read({ name: 'trang.jpg', bytes: await photographed(0) });
    expect(reading).toMatchObject({ ok: false, problem: { code: 'needs-recognition' } });
  });

  it('that is no picture at all is told by its problem', async () => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(400).fill(7)]);
    const reading = await read({ name: 'trang.jpg', bytes }, { recogniser });
    expect(reading).toMatchObject({ ok: false, problem: { code: 'picture-unreadable' } });
  });
});

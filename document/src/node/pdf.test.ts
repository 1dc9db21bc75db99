import { expect, test } from 'vitest';
import { OFFICIAL } from '../../test/official/samples.ts';
import { writePdf } from './pdf.ts';

for (const [name, document] of Object.entries(OFFICIAL)) {
  test(`${name} is printed as PDF/A-2a and as PDF/UA-1`, async () => {
    const kept = Buffer.from(await writePdf(document)).toString('latin1');
    expect(kept.slice(0, 8)).toBe('%PDF-1.7');
    const read = Buffer.from(await writePdf(document, { standard: 'ua-1' })).toString('latin1');
    expect(kept).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(read).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
}

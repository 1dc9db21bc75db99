import { describe, expect, it } from 'vitest';
import { readText } from '../read/text.ts';
import type { Citation } from '../tree.ts';
import { recognise } from './recognise.ts';

function cited(text: string): Citation[] {
  return [...recognise(readText(text, 'x', 'txt')).citations];
}

const short = (text: string): string[] =>
  cited(text).map(({ type, number, date, role }) => [type, number, date, role].join(' '));

describe('citations', () => {
  it('reads type, number, date, issuer and title of a legal basis', () => {
    const [citation] = cited(
      'QUYẾT ĐỊNH\nVề việc thử\n\nCăn cứ Quyết định số 368/QĐ-TTg ngày 28/02/2013 của Thủ tướng Chính phủ về việc phê duyệt Chương trình hành động;\n\nQUYẾT ĐỊNH:',
    );
    expect(citation).toMatchObject({
      type: 'QĐ',
      number: '368/QĐ-TTg',
      date: '2013-02-28',
      issuer: 'Thủ tướng Chính phủ',
      title: 'về việc phê duyệt Chương trình hành động',
      role: 'basis',
    });
  });

  it.each([
    ['Ngày 26/4/2013, Thủ tướng Chính phủ đã ban hành Quyết định số 22/2013/QĐ-TTg về nhà ở.', '2013-04-26'],
    ['Ngày 19 tháng 9 năm 2013, Văn phòng Chính phủ có văn bản số 349/TB-VPCP thông báo.', '2013-09-19'],
    ['Ngày 12/6/2015, Bộ Quốc phòng đã có Công văn số 4966/BQP-CT trả lời.', '2015-06-12'],
    ['Ngày 12/6/2015, Bộ Quốc phòng đã có Công văn số 4966/BQP-CT ngày 11/6/2015.', '2015-06-11'],
  ])('takes the day in front where none follows: %s', (sentence, date) => {
    expect(cited(`CÔNG VĂN\n\n${sentence}`)[0]?.date).toBe(date);
  });

  it.each([
    ['ngày 28/3/2013', '2013-03-28'],
    ['ngày 28 tháng 02 năm 2013', '2013-02-28'],
    [', ngày 28.02.2013', '2013-02-28'],
    ['ngày 28-02-2013', '2013-02-28'],
    ['của Thủ tướng Chính phủ ngày 28/02/2013', '2013-02-28'],
    ['(28/02/2013)', '2013-02-28'],
    ['ngày 31/02/2013', ''],
    ['năm 2013', ''],
  ])('reads the date in "%s"', (written, date) => {
    expect(short(`Họp bàn Quyết định số 368/QĐ-TTg ${written} thì thôi.`)).toEqual([
      `QĐ 368/QĐ-TTg ${date} mention`,
    ]);
  });

  it('takes the type from the word before the number, else from the symbol', () => {
    expect(
      short(
        'Họp bàn Nghị quyết Đại hội và Kế hoạch số 16/KH-HĐTĐKT; Quy định số 69-QĐ/TW; hướng dẫn Nghị định số 118/2025/NĐ-CP; văn bản số 12/UBND-VX',
      ),
    ).toEqual([
      'KH 16/KH-HĐTĐKT  mention',
      'QyĐ 69-QĐ/TW  mention',
      'NĐ 118/2025/NĐ-CP  mention',
      'CV 12/UBND-VX  mention',
    ]);
  });

  it('reads a list that names the type once', () => {
    expect(short('các Quyết định số 1/QĐ-UBND ngày 02/3/2020; số 4/QĐ-UBND ngày 05/6/2021')).toEqual([
      'QĐ 1/QĐ-UBND 2020-03-02 mention',
      'QĐ 4/QĐ-UBND 2021-06-05 mention',
    ]);
  });

  it('reads laws without numbers, with their dates', () => {
    expect(
      short('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật Báo chí năm 2016;'),
    ).toEqual(['L  2015-06-19 basis', 'L   basis']);
  });

  it('leaves out the number of the document itself, and keeps it where an annex refers to it', () => {
    const text =
      'Số: 58/KH-UBND\n\nYên Bái, ngày 11 tháng 3 năm 2019\n\nKẾ HOẠCH\nHoạt động\n\nI. NỘI DUNG\n\n1. Họp./.\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 58/KH-UBND ngày 11/3/2019)';
    expect(short(text)).toEqual(['KH 58/KH-UBND 2019-03-11 mention']);
  });

  it('points to the words in the text', () => {
    const parsed = recognise(
      readText('Xem Chỉ thị số 25-CT/TW ngày 8/8/2018 của Ban Bí thư về đối ngoại.', 'x', 'txt'),
    );
    expect(parsed.text.slice(...parsed.citations[0]!.span)).toBe(
      'Chỉ thị số 25-CT/TW ngày 8/8/2018 của Ban Bí thư về đối ngoại',
    );
  });
});

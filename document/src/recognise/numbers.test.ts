import { describe, expect, it } from 'vitest';
import { numbersIn, typeOfNumber } from './numbers.ts';

const found = (text: string): string[] =>
  numbersIn(text).map((number) => `${number.number} ${typeOfNumber(number)}`);

describe('numbersIn', () => {
  it.each([
    ['Kế hoạch số 58/KH-UBND', '58/KH-UBND KH'],
    ['Thông tư số 22/2016/TT-BTTTT', '22/2016/TT-BTTTT TT'],
    ['Nghị quyết số 66.4/2025/NQ-CP', '66.4/2025/NQ-CP NQ'],
    ['Chỉ thị số 04-CT/TW', '04-CT/TW CT'],
    ['Luật số 80/2015/QH13', '80/2015/QH13 null'],
    ['Nghị quyết số 1211/2016/UBTVQH13', '1211/2016/UBTVQH13 null'],
    ['Nghị định số 144/2021/NĐ- CP', '144/2021/NĐ-CP NĐ'],
    ['Tờ trình số 02/TTr-CAT- ANCTNB ngày 03', '02/TTr-CAT-ANCTNB TTr'],
    ['Công văn số 4110/BTTTT-TTĐN', '4110/BTTTT-TTĐN CV'],
    ['Công văn số 12/UBND-VX', '12/UBND-VX CV'],
    ['số 16/KH-HĐTĐKT', '16/KH-HĐTĐKT KH'],
    ['Quyết định 01/1999/QĐ.UB', '01/1999/QĐ.UB null'],
    ['số 30c/NQ-CP', '30c/NQ-CP NQ'],
    ['số 07-QC/TU', '07-QC/TU QC'],
    ['số 61/2018/NĐCP', '61/2018/NĐ-CP NĐ'],
    ['SỐ 21/CT-TTG NGÀY', '21/CT-TTg CT'],
    ['số: 1234 /UBND-KGVX', '1234/UBND-KGVX CV'],
    ['số 59/2015/TTLT-BTC-BNV', '59/2015/TTLT-BTC-BNV TTLT'],
    ['số 26-CTr/TU', '26-CTr/TU CTr'],
    ['Số : 02/KH - UBND', '02/KH-UBND KH'],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('reads two in one sentence and leaves the dash between clauses alone', () => {
    expect(found('số 1/QĐ-UBND - Kế hoạch số 2/KH-UBND')).toEqual(['1/QĐ-UBND QĐ', '2/KH-UBND KH']);
  });

  it.each([
    '56/93 nhiệm vụ',
    '300 mẫu/xã/tháng',
    '10 km/h',
    'ngày 28/02/2013',
    '5Mbit/s',
    'và/hoặc',
    'số /KH-STTTT',
    'QCVN 102:2016/BTTTT',
  ])('finds none in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readText } from '../read/text.ts';
import { recognise } from './recognise.ts';

const recipients = (tail: string, format: 'txt' | 'md' = 'txt'): readonly string[] =>
  recognise(readText(`KẾ HOẠCH\nThử\n\nI. NỘI DUNG\n\n1. Họp giao ban hằng tháng./.\n\n${tail}`, 'x', format))
    .recipients;

describe('recipients', () => {
  it('reads a list, one entry a line, wrapped lines joined, closing punctuation dropped', () => {
    expect(
      recipients(
        'Nơi nhận:\n- Như trên;\n- Chủ tịch, các Phó Chủ tịch\nUBND tỉnh;\n- Lưu: VT, VX,\nNV.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn An',
      ),
    ).toEqual(['Như trên', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Lưu: VT, VX, NV']);
  });

  it('splits a list that stands on one line of a cell', () => {
    expect(
      recipients(
        '| **Nơi nhận:** - Bộ Công an (Cục A03 - để b/c); - Như Điều 3; - Lưu: VT, NC. | CHỦ TỊCH Hoàng Quốc Minh |\n|---|---|',
        'md',
      ),
    ).toEqual(['Bộ Công an (Cục A03 - để b/c)', 'Như Điều 3', 'Lưu: VT, NC']);
  });

  it('keeps a semicolon inside an entry that goes on', () => {
    expect(recipients('Nơi nhận:\n- Các Bộ: Thông tin và Truyền thông; Ngoại giao;\n- Lưu: VT.')).toEqual([
      'Các Bộ: Thông tin và Truyền thông; Ngoại giao',
      'Lưu: VT',
    ]);
  });

  it('keeps the signature beside the list out of it', () => {
    expect(
      recipients(
        'Nơi nhận:                                    KT. CHỦ TỊCH\n- Như trên;                                  PHÓ CHỦ TỊCH\n- Lưu: VT, NN.                               Trần Đình Khoa',
      ),
    ).toEqual(['Như trên', 'Lưu: VT, NN']);
  });

  it('finds none where there is no list', () => {
    expect(recipients('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn An')).toEqual([]);
  });
});

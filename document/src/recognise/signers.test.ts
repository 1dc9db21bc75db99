import { describe, expect, it } from 'vitest';
import { readText } from '../read/text.ts';
import { recognise } from './recognise.ts';

const signers = (tail: string, format: 'txt' | 'md' = 'txt'): string[] =>
  recognise(
    readText(`KẾ HOẠCH\nThử\n\nI. NỘI DUNG\n\n1. Họp giao ban hằng tháng./.\n\n${tail}`, 'x', format),
  ).document.signers.map(({ authority, position, name }) => [authority, position, name].join(' | '));

describe('signers', () => {
  it.each([
    ['KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nNguyễn Văn An', 'KT. | Phó Chủ tịch | Nguyễn Văn An'],
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nLò Thị Mai Hoa',
      'TM. KT. | Phó Chủ tịch | Lò Thị Mai Hoa',
    ],
    ['TM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐã ký: Trần Hà', 'TM. | Chủ tịch | Trần Hà'],
    ['TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nThS. Phạm Quốc Bảo', 'TL. | Chánh Văn phòng | Phạm Quốc Bảo'],
    ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nĐại tá Nông Đức Lương', 'KT. | Phó Giám đốc | Nông Đức Lương'],
    ['T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nHoàng Giang', 'TM. | Phó Bí thư | Hoàng Giang'],
  ])('reads "%s"', (tail, expected) => {
    expect(signers(tail)).toEqual([expected]);
  });

  it('reads post and name that ran together in a cell', () => {
    expect(
      signers(
        '| Nơi nhận: - Như trên; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hoàng Quốc Minh |\n|---|---|',
        'md',
      ),
    ).toEqual(['KT. | Phó Chủ tịch | Hoàng Quốc Minh']);
  });

  it('reads two signers side by side', () => {
    expect(
      signers('| GIÁM ĐỐC SỞ NỘI VỤ<br>Nguyễn Văn An | GIÁM ĐỐC SỞ Y TẾ<br>Trần Thị Bình |\n|---|---|', 'md'),
    ).toEqual([' | Giám đốc Sở Nội vụ | Nguyễn Văn An', ' | Giám đốc Sở Y tế | Trần Thị Bình']);
  });

  it('finds none where nobody signed', () => {
    expect(signers('')).toEqual([]);
    expect(signers('Nơi nhận:\n- Như trên;\n- PCT UBND tỉnh Phạm Đăng Khoa;\n- Lưu: VT.')).toEqual([]);
  });
});

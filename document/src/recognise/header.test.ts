import { describe, expect, it } from 'vitest';
import { readText } from '../read/text.ts';
import type { Header } from '../tree.ts';
import { recognise } from './recognise.ts';

const header = (text: string): Header => recognise(readText(text, 'x', 'txt')).document;
const BODY = '\n\nI. NỘI DUNG\n\n1. Sở Nội vụ chủ trì họp giao ban.\n';

function letterhead(agency: string, number: string, date: string): string {
  return `${agency}\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\n${number}\n|\n${date}\n|\n`;
}

describe('header', () => {
  it('reads a letterhead in cells', () => {
    const text = `${letterhead('ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', 'Số: 58/KH-UBND', 'Sông Thao, ngày 05 tháng 3 năm 2026')}KẾ HOẠCH\nCÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2026${BODY}`;
    expect(header(text)).toMatchObject({
      type: 'KH',
      number: '58/KH-UBND',
      issuedOn: '2026-03-05',
      place: 'Sông Thao',
      issuer: 'Ủy ban nhân dân tỉnh Sông Thao',
      title: 'Công tác thông tin đối ngoại năm 2026',
    });
  });

  it.each([
    ['Số: 15-KH/TU', '15-KH/TU'],
    ['Số : 02/KH - UBND', '02/KH-UBND'],
    ['Số: 1234 /UBND-KGVX', '1234/UBND-KGVX'],
    ['Số:      /KH-UBND', null],
    ['Số: …/QĐ-UBND', null],
  ])('reads "%s"', (line, number) => {
    const text = `${letterhead('ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', line, 'Sông Thao, ngày 05 tháng 3 năm 2026')}KẾ HOẠCH\nThử${BODY}`;
    expect(header(text).number).toBe(number);
  });

  it.each([
    ['Sông Thao, ngày … tháng 3 năm 2026', null],
    ['Sông Thao, ngày    tháng    năm 2026', null],
    ['Sông Thao, ngày 31 tháng 02 năm 2026', null],
    ['Sông Thao, ngày 5/3/2026', '2026-03-05'],
  ])('reads the date of "%s"', (line, date) => {
    const found = header(
      `${letterhead('ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', 'Số: 1/KH-UBND', line)}KẾ HOẠCH\nThử${BODY}`,
    );
    expect(found.issuedOn).toBe(date);
    expect(found.place).toBe('Sông Thao');
  });

  it.each([
    ['UBND TỈNH SÔNG THAO\nSỞ NỘI VỤ', 'Sở Nội vụ tỉnh Sông Thao', 'Ủy ban nhân dân tỉnh Sông Thao'],
    ['UBND TỈNH SÔNG THAO\nCÔNG AN TỈNH', 'Công an tỉnh Sông Thao', 'Ủy ban nhân dân tỉnh Sông Thao'],
    ['ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP', 'Ủy ban nhân dân xã Tân Lập', null],
    ['BỘ CÔNG AN\nCỤC AN NINH MẠNG', 'Cục An ninh mạng', 'Bộ Công an'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH', 'Ủy ban nhân dân thành phố Hồ Chí Minh', null],
    ['HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG THAO', 'Hội đồng nhân dân tỉnh Sông Thao', null],
    [
      'UBND HUYỆN TÂN SƠN\nPHÒNG VĂN HÓA VÀ THÔNG TIN',
      'Phòng Văn hóa và Thông tin huyện Tân Sơn',
      'Ủy ban nhân dân huyện Tân Sơn',
    ],
  ])('spells out the issuer of "%s"', (agency, issuer, parent) => {
    const found = header(
      `${letterhead(agency, 'Số: 1/KH-X', 'Sông Thao, ngày 5 tháng 3 năm 2026')}KẾ HOẠCH\nThử${BODY}`,
    );
    expect(found.issuer?.toLowerCase()).toBe(issuer.toLowerCase());
    expect(found.parent).toBe(parent);
  });

  it('takes the issuer of a decision from the line above its bases, its place from the letterhead', () => {
    const text = `${letterhead('ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', 'Số: 7/QĐ-UBND', 'Sông Thao, ngày 5 tháng 3 năm 2026')}QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Báo chí ngày 05/4/2016;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch./.`;
    expect(header(text)).toMatchObject({
      type: 'QĐ',
      issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sông Thao',
      title: 'Về việc ban hành Kế hoạch',
    });
  });

  it('infers the issuer from the opening sentence where the letterhead is missing', () => {
    const text =
      'KẾ HOẠCH\nThông tin đối ngoại năm 2026 trên địa bàn huyện Tân Sơn\n\nThực hiện Kế hoạch số 1/KH-UBND ngày 02/01/2026 của UBND tỉnh Sông Thao, UBND huyện ban hành Kế hoạch như sau:' +
      BODY;
    expect(header(text)).toMatchObject({
      number: null,
      issuedOn: null,
      place: null,
      issuer: 'Ủy ban nhân dân huyện Tân Sơn',
    });
  });

  it('takes number and date of a decision from what its plan says of it', () => {
    const text = `QUYẾT ĐỊNH\nVề việc phê duyệt Kế hoạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Kế hoạch./.\n\nKẾ HOẠCH\nThử\n(Ban hành kèm theo Quyết định số: 24/QĐ-UBND ngày 12/7/2023 của Chủ tịch UBND tỉnh Sông Thao)${BODY}`;
    expect(header(text)).toMatchObject({
      number: '24/QĐ-UBND',
      issuedOn: '2023-07-12',
      issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sông Thao',
      attachments: [{ type: 'KH', title: 'Thử' }],
    });
  });

  it('reads an official letter: its type by its symbol, its title behind "V/v"', () => {
    const text =
      '     ỦY BAN NHÂN DÂN                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n     TỈNH SÔNG THAO                              Độc lập - Tự do - Hạnh phúc\n\n  Số: 78/UBND-VX                          Sông Thao, ngày 17 tháng 3 năm 2026\nV/v báo cáo công tác\nthông tin đối ngoại\n\n            Kính gửi: Các sở, ban, ngành của tỉnh.\n\n    Thực hiện chương trình công tác, UBND tỉnh yêu cầu các đơn vị báo cáo trước ngày 30/3/2026./.\n';
    expect(header(text)).toMatchObject({
      type: 'CV',
      number: '78/UBND-VX',
      title: 'Báo cáo công tác thông tin đối ngoại',
      issuer: 'Ủy ban nhân dân tỉnh Sông Thao',
      place: 'Sông Thao',
    });
  });

  it('keeps the titles that a web page puts above the document out of it', () => {
    const text = `Quyết định 9/QĐ-UBND về việc khác\n\n${letterhead('ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', 'Số: 1/KH-UBND', 'Sông Thao, ngày 5 tháng 3 năm 2026')}KẾ HOẠCH\nThử${BODY}`;
    expect(header(text)).toMatchObject({ type: 'KH', number: '1/KH-UBND', title: 'Thử' });
  });

  it('writes a title in capitals as the document writes its words elsewhere', () => {
    const text =
      'KẾ HOẠCH\nTUYÊN TRUYỀN VỀ BIỂN ĐẢO TẠI XÃ TÂN LẬP\n\nUBND xã ban hành Kế hoạch tuyên truyền về biển đảo tại xã Tân Lập như sau:' +
      BODY;
    expect(header(text).title).toBe('Tuyên truyền về biển đảo tại xã Tân Lập');
  });

  it('reads a title in capitals whose symbol keeps its small letters', () => {
    const text = `KẾ HOẠCH\nTHỰC HIỆN QUYẾT ĐỊNH SỐ 930/QĐ-TTg NGÀY 28/7/2018\nCỦA THỦ TƯỚNG CHÍNH PHỦ TRÊN ĐỊA BÀN TỈNH${BODY}`;
    expect(header(text)).toMatchObject({
      number: null,
      title: 'Thực hiện Quyết định số 930/QĐ-TTg ngày 28/7/2018 của Thủ tướng Chính phủ trên địa bàn tỉnh',
    });
  });

  it('reads issuer, number and date that older documents write into the title', () => {
    const text = `CHỈ THỊ\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 16/2001/CT-TTG NGÀY 21 THÁNG 6 NĂM 2001 VỀ VIỆC XÂY DỰNG DỰ TOÁN${BODY}`;
    expect(header(text)).toMatchObject({
      type: 'CT',
      number: '16/2001/CT-TTg',
      issuedOn: '2001-06-21',
      issuer: 'Thủ tướng Chính phủ',
      title: 'Về việc xây dựng dự toán',
    });
  });

  it('takes from a web page around a copy what the copy has lost', () => {
    const text =
      'Quyết định 83/QĐ-BNV năm 2012 phê duyệt Đề án đo lường sự hài lòng\nSố hiệu: | 83/QĐ-BNV | Loại văn bản: | Quyết định |\nNơi ban hành: | Bộ Nội vụ | Người ký: | Nguyễn Tiến An |\nBỘ NỘI VỤ |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 83/QĐ-BNV |\nHà Nội, ngày 28 tháng 12 năm 2012 |\nBỘ TRƯỞNG BỘ NỘI VỤ\nCăn cứ Luật Báo chí ngày 05/4/2016;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án.';
    expect(header(text)).toMatchObject({
      type: 'QĐ',
      number: '83/QĐ-BNV',
      issuer: 'Bộ trưởng Bộ Nội vụ',
      title: 'Phê duyệt Đề án đo lường sự hài lòng',
      signers: [{ name: 'Nguyễn Tiến An' }],
    });
  });

  it('tells an annex alone from a document: no type, no number, the issuer that its reference names', () => {
    const text =
      'PHỤ LỤC 02\nCÁC NHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 27/KH-UBND ngày 09/02/2026 của UBND tỉnh Sông Thao)\n\n1. Sở Nội vụ họp giao ban.';
    expect(header(text)).toMatchObject({
      type: null,
      number: null,
      issuedOn: null,
      issuer: 'Ủy ban nhân dân tỉnh Sông Thao',
      title: 'Các nhiệm vụ năm 2026',
    });
  });
});

it('a sub-committee below its committee is the issuer, the committee its parent', () => {
  const { issuer, parent, signers } = header(
    'ỦY BAN BẦU CỬ XÃ SÔNG THAO\n\nTIỂU BAN THÔNG TIN, TUYÊN TRUYỀN\n\nSố: 01/KH-TBTT\n\nSông Thao, ngày 10 tháng 12 năm 2025\n\nKẾ HOẠCH\nTuyên truyền bầu cử\n\n1. Sở Nội vụ chủ trì họp giao ban.\n\nTM. TIỂU BAN\nTRƯỞNG TIỂU BAN\n\nNguyễn Văn An',
  );
  expect(issuer).toBe('Tiểu ban Thông tin, tuyên truyền');
  expect(parent).toBe('Ủy ban Bầu cử xã Sông Thao');
  expect(signers).toMatchObject([{ name: 'Nguyễn Văn An', position: 'Trưởng Tiểu ban', authority: 'TM.' }]);
});

it('a title "V/V" in capitals with a name in quotation marks is read', () => {
  const text =
    'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO -------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc  ---------------\nSố: 16/QĐ-UBND\nSông Thao, ngày 27 tháng 07 năm 2025\nQUYẾT ĐỊNH\nV/V CÔNG BỐ DANH MỤC “VĂN BẢN DO UBND TỈNH BAN HÀNH” HẾT HIỆU LỰC\nỦY BAN NHÂN DÂN TỈNH SÔNG THAO\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nQUYẾT ĐỊNH:\nĐiều 1. Sở Nội vụ công bố danh mục.';
  expect(header(text).title).toMatch(/công bố Danh mục “.*” hết hiệu lực$/iu);
});

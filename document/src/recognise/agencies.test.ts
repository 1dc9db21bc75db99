import { describe, expect, test } from 'vitest';
import { agenciesOfField, agencyListAt } from './agencies.ts';
import { wordsOf } from './agencies-words.ts';

const field = (text: string): string[] => agenciesOfField(text, 0, text.length).map(({ name }) => name);
const inSentence = (text: string): string[] =>
  agencyListAt(text, wordsOf(text, 0, text.length), 0)?.names.map(({ name }) => name) ?? [];

describe('a field of its own', () => {
  test.each([
    ['Sở Tài chính, Sở Nội vụ và Công an tỉnh', ['Sở Tài chính', 'Sở Nội vụ', 'Công an tỉnh']],
    ['Sở Văn hóa, Thể thao và Du lịch; Sở Ngoại vụ,', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Ngoại vụ']],
    ['Sở VH,TT&DL, Sở TT&TT', ['Sở VH,TT&DL', 'Sở TT&TT']],
    [
      'Các Sở, ban, ngành liên quan, UBND các huyện, thị xã, thành phố',
      ['Các Sở, ban, ngành liên quan', 'UBND các huyện, thị xã, thành phố'],
    ],
    ['các Sở: Tài chính, Kế hoạch và Đầu tư, Y tế', ['Sở Tài chính', 'Sở Kế hoạch và Đầu tư', 'Sở Y tế']],
    ['Báo và Đài Phát thanh, Truyền hình tỉnh', ['Báo và Đài Phát thanh, Truyền hình tỉnh']],
    [
      'Hội Liên lạc với người Việt Nam ở nước ngoài tỉnh',
      ['Hội Liên lạc với người Việt Nam ở nước ngoài tỉnh'],
    ],
    ['- Phòng Kinh tế\n- Phòng Văn hóa - Xã hội', ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội']],
    ['VTV, VOV, TTXVN, các địa phương', ['VTV', 'VOV', 'TTXVN', 'các địa phương']],
    ['UBND các xã có điểm du lịch; DNVT', ['UBND các xã có điểm du lịch', 'DNVT']],
    ['Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ)', ['Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ)']],
    ['Sở Y tế theo chức năng, nhiệm vụ được giao', ['Sở Y tế']],
  ])('%s', (text, names) => {
    expect(field(text)).toEqual(names);
  });
});

describe('a list in a sentence ends where its verb begins', () => {
  test.each([
    [
      'Sở Ngoại vụ, các cơ quan báo chí của tỉnh cử phóng viên tham gia',
      ['Sở Ngoại vụ', 'các cơ quan báo chí của tỉnh'],
    ],
    ['các Sở, ngành tổ chức, tham dự các lớp tập huấn', ['các Sở, ngành']],
    ['các cơ quan, tổ chức, cá nhân có liên quan hướng dẫn', ['các cơ quan, tổ chức, cá nhân có liên quan']],
    ['Các doanh nghiệp viễn thông định dạng nội dung', ['Các doanh nghiệp viễn thông']],
    ['Sở Xây dựng cắm biển cảnh báo', ['Sở Xây dựng']],
    ['Ban Quản lý dự án đầu tư xây dựng tỉnh rà soát tiến độ', ['Ban Quản lý dự án đầu tư xây dựng tỉnh']],
    ['UBND huyện Yên Sơn chỉ đạo Trung tâm Văn hóa', ['UBND huyện Yên Sơn']],
    [
      'Thủ trưởng các sở, ban, ngành và UBND phường, xã chịu trách nhiệm',
      ['Thủ trưởng các sở, ban, ngành', 'UBND phường, xã'],
    ],
    [
      'các sở, ban, ngành, UBND các xã, phường và cơ quan, đơn vị có liên quan:',
      ['các sở, ban, ngành', 'UBND các xã, phường', 'cơ quan, đơn vị có liên quan'],
    ],
    ['các Bộ, cơ quan và địa phương liên quan nghiên cứu', ['các Bộ, cơ quan và địa phương liên quan']],
    [
      'các Tập đoàn: Bưu chính Viễn thông Việt Nam, Công nghiệp - Viễn thông Quân đội hỗ trợ phủ sóng',
      ['Tập đoàn Bưu chính Viễn thông Việt Nam', 'Tập đoàn Công nghiệp - Viễn thông Quân đội'],
    ],
  ])('%s', (text, names) => {
    expect(inSentence(text)).toEqual(names);
  });

  test.each([
    'Ban hành kế hoạch',
    'Báo cáo kết quả',
    'Phòng, chống dịch bệnh',
    'Hội nghị sơ kết',
    'Tổ chức hội thi',
    'Bộ tiêu chí',
  ])('“%s” begins like an agency and is none', (text) => {
    expect(inSentence(text)).toEqual([]);
  });

  test('every name slices back to its place', () => {
    const text = 'Sở Tài chính,  Sở Nội vụ và UBND các xã triển khai';
    for (const { name, span } of agencyListAt(text, wordsOf(text, 0, text.length), 0)!.names)
      expect(text.slice(...span)).toBe(name);
  });

  test('a title before a title before a title does not nest without end', () => {
    expect(inSentence('Chủ tịch '.repeat(20_000))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Parsed } from '../tree.ts';
import { read } from '../read/read.ts';
import { quantitiesIn } from './quantities.ts';
import { recognise } from './recognise.ts';

async function parsed(type: string, body: string): Promise<Parsed> {
  const reading = await read({
    name: 'a.txt',
    bytes: new TextEncoder().encode(`${type}\nPhát triển du lịch\n\n${body}`),
  });
  if (!reading.ok) throw new Error(reading.problem.message);
  return recognise(reading.source);
}

describe('targets', () => {
  test('stand in objectives: value, unit and the year that the clause or heading aims at', async () => {
    const { targets } = await parsed(
      'KẾ HOẠCH',
      'I. MỤC TIÊU ĐẾN NĂM 2030\n\n1. Đón trên 46.200 lượt khách; tổng thu đạt 48,3 triệu USD, tốc độ tăng bình quân 10 - 12%/năm.\n\n2. Đến năm 2028, 100% các xã, phường có cổng thông tin.',
    );
    expect(targets.map(({ value, unit, by }) => [value, unit, by])).toEqual([
      [46200, 'lượt khách', '2030'],
      [48.3, 'triệu USD', '2030'],
      [10, '%/năm', '2030'],
      [100, '%', '2028'],
    ]);
    expect(targets[3]!.text).toContain('100% các xã, phường có cổng thông tin');
  });

  test('in a requirement only where it says by when', async () => {
    const { targets } = await parsed(
      'KẾ HOẠCH',
      'I. MỤC ĐÍCH, YÊU CẦU\n\n- Đến năm 2026, 100% các sở có cán bộ phụ trách.\n\n- Bảo đảm 100% hồ sơ đúng quy định.',
    );
    expect(targets.map(({ by }) => by)).toEqual(['2026']);
  });

  test('ranges, and each by the year that stands next to it', async () => {
    const { targets } = await parsed(
      'KẾ HOẠCH',
      'I. MỤC TIÊU\n\n- Tăng khoảng 7,5% - 8,0%; đến năm 2025 đạt khoảng 8.300-8.500 USD, đến năm 2030 đạt 12.000 - 13.000 USD.\n\n- Đến năm 2027 còn 5%, xuống 3% năm 2030.',
    );
    expect(targets.map(({ value, unit, by }) => [value, unit, by])).toEqual([
      [7.5, '%', '2030'],
      [8300, 'USD', '2025'],
      [12000, 'USD', '2030'],
      [5, '%', '2027'],
      [3, '%', '2030'],
    ]);
  });

  test('none outside of objectives, none in brackets, none of a base year', async () => {
    const { targets } = await parsed(
      'KẾ HOẠCH',
      'I. MỤC TIÊU\n\n- Giảm 5% chi phí so với năm 2012 (năm 2013 đạt 30%).\n\nII. NHIỆM VỤ\n\n- Tổ chức 12 lớp tập huấn.',
    );
    expect(targets.map(({ value, by }) => [value, by])).toEqual([[5, null]]);
  });
});

test('figures of a report say how exact they are', async () => {
  const { figures } = await parsed(
    'BÁO CÁO',
    'I. KẾT QUẢ\n\n- Hướng dẫn trên 40 đoàn, phóng viên nước ngoài; tổ chức 12 cuộc triển lãm.\n\nII. NHIỆM VỤ NĂM 2026\n\n- Tổ chức 20 lớp.',
  );
  expect(figures.map(({ value, qualifier, unit }) => [value, qualifier, unit])).toEqual([
    [40, 'over', 'đoàn'],
    [12, 'exact', 'cuộc'],
  ]);
});

test('a decimal comma is a comma, a point groups thousands', () => {
  expect(quantitiesIn('1.234.567,8 tấn và 05 lớp').map(({ value }) => value)).toEqual([1234567.8, 5]);
});

test.each([
  'HỆ THỐNG CHỈ TIÊU',
  'NHÓM CHỈ TIÊU VỀ KINH TẾ',
  'MỤC ĐÍCH, MỤC TIÊU',
  'QUAN ĐIỂM, MỤC TIÊU',
  'PHƯƠNG HƯỚNG, MỤC TIÊU',
  'PHẤN ĐẤU ĐẠT CÁC MỤC TIÊU, CHỈ TIÊU CỤ THỂ',
])('a section on "%s" sets targets and gives no work', async (heading) => {
  const body = `I. ${heading}\n\n- Tỷ lệ hộ nghèo giảm xuống 5%.\n\n- Đón 3.000 lượt khách.\n\nII. NHIỆM VỤ\n\n- Tổ chức 12 lớp tập huấn.`;
  const { targets, tasks } = await parsed('KẾ HOẠCH', body);
  expect(targets.map(({ value }) => value)).toEqual([5, 3000]);
  expect(tasks).toHaveLength(1);
});

test.each([
  ['giảm 2 đến 3% tỷ lệ hộ nghèo', 2, 3, '%'],
  ['tăng khoảng 7,5% - 8,0%', 7.5, 8, '%'],
  ['từ 5 triệu đến 7 triệu đồng', 5, 7, 'triệu đồng'],
  ['cho 3.500 người/năm', 3500, null, 'người/năm'],
])('a range has its first number for its value: %s', (text, value, most, unit) => {
  expect(quantitiesIn(text)).toMatchObject([{ value, most, unit }]);
});

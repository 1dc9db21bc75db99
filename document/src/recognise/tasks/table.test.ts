import { describe, expect, test } from 'vitest';
import type { Task } from '../../tree.ts';
import { read } from '../../read/read.ts';
import { recognise } from '../recognise.ts';

async function tasksOf(table: string): Promise<readonly Task[]> {
  const text = `**KẾ HOẠCH**\n\n**Chuyển đổi số năm 2026**\n\nII. NHIỆM VỤ\n\n${table}\n`;
  const reading = await read({ name: 'plan.md', bytes: new TextEncoder().encode(text) });
  if (!reading.ok) throw new Error(reading.problem.message);
  return recognise(reading.source).tasks;
}

const HEAD = '| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n|---|---|---|---|---|\n';

describe('a table of work', () => {
  test('gives a task a row, with the group row above as its group', async () => {
    const tasks = await tasksOf(
      `${HEAD}| I | Hạ tầng | | | |\n| 1 | Nâng cấp mạng | Sở KH&CN | VNPT, Viettel | Quý II |`,
    );
    expect(tasks).toMatchObject([
      {
        text: 'Nâng cấp mạng',
        group: 'Hạ tầng',
        lead: ['Sở KH&CN'],
        coordinating: ['VNPT', 'Viettel'],
        due: { kind: 'during', from: '2026-04-01', to: '2026-06-30' },
      },
    ]);
  });

  test('an empty cell below a filled one holds what stands above, within its group', async () => {
    const rows =
      '| 1 | Mở lớp | Sở Nội vụ | Các sở | Hằng năm |\n| 2 | Biên soạn tài liệu | | | |\n| II | Khác | | | |\n| 3 | In ấn phẩm | Sở Ngoại vụ | | |';
    const tasks = await tasksOf(`${HEAD}${rows}`);
    expect(tasks.map(({ lead }) => lead)).toEqual([['Sở Nội vụ'], ['Sở Nội vụ'], ['Sở Ngoại vụ']]);
    expect(tasks.map(({ due }) => due.kind)).toEqual(['recurring', 'recurring', 'unspecified']);
  });

  test('one column for both roles tells them apart by its words', async () => {
    const tasks = await tasksOf(
      '| TT | Nội dung công việc | Đơn vị chủ trì, phối hợp | Thời gian hoàn thành |\n|---|---|---|---|\n| 1 | Số hóa điểm đến | Chủ trì: Sở KH&CN; Phối hợp: VNPT | 2026-2027 |\n| 2 | Xây dựng đề án | Sở Y tế chủ trì; Sở Tài chính phối hợp | Quý III/2026 |',
    );
    expect(tasks.map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
      [['Sở KH&CN'], ['VNPT']],
      [['Sở Y tế'], ['Sở Tài chính']],
    ]);
  });

  test('a column of months is a column of time', async () => {
    const [task] = await tasksOf(
      '| Tháng | Nội dung công việc | Cơ quan chuẩn bị |\n|---|---|---|\n| Tháng 3 | Đề án phố đi bộ | Phòng Văn hóa - Xã hội |',
    );
    expect(task!.due).toEqual({ kind: 'during', from: '2026-03-01', to: '2026-03-31' });
  });
});

describe('a table of something else gives none', () => {
  test.each([
    ['figures', '| TT | Chỉ tiêu | ĐVT | Năm 2026 |\n|---|---|---|---|\n| 1 | Diện tích chè | Ha | 6.500 |'],
    [
      'procedures',
      '| TT | Tên thủ tục hành chính | Thời hạn giải quyết | Cơ quan thực hiện |\n|---|---|---|---|\n| 1 | Cấp phép | 5 ngày | Sở Y tế |',
    ],
    [
      'prices',
      '| TT | Nội dung chi | Đơn vị tính | Thành tiền |\n|---|---|---|---|\n| 1 | In ảnh | bộ | 45.000.000 |',
    ],
    [
      'persons',
      '| TT | Họ và tên | Chức vụ | Nhiệm vụ | Thời gian |\n|---|---|---|---|---|\n| 1 | Mai Thế Vinh | Phó Giám đốc | Trưởng ban | 2026 |',
    ],
  ])('%s', async (_, table) => {
    expect(await tasksOf(table)).toEqual([]);
  });
});

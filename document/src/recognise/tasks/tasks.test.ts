import { describe, expect, test } from 'vitest';
import type { Task } from '../../tree.ts';
import { read } from '../../read/read.ts';
import { recognise } from '../recognise.ts';

async function tasksOf(body: string, type = 'KẾ HOẠCH'): Promise<readonly Task[]> {
  const text = `${type}\nCông tác thông tin năm 2025\n\n${body}`;
  const reading = await read({ name: 'plan.txt', bytes: new TextEncoder().encode(text) });
  if (!reading.ok) throw new Error(reading.problem.message);
  return recognise(reading.source).tasks;
}

const texts = (tasks: readonly Task[]): string[] => tasks.map(({ text }) => text);

describe('who leads', () => {
  test('the agency of the heading, for each bullet below it', async () => {
    const tasks = await tasksOf(
      'IV. TỔ CHỨC THỰC HIỆN\n\n1. Giao Sở Nội vụ:\n\n- Tổng hợp kế hoạch của các đơn vị.\n\n- Báo cáo UBND tỉnh trước ngày 15/11.',
    );
    expect(tasks.map(({ lead }) => lead)).toEqual([['Sở Nội vụ'], ['Sở Nội vụ']]);
    expect(tasks[1]!.due).toEqual({ kind: 'by', date: '2025-11-15' });
    expect(tasks[0]!.evidence.rule).toBe('agency-heading');
  });

  test('the agency in front of a colon, and the duty behind it is the task', async () => {
    const [task] = await tasksOf(
      'IV. TỔ CHỨC THỰC HIỆN\n\n2. Sở Tài chính: Bố trí kinh phí cho các hoạt động.',
    );
    expect(task).toMatchObject({ text: 'Bố trí kinh phí cho các hoạt động.', lead: ['Sở Tài chính'] });
  });

  test('the subject of the sentence, and X alone in “X chỉ đạo Y”', async () => {
    const [task] = await tasksOf(
      'II. NHIỆM VỤ\n\n- UBND các huyện, thành phố chỉ đạo Trung tâm Văn hóa sản xuất chương trình phát thanh.',
    );
    expect(task!.lead).toEqual(['UBND các huyện, thành phố']);
  });

  test('whoever the brackets at the end give it to', async () => {
    const [task] = await tasksOf(
      'II. NHIỆM VỤ\n\n1. Xây dựng quy chế phát ngôn của tỉnh (Giao Công an tỉnh chủ trì, phối hợp với Sở Tư pháp tham mưu).',
    );
    expect(task).toMatchObject({ lead: ['Công an tỉnh'], coordinating: ['Sở Tư pháp'] });
  });

  test('nobody, where a list of work names none', async () => {
    const [task] = await tasksOf('II. NHIỆM VỤ\n\n- Tổ chức quảng bá hình ảnh của tỉnh tới bạn bè quốc tế.');
    expect(task!.lead).toEqual([]);
  });

  test('whom a lead-in asks, unless the item has a subject of its own', async () => {
    const tasks = await tasksOf(
      'Để chủ động phòng chống, Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở, ban, ngành thực hiện các nội dung sau:\n\n1. Tổ chức trực ban nghiêm túc trong mùa mưa bão.\n\n2. Sở Xây dựng cắm biển cảnh báo tại các ngầm tràn.',
      'CHỈ THỊ',
    );
    expect(tasks.map(({ lead }) => lead)).toEqual([['Thủ trưởng các sở, ban, ngành'], ['Sở Xây dựng']]);
  });

  test('all who begin a clause of a conclusion', async () => {
    const [task] = await tasksOf(
      'III. VỀ CÁC KIẾN NGHỊ\n\n1. Về dự án cầu Đồng Lạc: giao Bộ Xây dựng chủ trì rà soát; Bộ Tài chính bố trí vốn trong tháng 12 năm 2025.',
      'THÔNG BÁO',
    );
    expect(task!.lead).toEqual(['Bộ Xây dựng', 'Bộ Tài chính']);
  });
});

describe('who helps', () => {
  test('agencies behind “phối hợp với”, a collective name as one', async () => {
    const [task] = await tasksOf(
      'IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Ngoại vụ chủ trì, phối hợp với Sở Công Thương, các sở, ban, ngành và UBND các xã, phường tổ chức xúc tiến đầu tư.',
    );
    expect(task!.coordinating).toEqual(['Sở Công Thương', 'các sở, ban, ngành', 'UBND các xã, phường']);
  });

  test('a sub-heading of helpers holds for its bullets, but their own words win', async () => {
    const tasks = await tasksOf(
      'V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Công Thương\n\na) Phối hợp với các sở, ngành\n\n- Hỗ trợ các nhà đầu tư phát triển hạ tầng.\n\n- Chủ động phối hợp với Công an tỉnh giám sát thị trường.',
    );
    expect(tasks.map(({ coordinating }) => coordinating)).toEqual([['các sở, ngành'], ['Công an tỉnh']]);
    expect(tasks.every(({ lead }) => lead[0] === 'Sở Công Thương')).toBe(true);
  });

  test('“Sở A chủ trì, Sở B phối hợp” in a field', async () => {
    const [task] = await tasksOf(
      'II. NỘI DUNG\n\n1. Kiện toàn cán bộ phụ trách\n\na) Nội dung: Rà soát cán bộ tại các đơn vị.\n\nb) Đơn vị thực hiện: Sở Nội vụ chủ trì, Sở Tư pháp phối hợp.\n\nc) Thời gian thực hiện: Quý I năm 2025.',
    );
    expect(task).toMatchObject({
      text: 'Kiện toàn cán bộ phụ trách',
      lead: ['Sở Nội vụ'],
      coordinating: ['Sở Tư pháp'],
      due: { kind: 'during', from: '2025-01-01', to: '2025-03-31' },
      items: ['Rà soát cán bộ tại các đơn vị.'],
    });
    expect(task!.evidence.rule).toBe('numbered-fields');
  });
});

describe('what is no task', () => {
  test.each([
    ['purposes', 'I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Nâng cao nhận thức của cán bộ.'],
    ['money that only names its source', 'III. KINH PHÍ\n\n1. Bố trí từ nguồn ngân sách tỉnh theo quy định.'],
    [
      'difficulties',
      'IV. TỔ CHỨC THỰC HIỆN\n\nTrong quá trình thực hiện, nếu có khó khăn, các đơn vị báo cáo về Sở Nội vụ.',
    ],
    [
      'closing formulas',
      'IV. TỔ CHỨC THỰC HIỆN\n\nTrên đây là Kế hoạch năm 2025, yêu cầu các đơn vị nghiêm túc thực hiện./.',
    ],
    ['what is to be looked at', 'I. NỘI DUNG KIỂM TRA\n\n- Việc ban hành văn bản chỉ đạo.'],
  ])('%s', async (_, body) => {
    expect(texts(await tasksOf(body))).toEqual([]);
  });

  test('those who must carry out a decision', async () => {
    const tasks = await tasksOf(
      'QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n\nĐiều 2. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.\n\nĐiều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.',
      'QUYẾT ĐỊNH',
    );
    expect(texts(tasks)).toEqual(['Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.']);
  });

  test('results of a report, though what lies ahead is', async () => {
    const tasks = await tasksOf(
      'I. KẾT QUẢ THỰC HIỆN\n\n- Tổ chức 12 cuộc triển lãm.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n- Tiếp tục tổ chức các lớp tập huấn.',
      'BÁO CÁO',
    );
    expect(texts(tasks)).toEqual(['Tiếp tục tổ chức các lớp tập huấn.']);
  });

  test('an invitation’s time and chair', async () => {
    const tasks = await tasksOf(
      'Thời gian: 08 giờ 00 ngày 19/5/2026.\n\nChủ trì: Phó Chủ tịch UBND tỉnh.',
      'GIẤY MỜI',
    );
    expect(tasks).toEqual([]);
  });
});

describe('time', () => {
  test('a heading that begins with its period hands it down', async () => {
    const [task] = await tasksOf(
      'II. NHIỆM VỤ\n\n1. Giai đoạn 2026 - 2027\n\na) Xây dựng bộ nhận diện thương hiệu du lịch.',
    );
    expect(task!.due).toEqual({ kind: 'during', from: '2026-01-01', to: '2027-12-31' });
  });

  test('two dates in one task are milestones', async () => {
    const [task] = await tasksOf(
      'IV. TỔ CHỨC THỰC HIỆN\n\n1. Các sở, ban, ngành xây dựng kế hoạch gửi Sở Nội vụ trước ngày 28/2/2025; báo cáo kết quả trước ngày 10/11/2025.',
    );
    expect(task!.due).toEqual({ kind: 'by', date: '2025-11-10' });
    expect(task!.milestones.map(({ date }) => date)).toEqual(['2025-02-28', '2025-11-10']);
  });
});

test('every piece of evidence points at its words', async () => {
  const body =
    'IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Ngoại vụ: Chủ trì, phối hợp với Công an tỉnh tổ chức đón đoàn trước ngày 20/5/2025.';
  const reading = await read({
    name: 'a.txt',
    bytes: new TextEncoder().encode(`KẾ HOẠCH\nĐón đoàn\n\n${body}`),
  });
  if (!reading.ok) throw new Error('unreadable');
  const { text, tasks } = recognise(reading.source);
  const [{ evidence, lead, coordinating }] = tasks as [Task];
  expect(evidence.lead.map(({ span }) => text.slice(...span))).toEqual(lead);
  expect(evidence.coordinating.map(({ span }) => text.slice(...span))).toEqual(coordinating);
  expect(text.slice(...evidence.due!.span)).toBe('trước ngày 20/5/2025');
});

describe('headings that people and places stand in', () => {
  test.each([
    ['6. Phó Chủ tịch phụ trách văn hóa, xã hội', 'Phó Chủ tịch phụ trách văn hóa, xã hội'],
    ['3. Cán bộ phụ trách lĩnh vực giám sát', 'Cán bộ phụ trách lĩnh vực giám sát'],
    ['2. Đối với Thủ đô Hà Nội', 'Thủ đô Hà Nội'],
  ])('lead what stands below: %s', async (heading, lead) => {
    const tasks = await tasksOf(
      `IV. TỔ CHỨC THỰC HIỆN\n\n${heading}\n\n- Chuẩn bị cơ sở vật chất, tài liệu.\n\n- Theo dõi việc thực hiện kế hoạch.\n\n7. Sở Nội vụ\n\n- Tổng hợp báo cáo của các đơn vị.`,
    );
    expect(tasks.map((task) => task.lead)).toEqual([[lead], [lead], ['Sở Nội vụ']]);
  });

  test('hand down the time of a turn: “Đợt 2: Từ ngày …”', async () => {
    const tasks = await tasksOf(
      'II. NHIỆM VỤ\n\n2.1. Đợt 1: Trong tháng 12/2025\n\n- Tuyên truyền về cuộc bầu cử.\n\n2.2. Đợt 2: Từ ngày 23/02/2026 đến ngày 14/3/2026 gồm các nội dung:\n\n- Giám sát việc niêm yết danh sách cử tri.',
    );
    expect(tasks.map(({ due }) => due)).toEqual([
      { kind: 'during', from: '2025-12-01', to: '2025-12-31' },
      { kind: 'during', from: '2026-02-23', to: '2026-03-14' },
    ]);
  });
});

test('a part whose title stands on the next line gives no task without words', async () => {
  const tasks = await tasksOf(
    'Phần 1.\n\nHội nghị cử tri\n\n- Thành phần: Toàn thể cử tri.\n\n- Nội dung: Lấy ý kiến cử tri.\n\nPhần 2.\n\nGửi biên bản\n\n- Các thôn gửi biên bản về xã trước ngày 25/01/2026.\n\n- Thời gian thực hiện: Tháng 01/2026.',
  );
  expect(texts(tasks).every((text) => text !== '')).toBe(true);
});

test('blank forms and lists of who attends give no tasks', async () => {
  const tasks = await tasksOf(
    'II. NHIỆM VỤ\n\n- Sở Nội vụ tổng hợp kết quả gửi Ủy ban nhân dân tỉnh.\n\n- HĐND cấp xã: Thành phần dự hội nghị gồm Thường trực và lãnh đạo các Ban.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n\nMẫu số 01/HNCT\n\nTÊN CƠ QUAN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN\nHội nghị cử tri nơi công tác\n\n1. Ban Chỉ đạo tổ chức lấy ý kiến của ……… cử tri.',
  );
  expect(texts(tasks)).toEqual(['Sở Nội vụ tổng hợp kết quả gửi Ủy ban nhân dân tỉnh.']);
});

test('what asks for the whole directive closes it, and an examination with its day is work', async () => {
  const closing = await tasksOf(
    '1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tổng hợp kết quả thực hiện của các xã.\n\nĐẩy mạnh công tác này là nhiệm vụ cấp bách. Chủ tịch tỉnh yêu cầu Chủ tịch các xã thực hiện nghiêm túc, hiệu quả Chỉ thị này./.',
    'CHỈ THỊ',
  );
  expect(closing.map(({ lead }) => lead)).toEqual([['Sở Nội vụ']]);
  const dated = await tasksOf(
    'Điều 1. Ban hành Kế hoạch thời gian năm học như sau:\n\n1. Xét công nhận hoàn thành chương trình tiểu học trước ngày 30/6/2025.\n\n2. Hoàn thành tuyển sinh trước ngày 31/7/2025.',
    'QUYẾT ĐỊNH',
  );
  expect(dated.map(({ due }) => due)).toEqual([
    { kind: 'by', date: '2025-06-30' },
    { kind: 'by', date: '2025-07-31' },
  ]);
});

test('a short sentence with a paragraph below it is still a task, a remark on its weight is none', async () => {
  const tasks = await tasksOf(
    '1. Sở Nội vụ tổng hợp kết quả.\n\nĐẩy mạnh công tác này là nhiệm vụ cấp bách của toàn tỉnh.\n\n2. Sở Tài chính bố trí kinh phí.',
    'CHỈ THỊ',
  );
  expect(tasks.map(({ text, lead }) => [text, lead])).toEqual([
    ['Sở Nội vụ tổng hợp kết quả.', ['Sở Nội vụ']],
    ['Sở Tài chính bố trí kinh phí.', ['Sở Tài chính']],
  ]);
});

test('an article on who must comply holds the duties of those it names', async () => {
  const tasks = await tasksOf(
    'Điều 6. Trách nhiệm thi hành\n\n1. Bộ Tài chính có trách nhiệm phối hợp với Bộ Công an lập dự toán ngân sách.\n\n2. Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ chịu trách nhiệm thi hành Nghị định này.',
    'NGHỊ ĐỊNH',
  );
  expect(tasks.map(({ lead }) => lead)).toEqual([['Bộ Tài chính']]);
});

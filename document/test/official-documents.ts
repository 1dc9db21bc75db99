// Random documents to be written: every kind, all levels, tables, annexes, in the words of the field.
import fc from 'fast-check';
import type {
  Attached,
  OfficialBlock as Block,
  Grid,
  Level,
  Line,
  OfficialDocument,
  TableCell,
  Text,
} from '../src/index.ts';

const PHRASES = [
  'tổ chức hội nghị triển khai công tác thông tin đối ngoại',
  'quảng bá hình ảnh quê hương “Đất Tổ” & con người Sông Thao',
  'cung cấp thông tin cho phóng viên nước ngoài <bản tiếng Anh>',
  'xây dựng chuyên mục trên Cổng thông tin điện tử tỉnh',
  'bồi dưỡng nghiệp vụ cho cán bộ cấp xã',
  'phối hợp với các cơ quan báo chí trung ương',
  'biên soạn ấn phẩm bằng tiếng Lào, tiếng Trung, tiếng Anh',
  'đón 12 đoàn khách quốc tế với 1.250 lượt người',
  'rà soát, số hóa tư liệu ảnh (giai đoạn một)',
  'tăng thời lượng phát sóng lên 45 phút mỗi tuần',
  'kiểm tra việc thực hiện tại 18 xã, phường',
  'khen thưởng tập thể, cá nhân có thành tích',
  'theo dõi dư luận báo chí nước ngoài về địa phương',
  'giữ vững môi trường hòa bình, ổn định',
  "đưa tin về lễ hội, l'été à Sông Thao",
  'ngân sách bảo đảm 70% nhu cầu',
];
const TITLES = [
  'Mục đích',
  'Yêu cầu chung',
  'Nội dung thực hiện',
  'Công tác tuyên truyền',
  'Hợp tác với báo chí nước ngoài',
  'Kinh phí bảo đảm',
  'Kết quả nổi bật',
  'Khó khăn, hạn chế',
  'Phương hướng chung',
  'Tổ chức thực hiện',
];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const phrases = (most: number): fc.Arbitrary<string> =>
  fc.shuffledSubarray(PHRASES, { minLength: 1, maxLength: most }).map((found) => capital(found.join('; ')));

/** A sentence, part of it in bold or italic at times. */
const sentence: fc.Arbitrary<Line> = fc
  .tuple(phrases(4), fc.constantFrom('.', ';'), fc.constantFrom('none', 'bold', 'italic', 'both'))
  .map(([text, end, look]) => {
    const whole = `${text}${end}`;
    if (look === 'none') return whole;
    const cut = whole.indexOf(' ') + 1;
    const marked = {
      text: whole.slice(0, cut),
      ...(look !== 'italic' && { bold: true }),
      ...(look !== 'bold' && { italic: true }),
    };
    return [marked, { text: whole.slice(cut) }];
  });

const last: fc.Arbitrary<Text> = phrases(3).map((text) => ({ type: 'text', line: `${text}.` }));

const statement = (level: Level | undefined): fc.Arbitrary<Text> =>
  sentence.map((line) => ({ type: 'text', ...(level && { level }), line }));
const title = (level: Level): fc.Arbitrary<Text> =>
  fc.constantFrom(...TITLES).map((line) => ({
    type: 'text',
    level,
    heading: true,
    line: level === 'roman' ? line.toUpperCase() : line,
  }));
const division = (level: Level): fc.Arbitrary<Text> =>
  fc.constantFrom(...TITLES).map((line) => ({ type: 'text', level, line: line.toUpperCase() }));

const list = <Item>(item: fc.Arbitrary<Item>, most = 3): fc.Arbitrary<Item[]> =>
  fc.array(item, { minLength: 1, maxLength: most });
const under = (head: fc.Arbitrary<Text>, below: fc.Arbitrary<Block[]>): fc.Arbitrary<Block[]> =>
  fc.tuple(head, below).map(([first, rest]) => [first, ...rest]);
const flat = (blocks: fc.Arbitrary<Block[]>, most = 3): fc.Arbitrary<Block[]> =>
  list(blocks, most).map((all) => all.flat());
const maybe = (blocks: fc.Arbitrary<Block[]>): fc.Arbitrary<Block[]> =>
  fc.oneof(fc.constant<Block[]>([]), blocks);

const cell: fc.Arbitrary<TableCell> = fc
  .tuple(
    list(sentence, 2),
    fc.constantFrom(undefined, 'left' as const, 'center' as const, 'right' as const),
    fc.boolean(),
  )
  .map(([lines, align, bold]) => ({
    lines: bold ? lines.map(plain) : lines,
    ...(align && { align }),
    ...(bold && { bold }),
  }));
const plain = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');
const EMPTY: TableCell = { lines: [] };

/** Two to eight columns, a head of one or two rows, group rows across, now and then a cell over two rows. */
const grid: fc.Arbitrary<Grid> = fc.integer({ min: 2, max: 8 }).chain((columns) => {
  const number: fc.Arbitrary<TableCell> = fc
    .integer({ min: 1, max: 999 })
    .map((value) => ({ lines: [String(value)], align: 'center' as const }));
  const rest = fc.array(
    fc.oneof({ weight: 5, arbitrary: cell }, { weight: 1, arbitrary: fc.constant(EMPTY) }),
    {
      minLength: columns - 1,
      maxLength: columns - 1,
    },
  );
  const row = fc.tuple(number, rest).map(([first, others]) => [[first, ...others]]);
  const group = fc
    .constantFrom(...TITLES)
    .map((line): TableCell[][] => [[{ lines: [line], columns, bold: true }]]);
  const tall = fc.tuple(number, number, rest, rest).map(([one, two, above, below]): TableCell[][] => [
    [one, ...above.slice(0, -1), { lines: ['Cả năm'], rows: 2 }],
    [two, ...below.slice(0, -1)],
  ]);
  const head = fc.boolean().map((double): TableCell[][] => {
    const titles = Array.from({ length: columns }, (_, at) => `Cột ${at + 1}`);
    if (!double || columns < 3) return [titles.map((line) => ({ lines: [line] }))];
    return [
      [
        { lines: ['TT'], rows: 2 },
        { lines: ['Phân công'], columns: columns - 1 },
      ],
      titles.slice(1).map((line) => ({ lines: [line] })),
    ];
  });
  return fc
    .record({
      caption: fc.constantFrom(undefined, 'Bảng 1. Tổng hợp số liệu', 'Biểu kinh phí'),
      head,
      first: row,
      rows: list(fc.oneof(row, group, tall), 5),
    })
    .map(({ caption, head: above, first, rows }) => ({
      type: 'grid' as const,
      ...(caption !== undefined && { caption }),
      widths: Array.from({ length: columns }, () => 1),
      head: above,
      rows: [...first, ...rows.flat()],
    }));
});
const grids: fc.Arbitrary<Block[]> = grid.map((table) => [table]);
const subheading: fc.Arbitrary<Block[]> = fc
  .constantFrom('Nhóm nhiệm vụ thường xuyên', 'Nhóm nhiệm vụ trọng tâm')
  .chain((line) =>
    statement(undefined).map((below): Block[] => [{ type: 'text', heading: true, line }, below]),
  );

const dashes = flat(under(statement('dash'), maybe(list(statement('plus'), 2))));
const points = flat(under(statement('letter'), maybe(dashes)), 25);
const decimals = flat(
  under(fc.oneof(statement('decimal'), title('decimal')), fc.oneof(dashes, list(statement('subdecimal'), 2))),
);
const clauses = flat(
  fc.oneof(
    under(title('number'), fc.oneof(points, decimals, dashes, list(statement(undefined)), grids, subheading)),
    under(statement('number'), maybe(points)),
  ),
  4,
);
const romans = flat(under(title('roman'), fc.oneof(clauses, list(statement(undefined)), grids, dashes)), 4);
const capitals = flat(under(title('capital'), romans), 3);
const articles = flat(
  fc.oneof(
    under(title('article'), fc.oneof(list(statement('number')), points)),
    under(statement('article'), fc.constant([])),
  ),
  4,
);
const chapters = flat(
  under(division('chapter'), fc.oneof(articles, flat(under(division('section'), articles), 2))),
  3,
);
const parts = flat(under(division('part'), romans), 2);

const ended = (body: fc.Arbitrary<Block[]>): fc.Arbitrary<Block[]> =>
  fc.tuple(body, last).map(([blocks, end]) => [...blocks, end]);
const opened = (body: fc.Arbitrary<Block[]>): fc.Arbitrary<Block[]> =>
  fc.tuple(maybe(list(statement(undefined), 1)), body).map(([first, rest]) => [...first, ...rest]);

const attached: fc.Arbitrary<Attached> = fc.oneof(
  fc.record({
    type: fc.constant('KẾ HOẠCH'),
    title: fc.constantFrom('Hoạt động thông tin đối ngoại năm 2026', 'Đón khách quốc tế tại tỉnh Sông Thao'),
    body: opened(romans),
  }),
  fc.record({
    type: fc.constant('QUY CHẾ'),
    title: fc.constant('Phối hợp cung cấp thông tin'),
    body: chapters,
  }),
  fc.record({
    type: fc.constant('PHỤ LỤC'),
    title: fc.constantFrom('Danh mục nhiệm vụ', 'Kinh phí thực hiện', 'Kết quả theo nhóm chỉ tiêu'),
    body: fc.oneof(grids, flat(grids, 2), romans),
  }),
);

const AGENCIES = [
  { superior: null, agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO', symbol: 'UBND' },
  {
    superior: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
    agency: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    symbol: 'SVHTTDL',
  },
  { superior: null, agency: 'ỦY BAN NHÂN DÂN XÃ MƯỜNG KHOA', symbol: 'UBND' },
  { superior: 'ỦY BAN NHÂN DÂN XÃ MƯỜNG KHOA', agency: 'PHÒNG VĂN HÓA - XÃ HỘI', symbol: 'PVHXH' },
] as const;

const SIGNATURES = [
  { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH', name: 'Trần Văn Mẫu' },
  {
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    position: 'PHÓ CHỦ TỊCH',
    name: 'Nguyễn Thị Bình Minh',
  },
  { authority: [], position: 'GIÁM ĐỐC', name: 'Lê Hoàng Anh' },
  { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', name: 'Phạm Đức' },
  { authority: ['TL. CHỦ TỊCH'], position: 'CHÁNH VĂN PHÒNG', name: 'Hoàng Ngọc Ánh' },
  { authority: [], position: 'CHỦ TỊCH', name: '' },
] as const;

const BASES = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  'Căn cứ Kế hoạch số 27/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Thao về công tác thông tin đối ngoại năm 2026',
  'Xét đề nghị của Giám đốc Sở Ngoại vụ',
  'Theo đề nghị của Chánh Văn phòng',
];
const RECIPIENTS = [
  'Như trên',
  'Thường trực Tỉnh ủy (để báo cáo)',
  'Ủy ban nhân dân các xã, phường',
  'Các sở, ban, ngành của tỉnh',
  'Cổng thông tin điện tử tỉnh',
];
const ADDRESSEES = ['Ủy ban nhân dân tỉnh Sông Thao', 'Các sở, ban, ngành', 'Ủy ban nhân dân các xã, phường'];

/** A longer name of the type, a document of the Party, one of two agencies. */
const VARIANTS: Readonly<Record<'plain' | 'named' | 'party' | 'joint', Partial<OfficialDocument>>> = {
  plain: {},
  named: { typeName: 'KẾ HOẠCH HÀNH ĐỘNG' },
  party: {
    party: true,
    superior: null,
    agency: 'TỈNH ỦY SÔNG THAO',
    symbol: 'KH/TU',
    signature: { authority: ['T/M BAN THƯỜNG VỤ'], position: 'PHÓ BÍ THƯ', name: 'Đinh Công Sự' },
  },
  joint: {
    typeName: 'KẾ HOẠCH LIÊN TỊCH',
    agency: 'SỞ NGOẠI VỤ - SỞ NỘI VỤ',
    signature: { authority: ['SỞ NGOẠI VỤ'], position: 'GIÁM ĐỐC', name: 'Hoàng Thúy Vi' },
    cosigners: [{ authority: ['SỞ NỘI VỤ', 'KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', name: 'Mai Thế Vinh' }],
  },
};

interface Kind {
  readonly type: string;
  readonly titles: readonly string[];
  readonly body: fc.Arbitrary<Block[]>;
  readonly decides?: boolean;
  readonly addressed?: boolean;
}

const report = opened(fc.oneof(romans, clauses, capitals, parts));
const KINDS: readonly Kind[] = [
  {
    type: 'QĐ',
    titles: ['ban hành Kế hoạch thông tin đối ngoại', 'phê duyệt danh mục nhiệm vụ năm 2026'],
    body: articles,
    decides: true,
  },
  { type: 'KH', titles: ['Công tác thông tin đối ngoại năm 2026'], body: ended(opened(romans)) },
  {
    type: 'BC',
    titles: ['Kết quả công tác thông tin đối ngoại năm 2026'],
    body: ended(report),
    addressed: true,
  },
  {
    type: 'TTr',
    titles: ['Về việc ban hành Kế hoạch năm 2026'.slice(9), 'Phê duyệt đề án'],
    body: ended(opened(clauses)),
    addressed: true,
  },
  { type: 'TB', titles: ['Kết luận hội nghị giao ban'], body: ended(opened(clauses)) },
  { type: 'GM', titles: ['dự hội nghị tổng kết'], body: ended(list(statement(undefined))), addressed: true },
  {
    type: 'CV',
    titles: ['đôn đốc báo cáo năm 2026', 'đính chính Kế hoạch số 27/KH-UBND'],
    body: ended(
      fc.tuple(statement(undefined), fc.oneof(clauses, dashes)).map(([first, rest]) => [first, ...rest]),
    ),
    addressed: true,
  },
];

/** The last paragraph closes with a full stop. */
function stopped(body: readonly Block[]): Block[] {
  return body.map((block, at) =>
    at < body.length - 1 || block.type !== 'text'
      ? block
      : {
          ...block,
          line:
            block.heading || !/[;.]$/.test(plain(block.line))
              ? block.line
              : `${plain(block.line).slice(0, -1)}.`,
        },
  );
}

const some = (from: readonly string[], least: number): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...from], { minLength: least });

/** Random documents in which nothing is wrong. */
export const officialDocuments: fc.Arbitrary<OfficialDocument> = fc.constantFrom(...KINDS).chain((kind) =>
  fc
    .record({
      from: fc.constantFrom(...AGENCIES),
      number: fc.integer({ min: 1, max: 9999 }),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 2, max: 12 }),
      issued: fc.boolean(),
      title: fc.constantFrom(...kind.titles),
      bases: some(BASES, kind.decides ? 1 : 0),
      addressees: kind.addressed ? some(ADDRESSEES, 1) : fc.constant([]),
      body: kind.body,
      signature: fc.constantFrom(...SIGNATURES),
      recipients: some(RECIPIENTS, 1),
      attached: fc.array(attached, { maxLength: 3 }),
      urgency: fc.constantFrom(undefined, 'KHẨN' as const, 'HỎA TỐC' as const, 'THƯỢNG KHẨN' as const),
      circulation: fc.constantFrom(undefined, 'LƯU HÀNH NỘI BỘ' as const),
      drafter: fc.constantFrom(undefined, 'NVA', 'TTB(05)'),
      variant: fc.constantFrom(
        'plain',
        'plain',
        ...(kind.type === 'KH' ? (['named', 'party', 'joint'] as const) : []),
      ),
    })
    .map((made): OfficialDocument => {
      const { superior, agency, symbol } = made.from;
      const iso = `2026-${String(made.month).padStart(2, '0')}-${String(made.day).padStart(2, '0')}`;
      return {
        type: kind.type,
        superior,
        agency,
        number: made.issued ? made.number : null,
        symbol: kind.type === 'CV' ? `${symbol}-VP` : `${kind.type}-${symbol}`,
        place: 'Sông Thao',
        date: made.issued ? iso : null,
        title: made.title,
        addressees: made.addressees,
        ...(kind.decides && { authority: `CHỦ TỊCH ${AGENCIES[0].agency}` }),
        bases: made.bases,
        body: stopped(made.body),
        signature: made.signature,
        recipients: [...made.recipients, 'Lưu: VT, KGVX'],
        attached: made.attached.map((each) => ({ ...each, body: stopped(each.body) })),
        ...(made.urgency && { urgency: made.urgency }),
        ...(made.circulation && { circulation: made.circulation }),
        ...(made.drafter && { drafter: made.drafter }),
        ...VARIANTS[made.variant],
      };
    }),
);

const OWN_LABELS: Readonly<Partial<Record<Level, readonly string[]>>> = {
  roman: ['IV', 'II', 'XII', 'I-'],
  number: ['1', '3', '8', '12', '1)', '2)', '(3)', '2/', 'Bước 3:', 'Nhiệm vụ 2.'],
  letter: ['b', 'g', 'a.', 'b.', '(c)'],
  article: ['5', '9'],
  dash: ['*', '•'],
};

/** The same documents, where some paragraphs bear another number than the next. */
export const withOwnLabels: fc.Arbitrary<OfficialDocument> = officialDocuments.chain((document) =>
  fc
    .array(fc.nat(999), { minLength: document.body.length, maxLength: document.body.length })
    .map((choices) => ({
      ...document,
      body: document.body.map((block, at) => {
        const labels = block.type === 'text' && block.level ? OWN_LABELS[block.level] : undefined;
        const choice = choices[at]!;
        return labels === undefined || choice % 3 > 0
          ? block
          : { ...block, label: labels[choice % labels.length]! };
      }),
    })),
);

// What the form check says of a content before it is a file, with the clause that asks for it.
export interface FormWords {
  readonly severity: 'error' | 'warning' | 'note';
  readonly cell: '2' | '4' | '5a' | '5b' | '6' | '7a' | '7b' | '9a' | '9b' | 'annex';
  readonly clause: string;
  readonly says: readonly [vi: string, en: string];
}

const annex = (section: string) => `NĐ 30/2020/NĐ-CP, Phụ lục I, mục ${section}`;

export const formWords = {
  'form-no-title': {
    severity: 'error',
    cell: '5a',
    clause: annex('II.5'),
    says: ['Chưa có trích yếu nội dung.', 'The subject of the document is missing.'],
  },
  'form-title-prefix': {
    severity: 'warning',
    cell: '5b',
    clause: annex('II.5'),
    says: [
      'Trích yếu không cần ghi “V/v”, “Về việc”: chữ này được in sẵn.',
      'The subject needs no “V/v”, “Về việc”: it is printed.',
    ],
  },
  'form-no-place': {
    severity: 'error',
    cell: '4',
    clause: annex('II.4'),
    says: ['Chưa có địa danh.', 'The place is missing.'],
  },
  'form-empty-body': {
    severity: 'error',
    cell: '6',
    clause: annex('II.6'),
    says: ['Văn bản chưa có nội dung.', 'The document has no text.'],
  },
  'form-empty-paragraph': {
    severity: 'warning',
    cell: '6',
    clause: annex('II.6'),
    says: ['Đoạn này chưa có nội dung.', 'This paragraph is empty.'],
  },
  'form-open-body': {
    severity: 'warning',
    cell: '6',
    clause: annex('II.6'),
    says: ['Còn chỗ để trống (“…”).', 'A place is left open (“…”).'],
  },
  'form-end-mark': {
    severity: 'warning',
    cell: '6',
    clause: annex('II.6'),
    says: [
      'Dấu “./.” chỉ đặt một lần, ở cuối cùng phần nội dung.',
      'The mark “./.” stands once, at the very end of the text.',
    ],
  },
  'form-same-as-replaced': {
    severity: 'warning',
    cell: '6',
    clause: 'NĐ 30/2020/NĐ-CP, Điều 17',
    says: [
      'Nội dung không khác văn bản bị thay thế.',
      'The content is the same as that of the document it replaces.',
    ],
  },
  'form-signer-post': {
    severity: 'error',
    cell: '7a',
    clause: annex('II.7'),
    says: [
      'Quyền hạn, chức vụ ký không khớp chức vụ của người ký (cấp phó ký thay ghi “KT.” và chức vụ cấp phó).',
      'The lines of authority do not agree with the signer’s post (a deputy signs with “KT.” and as deputy).',
    ],
  },
  'form-signer-unknown': {
    severity: 'warning',
    cell: '7a',
    clause: annex('II.7'),
    says: [
      'Người ký chưa có chức vụ trong danh sách người dùng: hãy tự kiểm tra quyền hạn, chức vụ ký.',
      'The post of the signer is not in the list of people: see yourself that the lines of authority are right.',
    ],
  },
  'form-no-basis': {
    severity: 'warning',
    cell: '6',
    clause: annex('II.6'),
    says: [
      'Quyết định, nghị quyết phải có căn cứ ban hành.',
      'A decision or resolution states its legal bases.',
    ],
  },
  'form-no-authority': {
    severity: 'warning',
    cell: '6',
    clause: annex('II.6'),
    says: [
      'Chưa ghi thẩm quyền ban hành (như “ỦY BAN NHÂN DÂN TỈNH …”) trên phần căn cứ.',
      'Who decides (“ỦY BAN NHÂN DÂN TỈNH …”) is not named above the legal bases.',
    ],
  },
  'form-no-position': {
    severity: 'error',
    cell: '7a',
    clause: annex('II.7'),
    says: ['Chưa ghi chức vụ của người ký.', 'The position of the signer is missing.'],
  },
  'form-no-signer': {
    severity: 'note',
    cell: '7b',
    clause: annex('II.7'),
    says: [
      'Chưa ghi họ tên người ký; sẽ lấy họ tên người ký duyệt.',
      'The signer is not named yet; whoever signs will be.',
    ],
  },
  'form-academic-title': {
    severity: 'warning',
    cell: '7b',
    clause: annex('II.7.c'),
    says: [
      'Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (trừ trường hợp được phép).',
      'The signer’s name bears no academic title or honour.',
    ],
  },
  'form-no-addressee': {
    severity: 'error',
    cell: '9a',
    clause: annex('II.9'),
    says: [
      'Chưa ghi “Kính gửi”: công văn, tờ trình phải ghi nơi nhận.',
      'It is addressed to nobody (“Kính gửi”).',
    ],
  },
  'form-no-recipients': {
    severity: 'error',
    cell: '9b',
    clause: annex('II.9'),
    says: ['Chưa ghi “Nơi nhận”.', 'The list of recipients (“Nơi nhận”) is missing.'],
  },
  'form-no-archive': {
    severity: 'error',
    cell: '9b',
    clause: annex('II.9'),
    says: [
      'Dòng cuối “Nơi nhận” phải là “Lưu: VT, …”.',
      'The last line of the recipients says where the file copy is kept: “Lưu: VT, …”.',
    ],
  },
  'form-as-above': {
    severity: 'warning',
    cell: '9b',
    clause: annex('II.9'),
    says: [
      'Văn bản có “Kính gửi” thì dòng đầu “Nơi nhận” là “Như trên”.',
      'Where it is addressed to somebody, the first recipient is “Như trên”.',
    ],
  },
  'form-not-above': {
    severity: 'warning',
    cell: '9b',
    clause: annex('II.9'),
    says: [
      '“Như trên” chỉ dùng khi văn bản có “Kính gửi”.',
      '“Như trên” is for documents that are addressed to somebody.',
    ],
  },
  'form-open-place': {
    severity: 'warning',
    cell: '9b',
    clause: annex('II.9'),
    says: ['Còn chỗ để trống (“…”).', 'A place is left open (“…”).'],
  },
  'form-annex-untitled': {
    severity: 'error',
    cell: 'annex',
    clause: annex('III.1'),
    says: ['Phụ lục chưa có tiêu đề.', 'An annex has no title.'],
  },
  'form-annex-empty': {
    severity: 'error',
    cell: 'annex',
    clause: annex('III.1'),
    says: ['Phụ lục chưa có nội dung.', 'An annex is empty.'],
  },
} as const satisfies Readonly<Record<string, FormWords>>;

export type FormCode = keyof typeof formWords;

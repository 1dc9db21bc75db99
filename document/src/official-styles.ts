// Names of the paragraph styles of an official document. The Word writer gives them; the Word reader believes them, whoever has worked on the file
// since: Word and LibreOffice keep the names, if not the ids.
import type { Role } from './tree.ts';
import type { Level } from './write/official.ts';

/** By the ids that the writer gives them. Word parts a name at its commas into a name and aliases: there are none. */
export const STYLE_NAMES = {
  QuocHieu: 'Quốc hiệu',
  TieuNgu: 'Tiêu ngữ',
  CoQuanChuQuan: 'Cơ quan chủ quản',
  CoQuan: 'Cơ quan ban hành',
  SoKyHieu: 'Số và ký hiệu',
  DiaDanh: 'Địa danh và ngày tháng',
  VeViec: 'Trích yếu công văn',
  MucDoKhan: 'Mức độ khẩn',
  LuuHanh: 'Chỉ dẫn phạm vi lưu hành',
  TenLoai: 'Tên loại',
  TrichYeu: 'Trích yếu',
  DuongKe: 'Đường kẻ',
  KinhGui: 'Kính gửi',
  NoiGui: 'Nơi được gửi',
  ThamQuyen: 'Thẩm quyền ban hành',
  CanCu: 'Căn cứ',
  NoiDung: 'Nội dung',
  TenMuc: 'Tên mục không đánh số',
  NoiNhan: 'Nơi nhận',
  NoiNhanDanhSach: 'Nơi nhận (danh sách)',
  KyTen: 'Ký tên (quyền hạn và chức vụ)',
  ChuKy: 'Chữ ký',
  HoTen: 'Họ tên người ký',
  PhuLuc: 'Phụ lục',
  TenPhuLuc: 'Tên phụ lục',
  KemTheo: 'Kèm theo văn bản',
  Bang: 'Bảng',
  DauBang: 'Đầu bảng',
  TenBang: 'Tên bảng hoặc biểu',
  BieuDo: 'Biểu đồ',
  LoiBieuDo: 'Lời của biểu đồ',
  SoTrang: 'Số trang',
  LienHe: 'Địa chỉ liên hệ',
} as const;

export type StyleId = keyof typeof STYLE_NAMES;

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  capital: 'Mục A - B - C',
  roman: 'Mục I - II - III',
  number: 'Khoản',
  decimal: 'Khoản 1.1',
  subdecimal: 'Khoản 1.1.1',
  letter: 'Điểm',
  dash: 'Gạch đầu dòng',
  plus: 'Dấu cộng',
};

/** Ids of the styles of a level: as a title of what follows, and as a statement. */
export const titleStyle = (level: Level): string => `Ten-${level}`;
export const statementStyle = (level: Level): string => `Cap-${level}`;

/** The name of a level's statements where its titles have taken the shorter one. */
export const statementName = (level: Level, titled: boolean): string =>
  titled ? `${LEVEL_NAMES[level]} (không có tên)` : LEVEL_NAMES[level];

const ROLES: Readonly<Partial<Record<StyleId, Role>>> = {
  QuocHieu: 'head',
  TieuNgu: 'head',
  CoQuanChuQuan: 'head',
  CoQuan: 'head',
  SoKyHieu: 'head',
  DiaDanh: 'head',
  VeViec: 'head',
  MucDoKhan: 'head',
  LuuHanh: 'head',
  TenLoai: 'type',
  PhuLuc: 'type',
  TrichYeu: 'title',
  TenPhuLuc: 'title',
  KemTheo: 'reference',
  KinhGui: 'addressee',
  NoiGui: 'addressee',
  ThamQuyen: 'authority',
  CanCu: 'basis',
  NoiDung: 'text',
  TenMuc: 'text',
  LoiBieuDo: 'text',
  NoiNhan: 'foot',
  NoiNhanDanhSach: 'foot',
  KyTen: 'foot',
  ChuKy: 'foot',
  HoTen: 'foot',
};

const BY_ID = new Map<string, Role>(Object.entries(ROLES));
const BY_NAME = new Map<string, Role>(
  Object.entries(ROLES).map(([id, role]) => [STYLE_NAMES[id as StyleId], role]),
);
for (const level of Object.keys(LEVEL_NAMES) as Level[]) {
  BY_ID.set(titleStyle(level), `titled-${level}`);
  BY_ID.set(statementStyle(level), `stated-${level}`);
  BY_NAME.set(statementName(level, true), `stated-${level}`);
}

/** What a paragraph of that style is; undefined where the style is not one of an official document. */
export const roleOf = (id: string | undefined, name: string): Role | undefined =>
  BY_NAME.get(name) ?? (id === undefined ? undefined : BY_ID.get(id));

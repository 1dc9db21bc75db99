// What a new document of a type begins with: the outline that officials expect of it, with its open places marked "…"
// (Decree 30/2020, Annex III, forms 1.2, 1.4, 1.5 and 1.7). All of it can be changed.
import type { Content } from './content.ts';
import type { Letterhead } from './letterhead.ts';
import { item } from './pieces.ts';

type Body = Content['body'];

interface Beginning {
  readonly letterhead: Letterhead;
  /** Abbreviation of the drafting unit, for the archive's line. */
  readonly drafter: string | null;
}

export function blank({ letterhead, drafter }: Beginning, type: string): Content {
  const { superior, agency, place, signature, name } = letterhead;
  const first = firstRecipients[type];
  return {
    type,
    superior,
    agency,
    place,
    title: '',
    addressees: [],
    ...(type === 'QĐ' || type === 'NQ' ? { authority: agency } : {}),
    bases: [],
    body: (outlines[type] ?? plain)(name),
    signature,
    recipients: [...(first ? [first] : []), `Lưu: VT${drafter ? `, ${drafter}` : ''}`],
    attached: [],
  };
}

const text = (line: string): Body[number] => ({ type: 'text', line });
const part = (title: string): Body => [item('roman', title, true), text('')];
const plain = (): Body => [text('')];

/** Who comes first under "Nơi nhận" follows from the type. */
const firstRecipients: Readonly<Record<string, string>> = {
  CV: 'Như trên',
  TTr: 'Như trên',
  QĐ: 'Như Điều 3',
  NQ: 'Như Điều …',
  GM: 'Các cơ quan, cá nhân được mời',
};

const outlines: Readonly<Record<string, (name: string) => Body>> = {
  CV: (name) => [text(`${name} `)],
  QĐ: () => [
    item('article', ''),
    item('article', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    item('article', 'Thủ trưởng các cơ quan, đơn vị: … chịu trách nhiệm thi hành Quyết định này./.'),
  ],
  NQ: () => [item('article', '')],
  KH: (name) => [
    text(`${name} ban hành Kế hoạch như sau:`),
    ...part('MỤC ĐÍCH, YÊU CẦU'),
    ...part('NỘI DUNG'),
    ...part('TỔ CHỨC THỰC HIỆN'),
  ],
  BC: (name) => [
    text(`${name} báo cáo như sau:`),
    ...part('KẾT QUẢ THỰC HIỆN'),
    ...part('TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'),
    ...part('PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    ...part('ĐỀ XUẤT, KIẾN NGHỊ'),
  ],
  TTr: (name) => [
    text(`${name} kính trình … như sau:`),
    ...part('SỰ CẦN THIẾT'),
    ...part('NỘI DUNG TRÌNH'),
    ...part('ĐỀ XUẤT, KIẾN NGHỊ'),
    text(`${name} kính trình … xem xét, quyết định./.`),
  ],
  TB: (name) => [text(`${name} thông báo … như sau:`), text('')],
  GM: (name) => [
    text(`${name} trân trọng kính mời: …`),
    text('Tới dự: …'),
    text('Chủ trì: …'),
    text('Thời gian: …'),
    text('Địa điểm: …'),
  ],
};

// What the fields of a plan are called, in differences and collisions.
import type { Message, Say } from '../language/words.ts';

const words: Readonly<Record<string, Message>> = {
  title: 'Trích yếu',
  periodFrom: 'Bắt đầu',
  periodTo: 'Kết thúc',
  period: 'Thời kỳ',
  superiorId: 'Kế hoạch cấp trên',
  superior: 'Kế hoạch cấp trên',
  bases: 'Căn cứ|của kế hoạch',
  objectives: 'Mục tiêu, yêu cầu',
  targets: 'Chỉ tiêu',
  groups: 'Nhóm nhiệm vụ',
  arrangements: 'Tổ chức thực hiện',
  whole: 'Một bên đã xóa',
  text: 'Nội dung',
  items: 'Nội dung chi tiết',
  group: 'Nhóm',
  groupId: 'Nhóm',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  due: 'Thời hạn',
  onCall: 'Khi có yêu cầu (đột xuất)',
  outputs: 'Sản phẩm, kết quả',
  milestones: 'Mốc thời gian',
  budget: 'Kinh phí',
  asksPlan: 'Yêu cầu xây dựng kế hoạch riêng',
  superiorTaskId: 'Thực hiện nhiệm vụ của cấp trên',
  superiorTask: 'Thực hiện nhiệm vụ của cấp trên',
  proposal: 'Đề xuất từ kỳ trước',
  value: 'Số lượng',
  unit: 'Đơn vị tính',
  by: 'Đạt được đến ngày',
};

export function fieldWords(field: string, say: Say): string {
  const known = Object.hasOwn(words, field) ? words[field] : undefined;
  return known ? say(known) : field;
}

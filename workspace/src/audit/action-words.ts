// What was done, in words; what has none yet is shown as the log names it.
import { useWords, type Message } from '../language/words.ts';

const words: Readonly<Record<string, Message>> = {
  document: 'Văn bản',
  plan: 'Kế hoạch',
  task: 'Nhiệm vụ',
  duty: 'Việc được giao',
  unit: 'Đơn vị',
  person: 'Người dùng',
  role: 'Vai trò',
  account: 'Tài khoản',
  view: 'Bộ lọc đã lưu',
  access: 'Quyền truy cập',
  audit: 'Nhật ký',
  'document.upload': 'Tải văn bản lên',
  'document.review': 'Sửa bản nháp',
  'document.accept': 'Đưa văn bản vào sổ',
  'document.withdraw': 'Rút văn bản khỏi sổ',
  'document.remove': 'Xóa văn bản',
  'document.refused': 'Từ chối tệp mang dấu mật',
  'document.adopt': 'Gán văn bản cho cơ quan',
  'document.revision-of': 'Nối với bản trước',
  'document.revision-refused': 'Tách khỏi bản trước',
  'view.save': 'Lưu bộ lọc',
  'view.remove': 'Xóa bộ lọc đã lưu',
  'access.refused': 'Bị từ chối truy cập',
  'session.begin': 'Đăng nhập',
  'session.end': 'Đăng xuất',
  'duty.receive': 'Tiếp nhận việc',
  'duty.progress': 'Báo cáo tiến độ công việc',
  'duty.report': 'Báo cáo hoàn thành việc',
  'evidence.upload': 'Gửi minh chứng',
  'evidence.refused': 'Từ chối minh chứng',
  'duty.confirm': 'Xác nhận hoàn thành việc',
  'duty.sendBack': 'Trả lại báo cáo',
  'urging.answer': 'Trả lời đôn đốc',
  'plan.issue': 'Ban hành kế hoạch vào hệ thống',
  urging: 'Đôn đốc',
  session: 'Phiên làm việc',
  'audit.export': 'Tải nhật ký xuống',
};

/** Parts before the point, by which the log can be narrowed. */
export const actionGroups = [
  'document',
  'plan',
  'duty',
  'urging',
  'session',
  'unit',
  'person',
  'role',
  'account',
  'access',
  'audit',
];

export function useActionWords(): (action: string) => string {
  const { say } = useWords();
  return (action) => {
    const known = words[action];
    return known ? say(known) : action;
  };
}

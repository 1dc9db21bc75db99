// The table of access in the words of those who read it: auditors, administrators, anybody who was told no.
import type { Action, Relation } from './policy.ts';
import type { Role } from './roles.ts';

type Said = readonly [vi: string, en: string];

export const roleWords: Readonly<Record<Role, Said>> = {
  officer: ['Chuyên viên', 'Officer'],
  leader: ['Lãnh đạo đơn vị', 'Leader of the unit'],
  coordinator: ['Cơ quan đầu mối', 'Focal officer'],
  approver: ['Người phê duyệt', 'Approver'],
  finance: ['Tài chính', 'Finance'],
  editor: ['Biên tập', 'Editor'],
  translator: ['Phiên dịch', 'Translator'],
  publisher: ['Xuất bản', 'Publisher'],
  administrator: ['Quản trị', 'Administrator'],
  observer: ['Chỉ xem', 'Observer'],
};

/** Short for a cell of the table; the sentence says it whole. */
export const relationWords: Readonly<Record<Relation, { readonly name: Said; readonly sentence: Said }>> = {
  self: {
    name: ['của mình', 'one’s own'],
    sentence: ['Hồ sơ của chính người đó.', 'The record is the person’s own.'],
  },
  own: {
    name: ['đơn vị mình', 'own unit'],
    sentence: [
      'Hồ sơ thuộc đơn vị nơi người đó giữ vai trò, hoặc đơn vị mà đơn vị này kế thừa.',
      'The record belongs to the unit at which the role is held, or to one whose work that unit took over.',
    ],
  },
  subtree: {
    name: ['đơn vị cấp dưới', 'units below'],
    sentence: ['Hồ sơ thuộc một đơn vị cấp dưới.', 'The record belongs to a unit below.'],
  },
  coordinated: {
    name: ['đơn vị do mình làm đầu mối', 'units coordinated'],
    sentence: [
      'Hồ sơ thuộc cơ quan cấp trên trực tiếp của đơn vị, hoặc đơn vị bất kỳ dưới cơ quan ấy.',
      'The record belongs to the unit’s superior, or to any unit below that superior.',
    ],
  },
  tree: {
    name: ['đầu mối trong tỉnh, ngành mình', 'coordinated, own tree'],
    sentence: [
      'Hồ sơ thuộc đơn vị do mình làm đầu mối, trong phạm vi tỉnh hoặc cơ quan trung ương của mình.',
      'The record belongs to a unit that is coordinated, within one’s own province or central body.',
    ],
  },
  focal: {
    name: ['cán bộ đầu mối', 'focal officers'],
    sentence: [
      'Hồ sơ của cán bộ đầu mối ở đơn vị do mình làm đầu mối.',
      'The record is a focal officer’s, at a unit that is coordinated.',
    ],
  },
  principal: {
    name: ['cấp trên trực tiếp', 'the superior itself'],
    sentence: [
      'Hồ sơ thuộc chính cơ quan cấp trên trực tiếp mà đơn vị tham mưu.',
      'The record belongs to the very unit above, in whose name this unit works.',
    ],
  },
  superior: {
    name: ['cấp trên đã ban hành', 'issued from above'],
    sentence: ['Hồ sơ do cơ quan cấp trên ban hành.', 'The record was issued by a unit above.'],
  },
  lead: {
    name: ['đơn vị chủ trì', 'leading unit'],
    sentence: ['Đơn vị chủ trì nhiệm vụ.', 'The unit leads the task.'],
  },
  coordinating: {
    name: ['đơn vị phối hợp', 'coordinating unit'],
    sentence: ['Đơn vị phối hợp thực hiện nhiệm vụ.', 'The unit coordinates in the task.'],
  },
  issuer: {
    name: ['đơn vị ban hành', 'issuing unit'],
    sentence: ['Đơn vị đã ban hành kế hoạch giao nhiệm vụ.', 'The unit issued the plan that it comes from.'],
  },
  confirmer: {
    name: ['đơn vị xác nhận', 'confirming unit'],
    sentence: ['Đơn vị xác nhận kết quả nhiệm vụ.', 'The unit confirms what was done.'],
  },
  receiver: {
    name: ['đơn vị nhận', 'receiving unit'],
    sentence: ['Văn bản đã gửi cho đơn vị.', 'The document was sent to the unit.'],
  },
  any: {
    name: ['mọi hồ sơ', 'any record'],
    sentence: ['Ai đăng nhập cũng được.', 'Everybody who is signed in may.'],
  },
};

export const actionWords: Readonly<Record<Action, Said>> = {
  'document.read': ['Xem văn bản', 'See documents'],
  'document.upload': ['Tải văn bản lên', 'Upload documents'],
  'document.review': ['Rà soát bản nháp', 'Review drafts'],
  'document.accept': ['Đưa văn bản vào sổ', 'Accept documents into the register'],
  'document.remove': ['Rút khỏi sổ, xóa văn bản', 'Withdraw and remove documents'],
  'task.read': ['Xem nhiệm vụ', 'See tasks'],
  'plan.read': ['Xem kế hoạch', 'See plans'],
  'plan.draft': ['Soạn kế hoạch', 'Draft plans'],
  'plan.submit': ['Trình kế hoạch', 'Submit plans'],
  'plan.approve': ['Phê duyệt hoặc trả lại kế hoạch', 'Approve or return plans'],
  'plan.issue': ['Ban hành, điều chỉnh kế hoạch', 'Issue and amend plans'],
  'plan.close': ['Kết thúc kế hoạch', 'Close plans'],
  'plan.remove': ['Xóa kế hoạch chưa ban hành', 'Remove plans that were not issued'],
  'duty.read': ['Xem việc được giao', 'See duties'],
  'duty.report': ['Tiếp nhận, báo cáo, xin gia hạn', 'Receive, report, ask for more time'],
  'duty.confirm': ['Xác nhận, trả lại, cho gia hạn', 'Confirm, send back, grant more time'],
  'duty.direct': ['Giao đột xuất, chuyển, hủy việc', 'Call, transfer and cancel duties'],
  'duty.urge': ['Đôn đốc', 'Urge'],
  'inspection.read': ['Xem kết quả kiểm tra', 'See inspections'],
  'inspection.write': ['Ghi cuộc kiểm tra', 'Record inspections'],
  'regime.read': ['Xem chế độ báo cáo', 'See reporting regimes'],
  'regime.manage': ['Quản lý chế độ báo cáo', 'Manage reporting regimes'],
  'indicator.read': ['Xem chỉ tiêu báo cáo', 'See indicators'],
  'indicator.manage': ['Quản lý chỉ tiêu báo cáo', 'Manage indicators'],
  'indicator.target': ['Giao mục tiêu cho chỉ tiêu', 'Set targets of indicators'],
  'report.read': ['Xem báo cáo', 'See reports'],
  'report.call': ['Mở đợt báo cáo', 'Call for reports'],
  'report.fill': ['Lập báo cáo', 'Fill in reports'],
  'report.hand': ['Trình lãnh đạo đơn vị báo cáo', 'Hand reports to the unit’s leader'],
  'report.submit': ['Ký gửi, rút lại báo cáo', 'Send reports and take them back'],
  'report.judge': ['Chấp nhận, trả lại, miễn, gia hạn báo cáo', 'Accept, return and excuse reports'],
  'report.approve': ['Phê duyệt báo cáo', 'Approve reports'],
  'report.read-draft': ['Xem báo cáo chưa gửi', 'Read a report that is not sent yet'],
  'report.approve-level': ['Phê duyệt báo cáo của cả cấp dưới', 'Approve all reports of a level'],
  'report.lock': ['Khóa, mở lại báo cáo', 'Lock and reopen reports'],
  'report.urge': ['Đôn đốc báo cáo', 'Urge for reports'],
  'outgoing.read': ['Xem văn bản đi', 'See outgoing documents'],
  'outgoing.draft': ['Soạn thảo văn bản đi', 'Draft outgoing documents'],
  'outgoing.comment': ['Góp ý dự thảo', 'Remark on drafts'],
  'outgoing.return': ['Trả lại dự thảo', 'Return drafts'],
  'outgoing.sign': ['Ký văn bản đi', 'Sign outgoing documents'],
  'outgoing.issue': ['Cấp số, phát hành, gửi văn bản', 'Number, issue and send documents'],
  'outgoing.recall': ['Thu hồi, đính chính, thay thế văn bản', 'Recall, correct and replace documents'],
  'number.read': ['Xem sổ văn bản đi', 'See the register of numbers'],
  'number.reserve': ['Giữ số, cấp số văn bản giấy', 'Reserve numbers, number papers'],
  'number.manage': ['Quy định cách đánh số', 'Set how documents are numbered'],
  'overview.read': ['Xem số liệu tổng hợp', 'See the figures'],
  'unit.read': ['Xem danh mục đơn vị', 'See the register of units'],
  'unit.edit': ['Sửa thông tin đơn vị', 'Edit units'],
  'unit.reorganise': ['Sắp xếp, sáp nhập đơn vị', 'Reorganise units'],
  'person.read': ['Xem tên, chức vụ đồng nghiệp', 'See names and posts of colleagues'],
  'person.private': ['Xem điện thoại, thư điện tử', 'See phone numbers and e-mail addresses'],
  'person.edit': ['Tạo, sửa, khóa tài khoản', 'Create, edit and lock accounts'],
  'role.grant': ['Giao, thu vai trò', 'Grant and end roles'],
  'role.deputise': ['Ủy quyền có thời hạn', 'Name a deputy for a period'],
  'audit.read': ['Xem nhật ký', 'Read the audit log'],
  'token.manage': ['Quản lý mã truy cập của chương trình', 'Manage tokens of programs'],
  'peer.manage': ['Quản lý hệ thống văn bản liên thông', 'Manage document systems of others'],
  'webhook.manage': ['Quản lý kết nối gửi đi', 'Manage webhooks'],
  'reminder.manage': ['Đặt quy tắc nhắc việc', 'Set the rules of reminders'],
  'view.offer': ['Chia sẻ bộ lọc cho cả tỉnh', 'Offer saved views to the whole tree'],
  'account.own': ['Tài khoản, thông báo, bộ lọc của mình', 'One’s own account, notices and views'],
};

// What can stand in the way of a plan, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-plan': {
    title: ['Không có kế hoạch này', 'There is no such plan'],
    detail: ['Kế hoạch số {id} không có, hoặc đã bị xóa.', 'Plan {id} does not exist, or was removed.'],
  },
  'plan-wrong-state': {
    title: ['Chưa làm được việc này', 'This cannot be done now'],
    detail: [
      'Kế hoạch đang ở trạng thái “{status}”, không làm được bước này. Hãy tải lại trang để xem tình hình mới nhất.',
      'The plan is “{status}”; this step is not open to it. Reload the page to see how it stands.',
    ],
  },
  'plan-not-yours': {
    title: ['Không phải bản bạn trình', 'You did not submit it'],
    detail: [
      'Chỉ người đã trình mới rút lại được. Người phê duyệt có thể trả lại kèm lý do.',
      'Only who submitted it may take it back. Who approves may return it with a reason.',
    ],
  },
  'plan-reason': {
    title: ['Cần nêu lý do', 'A reason is needed'],
    detail: ['Hãy ghi lý do để người nhận biết.', 'Say why, so that who gets it knows.'],
  },
  'plan-no-title': {
    title: ['Kế hoạch chưa có tên', 'The plan has no title'],
    detail: ['Hãy đặt tên cho kế hoạch.', 'Give the plan a title.'],
  },
  'plan-period': {
    title: ['Thời gian thực hiện chưa đúng', 'The period makes no sense'],
    detail: [
      'Ngày kết thúc {to} ở trước ngày bắt đầu {from}, hoặc kế hoạch dài quá {years} năm.',
      'The last day {to} is before the first day {from}, or the plan is longer than {years} years.',
    ],
  },
  'plan-no-tasks': {
    title: ['Kế hoạch chưa có nhiệm vụ', 'The plan has no tasks'],
    detail: ['Hãy thêm ít nhất một nhiệm vụ trước khi trình.', 'Add at least one task before going on.'],
  },
  'plan-no-lead': {
    title: ['Có nhiệm vụ chưa có cơ quan chủ trì', 'Some tasks have no lead'],
    detail: [
      '{count} nhiệm vụ chưa có cơ quan chủ trì: {tasks}. Hãy nêu cơ quan chủ trì, hoặc đánh dấu là nhiệm vụ yêu cầu các đơn vị xây dựng kế hoạch.',
      '{count} tasks have no lead: {tasks}. Name a lead, or mark the task as one that asks units for plans of their own.',
    ],
  },
  'plan-due': {
    title: ['Có nhiệm vụ sai thời hạn', 'A task’s due dates make no sense'],
    detail: [
      'Nhiệm vụ {tasks}: ngày kết thúc ở trước ngày bắt đầu.',
      'Task {tasks}: its last day is before its first.',
    ],
  },
  'plan-due-day': {
    title: ['Có nhiệm vụ sai ngày hạn trong kỳ', 'A task’s day does not fit its period'],
    detail: [
      'Nhiệm vụ {tasks}: ngày hạn không hợp với kỳ lặp lại. Hằng năm thì nêu tháng và ngày; hằng quý, 6 tháng thì nêu tháng thứ mấy của kỳ và ngày; hằng tháng thì nêu ngày; hằng tuần thì nêu thứ.',
      'Task {tasks}: the day does not fit the interval. Give month and day for a year; which month of it and day for a quarter or half-year; day for a month; weekday for a week.',
    ],
  },
  'plan-same-id': {
    title: ['Trùng mã trong kế hoạch', 'Two parts have the same id'],
    detail: ['Mã “{id}” được dùng hai lần trong kế hoạch.', 'The id “{id}” stands twice in the plan.'],
  },
  'plan-superior-task': {
    title: ['Liên kết nhiệm vụ cấp trên chưa đúng', 'The superior’s task does not fit'],
    detail: [
      'Nhiệm vụ {tasks} được gắn với một nhiệm vụ không thuộc kế hoạch cấp trên đã chọn.',
      'Task {tasks} is linked with a task that is not of the superior’s plan.',
    ],
  },
  'plan-not-superior': {
    title: ['Không phải kế hoạch cấp trên', 'Not a superior’s plan'],
    detail: [
      'Chỉ gắn được với kế hoạch đã ban hành của cấp trên đơn vị này.',
      'Only an issued plan of a unit above this one will do.',
    ],
  },
  'plan-not-previous': {
    title: ['Không dùng được kế hoạch này', 'This plan will not do'],
    detail: [
      'Chỉ lập từ kế hoạch kỳ trước của chính đơn vị, hoặc của đơn vị mà nó kế thừa.',
      'Only an earlier plan of the same unit, or of one whose work it took over, will do.',
    ],
  },
  'plan-one-source': {
    title: ['Chỉ chọn một nguồn', 'One source only'],
    detail: [
      'Kế hoạch mới lập từ một nguồn: văn bản, kế hoạch kỳ trước, hoặc kế hoạch cấp trên.',
      'A new plan comes from one source: a document, last period’s plan, or the superior’s.',
    ],
  },
  'plan-of-document': {
    title: ['Văn bản đã có kế hoạch', 'The document has a plan already'],
    detail: [
      'Kế hoạch lập từ văn bản này đã có (số {id}). Hãy mở kế hoạch đó.',
      'There is a plan of this document (number {id}). Open that one.',
    ],
  },
  'plan-document-not-accepted': {
    title: ['Văn bản chưa vào sổ', 'The document is not in the register'],
    detail: [
      'Hãy rà soát và đưa văn bản vào sổ trước khi lập kế hoạch từ nó.',
      'Review the document and let it enter the register before making a plan of it.',
    ],
  },
  'plan-document-issued': {
    title: ['Văn bản đã được giao thành kế hoạch', 'The document was handed down as a plan'],
    detail: [
      'Kế hoạch lập từ văn bản này (số {id}) đã ban hành và giao nhiệm vụ, nên không rút văn bản khỏi sổ được. Hãy điều chỉnh hoặc kết thúc kế hoạch.',
      'The plan made of this document (number {id}) has been issued and its tasks handed down, so the document cannot be withdrawn. Amend or close the plan.',
    ],
  },
  'plan-document-drafting': {
    title: ['Có kế hoạch đang lập từ văn bản', 'A plan is being made of the document'],
    detail: [
      'Kế hoạch số {id} đang được lập từ văn bản này. Hãy xóa bản nháp đó trước khi rút văn bản.',
      'Plan {id} is being made of this document. Remove that draft before withdrawing the document.',
    ],
  },
  'plan-document-amending': {
    title: ['Kế hoạch đang được điều chỉnh', 'The plan is being amended'],
    detail: [
      'Kế hoạch số {id}, lập từ văn bản trước, đang có bản điều chỉnh. Hãy hoàn tất hoặc bỏ bản điều chỉnh đó rồi đưa văn bản này vào sổ.',
      'Plan {id}, made of the earlier version, is being amended. Finish or drop that amendment, then let this document enter the register.',
    ],
  },
  'plan-document-closed': {
    title: ['Kế hoạch đã kết thúc', 'The plan is closed'],
    detail: [
      'Kế hoạch số {id}, lập từ văn bản trước, đã kết thúc. Hãy mở lại kế hoạch rồi đưa văn bản này vào sổ.',
      'Plan {id}, made of the earlier version, is closed. Reopen it, then let this document enter the register.',
    ],
  },
  'plan-issued-in-future': {
    title: ['Ngày ban hành không hợp lý', 'The day of issue makes no sense'],
    detail: ['Ngày ban hành {issuedOn} còn ở tương lai.', 'The day of issue {issuedOn} is still to come.'],
  },
  'plan-amended-before': {
    title: ['Ngày điều chỉnh không hợp lý', 'The day of the amendment makes no sense'],
    detail: [
      'Ngày điều chỉnh {issuedOn} ở trước ngày ban hành bản đang có hiệu lực ({before}).',
      'The day of the amendment {issuedOn} is before that of the edition in force ({before}).',
    ],
  },
  'plan-number-taken': {
    title: ['Số văn bản đã dùng', 'The number is taken'],
    detail: [
      'Trong năm {year}, đơn vị đã dùng số {number} cho kế hoạch “{title}”. Hãy xem lại số.',
      'In {year} the unit gave the number {number} to the plan “{title}”. Please check.',
    ],
  },
  'plan-in-use': {
    title: ['Không xóa được', 'It cannot be removed'],
    detail: [
      'Chỉ xóa được bản nháp chưa ban hành. Kế hoạch đã ban hành thì kết thúc.',
      'Only a draft that was never issued can be removed. Close a plan that was issued.',
    ],
  },
  'plan-title-fixed': {
    title: ['Không đổi được', 'This stays'],
    detail: [
      'Kế hoạch đã ban hành: kế hoạch cấp trên không đổi được nữa.',
      'The plan has been issued: which superior’s plan it carries out stays.',
    ],
  },
  'plan-no-edition': {
    title: ['Không có bản này', 'There is no such edition'],
    detail: ['Kế hoạch không có bản số {edition}.', 'The plan has no edition {edition}.'],
  },
};

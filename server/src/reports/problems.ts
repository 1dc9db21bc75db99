// What can stand in the way of a report, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-report': {
    title: ['Không có báo cáo này', 'There is no such report'],
    detail: ['Báo cáo số {id} không có.', 'Report {id} does not exist.'],
  },
  'report-not-sent': {
    title: ['Báo cáo chưa được gửi', 'The report has not been sent yet'],
    detail: [
      'Đơn vị đang lập báo cáo số {id}; nội dung, số liệu và minh chứng chỉ xem được sau khi đơn vị gửi.',
      'Report {id} is still being drawn up; its texts, figures and evidence can be seen once the unit has sent it.',
    ],
  },
  'report-wrong-state': {
    title: ['Chưa làm được việc này', 'This cannot be done now'],
    detail: [
      'Báo cáo đang ở trạng thái “{status}”, không làm được bước này. Hãy tải lại trang để xem tình hình mới nhất.',
      'The report is “{status}”; this step is not open to it. Reload the page to see how it stands.',
    ],
  },
  'report-merged': {
    title: ['Đơn vị đã được sáp nhập', 'The unit was merged'],
    detail: [
      'Số liệu của đơn vị này nằm trong báo cáo số {id} của đơn vị kế thừa.',
      'What this unit did is in report {id}, of the unit that took its work over.',
    ],
  },
  'report-handed': {
    title: ['Báo cáo đang ở lãnh đạo đơn vị', 'The report lies with the unit’s leader'],
    detail: [
      'Báo cáo đã được trình lãnh đạo. Muốn sửa tiếp, hãy lấy lại báo cáo hoặc chờ lãnh đạo trả lại; nội dung bạn vừa ghi chưa được lưu.',
      'It was handed to the leader. To go on, take it back or wait until it is given back; what you wrote just now was not kept.',
    ],
  },
  'report-no-leader': {
    title: ['Đơn vị chưa có người ký gửi', 'Nobody at the unit sends reports'],
    detail: [
      'Chưa ai ở đơn vị giữ vai trò lãnh đạo hoặc người phê duyệt. Đề nghị quản trị viên giao vai trò rồi trình lại.',
      'Nobody there holds the role of leader or approver. Ask an administrator to give the role, then hand it over again.',
    ],
  },
  'report-unready': {
    title: ['Báo cáo chưa đủ để gửi', 'The report is not complete'],
    detail: ['{list}', '{list}'],
  },
  'report-superior-sent': {
    title: ['Báo cáo cấp trên đã gửi hoặc đã chốt', 'The report above is already sent'],
    detail: [
      'Số liệu này nằm trong báo cáo số {id} của cấp trên, đã gửi hoặc đã được chấp nhận. Hãy rút lại hoặc mở lại báo cáo đó trước.',
      'It counts in report {id} above, which was already sent or accepted. Take that one back or open it again first.',
    ],
  },
  'report-superior-excused': {
    title: ['Báo cáo cấp trên đang được miễn', 'The report above is excused'],
    detail: [
      'Báo cáo số {id} của cấp trên được miễn nên số liệu này sẽ không được tổng hợp vào đâu. Hãy bỏ miễn báo cáo đó trước.',
      'Report {id} above is excused, so this would count nowhere. End its excuse first.',
    ],
  },
  'report-below-counted': {
    title: ['Cấp dưới đã có báo cáo được chấp nhận', 'Reports below are accepted'],
    detail: [
      'Đã chấp nhận {n} báo cáo cấp dưới; miễn báo cáo này thì số liệu của các đơn vị đó không được tổng hợp. Hãy mở lại các báo cáo đó trước, hoặc không miễn.',
      '{n} reports below are accepted and would count nowhere if this one were excused. Open them again first, or do not excuse it.',
    ],
  },
  'report-reason': {
    title: ['Cần nêu lý do', 'A reason is needed'],
    detail: [
      'Hãy ghi lý do mở lại báo cáo; lý do được giữ trong lịch sử của báo cáo.',
      'Say why the report is opened again; the reason stays in its history.',
    ],
  },
  'report-due': {
    title: ['Hạn mới chưa đúng', 'The new deadline is not right'],
    detail: [
      'Hạn mới ({day}) phải khác hạn đang có và không được trước hôm nay.',
      'The new deadline ({day}) must differ from the present one and not lie in the past.',
    ],
  },
  'report-no-section': {
    title: ['Không có mục này', 'There is no such section'],
    detail: [
      'Đề cương của đợt báo cáo không có mục “{section}”.',
      'The outline of the call has no section “{section}”.',
    ],
  },
  'report-no-indicator': {
    title: ['Chỉ tiêu không thuộc đợt báo cáo', 'The indicator is not asked for'],
    detail: ['Đợt báo cáo này không hỏi chỉ tiêu số {id}.', 'This call does not ask for indicator {id}.'],
  },
  'evidence-place': {
    title: ['Chưa rõ tệp chứng minh điều gì', 'It is not clear what the file proves'],
    detail: [
      'Mục, chỉ tiêu hoặc ô gửi kèm tệp chưa đúng. Không có gì được lưu.',
      'The section, indicator or cell that came with the file is not right. Nothing was kept.',
    ],
  },
  'figure-twice': {
    title: ['Số liệu bị lặp', 'A figure twice'],
    detail: ['Chỉ tiêu “{name}” được gửi hai lần cho cùng một ô.', 'A cell of “{name}” was sent twice.'],
  },
  'figure-no-cell': {
    title: ['Không có ô này', 'There is no such cell'],
    detail: ['Chỉ tiêu “{name}” không phân tổ theo “{cell}”.', '“{name}” is not broken down by “{cell}”.'],
  },
  'figure-names': {
    title: ['Chỉ tiêu này đếm theo tên', 'This indicator counts names'],
    detail: [
      'Hãy ghi danh sách tên cho “{name}”: mỗi tên chỉ tính một lần dù nhiều đơn vị cùng ghi.',
      'Give the list of names for “{name}”: each is counted once, however many units name it.',
    ],
  },
  'figure-not-names': {
    title: ['Chỉ tiêu này không đếm theo tên', 'This indicator does not count names'],
    detail: ['Hãy ghi một con số cho “{name}”.', 'Give a number for “{name}”.'],
  },
  'figure-no-weight': {
    title: ['Không ghi được quyền số', 'A weight cannot be given here'],
    detail: [
      'Chỉ tiêu “{name}” không lấy bình quân theo quyền số ghi kèm.',
      '“{name}” is not averaged by a weight of its own.',
    ],
  },
  'figure-decimals': {
    title: ['Quá nhiều chữ số thập phân', 'Too many decimals'],
    detail: [
      'Chỉ tiêu “{name}” lấy tối đa {decimals} chữ số thập phân.',
      '“{name}” takes at most {decimals} decimals.',
    ],
  },
  'figure-reason': {
    title: ['Cần nêu lý do điều chỉnh', 'A reason is needed'],
    detail: [
      'Số ghi cho “{name}” khác số tính từ sổ theo dõi. Hãy ghi lý do.',
      'What is given for “{name}” differs from what the records say. Say why.',
    ],
  },
  'figure-not-derived': {
    title: ['Không có số từ sổ theo dõi', 'Nothing was derived'],
    detail: [
      'Chỉ tiêu “{name}” không có số tính từ sổ theo dõi ở ô này.',
      'The records say nothing about this cell of “{name}”.',
    ],
  },
  'no-figure-records': {
    title: ['Chỉ tiêu này do người ghi', 'This figure is entered'],
    detail: [
      'Chỉ tiêu số {id} không tính từ sổ theo dõi nào.',
      'Indicator {id} is not derived from any register.',
    ],
  },
  'text-secret-mark': {
    title: ['Lời văn có dấu chỉ độ mật', 'The text bears a mark of secrecy'],
    detail: [
      'Hệ thống không nhận nội dung có dấu TUYỆT MẬT, TỐI MẬT hoặc MẬT. Không có gì được lưu.',
      'Nothing that bears the marks TUYỆT MẬT, TỐI MẬT or MẬT is taken in. Nothing was kept.',
    ],
  },
  'level-not-in': {
    title: ['Cấp dưới chưa đủ', 'Not all below are in'],
    detail: [
      'Còn {n} báo cáo cấp dưới chưa được chấp nhận hoặc được miễn.',
      '{n} reports below are neither accepted nor excused yet.',
    ],
  },
};

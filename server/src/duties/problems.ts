// What can go wrong with duties, in both languages.
import type { Words } from '../words-type.ts';

const words = (title: Words['title'], detail: Words['detail']): Words => ({ title, detail });

export const problems: Readonly<Record<string, Words>> = {
  'no-duty': words(
    ['Không có việc này', 'There is no such duty'],
    ['Việc số {id} không có.', 'Duty {id} does not exist.'],
  ),
  'wrong-state': words(
    ['Chưa làm được bước này', 'This step is not possible now'],
    [
      'Việc đang ở trạng thái khác với khi bạn xem. Hãy tải lại rồi chọn bước phù hợp.',
      'The duty is in a state in which this step is not possible ({state}). Reload it and choose a step that fits.',
    ],
  ),
  'no-due-day': words(
    ['Việc này không có thời hạn', 'This duty has no due day'],
    ['Việc không có hạn thì không cần xin gia hạn.', 'Without a due day there is nothing to extend.'],
  ),
  'late-for-good': words(
    ['Đã hoàn thành quá hạn', 'It was done late'],
    [
      'Việc này đã từng được báo cáo hoàn thành sau hạn {dueOn}. Đơn vị không tự lùi ngày về trước hạn và không được gia hạn; nếu ngày đã báo cáo bị ghi sai, cơ quan xác nhận trả lại kèm đính chính.',
      'This duty was once reported done after its due day {dueOn}. A unit alone cannot undo that, nor can more time; if the day was written wrong, whoever confirms sends the report back with a correction.',
    ],
  ),
  'earlier-than-reported': words(
    ['Ngày sớm hơn lần báo cáo trước', 'Earlier than reported before'],
    [
      'Lần báo cáo trước ghi hoàn thành ngày {first}; ngày {doneOn} sớm hơn. Nếu ngày trước bị ghi sai, đề nghị cơ quan xác nhận trả lại kèm đính chính.',
      'The report before said that it was done on {first}; {doneOn} is earlier. If that day was written wrong, ask whoever confirms to send the report back with a correction.',
    ],
  ),
  'extension-asked': words(
    ['Đã xin gia hạn', 'More time was asked for'],
    [
      'Đã có một đề nghị gia hạn đang chờ quyết định.',
      'A request for more time is waiting for a decision already.',
    ],
  ),
  'no-extension': words(
    ['Không có đề nghị gia hạn', 'Nobody asks for more time'],
    [
      'Không có đề nghị gia hạn nào đang chờ quyết định.',
      'No request for more time is waiting for a decision.',
    ],
  ),
  'extension-not-later': words(
    ['Ngày gia hạn chưa đúng', 'The new day is not later'],
    [
      'Ngày {wantedOn} không muộn hơn hạn hiện nay ({dueOn}).',
      '{wantedOn} is not later than the present due day ({dueOn}).',
    ],
  ),
  'extension-needs-day': words(
    ['Chưa có hạn mới', 'The new day is missing'],
    ['Khi đồng ý gia hạn, hãy ghi hạn mới.', 'To grant more time, say until when.'],
  ),
  'refusal-needs-reason': words(
    ['Chưa ghi lý do', 'The reason is missing'],
    ['Khi không đồng ý gia hạn, hãy ghi lý do.', 'To refuse more time, say why.'],
  ),
  'done-before-begun': words(
    ['Ngày hoàn thành trước ngày giao', 'Done before it was given'],
    [
      'Ngày hoàn thành {doneOn} trước ngày giao việc {openedOn}. Nếu đúng như vậy, hãy ghi rõ lý do.',
      'The day of completion {doneOn} is before the day on which it was given ({openedOn}). If that is so, say why.',
    ],
  ),
  'no-milestone': words(
    ['Không có mốc này', 'There is no such milestone'],
    ['Việc này không có mốc thời gian đó.', 'This duty has no such milestone.'],
  ),
  'asks-no-plan': words(
    ['Không phải xây dựng kế hoạch', 'No plan is asked for'],
    [
      'Việc này không yêu cầu đơn vị ban hành kế hoạch riêng.',
      'This duty does not ask for a plan of the unit’s own.',
    ],
  ),
  'same-unit': words(
    ['Đơn vị đang giữ việc này', 'The unit has it already'],
    ['Hãy chọn một đơn vị khác để chuyển việc.', 'Choose another unit to transfer it to.'],
  ),
  'other-tree': words(
    ['Đơn vị không cùng hệ thống', 'A unit of another province'],
    [
      '“{unit}” không thuộc cùng tỉnh (cơ quan cấp trên) với đơn vị đang giữ việc.',
      '“{unit}” does not belong to the same province (or superior body) as the unit that has the duty.',
    ],
  ),
  'has-it-already': words(
    ['Đơn vị đã có việc này', 'The unit has this duty'],
    [
      '“{unit}” đã được giao chính nhiệm vụ này trong cùng kỳ.',
      '“{unit}” has a duty of the same task and period already.',
    ],
  ),
  'not-on-call': words(
    ['Không phải nhiệm vụ đột xuất', 'Not a task on call'],
    [
      'Chỉ nhiệm vụ thực hiện “đột xuất, khi có yêu cầu” mới phát yêu cầu thực hiện.',
      'Only a task that is done on call can be called for.',
    ],
  ),
  'nobody-to-call': words(
    ['Không có đơn vị nào', 'Nobody to call'],
    [
      'Nhiệm vụ này chưa giao cho đơn vị nào còn hoạt động.',
      'The task was handed to no unit that still exists.',
    ],
  ),
  'call-in-past': words(
    ['Thời hạn đã qua', 'The day is past'],
    ['Thời hạn {dueOn} đã qua.', 'The day {dueOn} is past.'],
  ),
  'nothing-to-urge': words(
    ['Không có việc nào để đôn đốc', 'Nothing to urge'],
    ['Các việc đã chọn đều đã báo cáo hoàn thành hoặc đã hủy.', 'All chosen duties are done or cancelled.'],
  ),
  'no-urging': words(
    ['Không có lần đôn đốc này', 'There is no such urging'],
    ['Lần đôn đốc số {id} không có.', 'Urging {id} does not exist.'],
  ),
  'answered-already': words(
    ['Đã trả lời', 'Answered already'],
    ['Lần đôn đốc này đã được trả lời.', 'This urging was answered already.'],
  ),
  'no-bulk': words(
    ['Không có thao tác này', 'There is no such change'],
    ['Thao tác hàng loạt số {id} không có.', 'There is no change of several duties with number {id}.'],
  ),
  'undone-already': words(
    ['Đã hoàn tác', 'Undone already'],
    ['Thao tác này đã được hoàn tác.', 'This change was undone already.'],
  ),
  'changed-since': words(
    ['Đã có thay đổi khác', 'Changed since'],
    [
      'Việc này đã có bước khác sau đó nên không hoàn tác được.',
      'Another step was taken since, so it was not undone.',
    ],
  ),
  'note-needed': words(
    ['Chưa ghi nội dung', 'The text is missing'],
    ['Hãy ghi nội dung hoặc lý do.', 'Write what there is to say, or why.'],
  ),
  'no-inspection': words(
    ['Không có cuộc kiểm tra này', 'There is no such inspection'],
    ['Cuộc kiểm tra số {id} không có.', 'Inspection {id} does not exist.'],
  ),
  'no-finding': words(
    ['Không có kiến nghị này', 'There is no such finding'],
    ['Kiến nghị số {id} không có trong cuộc kiểm tra này.', 'Finding {id} is not part of this inspection.'],
  ),
  'finding-remedied': words(
    ['Kiến nghị đã khắc phục', 'The finding was remedied'],
    [
      'Kiến nghị số {id} đã được khắc phục nên không sửa, không bỏ được.',
      'Finding {id} was remedied: it can be neither changed nor left out.',
    ],
  ),
  'inspected-in-future': words(
    ['Ngày kiểm tra chưa đến', 'The day is still to come'],
    ['Ngày kiểm tra {onDay} còn ở tương lai.', 'The day of the inspection {onDay} is still to come.'],
  ),
  'finding-of-other': words(
    ['Việc của đơn vị khác', 'A duty of another unit'],
    ['Việc số {id} không thuộc đơn vị được kiểm tra.', 'Duty {id} does not belong to the inspected unit.'],
  ),
  'no-evidence': words(
    ['Không có minh chứng này', 'There is no such evidence'],
    ['Minh chứng số {id} không có, hoặc đã gỡ.', 'Evidence {id} does not exist, or was taken away.'],
  ),
  'no-output': words(
    ['Không có sản phẩm này', 'There is no such output'],
    ['Nhiệm vụ này không có sản phẩm thứ {output}.', 'The task has no output number {output}.'],
  ),
  'evidence-settled': words(
    ['Việc đã xác nhận', 'The duty is confirmed'],
    [
      'Việc đã được xác nhận hoàn thành hoặc đã hủy nên minh chứng được giữ nguyên.',
      'The duty is confirmed or cancelled, so its evidence stays as it is.',
    ],
  ),
  'link-needs-address': words(
    ['Chưa có địa chỉ', 'The address is missing'],
    ['Hãy nhập địa chỉ (http hoặc https) của liên kết.', 'Give the address (http or https) of the link.'],
  ),
  'evidence-kind': words(
    ['Không nhận loại tệp này', 'Files of this kind are not taken'],
    [
      '“{file}” không thuộc loại tệp được nhận làm minh chứng: ảnh (JPEG, PNG, WebP, HEIC), PDF, Word, Excel, PowerPoint, OpenDocument, văn bản thuần, âm thanh, video.',
      '“{file}” is of no kind that is taken as evidence: pictures (JPEG, PNG, WebP, HEIC), PDF, Word, Excel, PowerPoint, OpenDocument, plain text, sound, video.',
    ],
  ),
  'evidence-broken': words(
    ['Ảnh bị hỏng', 'The picture is broken'],
    [
      'Không đọc được “{file}”, nên không bỏ được vị trí và dữ liệu riêng ghi trong ảnh. Hãy chụp hoặc xuất lại ảnh.',
      '“{file}” could not be read, so the position and private data in it could not be removed. Take or export it again.',
    ],
  ),
};

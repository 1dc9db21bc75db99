// The rules of recognition in the reader's words. The keys come from the library; one it adds later is shown by its key.
import type { Message, Say } from '../language/words.ts';

const reasons: Readonly<Record<string, Message>> = {
  // Why it is a task.
  'table-row': 'một hàng của bảng phân công',
  'numbered-fields': 'mục có đánh số, kèm đơn vị thực hiện và thời gian',
  'agency-heading': 'nằm dưới tên cơ quan được giao',
  'lead-in': 'nằm dưới câu giao việc',
  'work-list': 'nằm trong danh sách công việc',
  article: 'điều khoản giao việc',
  // Why it is the lead or a coordinating agency.
  'table-column': 'ghi ở cột của bảng',
  field: 'ghi ở dòng cơ quan thực hiện',
  heading: 'ghi ở đầu mục',
  assigned: 'được giao trong câu',
  subject: 'là chủ ngữ của câu',
  coordination: 'đứng sau “phối hợp với”',
  coordinates: 'câu nói cơ quan này phối hợp',
  // Why it is the deadline.
  sentence: 'ghi trong câu',
  'time-field': 'ghi ở dòng hoặc cột thời gian',
  // Why it is a field of the document.
  'number-line': 'dòng “Số: …” ở đầu văn bản',
  'date-line': 'dòng địa danh và ngày tháng',
  'type-line': 'dòng tên loại văn bản',
  'title-lines': 'dòng trích yếu dưới tên loại',
  letterhead: 'phần đầu văn bản, bên trái',
  'issuer-line': 'dòng nêu thẩm quyền ban hành',
  'opening-sentence': 'câu mở đầu của văn bản',
  'attached-reference': 'dòng “Kèm theo …” dưới tên văn bản',
  signature: 'phần ký tên',
};

/** Why something was read as it was. */
export function reasonWords(reason: string, say: Say): string {
  const known = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return known ? say(known) : say('theo quy tắc “{reason}”', { reason });
}

// Notices in the reader's language, made when somebody reads them. Values are in braces; a missing one leaves its place empty.
import type { Locale } from '../http/locale.ts';
import type { Kind } from './kinds.ts';

export type Values = Readonly<Record<string, string | number | null>>;

interface Words {
  /** The kind, as in a list of what one wishes to be told. */
  readonly name: readonly [vi: string, en: string];
  readonly title: readonly [vi: string, en: string];
}

const words: Readonly<Record<Kind, Words>> = {
  'handed-down': {
    name: ['Nhiệm vụ mới được giao', 'New duties'],
    title: ['{unit} được giao {n} nhiệm vụ: {text}', '{unit} was given {n} duties: {text}'],
  },
  changed: {
    name: ['Nhiệm vụ được điều chỉnh hoặc thôi giao', 'Duties changed or cancelled'],
    title: [
      'Kế hoạch được sửa đổi, {n} nhiệm vụ của {unit} thay đổi: {text}',
      'The plan was amended and {n} duties of {unit} changed: {text}',
    ],
  },
  due: {
    name: ['Nhắc trước hạn', 'Reminders before the due day'],
    title: ['{unit}: {n} việc đến hạn ngày {day}: {text}', '{unit}: {n} due on {day}: {text}'],
  },
  overdue: {
    name: ['Nhắc khi quá hạn', 'Reminders when overdue'],
    title: ['{unit}: {n} việc quá hạn từ ngày {day}: {text}', '{unit}: {n} overdue since {day}: {text}'],
  },
  stuck: {
    name: ['Việc của đơn vị cấp dưới không chuyển biến', 'Units below where nothing moves'],
    title: [
      '{unit} quá hạn {n} việc từ ngày {day} mà chưa chuyển biến: {text}',
      '{unit}: {n} overdue since {day} and nothing has moved: {text}',
    ],
  },
  urged: {
    name: ['Được đôn đốc', 'Being urged'],
    title: ['{from} đôn đốc {unit}: {text}', '{from} urges {unit}: {text}'],
  },
  'urging-answered': {
    name: ['Trả lời đôn đốc', 'Answers to urging'],
    title: ['{unit} trả lời đôn đốc: {text}', '{unit} answered an urging: {text}'],
  },
  reported: {
    name: ['Báo cáo hoàn thành chờ xác nhận', 'Reports waiting for confirmation'],
    title: ['{unit} báo cáo hoàn thành: {text}', '{unit} reported as done: {text}'],
  },
  confirmed: {
    name: ['Được xác nhận hoàn thành', 'Confirmed as done'],
    title: ['Đã xác nhận hoàn thành: {text}', 'Confirmed as done: {text}'],
  },
  returned: {
    name: ['Báo cáo bị trả lại', 'Reports sent back'],
    title: [
      'Báo cáo bị trả lại: {text}. Lý do: {reason}',
      'A report was sent back: {text}. Reason: {reason}',
    ],
  },
  'extension-asked': {
    name: ['Đề nghị gia hạn', 'Requests for more time'],
    title: ['{unit} đề nghị gia hạn đến {day}: {text}', '{unit} asks for time until {day}: {text}'],
  },
  'extension-decided': {
    name: ['Quyết định gia hạn', 'Decisions on more time'],
    title: ['Đề nghị gia hạn đã có quyết định: {text}', 'A request for more time was decided: {text}'],
  },
  'evidence-refused': {
    name: ['Tệp minh chứng bị từ chối', 'Files of evidence refused'],
    title: [
      'Một tệp minh chứng bị từ chối và đã hủy khi kiểm tra dấu chỉ độ mật: {text}',
      'A file of evidence was refused and destroyed when it was checked for marks of secrecy: {text}',
    ],
  },
  finding: {
    name: ['Kết luận kiểm tra', 'Findings of inspections'],
    title: ['Kiểm tra tại {unit}: {text}', 'Inspection at {unit}: {text}'],
  },
  'plan-submitted': {
    name: ['Kế hoạch trình phê duyệt', 'Plans submitted for approval'],
    title: ['{unit} trình phê duyệt kế hoạch: {text}', '{unit} submitted a plan: {text}'],
  },
  'plan-returned': {
    name: ['Kế hoạch bị trả lại', 'Plans returned'],
    title: ['Kế hoạch bị trả lại: {text}. Lý do: {reason}', 'A plan was returned: {text}. Reason: {reason}'],
  },
  'plan-approved': {
    name: ['Kế hoạch được phê duyệt', 'Plans approved'],
    title: ['Kế hoạch đã được phê duyệt: {text}', 'A plan was approved: {text}'],
  },
  'plan-issued': {
    name: ['Kế hoạch được ban hành', 'Plans issued'],
    title: ['{unit} ban hành: {text}', '{unit} issued: {text}'],
  },
  'outgoing-submitted': {
    name: ['Văn bản đi trình ký', 'Outgoing documents to sign'],
    title: ['{unit}: dự thảo trình ký: {text}', '{unit}: a draft to sign: {text}'],
  },
  'outgoing-returned': {
    name: ['Dự thảo bị trả lại', 'Drafts returned'],
    title: ['Dự thảo bị trả lại: {text}. Lý do: {reason}', 'A draft was returned: {text}. Reason: {reason}'],
  },
  'outgoing-signed': {
    name: ['Văn bản đi đã ký', 'Outgoing documents signed'],
    title: ['Đã ký, chờ cấp số: {text}', 'Signed, waiting for its number: {text}'],
  },
  'outgoing-issued': {
    name: ['Văn bản đi đã phát hành', 'Outgoing documents issued'],
    title: ['{unit} đã phát hành: {text}', '{unit} issued: {text}'],
  },
  'outgoing-sent': {
    name: ['Văn bản gửi đến đơn vị', 'Documents sent to the unit'],
    title: ['{unit} gửi đến: {text}', '{unit} sent: {text}'],
  },
  'outgoing-recalled': {
    name: ['Văn bản đã gửi bị thu hồi', 'Documents recalled'],
    title: ['{unit} thu hồi văn bản: {text}', '{unit} recalls: {text}'],
  },
  'outgoing-corrected': {
    name: ['Văn bản đã nhận được đính chính', 'Documents corrected'],
    title: [
      '{unit} đính chính bằng văn bản {number}: {text}',
      '{unit} corrects by document {number}: {text}',
    ],
  },
  'outgoing-replaced': {
    name: ['Văn bản đã nhận được thay thế', 'Documents replaced'],
    title: ['{unit} thay thế bằng văn bản {number}: {text}', '{unit} replaces by document {number}: {text}'],
  },
  'outgoing-failed': {
    name: ['Văn bản không gửi được', 'Documents that could not be sent'],
    title: ['Không gửi được đến {to}: {text}', 'It could not be sent to {to}: {text}'],
  },
  'report-called': {
    name: ['Có đợt báo cáo mới', 'Calls for reports'],
    title: [
      '{unit} cần gửi báo cáo trước hết ngày {day}: {text}',
      '{unit} has a report due on {day}: {text}',
    ],
  },
  'report-due': {
    name: ['Nhắc hạn gửi báo cáo', 'Reminders of reports'],
    title: ['{unit}: hạn gửi báo cáo là {day}: {text}', '{unit}: a report is due on {day}: {text}'],
  },
  'report-handed': {
    name: ['Báo cáo trình lãnh đạo ký gửi', 'Reports handed to the unit’s leader'],
    title: [
      '{by} trình lãnh đạo ký gửi báo cáo của {unit}, hạn {day}: {text}. {reason}',
      '{by} hands you the report of {unit} to be sent, due on {day}: {text}. {reason}',
    ],
  },
  'report-given-back': {
    name: ['Lãnh đạo trả lại báo cáo để hoàn thiện', 'Reports given back by the unit’s leader'],
    title: [
      'Lãnh đạo trả lại báo cáo của {unit} để hoàn thiện: {text}. Lý do: {reason}',
      'The leader gave the report of {unit} back: {text}. Reason: {reason}',
    ],
  },
  'report-signed': {
    name: ['Lãnh đạo đã ký gửi báo cáo', 'Reports sent by the unit’s leader'],
    title: ['Lãnh đạo đã ký gửi báo cáo của {unit}: {text}', 'The leader sent the report of {unit}: {text}'],
  },
  'report-submitted': {
    name: ['Báo cáo cấp dưới gửi lên', 'Reports sent by units below'],
    title: ['{unit} đã gửi báo cáo: {text}', '{unit} sent its report: {text}'],
  },
  'report-returned': {
    name: ['Báo cáo bị trả lại hoặc mở lại', 'Reports returned or opened again'],
    title: [
      'Báo cáo của {unit} được trả lại: {text}. Lý do: {reason}',
      'The report of {unit} was returned: {text}. Reason: {reason}',
    ],
  },
  'report-accepted': {
    name: ['Báo cáo được chấp nhận', 'Reports accepted'],
    title: ['Báo cáo của {unit} đã được chấp nhận: {text}', 'The report of {unit} was accepted: {text}'],
  },
  'report-approved': {
    name: ['Báo cáo được phê duyệt', 'Reports approved'],
    title: ['Báo cáo của {unit} đã được phê duyệt: {text}', 'The report of {unit} was approved: {text}'],
  },
  'report-changed': {
    name: ['Yêu cầu báo cáo được gia hạn, miễn', 'Reports excused or given more time'],
    title: [
      'Yêu cầu báo cáo của {unit} thay đổi: {text}. {reason}',
      'What {unit} has to report changed: {text}. {reason}',
    ],
  },
};

/** ISO dates as "05/3/2026", or "5 Mar 2026". */
function dated(value: string | number | null, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value ?? ''));
  if (!match) return String(value ?? '');
  const [, year = '', month = '', day = ''] = match;
  const named = new Date(Date.UTC(2000, Number(month) - 1, 1));
  return locale === 'vi'
    ? `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
    : `${Number(day)} ${named.toLocaleString('en', { month: 'short', timeZone: 'UTC' })} ${year}`;
}

const side = (locale: Locale) => (locale === 'vi' ? 0 : 1);

export const kindName = (kind: Kind, locale: Locale): string => words[kind].name[side(locale)];

export function titleOf(kind: Kind, values: Values, locale: Locale): string {
  const template = words[kind].title[side(locale)];
  return template
    .replace(/\{(\w+)\}/g, (_, name: string) => dated(values[name] ?? '', locale))
    .replace(/[\s:]+$/, '');
}

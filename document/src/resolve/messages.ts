// Why an agency or a citation was matched as it was, in the reader's words.
import type { Message } from '../messages.ts';

export const resolveMessages = {
  'resolve-name': { vi: 'Trùng tên “{unit}”', en: 'Same name as “{unit}”' },
  'resolve-alias': {
    vi: 'Trùng tên gọi khác “{alias}” của {unit}',
    en: '“{alias}” is another name of {unit}',
  },
  'resolve-abbreviation': { vi: '“{alias}” là viết tắt của {unit}', en: '“{alias}” abbreviates {unit}' },
  'resolve-context': {
    vi: '“{alias}” trong văn bản của {issuer} là {unit}',
    en: '“{alias}” in a document of {issuer} is {unit}',
  },
  'resolve-person': {
    vi: 'Chức danh “{alias}” là của {unit}',
    en: '“{alias}” is a position in {unit}',
  },
  'resolve-only-province': {
    vi: '“{alias}” là {unit}, vì danh bạ chỉ có một tỉnh',
    en: '“{alias}” is {unit}, since the register holds one province only',
  },
  'resolve-ended': {
    vi: '{unit} đã kết thúc hoạt động sau ngày {to}, trước ngày của văn bản',
    en: '{unit} ended after {to}, before the date of the document',
  },
  'resolve-not-yet': {
    vi: '{unit} chỉ có từ ngày {from}, sau ngày của văn bản',
    en: '{unit} exists only since {from}, after the date of the document',
  },
  'resolve-successor': { vi: 'Kế thừa nhiệm vụ của {unit}', en: 'Took over the work of {unit}' },
  'resolve-ambiguous': {
    vi: '“{alias}” có thể là nhiều đơn vị; hãy chọn',
    en: '“{alias}” may be several units; choose one',
  },
  'resolve-similar': { vi: 'Tên gần giống “{unit}”', en: 'Similar to “{unit}”' },
  'resolve-collective': {
    vi: 'Tên gọi chung, gồm {count} đơn vị có vào ngày {on}',
    en: 'A collective name: {count} units that existed on {on}',
  },
  'resolve-collective-undated': {
    vi: 'Tên gọi chung, gồm {count} đơn vị (văn bản không ghi ngày)',
    en: 'A collective name: {count} units (the document bears no date)',
  },
  'resolve-collective-some': {
    vi: 'Tên gọi chung, chỉ một số trong {count} đơn vị; hãy chọn đơn vị liên quan',
    en: 'A collective name that means some of {count} units; choose those concerned',
  },
  'resolve-collective-open': {
    vi: 'Tên gọi chung không xác định đơn vị cụ thể',
    en: 'A collective name that means no definite units',
  },
  'resolve-elsewhere': {
    vi: 'Văn bản của nơi khác ({issuer}); danh bạ không có đơn vị “{alias}” ở đó',
    en: 'A document from elsewhere ({issuer}); the register holds no “{alias}” there',
  },
  'resolve-none': {
    vi: 'Danh bạ không có đơn vị nào tên “{alias}”',
    en: 'The register holds no unit named “{alias}”',
  },
  'resolve-citation': { vi: 'Trùng số, ký hiệu và ngày ban hành', en: 'Same number, symbol and date' },
  'resolve-citation-number': {
    vi: 'Trùng số và ký hiệu; viện dẫn không ghi đủ ngày hoặc cơ quan ban hành',
    en: 'Same number and symbol; the citation lacks the date or the issuer',
  },
  'resolve-citation-near': {
    vi: 'Gần trùng, khác ở: {fields}',
    en: 'Nearly the same, but for: {fields}',
  },
  'resolve-citation-none': { vi: 'Chưa có văn bản này trong hệ thống', en: 'This document is not held' },
} satisfies Readonly<Record<string, Message>>;

// What the check can say of a document, as an official would: what is wrong, and what to do.
import type { Message } from '../messages.ts';

export const checkMessages = {
  'citation-date-conflict': {
    vi: 'Văn bản số {number} được viện dẫn đề ngày {said}, nhưng {against} {held} ({where}). Hãy đối chiếu bản gốc và sửa cho thống nhất.',
    en: 'No. {number} is cited as dated {said}, but {against} {held} ({where}). Compare with the original and correct it.',
  },
  'against-issued': { vi: 'văn bản này ban hành ngày', en: 'it was issued on' },
  'against-cited': { vi: 'chỗ khác trong văn bản lại đề ngày', en: 'elsewhere in the text it is dated' },
  'citation-issuer-conflict': {
    vi: 'Văn bản số {number} được ghi là của {said}, nhưng ký hiệu {where} là của {held}. Hãy kiểm tra lại tên cơ quan ban hành.',
    en: 'No. {number} is said to be issued by {said}, but the symbol {where} is that of {held}. Check the issuing agency.',
  },
  'citation-issuer-disagrees': {
    vi: 'Văn bản số {number} được ghi là của {said}, nhưng nơi khác ghi là của {held}. Hãy đối chiếu bản gốc và sửa cho thống nhất.',
    en: 'No. {number} is said to be issued by {said}, elsewhere by {held}. Compare with the original and correct it.',
  },
  'number-year-conflict': {
    vi: 'Số {number} mang năm {year} nhưng ngày ban hành ghi là {date}. Hãy kiểm tra lại số hoặc ngày.',
    en: 'No. {number} bears the year {year} but is dated {date}. Check the number or the date.',
  },
  'basis-expired': {
    vi: 'Căn cứ {number} hết hiệu lực sau ngày {to}, trước ngày ban hành văn bản này ({on}). Hãy thay căn cứ.',
    en: 'Legal basis {number} was in force until {to} only, before this document was issued ({on}). Replace the basis.',
  },
  'basis-replaced': {
    vi: 'Căn cứ {number} hết hiệu lực sau ngày {to}, trước ngày ban hành văn bản này ({on}); đã được thay bằng {replacedBy}. Hãy thay căn cứ.',
    en: 'Legal basis {number} was in force until {to} only, before this document was issued ({on}); {replacedBy} replaced it. Replace the basis.',
  },
  'basis-not-yet-in-force': {
    vi: 'Căn cứ {number} chỉ có hiệu lực từ ngày {from}, sau ngày ban hành văn bản này ({on}). Hãy kiểm tra lại.',
    en: 'Legal basis {number} comes into force on {from}, after this document was issued ({on}). Check it.',
  },
  'basis-programme-over': {
    vi: 'Căn cứ {number} là chương trình giai đoạn {first} - {last}, đã qua khi văn bản này ban hành ({on}). Hãy xem có văn bản cho giai đoạn mới.',
    en: 'Legal basis {number} is a programme of {first}-{last}, which was over when this document was issued ({on}). See whether a newer one applies.',
  },
  'citation-after-document': {
    vi: 'Văn bản số {number} ghi ngày {date}, sau ngày ban hành văn bản này ({on}). Hãy kiểm tra lại ngày.',
    en: 'No. {number} is dated {date}, later than this document itself ({on}). Check the dates.',
  },
  'weekend-date': {
    vi: 'Ngày ban hành {date} rơi vào cuối tuần. Hãy kiểm tra lại ngày ghi trên văn bản.',
    en: 'The date of issue {date} falls on a weekend. Check the date on the document.',
  },
  'citation-weekend-date': {
    vi: 'Văn bản số {number} được viện dẫn ngày {date}, rơi vào cuối tuần. Hãy đối chiếu ngày với bản gốc.',
    en: 'No. {number} is cited with the date {date}, which falls on a weekend. Compare the date with the original.',
  },
  'impossible-date': {
    vi: 'Không có ngày {date} trong lịch. Hãy sửa lại ngày, tháng.',
    en: 'There is no {date} in the calendar. Correct the day or month.',
  },
  'duplicate-number': {
    vi: 'Có hai mục cùng đánh số “{label}” ở cùng một cấp, trong phần “{under}”. Hãy đánh số lại.',
    en: 'Two items of the same level under “{under}” bear the number “{label}”. Renumber them.',
  },
  'skipped-number': {
    vi: 'Đánh số nhảy từ “{before}” sang “{label}” trong phần “{under}”. Hãy kiểm tra mục bị thiếu hoặc đánh số lại.',
    en: 'Numbering jumps from “{before}” to “{label}” under “{under}”. Look for a missing item or renumber.',
  },
  'doubled-words': {
    vi: 'Lặp từ: “{words}” viết hai lần liền nhau. Hãy xóa phần thừa.',
    en: 'Doubled words: “{words}” stands twice in a row. Strike one.',
  },
  'missing-letterhead': {
    vi: 'Tệp không có phần đầu văn bản (quốc hiệu, cơ quan ban hành, số, ký hiệu, ngày tháng). Nếu đây là bản sao chép, hãy bổ sung các thông tin này từ bản gốc.',
    en: 'The file has no letterhead (national title, agency, number, date). If it is a copy, add them from the original.',
  },
  'missing-number': {
    vi: 'Văn bản chưa có số, ký hiệu. Hãy ghi số và ký hiệu (ví dụ 58/KH-UBND).',
    en: 'The document bears no number and symbol. Add them (as 58/KH-UBND).',
  },
  'missing-date': {
    vi: 'Văn bản chưa có ngày, tháng, năm ban hành đầy đủ. Hãy bổ sung.',
    en: 'The document bears no complete date of issue. Add it.',
  },
  'missing-issuer': {
    vi: 'Không thấy tên cơ quan ban hành. Hãy bổ sung ở góc trên bên trái.',
    en: 'The name of the issuing agency is missing. Add it at the top left.',
  },
  'missing-title': {
    vi: 'Văn bản chưa có trích yếu nội dung. Hãy bổ sung dưới tên loại văn bản.',
    en: 'The document has no title of its content. Add it below the type.',
  },
  'missing-signer': {
    vi: 'Không thấy chức vụ và họ tên người ký. Hãy bổ sung.',
    en: 'The name and position of the signer are missing. Add them.',
  },
  'missing-recipients': {
    vi: 'Không thấy mục “Nơi nhận”. Hãy bổ sung nơi nhận và nơi lưu.',
    en: 'The list of recipients (“Nơi nhận”) is missing. Add it, with where the file copy is kept.',
  },
  'authority-without-position': {
    vi: 'Có “{authority}” nhưng không ghi chức vụ của người ký {name}. Hãy ghi chức vụ ngay dưới dòng quyền hạn.',
    en: '“{authority}” stands without the position of the signer {name}. Write the position below it.',
  },
  'letter-without-subject': {
    vi: 'Công văn chưa có trích yếu “V/v …” dưới số, ký hiệu. Hãy bổ sung.',
    en: 'The letter has no subject (“V/v …”) below its number. Add it.',
  },
  'symbol-type-conflict': {
    vi: 'Ký hiệu “{number}” là của {symbolType}, nhưng văn bản là {type}. Hãy sửa ký hiệu hoặc tên loại.',
    en: 'The symbol “{number}” is that of {symbolType}, but the document is {type}. Correct the symbol or the type.',
  },
  'symbol-misspelt': {
    vi: 'Chữ viết tắt “{wrong}” trong số “{number}” không đúng; đúng là “{right}”. Hãy sửa ký hiệu.',
    en: 'The abbreviation “{wrong}” in “{number}” is misspelt; it should be “{right}”. Correct the symbol.',
  },
  'task-without-lead': {
    vi: 'Nhiệm vụ này chưa ghi cơ quan chủ trì. Hãy xác định cơ quan chịu trách nhiệm.',
    en: 'This task names no lead agency. Say who is responsible.',
  },
  'task-without-due': {
    vi: 'Nhiệm vụ này chưa ghi thời hạn. Hãy xác định thời gian hoàn thành hoặc định kỳ thực hiện.',
    en: 'This task states no time. Say when it is due or how often it recurs.',
  },
  'more-of-the-same': {
    vi: 'Còn {count} chỗ khác cùng loại “{code}”, không liệt kê hết.',
    en: '{count} more findings of the kind “{code}” are not listed.',
  },
} satisfies Readonly<Record<string, Message>>;

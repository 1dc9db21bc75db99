import type { Words } from '../words-type.ts';

const state = ['Chưa làm được việc này', 'This cannot be done now'] as const;
const sending = ['Chưa gửi được', 'It cannot be sent'] as const;
const stateWords = ['Văn bản đang ở bước “{status}”.', 'The document is at “{status}”.'] as const;

export const problems: Readonly<Record<string, Words>> = {
  'no-outgoing': {
    title: ['Không có văn bản này', 'There is no such document'],
    detail: ['Văn bản đi số {id} không có.', 'Outgoing document {id} does not exist.'],
  },
  'outgoing-wrong-state': { title: state, detail: stateWords },
  'outgoing-not-yours': {
    title: ['Không có quyền', 'Not allowed'],
    detail: ['Chỉ người đã trình mới được rút lại dự thảo.', 'Only who submitted it may take it back.'],
  },
  'outgoing-secret': {
    title: ['Không nhận văn bản mật', 'No secret documents'],
    detail: [
      'Nội dung mang dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT). Không soạn thảo, lưu văn bản mật trên hệ thống này; không có gì được lưu lại.',
      'The text bears a mark of secrecy (MẬT, TỐI MẬT or TUYỆT MẬT). Secret documents are not drawn up or kept in this system; nothing was kept.',
    ],
  },
  'outgoing-reason': {
    title: ['Thiếu lý do', 'A reason is missing'],
    detail: [
      'Hãy ghi rõ lý do để người soạn thảo sửa.',
      'Say why, so that those who drew it up can mend it.',
    ],
  },
  'outgoing-form': {
    title: ['Dự thảo chưa đúng thể thức', 'The form of the draft is not right'],
    detail: [
      'Còn {count} lỗi phải sửa trước khi trình: {first}',
      '{count} errors must be mended before it is submitted: {first}',
    ],
  },
  'outgoing-no-type': {
    title: ['Chưa chọn loại văn bản', 'No type of document'],
    detail: [
      '“{type}” không phải chữ viết tắt tên loại của Phụ lục III, Nghị định 30/2020/NĐ-CP.',
      '“{type}” is no abbreviation of a document type of Annex III, Decree 30/2020.',
    ],
  },
  'outgoing-several-sources': {
    title: ['Chọn một nguồn', 'Choose one source'],
    detail: [
      'Dự thảo chỉ lập từ một nguồn: kế hoạch, báo cáo, văn bản đã nhập hoặc văn bản đi khác.',
      'A draft is drawn up from one source: a plan, a report, a document read in, or another outgoing one.',
    ],
  },
  'outgoing-source-text': {
    title: ['Chưa lập được dự thảo', 'The draft cannot be made'],
    detail: [
      'Văn bản nguồn chưa được đọc xong hoặc đã bị rút.',
      'The document it should come from has not been read yet, or was withdrawn.',
    ],
  },
  'outgoing-signer-post': {
    title: ['Quyền hạn, chức vụ không khớp người ký', 'The lines of authority are not the signer’s'],
    detail: [
      'Văn bản ghi “{printed}”, chức vụ của {name} là “{post}”. Hãy ghi đúng quyền hạn, chức vụ, hoặc xác nhận giữ nguyên.',
      'The document says “{printed}”, but the post of {name} is “{post}”. Set the authority and position right, or confirm that they stay.',
    ],
  },
  'outgoing-same-type': {
    title: ['Phải cùng loại văn bản', 'It must be of the same type'],
    detail: [
      'Văn bản sai về nội dung được thay thế bằng văn bản cùng loại ({type}), theo Điều 17 Nghị định 30/2020/NĐ-CP.',
      'A document wrong in content is replaced by one of the same type ({type}), by Article 17 of Decree 30/2020.',
    ],
  },
  'outgoing-letter-type': {
    title: ['Phải là công văn', 'It must be a letter'],
    detail: [
      'Sai sót về thể thức được đính chính bằng công văn, không đổi sang loại khác.',
      'Errors of form are corrected by a letter (công văn); its type does not change.',
    ],
  },
  'outgoing-replaced-already': {
    title: state,
    detail: [
      'Văn bản {number} đã được thay thế bằng {by}. Nếu còn sai sót, hãy đính chính hoặc thay thế văn bản {by}.',
      'Document {number} was replaced by {by}. If something is still wrong, correct or replace {by}.',
    ],
  },
  'outgoing-replacement-begun': {
    title: state,
    detail: [
      'Đã có dự thảo thay thế văn bản {number}: “{by}”. Hãy làm tiếp dự thảo đó, hoặc xóa nó trước.',
      'A draft to replace document {number} has been begun: “{by}”. Go on with it, or remove it first.',
    ],
  },
  'outgoing-corrects-recalled': {
    title: state,
    detail: [
      'Văn bản {number} đã bị thu hồi nên không còn đính chính. Hãy trả lại dự thảo này; nếu cần, lập văn bản thay thế.',
      'Document {number} was recalled and needs no correction any more. Return this draft; draw up a replacement if there must be one.',
    ],
  },
  'outgoing-picture': {
    title: ['Ảnh chữ ký không dùng được', 'The picture of the signature cannot be used'],
    detail: [
      'Ảnh chữ ký phải là PNG, không quá 300 kB và 3.000 điểm ảnh mỗi chiều.',
      'The picture must be a PNG of at most 300 kB and 3,000 pixels a side.',
    ],
  },
  'outgoing-no-signer': {
    title: ['Chưa rõ người ký', 'No signer'],
    detail: [
      'Dự thảo chưa ghi họ tên người ký. Hãy ghi họ tên, không kèm học hàm, học vị.',
      'The draft does not name its signer. Give the name, without titles.',
    ],
  },
  'outgoing-too-much': {
    title: ['Chưa tạo được tệp', 'The files could not be made'],
    detail: [
      'Văn bản quá dài hoặc quá phức tạp, không tạo được tệp trong 60 giây; không có gì bị thay đổi. Hãy tách bớt phụ lục.',
      'The document is too long or too intricate to be made within 60 seconds; nothing was changed. Part its annexes.',
    ],
  },
  'outgoing-unprintable': {
    title: ['Chưa tạo được tệp', 'The files could not be made'],
    detail: ['Văn bản chưa phát hành: {why}', 'The document was not issued: {why}'],
  },
  'outgoing-receiver-twice': {
    title: sending,
    detail: ['“{name}” đã có trong danh sách gửi.', '“{name}” is among the receivers already.'],
  },
  'outgoing-no-receiver': {
    title: ['Không có nơi nhận này', 'There is no such receiver'],
    detail: ['Nơi nhận số {id} không có.', 'Receiver {id} does not exist.'],
  },
  'outgoing-no-mail': {
    title: sending,
    detail: [
      'Máy chủ chưa được đặt máy chủ thư, nên chưa gửi được thư điện tử. Hãy hỏi người quản trị.',
      'No mail server is set up, so nothing can be sent by e-mail. Ask your administrator.',
    ],
  },
  'outgoing-no-code': {
    title: sending,
    detail: [
      'Cơ quan ban hành chưa có mã định danh (Quyết định 20/2020/QĐ-TTg). Hãy ghi mã ở danh mục đơn vị.',
      'The issuing agency has no agency identifier (Decision 20/2020). Put it into the register of units.',
    ],
  },
  'outgoing-no-peer': {
    title: sending,
    detail: [
      'Hệ thống nhận không có hoặc đã ngừng dùng.',
      'The receiving system does not exist or is turned off.',
    ],
  },
  'outgoing-own-unit': {
    title: sending,
    detail: ['Không gửi cho chính cơ quan ban hành.', 'It is not sent to the issuing agency itself.'],
  },
  'no-comment': {
    title: ['Không có góp ý này', 'There is no such comment'],
    detail: ['Góp ý số {id} không có hoặc đã xử lý.', 'Comment {id} does not exist or was settled.'],
  },
  'no-draft': {
    title: ['Không có bản dự thảo này', 'There is no such draft'],
    detail: ['Không có bản dự thảo thứ {no}.', 'There is no draft {no}.'],
  },
  'no-outgoing-file': {
    title: ['Chưa có tệp', 'There is no file yet'],
    detail: [
      'Văn bản chưa phát hành nên chưa có tệp chính thức; hãy xem bản xem trước.',
      'The document is not issued, so there is no official file yet; look at the preview.',
    ],
  },
};

// The department's letter that urges the yearly reports.
import { paragraph, type Sample } from './model.ts';

export const letter: Sample = {
  file: '05-cong-van-2466-don-doc-bao-cao.docx',
  agency: ['UBND TỈNH SÔNG THAO', 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'],
  number: 'Số: 2466/SVHTTDL-TTĐN',
  place: 'Sông Thao',
  date: 'ngày 03 tháng 11 năm 2026',
  about: 'V/v đôn đốc báo cáo kết quả công tác thông tin đối ngoại năm 2026',
  addressees: ['Các sở, ban, ngành của tỉnh;', 'Ủy ban nhân dân các xã, phường.'],
  blocks: [
    paragraph(
      'Thực hiện Kế hoạch số 27/KH-UBND ngày 09/02/2026 của Ủy ban nhân dân tỉnh về công tác thông tin đối ngoại tỉnh Sông Thao năm 2026, đến ngày 30/10/2026 Sở Văn hóa, Thể thao và Du lịch mới nhận được báo cáo của 09/41 cơ quan, địa phương. Để kịp tổng hợp, báo cáo Ủy ban nhân dân tỉnh, Sở Văn hóa, Thể thao và Du lịch đề nghị các cơ quan, địa phương:',
    ),
    paragraph(
      '1. Báo cáo kết quả thực hiện từng nhiệm vụ được giao, kèm minh chứng và số liệu đến hết ngày 31/10/2026; gửi về Sở Văn hóa, Thể thao và Du lịch trước ngày 20/11/2026.',
    ),
    paragraph(
      '2. Rà soát các nhiệm vụ quá hạn, nêu rõ nguyên nhân, thời gian hoàn thành; gửi cùng báo cáo năm.',
    ),
    paragraph(
      '3. Đề xuất nhiệm vụ, dự toán kinh phí năm 2027 theo Quyết định số 2315/QĐ-UBND ngày 12/11/2025 của Ủy ban nhân dân tỉnh, gửi Sở Tài chính và Sở Văn hóa, Thể thao và Du lịch trước ngày 27/11/2026.',
    ),
    paragraph(
      '4. Sở Ngoại vụ tổng hợp danh sách các đoàn phóng viên nước ngoài đã đón trong năm, cung cấp cho Sở Văn hóa, Thể thao và Du lịch trước ngày 16/11/2026.',
    ),
    paragraph('Rất mong nhận được sự phối hợp của các cơ quan, địa phương./.'),
  ],
  recipients: ['Như trên;', 'UBND tỉnh (để b/c);', 'Giám đốc Sở (để b/c);', 'Lưu: VT, TTĐN.'],
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Mai Thế Vinh',
};

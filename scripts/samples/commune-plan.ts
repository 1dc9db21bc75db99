// A commune's plan derived from the province's; it cites the decision of 2025 with a wrong date, as happens.
import { basis, bold, cell, dash, heading, number, paragraph, type Sample, section, title } from './model.ts';

const culture = 'Phòng Văn hóa - Xã hội';

export const communePlan: Sample = {
  file: '03-ke-hoach-19-xa-muong-phang-lai-2026.docx',
  agency: ['ỦY BAN NHÂN DÂN', 'XÃ MƯỜNG PHĂNG LAI'],
  number: 'Số: 19/KH-UBND',
  place: 'Mường Phăng Lai',
  date: 'ngày 19 tháng 3 năm 2026',
  blocks: [
    title('KẾ HOẠCH', 'Công tác thông tin đối ngoại và quảng bá du lịch xã Mường Phăng Lai năm 2026'),
    basis(
      'Thực hiện Kế hoạch số 27/KH-UBND ngày 09/02/2026 của Ủy ban nhân dân tỉnh về công tác thông tin đối ngoại tỉnh Sông Thao năm 2026; Quyết định số 2315/QĐ-UBND ngày 21/11/2025 của Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thông tin đối ngoại giai đoạn 2026 - 2030,',
    ),
    paragraph('Ủy ban nhân dân xã Mường Phăng Lai ban hành Kế hoạch như sau:'),
    section('I. MỤC ĐÍCH, YÊU CẦU'),
    paragraph('1. Đưa hình ảnh bản làng, con người Mường Phăng Lai đến với du khách trong và ngoài nước.'),
    paragraph('2. Việc làm cụ thể, vừa sức, huy động được Nhân dân cùng tham gia.'),
    section('II. CHỈ TIÊU'),
    dash('100% bản có tổ truyền thông cộng đồng;'),
    dash('Đón 12.000 lượt khách trong năm 2026, trong đó có 1.500 lượt khách nước ngoài.'),
    section('III. NHIỆM VỤ'),
    {
      kind: 'table',
      table: {
        widths: [7, 38, 20, 19, 16],
        head: [
          [
            bold('STT'),
            bold('Nội dung công việc'),
            bold('Đơn vị chủ trì'),
            bold('Đơn vị phối hợp'),
            bold('Thời gian'),
          ],
        ],
        rows: [
          [
            number('1'),
            cell('Cử cán bộ đầu mối, lập tổ truyền thông cộng đồng tại các bản'),
            cell(culture, 3),
            cell('Các bản'),
            cell('Tháng 3/2026'),
          ],
          [
            number('2'),
            cell('Quay 05 đoạn phim ngắn về nghề dệt, ẩm thực, lễ hội Xên bản'),
            cell('Đoàn Thanh niên xã'),
            cell('Quý II/2026'),
          ],
          [
            number('3'),
            cell('Đón đoàn báo chí quốc tế khảo sát điểm du lịch cộng đồng bản Nà Pon'),
            cell('Công an xã; Trạm Y tế xã'),
            cell('Tháng 5/2026'),
          ],
          [
            number('4'),
            cell('Hướng dẫn khai báo tạm trú cho khách nước ngoài'),
            cell('Công an xã'),
            cell('Chủ các cơ sở lưu trú'),
            cell('Thường xuyên'),
          ],
          [
            number('5'),
            cell('Dán nhãn song ngữ cho 08 sản phẩm OCOP'),
            cell('Phòng Kinh tế'),
            cell('Hội Nông dân xã'),
            cell('Trước 30/9/2026'),
          ],
          [
            number('6'),
            cell('Cập nhật trang thông tin điện tử của xã'),
            cell('Văn phòng HĐND và UBND xã'),
            cell(culture),
            cell('Hằng tuần'),
          ],
        ],
      },
    },
    section('IV. KINH PHÍ'),
    paragraph('Từ dự toán chi thường xuyên năm 2026 của xã và đóng góp tự nguyện của các tổ chức, cá nhân.'),
    section('V. TỔ CHỨC THỰC HIỆN'),
    heading('1. Phòng Văn hóa - Xã hội'),
    dash('Theo dõi, đôn đốc các bộ phận, các bản thực hiện Kế hoạch.'),
    dash(
      'Tổng hợp kết quả, tham mưu báo cáo Ủy ban nhân dân tỉnh (qua Sở Văn hóa, Thể thao và Du lịch) trước ngày 20/11/2026.',
    ),
    paragraph('**2. Phòng Kinh tế:** Cân đối kinh phí, hướng dẫn thanh quyết toán theo quy định.'),
    paragraph(
      '**3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể:** Vận động hội viên gìn giữ cảnh quan, nếp sống văn minh khi đón khách.',
    ),
    paragraph(
      'Trên đây là Kế hoạch công tác thông tin đối ngoại và quảng bá du lịch xã Mường Phăng Lai năm 2026./.',
    ),
  ],
  recipients: [
    'UBND tỉnh (để b/c);',
    'Sở Văn hóa, Thể thao và Du lịch;',
    'Thường trực Đảng ủy, HĐND xã;',
    'Các phòng chuyên môn, các bản;',
    'Lưu: VT, VHXH.',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Lường Thị Hạnh',
};

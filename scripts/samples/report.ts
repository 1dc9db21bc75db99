// The provincial report on 2025, with figures in prose and the direction of 2026.
import { basis, heading, paragraph, type Sample, section, title } from './model.ts';

export const report: Sample = {
  file: '04-bao-cao-412-nam-2025.pdf',
  agency: ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG THAO'],
  number: 'Số: 412/BC-UBND',
  place: 'Sông Thao',
  date: 'ngày 28 tháng 11 năm 2025',
  blocks: [
    title('BÁO CÁO', 'Kết quả công tác thông tin đối ngoại năm 2025, phương hướng, nhiệm vụ năm 2026'),
    basis(
      'Thực hiện Công văn số 5046/BVHTTDL-TTCSĐN ngày 15/10/2025 của Bộ Văn hóa, Thể thao và Du lịch, Ủy ban nhân dân tỉnh Sông Thao báo cáo như sau:',
    ),
    section('I. KẾT QUẢ THỰC HIỆN NĂM 2025'),
    heading('1. Công tác lãnh đạo, chỉ đạo'),
    paragraph(
      'Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 33/KH-UBND ngày 14/02/2025 về công tác thông tin đối ngoại năm 2025 và Quyết định số 2315/QĐ-UBND ngày 12/11/2025 ban hành Kế hoạch giai đoạn 2026 - 2030. Đến nay, 22/24 xã, phường đã xây dựng kế hoạch; toàn tỉnh có 71 cán bộ đầu mối.',
    ),
    heading('2. Thông tin trên báo chí và nền tảng số'),
    paragraph(
      'Báo và Phát thanh, Truyền hình Sông Thao đăng, phát trên 1.240 tin, bài bằng tiếng Việt và 186 tin, bài bằng tiếng Anh; chuyên mục “Bên dòng sông Thao” phát sóng 24 số. Cổng thông tin đối ngoại của tỉnh có 48.500 lượt truy cập từ 37 quốc gia, tăng 18,6% so với năm 2024. Kênh chính thức của tỉnh trên các nền tảng mạng xã hội đăng tải 212 nội dung, đạt hơn 1,3 triệu lượt xem.',
    ),
    heading('3. Tiếp đón phóng viên, đoàn khách quốc tế'),
    paragraph(
      'Trong năm, tỉnh đón 14 đoàn với 61 lượt phóng viên của 9 nước, tăng 3 đoàn so với năm 2024; tổ chức 05 cuộc gặp gỡ báo chí và 02 chương trình giới thiệu môi trường đầu tư. Ủy ban nhân dân tỉnh tiếp 33 đoàn khách quốc tế với gần 400 lượt khách.',
    ),
    heading('4. Xuất bản phẩm, sự kiện văn hóa'),
    paragraph(
      'Xuất bản 02 ấn phẩm song ngữ với 4.500 bản; tổ chức 06 cuộc triển lãm ảnh lưu động tại các xã biên giới, thu hút khoảng 9.000 lượt người xem; đưa 03 đoàn nghệ thuật tham gia giao lưu tại nước bạn Lào.',
    ),
    heading('5. Đào tạo, bồi dưỡng'),
    paragraph(
      'Tổ chức 03 lớp tập huấn cho khoảng 180 lượt cán bộ, phóng viên; cử 11 cán bộ học tiếng Lào, 07 cán bộ học tiếng Trung.',
    ),
    heading('6. Xử lý thông tin sai lệch'),
    paragraph(
      'Phát hiện, xác minh 19 trường hợp thông tin sai lệch về tỉnh; ban hành 12 thông tin chính thức, đề nghị cải chính 07 bài; thời gian phản hồi trung bình 31 giờ.',
    ),
    section('II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'),
    paragraph(
      'Sản phẩm bằng tiếng nước ngoài còn ít, chưa có phiên bản tiếng Trung; kinh phí phân bổ chậm; nhân lực biết ngoại ngữ ở cơ sở còn thiếu, 02 xã chưa xây dựng kế hoạch.',
    ),
    section('III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026'),
    paragraph(
      '1. Tiếp tục thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ; ban hành kế hoạch năm 2026 trước ngày 15/02/2026.',
    ),
    paragraph(
      '2. Xây dựng phiên bản tiếng Trung của Cổng thông tin đối ngoại, đưa vào sử dụng trước ngày 30/9/2026.',
    ),
    paragraph('3. Tổ chức đoàn báo chí quốc tế khảo sát các điểm du lịch cộng đồng trong quý II năm 2026.'),
    paragraph(
      '4. Phối hợp với các cơ quan đại diện Việt Nam ở nước ngoài giới thiệu môi trường đầu tư của tỉnh.',
    ),
    section('IV. ĐỀ XUẤT, KIẾN NGHỊ'),
    paragraph(
      'Đề nghị Bộ Văn hóa, Thể thao và Du lịch hỗ trợ tài liệu tuyên truyền bằng tiếng nước ngoài, tập huấn chuyên sâu cho cán bộ cấp xã.',
    ),
    paragraph(
      'Trên đây là Báo cáo kết quả công tác thông tin đối ngoại năm 2025, phương hướng, nhiệm vụ năm 2026 của tỉnh Sông Thao./.',
    ),
  ],
  recipients: [
    'Bộ Văn hóa, Thể thao và Du lịch (để b/c);',
    'Thường trực Tỉnh ủy (để b/c);',
    'Thường trực HĐND tỉnh;',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
    'Sở Văn hóa, Thể thao và Du lịch;',
    'Lưu: VT, KGVX.',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Lê Thị Mai Hiên',
};

// Plans in our own words for the tests: an invented province, invented numbers.

export interface PlanOptions {
  readonly number?: string;
  readonly title?: string;
  readonly tasks?: readonly string[];
  readonly date?: string;
}

export const usualTasks = [
  '1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Ngoại vụ tổ chức hội nghị quảng bá du lịch trước ngày 15/11/2026.',
  '2. Sở Tài chính tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí thực hiện Kế hoạch trong Quý II năm 2026.',
  '3. Công an tỉnh nắm tình hình, bảo đảm an ninh cho các đoàn phóng viên nước ngoài đến tác nghiệp.',
];

export function plan({
  number = '58/KH-UBND',
  title = 'Công tác thông tin đối ngoại tỉnh Sông Thao năm 2026',
  tasks = usualTasks,
  date = 'ngày 10 tháng 02 năm 2026',
}: PlanOptions = {}): string {
  return `ỦY BAN NHÂN DÂN
TỈNH SÔNG THAO

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}

Sông Thao, ${date}

KẾ HOẠCH
${title}

Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

Giới thiệu hình ảnh tỉnh Sông Thao với bạn bè quốc tế.

II. TỔ CHỨC THỰC HIỆN

${tasks.join('\n\n')}

Nơi nhận:
- Như trên;
- Lưu: VT, VX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Mẫu
`;
}

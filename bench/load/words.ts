// Sentences as plans have them, put together of a vocabulary of external-information work, so that searching finds something.
import { searchColumns } from '../../server/src/text/search.ts';

const verbs = [
  'Tổ chức', 'Xây dựng', 'Biên soạn', 'Phối hợp tổ chức', 'Tham mưu', 'Triển khai', 'Cập nhật', 'Duy trì', 'Mở lớp',
  'Sản xuất', 'Đón tiếp', 'Rà soát', 'Đăng tải', 'Tuyên truyền', 'Báo cáo kết quả', 'Theo dõi, tổng hợp',
]; // prettier-ignore
const objects = [
  'hội nghị quảng bá du lịch', 'chuyên mục thông tin đối ngoại', 'tập gấp giới thiệu tỉnh bằng tiếng Anh',
  'lớp bồi dưỡng nghiệp vụ thông tin đối ngoại', 'phóng sự về đời sống vùng biên giới', 'đoàn phóng viên nước ngoài',
  'cụm thông tin cơ sở tại cửa khẩu', 'chương trình giao lưu văn hóa hữu nghị', 'bản tin song ngữ', 'trang thông tin điện tử',
  'hoạt động bảo vệ nền tảng tư tưởng', 'tài liệu về chủ quyền biển, đảo', 'ngày hội văn hóa các dân tộc', 'triển lãm ảnh',
  'cuộc thi tìm hiểu biên giới quốc gia', 'công tác nhân quyền', 'thông tin về tình hình kinh tế - xã hội', 'phim tài liệu',
  'hợp tác với các địa phương kết nghĩa', 'công tác người Việt Nam ở nước ngoài', 'văn bản hướng dẫn', 'kinh phí thực hiện',
  'sản phẩm OCOP trên sàn thương mại điện tử', 'hệ thống truyền thanh thông minh', 'báo cáo định kỳ',
]; // prettier-ignore
const ends = [
  'nhân dịp các ngày lễ lớn', 'trên báo, đài của tỉnh', 'phục vụ kiều bào', 'theo chỉ đạo của cấp trên',
  'gắn với chuyển đổi số', 'tại khu vực biên giới', 'cho cán bộ, công chức', 'trên mạng xã hội', 'bằng tiếng Lào và tiếng Trung',
  'theo định kỳ',
]; // prettier-ignore

export interface Sentence {
  readonly no: number;
  readonly text: string;
  readonly search: string;
  readonly searchExact: string;
}

/** Every verb with every object and an end: some hundred, each as the register keeps it. */
export function sentences(): readonly Sentence[] {
  return verbs.flatMap((verb, v) =>
    objects.map((object, o) => {
      const text = `${verb} ${object} ${ends[(v + o) % ends.length]}`;
      return { no: v * objects.length + o, text, ...searchColumns([text]) };
    }),
  );
}

export const groups = [
  'Thông tin, tuyên truyền đối ngoại', 'Hợp tác quốc tế về thông tin', 'Bồi dưỡng nghiệp vụ', 'Thông tin biên giới, biển, đảo',
  'Sản phẩm truyền thông', 'Báo chí nước ngoài', 'Quản lý nhà nước', 'Kiểm tra, báo cáo',
]; // prettier-ignore

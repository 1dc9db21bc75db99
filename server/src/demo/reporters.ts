// Who reports in the invented province, and what kind of work each does. Pure.

export type Kind =
  | 'ward'
  | 'commune'
  | 'border'
  | 'department'
  | 'lead'
  | 'foreign'
  | 'press'
  | 'portal'
  | 'gate'
  | 'promotion'
  | 'friendship'
  | 'museum'
  | 'office';

/** Departments and others beside the communes; communes report by a rule, whichever there are. */
export const departments: readonly string[] = [
  'van-phong-uy-ban-nhan-dan-tinh',
  'so-noi-vu',
  'so-tai-chinh',
  'so-tu-phap',
  'so-cong-thuong',
  'so-xay-dung',
  'so-khoa-hoc-va-cong-nghe',
  'so-van-hoa-the-thao-va-du-lich',
  'so-giao-duc-va-dao-tao',
  'so-y-te',
  'so-ngoai-vu',
  'so-nong-nghiep-va-moi-truong',
  'so-dan-toc-va-ton-giao',
  'ban-quan-ly-khu-kinh-te-cua-khau',
  'bao-va-phat-thanh-truyen-hinh-song-thao',
  'cong-thong-tin-dien-tu-tinh',
  'trung-tam-xuc-tien-dau-tu-thuong-mai-va-du-lich-tinh',
  'lien-hiep-cac-to-chuc-huu-nghi-tinh',
  'bao-tang-tinh',
];

const special: Readonly<Record<string, Kind>> = {
  'so-van-hoa-the-thao-va-du-lich': 'lead',
  'so-ngoai-vu': 'foreign',
  'bao-va-phat-thanh-truyen-hinh-song-thao': 'press',
  'cong-thong-tin-dien-tu-tinh': 'portal',
  'ban-quan-ly-khu-kinh-te-cua-khau': 'gate',
  'trung-tam-xuc-tien-dau-tu-thuong-mai-va-du-lich-tinh': 'promotion',
  'lien-hiep-cac-to-chuc-huu-nghi-tinh': 'friendship',
  'bao-tang-tinh': 'museum',
  'van-phong-uy-ban-nhan-dan-tinh': 'office',
};

/** Communes on the border of the invented province. */
const onBorder: ReadonlySet<string> = new Set([
  'uy-ban-nhan-dan-xa-muong-phang-lai',
  'uy-ban-nhan-dan-xa-thuong-sa-pheo',
  'uy-ban-nhan-dan-xa-na-khoang-bac',
  'uy-ban-nhan-dan-xa-thac-sim-may',
  'uy-ban-nhan-dan-xa-deo-ngoc-lung',
]);

export function kindOf(key: string): Kind {
  const bare = key.replace(/^demo:/, '');
  const known = special[bare];
  if (known) return known;
  if (onBorder.has(bare)) return 'border';
  if (bare.startsWith('uy-ban-nhan-dan-phuong-')) return 'ward';
  return bare.startsWith('uy-ban-nhan-dan-xa-') ? 'commune' : 'department';
}

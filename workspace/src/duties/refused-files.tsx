import { useWords, type Message } from '../language/words.ts';
import { Notice } from '../ui/notice.tsx';
import type { Readied } from './add-files.ts';

const reasons: Readonly<Record<Readied['refused'][number]['why'], Message>> = {
  empty: '{name}: tệp rỗng, không có gì để gửi.',
  large: '{name}: lớn hơn 50 MB. Hãy gửi bằng đường dẫn.',
  unreadable: '{name}: trình duyệt không đọc được ảnh này. Hãy chọn ảnh JPEG hoặc PNG.',
};

export function RefusedFiles({ refused }: { refused: Readied['refused'] }) {
  const { say } = useWords();
  if (refused.length === 0) return null;
  return (
    <Notice tone="soon" role="alert">
      {refused.map(({ name, why }) => (
        <p key={name}>{say(reasons[why], { name })}</p>
      ))}
    </Notice>
  );
}

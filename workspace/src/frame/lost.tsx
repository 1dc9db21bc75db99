import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/notice.tsx';

export function Lost() {
  const { say } = useWords();
  return (
    <Empty
      alone
      title={say('Không có trang này')}
      actions={
        <Link to="/" className={buttonClass('action')}>
          {say('Về trang Tổng quan')}
        </Link>
      }
    >
      {say('Đường dẫn có thể đã cũ hoặc bị gõ sai.')}
    </Empty>
  );
}

// A screen reached by its address: shown to whose roles open it, else said that they do not.
import type { ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Empty, Waiting } from '../ui/notice.tsx';
import { useMay, useMe } from './me.ts';

export function Allowed({ action, children }: { action: string; children: ReactNode }) {
  const { say } = useWords();
  const me = useMe();
  const may = useMay();
  if (!me) return <Waiting />;
  if (may(action)) return children;
  return (
    <Empty alone title={say('Không có quyền')}>
      {say('Vai trò của bạn không mở màn hình này. Nếu cần, hãy hỏi người quản trị của đơn vị.')}
    </Empty>
  );
}

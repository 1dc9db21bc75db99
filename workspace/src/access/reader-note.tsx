// What somebody finds here who only looks: their role has no work of its own in the lists.
import { Link } from '@tanstack/react-router';
import { useWords, type Message } from '../language/words.ts';
import { Notice } from '../ui/notice.tsx';
import { useMe } from './me.ts';
import { roleWords, type Role } from './role-words.ts';

const notes: Readonly<Partial<Record<Role, Message>>> = {
  finance:
    'Bạn xem được nhiệm vụ, kế hoạch, việc và báo cáo của đơn vị và các đơn vị trực thuộc. Kinh phí của từng nhiệm vụ ghi ở trang của nhiệm vụ và của kế hoạch.',
  translator: 'Bạn xem được văn bản, nhiệm vụ, kế hoạch, việc và báo cáo của đơn vị.',
  observer: 'Bạn xem được mọi việc của đơn vị và các đơn vị trực thuộc, không sửa được gì.',
};

export function ReaderNote() {
  const { say } = useWords();
  const { roles = [] } = useMe() ?? {};
  const [held, ...others] = [...new Set(roles.map(({ role }) => role))];
  const note = held && others.length === 0 ? notes[held] : undefined;
  if (!held || !note) return null;
  return (
    <Notice title={say('Vai trò của bạn: {role}', { role: say(roleWords[held]) })}>
      {say(note)} <Link to="/ke-hoach">{say('Kế hoạch|nhiều')}</Link> ·{' '}
      <Link to="/nhiem-vu">{say('Nhiệm vụ|nhiều')}</Link> · <Link to="/bao-cao">{say('Báo cáo|nhiều')}</Link>{' '}
      · <Link to="/lich">{say('Lịch')}</Link>
    </Notice>
  );
}

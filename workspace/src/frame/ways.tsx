// The ways through the workspace: those that the reader's roles open, the rarer ones behind "Thêm".
import { Link, useRouter } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { Drop } from '../ui/drop.tsx';
import css from './frame.module.css';

interface Way {
  readonly to: string;
  readonly words: Message;
  /** Shown to who may do this somewhere. */
  readonly action?: string;
  /** Behind "Thêm" on a phone. */
  readonly wide?: boolean;
}

const first: readonly Way[] = [
  { to: '/', words: 'Tổng quan', action: 'overview.read' },
  { to: '/viec-cua-toi', words: 'Việc của tôi', action: 'duty.read' },
  { to: '/ke-hoach', words: 'Kế hoạch|nhiều', action: 'plan.read' },
  { to: '/nhiem-vu', words: 'Nhiệm vụ|nhiều', action: 'task.read', wide: true },
  { to: '/bao-cao', words: 'Báo cáo|nhiều', action: 'report.read' },
  { to: '/van-ban', words: 'Văn bản|nhiều', action: 'document.read', wide: true },
  { to: '/van-ban-di', words: 'Văn bản đi', action: 'outgoing.read', wide: true },
  { to: '/don-vi', words: 'Đơn vị|nhiều', action: 'unit.read', wide: true },
];

const work: readonly Way[] = [
  { to: '/tien-do', words: 'Tiến độ', action: 'duty.read' },
  { to: '/lich', words: 'Lịch', action: 'duty.read' },
  { to: '/don-doc', words: 'Đôn đốc', action: 'duty.read' },
  { to: '/bao-cao/dot', words: 'Đợt báo cáo|nhiều', action: 'report.call' },
  { to: '/kiem-tra', words: 'Kiểm tra', action: 'inspection.read' },
  { to: '/so-van-ban', words: 'Sổ văn bản đi', action: 'number.read' },
  { to: '/tai-len', words: 'Tải lên', action: 'document.upload' },
];

const house: readonly Way[] = [
  { to: '/quan-tri/nhac-viec', words: 'Nhắc việc', action: 'reminder.manage' },
  { to: '/quan-tri/nguoi-dung', words: 'Người dùng', action: 'person.edit' },
  { to: '/quan-tri/ma-truy-cap', words: 'Mã truy cập', action: 'token.manage' },
  { to: '/quan-tri/ket-noi', words: 'Kết nối', action: 'webhook.manage' },
  { to: '/quan-tri/lien-thong', words: 'Liên thông văn bản', action: 'peer.manage' },
  { to: '/quan-tri/ngay-nghi', words: 'Ngày nghỉ', action: 'regime.manage' },
  { to: '/quan-tri/nhat-ky', words: 'Nhật ký', action: 'audit.read' },
  { to: '/quan-tri/phan-quyen', words: 'Phân quyền', action: 'audit.read' },
];

/** Those of a list that the reader may go. */
function useOpen(): (ways: readonly Way[]) => readonly Way[] {
  const may = useMay();
  const { routesByPath } = useRouter();
  return (ways) =>
    ways.filter(({ to, action }) => Object.hasOwn(routesByPath, to) && (action === undefined || may(action)));
}

/** All that the reader may open, in the order of the frame. */
export function useOpenWays(): readonly Way[] {
  return useOpen()([...first, ...work, ...house]);
}

export function Ways() {
  const { say } = useWords();
  const open = useOpen();
  const [shown, more, admin] = [open(first), open(work), open(house)];
  if (shown.length === 0) return null;
  return (
    <nav aria-label={say('Điều hướng chính')} className={css['ways']}>
      {shown.map((way) => (
        <WayLink key={way.to} way={way} />
      ))}
      {more.length + admin.length > 0 ? (
        <Drop label={say('Thêm')} align="end" look="way">
          {(close) => (
            <div className={css['more']}>
              <More ways={shown.filter(({ wide }) => wide)} onlyPhone close={close} />
              <More ways={more} close={close} />
              <More ways={admin} title={say('Quản trị')} close={close} />
            </div>
          )}
        </Drop>
      ) : null}
    </nav>
  );
}

function WayLink({ way, onClick }: { way: Way; onClick?: () => void }) {
  const { say } = useWords();
  return (
    <Link
      to={way.to as '/'}
      className={way.wide && !onClick ? css['wideOnly'] : undefined}
      activeProps={{ 'aria-current': 'page' as const }}
      activeOptions={{ includeSearch: false, exact: way.to === '/' }}
      onClick={onClick}
    >
      {say(way.words)}
    </Link>
  );
}

interface MoreProps {
  readonly ways: readonly Way[];
  readonly title?: string;
  readonly onlyPhone?: boolean;
  readonly close: () => void;
}

function More({ ways, title, onlyPhone, close }: MoreProps) {
  if (ways.length === 0) return null;
  return (
    <>
      {title ? <p className={css['moreTitle']}>{title}</p> : null}
      <ul className={onlyPhone ? css['phoneOnly'] : undefined}>
        {ways.map((way) => (
          <li key={way.to}>
            <WayLink way={way} onClick={close} />
          </li>
        ))}
      </ul>
    </>
  );
}

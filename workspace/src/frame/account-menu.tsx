// Who is signed in, in which roles, and the way out.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMe } from '../access/me.ts';
import { roleWords } from '../access/role-words.ts';
import { setLocked } from '../accounts/presence.ts';
import { signOut } from '../accounts/requests.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import css from './account-menu.module.css';

export function AccountMenu() {
  const { say } = useWords();
  const me = useMe();
  const leave = useLeave();
  if (!me?.person) return null;
  const { name, post } = me.person;
  return (
    <Drop label={<Initials name={name} />} align="end" look="way">
      {(close) => (
        <div className={css['menu']}>
          <p className={css['name']} lang="vi">
            {name}
          </p>
          {post ? (
            <p className={css['post']} lang="vi">
              {post}
            </p>
          ) : null}
          <ul className={css['roles']}>
            {me.roles.map(({ role, unitId, unitName, deputy }) => (
              <li key={`${role}-${unitId}-${deputy}`}>
                {say(roleWords[role])}
                {deputy ? ` (${say('làm thay')})` : ''} · <span lang="vi">{unitName}</span>
              </li>
            ))}
          </ul>
          {me.withheld.length > 0 ? (
            <p className={css['waits']}>
              {say('Vai trò {roles} chờ bạn bật xác thực hai bước.', {
                roles: me.withheld.map((role) => say(roleWords[role])).join(', '),
              })}
            </p>
          ) : null}
          <div className={css['ways']}>
            <Link to="/tai-khoan" className={buttonClass('plain')} onClick={close}>
              {say('Tài khoản của tôi')}
            </Link>
            <Button onClick={() => void leave()}>{say('Đăng xuất')}</Button>
          </div>
        </div>
      )}
    </Drop>
  );
}

function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // Whoever is signed out already is out.
    const left = await signOut().catch(() => null);
    setLocked(null);
    queries.clear();
    if (left?.farewell) location.assign(left.farewell);
    else await navigate({ to: '/dang-nhap' });
  };
}

/** The given name stands last in Vietnamese. */
function Initials({ name }: { name: string }) {
  const { say } = useWords();
  const last = name.trim().split(/\s+/).at(-1) ?? name;
  return (
    <span className={css['who']}>
      <span className="hidden-text">{say('Tài khoản')}: </span>
      <span lang="vi">{last}</span>
    </span>
  );
}

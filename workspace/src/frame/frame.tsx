// The quiet frame around every screen: name, ways, language, light, and whether what is shown is an illustration.
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../access/me.ts';
import { IdleLock } from '../accounts/lock.tsx';
import { useWords } from '../language/words.ts';
import { Bell } from '../notices/bell.tsx';
import { Tag } from '../ui/tag.tsx';
import { Toasts } from '../ui/toast.tsx';
import { AccountMenu } from './account-menu.tsx';
import css from './frame.module.css';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';
import { Ways } from './ways.tsx';

export function Frame() {
  const { say } = useWords();
  const main = useFocusOnNewScreen();
  const demo = useMe()?.demo === true;
  return (
    <div className={css['frame']}>
      <a className={css['skip']} href="#noi-dung">
        {say('Đến nội dung chính')}
      </a>
      <header className={css['head']}>
        <Link to="/" className={css['brand']}>
          <Bridge />
          <span>Nhịp Cầu</span>
        </Link>
        <Ways />
        <div className={css['switches']}>
          {demo && (
            <span className={css['long']}>
              <Tag>{say('dữ liệu minh họa')}</Tag>
            </span>
          )}
          <Bell />
          <SchemeSwitch />
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <main id="noi-dung" ref={main} tabIndex={-1} className={css['main']}>
        <Outlet />
      </main>
      <Foot demo={demo} />
      <Toasts />
      <IdleLock />
    </div>
  );
}

function Foot({ demo }: { demo: boolean }) {
  const { say } = useWords();
  return (
    <footer className={css['foot']}>
      {demo ? say('Đang có dữ liệu minh họa: tỉnh Sông Thao và các văn bản của tỉnh là hư cấu.') : 'Nhịp Cầu'}
    </footer>
  );
}

function Bridge() {
  return (
    <svg aria-hidden="true" width="26" height="18" viewBox="0 0 26 18">
      <path
        d="M1 15h24M3 15C6.5 7 9.5 3 13 3s6.5 4 10 12M8 15V8.2M13 15V3M18 15V8.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** A new screen takes the focus, so that the keyboard and the screen reader start where the eye does. */
function useFocusOnNewScreen() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== '' && before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}

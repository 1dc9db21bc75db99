import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { speak, useWords } from '../language/words.ts';
import css from './frame.module.css';

export function LanguageSwitch() {
  const { language } = useWords();
  const queries = useQueryClient();
  // The server's own sentences (warnings, reasons, problems) come anew in that language.
  const turn = async () => {
    await speak(other);
    await queries.invalidateQueries();
  };
  const other = language === 'vi' ? 'en' : 'vi';
  const name = other === 'en' ? 'English' : 'Tiếng Việt';
  return (
    <button type="button" className={css['switch']} lang={other} onClick={() => void turn()}>
      <span className={css['long']}>{name}</span>
      <span className={css['short']}>
        {other.toUpperCase()}
        <span className="hidden-text"> – {name}</span>
      </span>
    </button>
  );
}

export function SchemeSwitch() {
  const { say } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const label = shown === 'dark' ? say('Nền sáng') : say('Nền tối');
  return (
    <button
      type="button"
      className={css['switch']}
      aria-label={label}
      onClick={() => setColorScheme(shown === 'dark' ? 'light' : 'dark')}
    >
      <span className={css['long']}>{label}</span>
      <svg aria-hidden="true" className={css['short']} width="18" height="18" viewBox="0 0 18 18">
        <circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}

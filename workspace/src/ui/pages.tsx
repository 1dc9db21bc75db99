import { useWords } from '../language/words.ts';
import { Button } from './button.tsx';
import css from './pages.module.css';

interface Props {
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The page before, where one is, the page after; nothing where one page holds all. */
export function Pages({ page, pages, onPage }: Props) {
  const { say } = useWords();
  if (pages <= 1) return null;
  return (
    <nav className={css['pages']} aria-label={say('Trang')}>
      <Button small disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {say('Trang trước')}
      </Button>
      <span>{say('Trang {page, number}/{pages, number}', { page, pages })}</span>
      <Button small disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {say('Trang sau')}
      </Button>
    </nav>
  );
}

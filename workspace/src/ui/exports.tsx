// The ways out of what is shown: a file for people, one for programs, and paper.
import { useWords, type Message } from '../language/words.ts';
import css from './exports.module.css';
import { Drop } from './drop.tsx';

type Form = 'xlsx' | 'csv' | 'json';

const forms: readonly (readonly [form: Form, words: Message])[] = [
  ['xlsx', 'Bảng tính Excel (.xlsx)'],
  ['csv', 'Bảng thuần (.csv)'],
  ['json', 'Dữ liệu cho phần mềm (.json)'],
];

interface Props {
  readonly href: (form: Form) => string;
  /** Address of a calendar of the same records. */
  readonly calendar?: string;
  /** What the files hold, where that is not plain. */
  readonly hint?: string;
  /** The screen itself can be printed. */
  readonly print?: boolean;
}

export function Exports({ href, calendar, hint, print = false }: Props) {
  const { say } = useWords();
  const onPaper = (close: () => void) => {
    close();
    // Once the panel has gone.
    requestAnimationFrame(() => window.print());
  };
  return (
    <Drop label={say('Tải xuống')} align="end">
      {(close) => (
        <>
          <ul className={css['ways']}>
            {forms.map(([form, words]) => (
              <li key={form}>
                <a href={href(form)} download>
                  {say(words)}
                </a>
              </li>
            ))}
            {calendar ? (
              <li>
                <a href={calendar} download>
                  {say('Lịch thời hạn (.ics)')}
                </a>
              </li>
            ) : null}
            {print ? (
              <li>
                <button type="button" onClick={() => onPaper(close)}>
                  {say('In trang này')}
                </button>
              </li>
            ) : null}
          </ul>
          {hint ? <p className={css['hint']}>{hint}</p> : null}
        </>
      )}
    </Drop>
  );
}

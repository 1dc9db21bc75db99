// Before and after; where they share most of their words, only the words that differ are marked.
import { datesIn } from '../language/dates.ts';
import { useWords, type Language, type Say } from '../language/words.ts';
import { changedWords } from '../review/word-diff.ts';
import type { Recurring } from '../register/day-of-period.ts';
import css from './comparison.module.css';
import { dueWords } from '../register/due.ts';

interface Props {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function Change({ field, before, after }: Props) {
  const { say, language } = useWords();
  const [was, now] = [shown(field, before, say, language), shown(field, after, say, language)];
  if (isWoven(field, was, now)) {
    return (
      <span className={css['change']} lang="vi">
        {changedWords(was, now).map((piece, index) =>
          piece.kind === 'same' ? (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>{piece.text}</span>
          ) : piece.kind === 'removed' ? (
            // oxlint-disable-next-line react/no-array-index-key
            <del key={index}>{piece.text}</del>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <ins key={index}>{piece.text}</ins>
          ),
        )}
      </span>
    );
  }
  return (
    <span className={css['change']} lang="vi">
      <del>{was || say('(trống)')}</del> <span aria-hidden="true">→</span> <ins>{now || say('(trống)')}</ins>
    </span>
  );
}

/** Lists are compared whole where they are short; names that share a word ("Sở …") would be woven into each other. */
function isWoven(field: string, was: string, now: string): boolean {
  return (
    was.length >= 25 && now !== '' && !['lead', 'coordinating', 'due', 'period', 'group'].includes(field)
  );
}

function shown(field: string, value: string | null, say: Say, language: Language): string {
  if (value === null) return '';
  if (value === 'true') return say('Có');
  if (field === 'due') return dueOf(value, say, language);
  return datesIn(field === 'period' ? value.replace('/', ' – ') : value, language);
}

const intervals = ['five-years', 'year', 'half-year', 'quarter', 'month', 'week', 'day'] as const;

/** "M11D20", "D25", "W5". */
function dayIn(written: string): Pick<Recurring, 'on'> {
  const [, month, day, weekday] = /^(?:M(\d+))?(?:D(\d+))?(?:W(\d))?$/.exec(written) ?? [];
  const part = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return month || day || weekday
    ? { on: { month: part(month), day: part(day), weekday: part(weekday) } }
    : {};
}

/** As ISO 8601 writes it: a day, an interval, a repetition. */
function dueOf(value: string, say: Say, language: Language): string {
  const [first = '', second, third = ''] = value.split('/');
  if (first === 'R')
    return dueWords(
      { kind: 'recurring', every: intervals.find((one) => one === second) ?? null, ...dayIn(third) },
      say,
      language,
    );
  return second === undefined
    ? dueWords({ kind: 'by', date: first }, say, language)
    : dueWords({ kind: 'during', from: first, to: second }, say, language);
}

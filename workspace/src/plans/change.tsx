// Before and after; where they share most of their words, only the words that differ are marked.
import { datesIn } from '../language/dates.ts';
import { useWords, type Language, type Say } from '../language/words.ts';
import { changedWords } from '../review/word-diff.ts';
import css from './comparison.module.css';
import { writtenDue } from '../register/written-due.ts';

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
  if (field === 'due') return writtenDue(value, say, language);
  return datesIn(field === 'period' ? value.replace('/', ' – ') : value, language);
}

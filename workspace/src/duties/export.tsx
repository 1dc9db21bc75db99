import type { DutySearch } from './addresses.ts';
import { useWords } from '../language/words.ts';
import { Exports } from '../ui/exports.tsx';
import { exportedDuties } from './requests.ts';

/** The duties that are listed, as files. */
export function Export({ query }: { query: DutySearch }) {
  const { say } = useWords();
  const { page: _page, ...asked } = query;
  return (
    <Exports
      print
      href={(form) => exportedDuties(form, { ...asked })}
      calendar={exportedDuties('ics', { ...asked })}
      hint={say('Xuất đúng những việc đang lọc.')}
    />
  );
}

// The duties of one unit, for its page: also those of units whose work it took over, each saying so.
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { narrowed, type DutySearch } from './addresses.ts';
import { DutyFilters } from './duty-filters.tsx';
import { DutyTable } from './duty-table.tsx';
import { today } from '../register/standing.ts';

export function UnitDuties({ unitId }: { unitId: number }) {
  const { say } = useWords();
  const [search, setSearch] = useState<DutySearch>({ year: Number(today().slice(0, 4)) });
  const unit = [String(unitId)];
  return (
    <>
      <DutyFilters
        search={search}
        hide={['unit']}
        onChange={(next) => setSearch(narrowed<DutySearch>({}, { ...next }))}
      />
      <DutyTable
        query={{ ...search, unit }}
        onChange={({ unit: _unit, ...rest }) => setSearch(rest)}
        counts
        size={20}
        caption={say('Việc của đơn vị, kể cả việc nhận từ đơn vị cũ')}
      />
    </>
  );
}

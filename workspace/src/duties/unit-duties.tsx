// The duties of one unit, for its page: also those of units whose work it took over, each saying so.
import type { UnitRef } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { FeedButton } from '../notices/feeds.tsx';
import { narrowed, type DutySearch } from './addresses.ts';
import { DutyFilters } from './duty-filters.tsx';
import { DutyTable } from './duty-table.tsx';
import { today } from '../register/standing.ts';

/** Who reads of other units no more than they share with them makes calendars of their own alone. */
const sharing = new Set(['officer', 'editor', 'translator', 'publisher']);

export function UnitDuties({ unit: { id, name } }: { unit: UnitRef }) {
  const { say } = useWords();
  const { roles = [] } = useMe() ?? {};
  const [some, setSome] = useState(false);
  const reads = roles.some(({ unitId, role }) => unitId === id || !sharing.has(role));
  const [search, setSearch] = useState<DutySearch>({ year: Number(today().slice(0, 4)) });
  const unit = [String(id)];
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
        onRows={(rows) => rows.length > 0 && setSome(true)}
        size={20}
        caption={say('Việc của đơn vị, kể cả việc nhận từ đơn vị cũ')}
      />
      {some && reads ? <FeedButton unit={{ id, name }} /> : null}
    </>
  );
}

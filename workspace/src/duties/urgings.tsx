// The register of urgings (đôn đốc): those that wait for an answer first.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMay, useMe } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import css from './register.module.css';
import { urgingList } from './requests.ts';
import { urgingBoxes, type UrgingSearch } from './registers.ts';
import { UrgingCard } from './urging-card.tsx';

const route = getRouteApi('/don-doc');
const size = 30;

const boxWords: Readonly<Record<(typeof urgingBoxes)[number], Message>> = {
  received: 'Đơn vị tôi nhận',
  sent: 'Đơn vị tôi gửi',
  all: 'Tất cả',
};

export function UrgingsScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const units = useOwnUnits();
  const unit = units.find(({ id }) => id === search.unit) ?? units[0];
  const box = search.box ?? (may('duty.urge') || !unit ? 'all' : 'received');
  const asked = {
    ...(box === 'all' || !unit ? {} : { unit: unit.id, direction: box === 'received' ? 'to' : 'from' }),
    ...(search.open ? { open: 'true' } : {}),
    page: search.page ?? 1,
    size,
  };
  const list = useQuery({
    queryKey: ['urgings', asked],
    queryFn: ({ signal }) => urgingList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: UrgingSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const { page: _page, ...rest } = search;
  return (
    <Page
      title={say('Đôn đốc')}
      lead={say('Ai đôn đốc ai, về việc gì, bằng hình thức nào, đã trả lời chưa. Chưa trả lời đứng trước.')}
    >
      <div className={css['tabs']}>
        <div role="group" aria-label={say('Sổ đôn đốc')} className={css['boxes']}>
          {urgingBoxes.map((one) => (
            <Button
              key={one}
              small
              aria-pressed={one === box}
              className={one === box ? (css['on'] ?? '') : ''}
              onClick={() => go({ ...rest, box: one })}
            >
              {say(boxWords[one])}
            </Button>
          ))}
        </div>
        {box !== 'all' && units.length > 1 ? (
          <select
            aria-label={say('Đơn vị')}
            className={css['choose']}
            value={unit?.id}
            onChange={(event) => go({ ...rest, unit: Number(event.target.value) })}
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        <label className={css['only']}>
          <input
            type="checkbox"
            checked={search.open === 'true'}
            onChange={(event) => {
              const { open: _open, ...without } = rest;
              go(event.target.checked ? { ...rest, open: 'true' } : without);
            }}
          />
          {say('Chỉ những lời chưa trả lời')}
        </label>
      </div>
      {list.isError && !list.data ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : list.data.total === 0 ? (
        <Empty title={say('Không có lời đôn đốc nào')}>
          {may('duty.urge')
            ? say('Chọn việc chậm hoặc sắp đến hạn trong danh sách việc rồi bấm “Đôn đốc”.')
            : say('Khi cơ quan đầu mối đôn đốc đơn vị của bạn, lời đôn đốc hiện ở đây để trả lời.')}
        </Empty>
      ) : (
        <div aria-busy={list.isPlaceholderData}>
          {list.data.rows.map((urging) => (
            <UrgingCard key={urging.id} urging={urging} duties />
          ))}
          {list.data.total > size ? (
            <Pages
              page={search.page ?? 1}
              pages={Math.ceil(list.data.total / size)}
              onPage={(page) => go(page > 1 ? { ...rest, page } : rest)}
            />
          ) : null}
        </div>
      )}
    </Page>
  );
}

/** The units at which the reader holds a role. */
function useOwnUnits(): readonly { readonly id: number; readonly name: string }[] {
  const { roles = [] } = useMe() ?? {};
  return [...new Map(roles.map(({ unitId, unitName }) => [unitId, unitName]))].map(([id, name]) => ({
    id,
    name,
  }));
}

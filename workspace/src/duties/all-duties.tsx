// All duties that the reader may see, narrowed by what stands in the address: every figure of an overview opens here.
import type { DutyRow } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { filtersOf } from './addresses.ts';
import { BulkBar, type BulkAsk } from './bulk-bar.tsx';
import { takeBackAll } from './bulk.ts';
import { DutyFilters } from './duty-filters.tsx';
import { DutyTable } from './duty-table.tsx';
import { Export } from './export.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useSelection } from './selection.ts';
import css from './work.module.css';
import { useWorkKeys } from './work-keys.ts';

const route = getRouteApi('/viec');

export function AllDutiesScreen() {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const may = useMay();
  const selection = useSelection();
  const [asked, ask] = useState<BulkAsk>(null);
  const [help, setHelp] = useState(false);
  const [rows, setRows] = useState<readonly DutyRow[]>([]);
  const at = useWorkKeys({
    rows,
    selection,
    ask,
    may,
    undo: () => void takeBackAll({ queries, say }),
    help: () => setHelp(true),
  });
  const filtered = Object.keys(filtersOf(search)).length > 0;
  return (
    <Page
      wide
      title={search.view === 'stuck' ? say('Việc đang ách tắc') : say('Mọi việc đã giao')}
      lead={
        search.view === 'stuck'
          ? say('Quá hạn hoặc sắp đến hạn mà 30 ngày qua không có tiến triển.')
          : undefined
      }
      actions={
        <>
          <Export query={search} />
          <Button small className={css['keysButton'] ?? ''} onClick={() => setHelp(true)}>
            {say('Phím tắt')} <kbd>?</kbd>
          </Button>
        </>
      }
    >
      <DutyFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
      {search.asOf ? (
        <Notice
          actions={
            <Button
              small
              onClick={() => {
                const { asOf: _asOf, ...now } = search;
                void navigate({ search: now, replace: true });
              }}
            >
              {say('Xem hiện nay')}
            </Button>
          }
        >
          {say('Tình trạng như vào ngày {date}.', { date: day(search.asOf, language) })}
        </Notice>
      ) : null}
      <DutyTable
        query={search}
        counts
        choice={selection}
        at={at}
        onRows={setRows}
        onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        empty={
          <Empty
            title={filtered ? say('Không có việc nào khớp') : say('Chưa có việc nào được giao')}
            actions={
              filtered ? (
                <Button look="action" onClick={() => void navigate({ search: {}, replace: true })}>
                  {say('Bỏ hết bộ lọc')}
                </Button>
              ) : null
            }
          >
            {filtered
              ? say('Thử bớt một điều kiện lọc.')
              : say('Việc xuất hiện ở đây khi một kế hoạch được ban hành và giao cho các đơn vị.')}
          </Empty>
        }
      />
      <BulkBar selection={selection} asked={asked} ask={ask} />
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </Page>
  );
}

// Inspection visits (kiểm tra): what was found, what is to be mended by when, and whether it was.
import type { Inspection } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import { InspectionDialog } from './inspection-dialog.tsx';
import css from './register.module.css';
import type { InspectionSearch } from './registers.ts';
import { RemedyDialog } from './remedy-dialog.tsx';
import { inspectionList } from './requests.ts';

const route = getRouteApi('/kiem-tra');
const size = 20;

export function InspectionsScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const asked = { ...(search.open ? { open: 'true' } : {}), page: search.page ?? 1, size };
  const list = useQuery({
    queryKey: ['inspections', asked],
    queryFn: ({ signal }) => inspectionList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: InspectionSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const add = may('inspection.write') ? (
    <Button look="action" onClick={() => setAdding(true)}>
      {say('Ghi một cuộc kiểm tra')}
    </Button>
  ) : null;
  return (
    <Page
      title={say('Kiểm tra')}
      lead={say('Mỗi tồn tại có biện pháp khắc phục và thời hạn; khắc phục xong thì ghi ngày.')}
      actions={list.data?.total ? add : null}
    >
      <label className={css['only']}>
        <input
          type="checkbox"
          checked={search.open === 'true'}
          onChange={(event) => go(event.target.checked ? { open: 'true' } : {})}
        />
        {say('Chỉ những cuộc còn tồn tại chưa khắc phục')}
      </label>
      {list.isError && !list.data ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : list.data.total === 0 ? (
        <Empty title={say('Chưa có cuộc kiểm tra nào')} actions={add}>
          {say('Ghi lại ngày kiểm tra, đơn vị được kiểm tra, những gì còn tồn tại và ngày phải khắc phục.')}
        </Empty>
      ) : (
        <div aria-busy={list.isPlaceholderData}>
          {list.data.rows.map((inspection) => (
            <InspectionCard key={inspection.id} inspection={inspection} />
          ))}
          {list.data.total > size ? (
            <Pages
              page={search.page ?? 1}
              pages={Math.ceil(list.data.total / size)}
              onPage={(page) => {
                const { page: _page, ...rest } = search;
                go(page > 1 ? { ...rest, page } : rest);
              }}
            />
          ) : null}
        </div>
      )}
      {adding ? <InspectionDialog inspection={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function InspectionCard({ inspection }: { inspection: Inspection }) {
  const { say, language } = useWords();
  const [editing, setEditing] = useState(false);
  const { by, unit, onDay, members, summary, findings } = inspection;
  return (
    <article className={css['visit']}>
      <header className={css['visitHead']}>
        <h2 lang="vi">
          {unit.name} · <span className="figures">{day(onDay, language)}</span>
        </h2>
        {inspection.mayEdit ? (
          <Button small onClick={() => setEditing(true)}>
            {say('Sửa')}
          </Button>
        ) : null}
      </header>
      <p className={css['line']} lang="vi">
        {say('Cơ quan kiểm tra: {unit}', { unit: by.name })}
        {members ? ` · ${say('Thành phần: {members}', { members })}` : ''}
      </p>
      {summary ? (
        <p className={css['summary']} lang="vi">
          {summary}
        </p>
      ) : null}
      {findings.length === 0 ? (
        <p className={css['line']}>{say('Không có tồn tại nào.')}</p>
      ) : (
        <ul className={css['findings']}>
          {findings.map((finding) => (
            <FindingLine key={finding.id} inspection={inspection} finding={finding} />
          ))}
        </ul>
      )}
      {editing ? <InspectionDialog inspection={inspection} onClose={() => setEditing(false)} /> : null}
    </article>
  );
}

interface FindingProps {
  readonly inspection: Inspection;
  readonly finding: Inspection['findings'][number];
}

function FindingLine({ inspection, finding }: FindingProps) {
  const { say, language } = useWords();
  const [asked, ask] = useState(false);
  const { text, remedy, remedyBy, remediedOn, remediedNote, overdue, dutyId } = finding;
  return (
    <li>
      <div lang="vi">
        <p>{text}</p>
        <p className={css['line']}>{say('Khắc phục: {remedy}', { remedy })}</p>
        {remediedNote ? <p className={css['line']}>{remediedNote}</p> : null}
        {dutyId ? (
          <Link to="/viec/$id" params={{ id: String(dutyId) }} className={css['line']}>
            {say('Mở việc liên quan')}
          </Link>
        ) : null}
      </div>
      <div className={css['state']}>
        <Tag tone={remediedOn ? 'done' : overdue ? 'late' : 'river'}>
          {remediedOn
            ? say('Đã khắc phục {date}', { date: day(remediedOn, language) })
            : overdue
              ? say('Quá hạn khắc phục {date}', { date: day(remedyBy, language) })
              : say('Khắc phục trước {date}', { date: day(remedyBy, language) })}
        </Tag>
        {remediedOn === null && inspection.mayRemedy ? (
          <Button small onClick={() => ask(true)}>
            {say('Ghi đã khắc phục')}
          </Button>
        ) : null}
      </div>
      {asked ? (
        <RemedyDialog inspectionId={inspection.id} findingId={finding.id} onClose={() => ask(false)} />
      ) : null}
    </li>
  );
}

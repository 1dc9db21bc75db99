// An outgoing document: read as the paper it is, written in place by who may, and led through its life by the buttons on top.
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useMe } from '../access/me.ts';
import deskCss from '../desk/desk.module.css';
import { createChooser } from '../desk/chooser.ts';
import { SavingTrouble } from '../desk/trouble.tsx';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import type { Place } from './addresses.ts';
import { Aside } from './aside.tsx';
import { Comparison } from './comparison.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DeskProvider, idOf, useDesk, usePiece, type DeskContext } from './desk-context.ts';
import { Head } from './head.tsx';
import side from './aside.module.css';
import css from './outgoing.module.css';
import { fileOf, outgoingById } from './requests.ts';
import { Sheet } from './sheet.tsx';
import { toolbarId } from './toolbar.tsx';
import { useDeskKeeper } from './use-desk-keeper.ts';

const route = getRouteApi('/van-ban-di/$id');

export function OutgoingDocumentScreen() {
  const id = Number(route.useParams().id);
  const place = route.useSearch();
  const me = useMe();
  const found = useQuery({
    queryKey: ['outgoing', id],
    queryFn: ({ signal }) => outgoingById(id, signal),
    // What is on its way to its receivers arrives without being asked for.
    refetchInterval: ({ state }) =>
      state.data?.receiverList.some((each) => each.state === 'waiting' || each.recall === 'waiting')
        ? 4000
        : false,
  });
  if (!found.data)
    return found.isError ? (
      <FailureScreen error={found.error} retry={() => void found.refetch()} />
    ) : (
      <Waiting />
    );
  const readOnly = !found.data.may.includes('edit');
  return (
    <div className={deskCss['screen']}>
      {/* What may be written is another desk than what is only read. */}
      <Editor
        key={`${id}-${readOnly}-${me?.person?.id}`}
        detail={found.data}
        readOnly={readOnly}
        personId={me?.person?.id ?? 0}
        place={place}
      />
    </div>
  );
}

interface EditorProps {
  readonly detail: OutgoingDetail;
  readonly readOnly: boolean;
  readonly personId: number;
  readonly place: Place;
}

function Editor({ detail, readOnly, personId, place }: EditorProps) {
  const keeper = useDeskKeeper({ detail, personId, readOnly });
  const [chooser] = useState(() => createChooser());
  const desk = useMemo<DeskContext>(() => ({ keeper, chooser, readOnly }), [keeper, chooser, readOnly]);
  return (
    <DeskProvider value={desk}>
      <Keys>
        <Head detail={detail} />
        <div className={deskCss['banners']}>
          <Trouble detail={detail} />
          <Banners detail={detail} />
        </div>
        <div className={deskCss['desk']}>
          <div>
            <Views detail={detail} place={place} />
            {place.view === 'pdf' ? (
              <Printed detail={detail} />
            ) : place.view === 'compare' ? (
              <Comparison detail={detail} place={place} />
            ) : (
              <Sheet detail={detail} />
            )}
          </div>
          <Aside detail={detail} />
        </div>
        <Conflicts />
      </Keys>
    </DeskProvider>
  );
}

/** Ctrl+Z and its kin are the editor's own: the browser's would undo one field alone. */
function Keys({ children }: { children: ReactNode }) {
  const { keeper, chooser, readOnly } = useDesk();
  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (readOnly || toToolbarAndBack(event, chooser.now())) return;
    // Fields beside the sheet keep the browser's own.
    if (target.matches('textarea, input') && !target.id.startsWith('o-')) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(redo || key === 'z')) return;
    event.preventDefault();
    if (redo) keeper.redo();
    else keeper.undo();
  };
  return (
    // The keys of the fields within bubble up to here; the element itself is not operated.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={press}>{children}</div>
  );
}

/** Alt+F10 from the words to the bar of formats, Escape from there to the words again. */
function toToolbarAndBack(event: KeyboardEvent, chosen: string | null): boolean {
  const bar = document.getElementById(toolbarId);
  const inBar = bar?.contains(event.target as HTMLElement) === true;
  const there = event.altKey && event.key === 'F10' && !inBar;
  if (chosen === null || !(there || (event.key === 'Escape' && inBar))) return false;
  event.preventDefault();
  if (there) bar?.querySelector<HTMLElement>('select, input, button')?.focus();
  else document.getElementById(idOf(chosen))?.focus();
  return true;
}

function Conflicts() {
  const conflict = usePiece((desk) => desk.conflict);
  return conflict ? <ConflictDialog conflict={conflict} /> : null;
}

function Trouble({ detail }: { detail: OutgoingDetail }) {
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const drop = async () => {
    const newest = await outgoingById(detail.id);
    keeper.drop(newest);
    queries.setQueryData(['outgoing', detail.id], newest);
  };
  return (
    <SavingTrouble
      saving={usePiece((desk) => desk.saving)}
      error={usePiece((desk) => desk.error)}
      onSave={() => void keeper.settled()}
      onDrop={drop}
    />
  );
}

function Banners({ detail }: { detail: OutgoingDetail }) {
  const { say, language } = useWords();
  const returned =
    detail.status === 'returned' ? detail.events.find(({ action }) => action === 'returned') : undefined;
  const { recalled } = detail;
  return (
    <>
      {returned ? (
        <Notice tone="soon" title={say('Bị trả lại bởi {who}', { who: returned.who })}>
          <span className={deskCss['reason']} lang="vi">
            {returned.reason}
          </span>
        </Notice>
      ) : null}
      {recalled ? (
        <Notice
          tone="soon"
          title={say('Văn bản đã bị thu hồi, {when}', { when: moment(recalled.at, language) })}
        >
          <span className={deskCss['reason']} lang="vi">
            {recalled.reason}
          </span>
        </Notice>
      ) : null}
      {(
        [
          ['replacedBy', say('Đã được thay thế bằng')],
          ['correctedBy', say('Được đính chính bởi')],
          ['replaces', say('Thay thế')],
          ['corrects', say('Đính chính')],
        ] as const
      ).map(([kind, words]) =>
        detail[kind].map((link) => (
          <Notice key={`${kind}${link.id}`} tone="river">
            {words}{' '}
            <Link to="/van-ban-di/$id" params={{ id: String(link.id) }} lang="vi">
              {[link.fullNumber, link.title].filter(Boolean).join(' – ') || say('Văn bản chưa có trích yếu')}
            </Link>
            {link.reason ? (
              <span className={side['quote']} lang="vi">
                {link.reason}
              </span>
            ) : null}
          </Notice>
        )),
      )}
    </>
  );
}

function Views({ detail, place }: { detail: OutgoingDetail; place: Place }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const params = { id: String(detail.id) };
  const on = (view: Place['view']) => ({
    params,
    search: view ? { view } : {},
    replace: true,
    activeOptions: { exact: true, includeSearch: true },
    'aria-current': place.view === view ? ('page' as const) : undefined,
  });
  return (
    <nav className={css['views']} aria-label={say('Cách xem')}>
      <Link to="/van-ban-di/$id" {...on(undefined)}>
        {readOnly ? say('Văn bản') : say('Soạn thảo')}
      </Link>
      <Link to="/van-ban-di/$id" {...on('pdf')}>
        {detail.status === 'issued' || detail.status === 'recalled' ? say('Bản PDF') : say('Xem bản in')}
      </Link>
      {detail.drafts.length > 1 ? (
        <Link to="/van-ban-di/$id" {...on('compare')}>
          {say('So sánh dự thảo')}
        </Link>
      ) : null}
    </nav>
  );
}

/** The very pages: the browser shows them, or offers them where it cannot. */
function Printed({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const saving = usePiece((desk) => desk.saving);
  if (saving === 'saving') return <Waiting>{say('Đang lưu…')}</Waiting>;
  const address = `${fileOf(detail.id, 'pdf')}?v=${detail.version}`;
  return (
    <>
      <p className={side['faint']}>
        <a href={address} target="_blank" rel="noreferrer">
          {say('Mở bản PDF ở thẻ mới')}
        </a>
      </p>
      {/* A sandbox would keep the browser from showing the pages; they are our own server's. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe className={css['pdf']} src={address} title={say('Bản in của văn bản')} />
    </>
  );
}

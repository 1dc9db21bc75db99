import type { PlanDetail } from '@nhipcau/server/contract';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Aside } from './aside.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import deskCss from '../desk/desk.module.css';
import { createChooser, focusSoon } from '../desk/chooser.ts';
import { createDragging, DeskProvider, usePiece, useDesk, type DeskContext } from './desk-context.ts';
import { draftOf, inForce } from './draft.ts';
import { Head } from './head.tsx';
import { Sheet } from './sheet.tsx';
import { Trouble } from './trouble.tsx';
import { useDeskKeeper } from './use-desk-keeper.ts';

interface Props {
  readonly detail: PlanDetail;
  /** What is worked at, or what is in force beside an amendment. */
  readonly shown: 'working' | 'in-force';
  readonly personId: number;
  /** The task to open at. */
  readonly task: string | null;
  readonly children: ReactNode;
}

/** The desk with everything on it; who may not edit reads the same sheet. */
export function Editor({ detail, shown, personId, task, children }: Props) {
  const old = shown === 'in-force';
  const readOnly = old || !detail.may.includes('edit');
  const held = useMemo(
    () => (old ? { ...detail, ...inForce(detail), amendment: null, amendmentHead: null } : detail),
    [detail, old],
  );
  const keeper = useDeskKeeper({ detail: held, personId, readOnly });
  const [chooser] = useState(() => createChooser());
  const [said, setSaid] = useState('');
  const [dragging] = useState(createDragging);
  const desk = useMemo<DeskContext>(
    () => ({
      keeper,
      chooser,
      readOnly,
      dragging,
      announce: setSaid,
      newId: () => crypto.randomUUID().slice(0, 13),
    }),
    [keeper, chooser, readOnly, dragging],
  );
  useEffect(() => {
    const id =
      task && draftOf(held).body.tasks.find((one) => one.id === task || String(one.taskId) === task)?.id;
    if (!id) return;
    chooser.choose(id);
    document.getElementById(`task-${id}`)?.scrollIntoView({ block: 'center' });
    focusSoon(`task-${id}`);
    // Only where the address leads, once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [task]);
  return (
    <DeskProvider value={desk}>
      <Keys>
        <Head detail={detail} old={old} />
        <div className={deskCss['banners']}>
          <Trouble detail={detail} />
          {children}
        </div>
        <div className={deskCss['desk']}>
          <Sheet detail={held} />
          <Aside detail={detail} />
        </div>
        <Conflicts />
        <p role="status" aria-live="polite" className="hidden-text">
          {said}
        </p>
      </Keys>
    </DeskProvider>
  );
}

/** Ctrl+Z and its kin are the editor's own: the browser's would undo one field alone. */
function Keys({ children }: { children: ReactNode }) {
  const { keeper, readOnly, chooser } = useDesk();
  const press = (event: KeyboardEvent) => {
    if (readOnly) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (redo || key === 'z')) {
      event.preventDefault();
      if (redo) keeper.redo();
      else keeper.undo();
    } else if (event.key === 'Escape' && !event.defaultPrevented) chooser.choose(null);
  };
  return (
    // The keys of the fields within bubble up to here; the element itself is not operated.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={press}>{children}</div>
  );
}

function Conflicts() {
  const conflict = usePiece((desk) => desk.conflict);
  return conflict ? <ConflictDialog conflict={conflict} /> : null;
}

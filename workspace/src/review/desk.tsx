// The desk of the review: the document on the left, what was recognised on the right; on a phone one after the other.
import type { Span } from '@nhipcau/document';
import type { Content, DocumentDetail, Draft, DraftState } from '@nhipcau/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import type { Chip } from '../paper/drawing.ts';
import { Paper } from '../paper/paper.tsx';
import { chooseOnSheet, hover, showMark, showOffset } from '../paper/spotlight.ts';
import { Banners } from './banners.tsx';
import { Citations } from './citations.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DeskContext, type Desk, type Question } from './desk-context.ts';
import { Facts } from './facts.tsx';
import { DeskHead } from './head.tsx';
import { chipsOf, marksOf, taskOfMarks } from './marks.ts';
import { Panes, type List } from './panes.tsx';
import { Questions } from './questions.tsx';
import css from './review.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { useDeskKeys } from './desk-keys.ts';
import { TaskList } from './task-list.tsx';
import { useKeeper } from './use-keeper.ts';
import { Warnings } from './warnings.tsx';

const route = getRouteApi('/van-ban/$id');

export function ReviewDesk({
  detail,
  content,
  state,
}: {
  detail: DocumentDetail;
  content: Content;
  state: DraftState;
}) {
  const { say } = useWords();
  const { keeper, kept } = useKeeper(detail, state);
  const { draft } = kept;
  const { warnings } = kept.state;
  const search = route.useSearch();
  const place = useMemo(() => placeOf(search.at), [search.at]);
  const [chosen, setChosen] = useState<string | null>(() => search.task ?? taskAt(draft, place));
  const [list, setList] = useState<List>('tasks');
  const [onPaper, setOnPaper] = useState(Boolean(search.at || search.task));
  const [question, setQuestion] = useState<Question | null>(null);
  const [editAt, setEditAt] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  const readOnly = detail.status !== 'review' || !detail.may.includes('review');
  const marks = useMemo(
    () => [...marksOf(draft, content, warnings), ...(place ? [{ id: 'place:0', span: place }] : [])],
    [draft, content, warnings, place],
  );
  const chips = useMemo(() => chipsOf(draft, warnings, say), [draft, warnings, say]);
  const numbers = useMemo(
    () => new Map(draft.tasks.map((task, index) => [task.id, index + 1])),
    [draft.tasks],
  );

  const open = useCallback((next: List) => {
    setList(next);
    setOnPaper(false);
  }, []);
  const show = useCallback((mark: string) => {
    setOnPaper(true);
    // After the phone's tab has turned, the sheet is there to be scrolled.
    requestAnimationFrame(() => {
      if (mark.startsWith('@')) showOffset(sheet.current, Number(mark.slice(1)));
      else showMark(sheet.current, mark);
    });
  }, []);
  const choose = useCallback(
    (taskId: string | null) => {
      setChosen(taskId);
      open('tasks');
      if (taskId) showMark(sheet.current, `task:${taskId}`);
    },
    [open],
  );
  const desk = useMemo<Desk>(
    () => ({
      documentId: detail.id,
      issuedOn: draft.fields.issuedOn,
      readOnly,
      change: keeper.change,
      choose,
      show,
      ask: setQuestion,
    }),
    [detail.id, draft.fields.issuedOn, readOnly, keeper, choose, show],
  );
  const onChoose = useCallback(
    (under: readonly string[]) => {
      const task = taskOfMarks(under);
      const [kind, index] = under.at(-1)?.split(':') ?? [];
      if (task) {
        setChosen(task);
        open('tasks');
      } else if (kind === 'warning') open('warnings');
      else if (kind === 'citation') open('citations');
      else if (kind !== undefined && kind !== 'doubt' && kind !== 'group') open('facts');
      if (!task && index !== undefined) requestAnimationFrame(() => bringFieldIntoView(under.at(-1) ?? ''));
    },
    [open],
  );
  const onChip = useCallback(
    (chip: Chip) => {
      if (!chip.warning) {
        setChosen(chip.id);
        open('tasks');
        return;
      }
      open('warnings');
      requestAnimationFrame(() => bringFieldIntoView(`warning:${chip.id}`));
    },
    [open],
  );

  useEffect(() => chooseOnSheet(chosen), [chosen]);
  useEffect(() => () => (chooseOnSheet(null), hover([])), []);
  useEffect(() => {
    if (place) showOffset(sheet.current, place[0]);
    else if (search.task) showMark(sheet.current, `task:${search.task}`);
  }, [place, search.task]);
  const accepts = detail.may.includes('accept');
  const onEdit = () => setEditAt(editAt + 1);
  useDeskKeys({ draft, warnings, chosen, desk, keeper, accepts, onEdit, open });

  return (
    <DeskContext value={desk}>
      <div className={css['desk']} data-full>
        <DeskHead detail={detail} kept={kept} keeper={keeper} />
        <Banners detail={detail} kept={kept} keeper={keeper} />
        <Panes
          list={list}
          onPaper={onPaper}
          onList={open}
          onDocument={() => setOnPaper(true)}
          counts={{
            tasks: draft.tasks.filter((task) => !task.struck).length,
            warnings: warnings.filter((warning) => !warning.dismissed && warning.severity !== 'note').length,
            citations: draft.citations.filter((citation) => !citation.struck).length,
          }}
          document={
            <Paper
              text={content.text}
              blocks={content.blocks}
              fields={content.evidence}
              marks={marks}
              chips={chips}
              sheet={sheet}
              onChoose={onChoose}
              onChip={onChip}
            />
          }
          tasks={<TaskList draft={draft} warnings={warnings} chosen={chosen} editAt={editAt} />}
          facts={<Facts draft={draft} content={content} detail={detail} />}
          warnings={<Warnings warnings={warnings} numbers={numbers} />}
          citations={<Citations citations={draft.citations} />}
        />
        {readOnly ? null : <SelectionBar sheet={sheet} text={content.text} draft={draft} chosen={chosen} />}
        <Questions
          question={question}
          detail={detail}
          kept={kept}
          keeper={keeper}
          onClose={() => setQuestion(null)}
        />
        {kept.conflict ? <ConflictDialog conflict={kept.conflict} keeper={keeper} /> : null}
      </div>
    </DeskContext>
  );
}

function bringFieldIntoView(mark: string): void {
  document.querySelector(`[data-for~="${CSS.escape(mark)}"]`)?.scrollIntoView({ block: 'nearest' });
}

/** The place that an address names: "120-180". */
function placeOf(at: string | undefined): Span | null {
  const [start, end] = (at ?? '').split('-').map(Number);
  return start !== undefined && end !== undefined && start < end ? [start, end] : null;
}

/** The task that stands at a place of the text. */
function taskAt(draft: Draft, place: Span | null): string | null {
  const found = place && draft.tasks.find((task) => !task.struck && task.span?.[0] === place[0]);
  return found ? found.id : null;
}

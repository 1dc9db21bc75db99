// What the keys of the review screen do.
import type { Draft, Warning } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import type { Desk } from './desk-context.ts';
import type { Keeper } from './keeper.ts';
import type { List } from './panes.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';

interface Props {
  readonly draft: Draft;
  readonly warnings: readonly Warning[];
  readonly chosen: string | null;
  readonly desk: Desk;
  readonly keeper: Keeper;
  /** The reader may accept the document. */
  readonly accepts: boolean;
  readonly onEdit: () => void;
  readonly open: (list: List) => void;
}

let lastWarning = -1;

export function useDeskKeys({ draft, warnings, chosen, desk, keeper, accepts, ...then }: Props): void {
  const { onEdit, open } = then;
  const { say } = useWords();
  const { tasks } = draft;
  const at = tasks.findIndex((task) => task.id === chosen);
  const task = tasks[at];
  const move = (step: number) => {
    const next =
      tasks[at < 0 ? (step > 0 ? 0 : tasks.length - 1) : Math.min(Math.max(at + step, 0), tasks.length - 1)];
    if (next) desk.choose(next.id);
  };
  const nextWarning = () => {
    const found = warnings.findIndex(
      (warning, index) =>
        index > lastWarning && !warning.dismissed && warning.severity !== 'note' && warning.span,
    );
    lastWarning = found;
    open('warnings');
    if (found >= 0) desk.show(`warning:${found}`);
  };
  const looking = {
    j: () => move(1),
    k: () => move(-1),
    w: nextWarning,
    '?': () => desk.ask({ kind: 'help' }),
    Enter: () => task?.span && desk.show(`task:${task.id}`),
    Escape: () => desk.choose(null),
  };
  const changing = {
    e: () => task && !task.struck && onEdit(),
    x: () => task && desk.change({ op: task.struck ? 'restoreTask' : 'strikeTask', taskId: task.id }),
    s: () => task && !task.struck && desk.ask({ kind: 'split', taskId: task.id }),
    m: () => task && !task.struck && desk.ask({ kind: 'merge', taskId: task.id }),
    n: () => {
      desk.change({
        op: 'addTask',
        after: chosen ?? tasks.at(-1)?.id ?? null,
        task: { text: say('Nhiệm vụ mới'), group: task?.group ?? null },
      });
      desk.choose(`t${draft.next}`);
    },
    u: () => void keeper.undo(),
    undo: () => void keeper.undo(),
    r: () => void keeper.redo(),
    redo: () => void keeper.redo(),
    ...(accepts ? { a: () => desk.ask({ kind: 'accept' }) } : {}),
  };
  useShortcuts(desk.readOnly ? looking : { ...looking, ...changing });
}

// Whether what is being written is saved, and its steps back and forth.
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import css from './desk.module.css';
import type { Saving } from './keeper.ts';

const words: Readonly<Record<Saving, Message>> = {
  saved: 'Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Chưa lưu, giữ trên máy này',
  refused: 'Chưa lưu được|kế hoạch',
  conflict: 'Chờ bạn chọn',
};

interface Props {
  readonly saving: Saving;
  readonly undoable: boolean;
  readonly redoable: boolean;
  readonly keeper: { readonly undo: () => void; readonly redo: () => void };
}

export function SavingState({ saving, undoable, redoable, keeper }: Props) {
  const { say } = useWords();
  return (
    <>
      <span role="status" className={css['saving']} data-state={saving}>
        {say(words[saving])}
      </span>
      <Button look="plain" small disabled={!undoable} title="Ctrl+Z" onClick={keeper.undo}>
        {say('Hoàn tác')}
      </Button>
      <Button look="plain" small disabled={!redoable} title="Ctrl+Shift+Z" onClick={keeper.redo}>
        {say('Làm lại')}
      </Button>
    </>
  );
}

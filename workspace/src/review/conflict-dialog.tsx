// Two people changed the same draft: neither loses anything without choosing to.
import type { DraftConflict, Operation } from '@nhipcau/server/contract';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './dialogs.module.css';
import type { Keeper } from './keeper.ts';

const operations: Record<Operation['op'], Message> = {
  setField: 'sửa thông tin văn bản',
  setSigners: 'sửa người ký',
  setRecipients: 'sửa nơi nhận',
  editTask: 'sửa một nhiệm vụ',
  setAgencies: 'sửa cơ quan của một nhiệm vụ',
  addTask: 'thêm một nhiệm vụ',
  strikeTask: 'gạch bỏ một nhiệm vụ',
  restoreTask: 'khôi phục một nhiệm vụ',
  moveTask: 'chuyển chỗ một nhiệm vụ',
  splitTask: 'tách một nhiệm vụ',
  mergeTasks: 'gộp các nhiệm vụ',
  addCitation: 'thêm một viện dẫn',
  editCitation: 'sửa một viện dẫn',
  strikeCitation: 'gạch bỏ một viện dẫn',
  restoreCitation: 'khôi phục một viện dẫn',
  dismissWarning: 'bỏ qua một cảnh báo',
  restoreWarning: 'khôi phục một cảnh báo',
};

export function ConflictDialog({ conflict, keeper }: { conflict: DraftConflict; keeper: Keeper }) {
  const { say } = useWords();
  const fits = conflict.rebased !== null;
  return (
    <Dialog
      title={say('Có người vừa sửa văn bản này')}
      actions={
        <>
          <Button onClick={() => keeper.settle('theirs')}>{say('Bỏ thay đổi của tôi, lấy bản mới')}</Button>
          <Button look="action" disabled={!fits} onClick={() => keeper.settle('mine')}>
            {say('Lấy bản mới và giữ thay đổi của tôi')}
          </Button>
        </>
      }
    >
      <p>{say('Bản nháp đã được sửa ở nơi khác từ khi bạn mở. Thay đổi của bạn chưa lưu:')}</p>
      <ul className={css['bullets']}>
        {conflict.yours.operations.map((operation, index) => (
          <li key={index}>
            {say(operations[operation.op])}
            {textOf(operation) ? <q>{textOf(operation)}</q> : null}
          </li>
        ))}
      </ul>
      {fits ? null : (
        <p>
          {say(
            'Thay đổi này không còn áp được vào bản mới (nhiệm vụ có thể đã bị gộp hoặc tách). Hãy chép lại chữ cần giữ trước khi bỏ.',
          )}
        </p>
      )}
    </Dialog>
  );
}

function textOf(operation: Operation): string | null {
  if (operation.op === 'editTask')
    return operation.changes.text ?? operation.changes.group ?? operation.changes.items?.join('; ') ?? null;
  if (operation.op === 'setField') return operation.value;
  if (operation.op === 'addTask') return operation.task.text;
  if (operation.op === 'setAgencies') return operation.agencies.map((agency) => agency.name).join('; ');
  return null;
}

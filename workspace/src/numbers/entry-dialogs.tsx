// What can be done with a number of the register: used for a paper, kept longer, cancelled, its columns filled in.
import type { NumberEntry } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import {
  asksDrafter,
  copiesOf,
  emptyPaper,
  fitsSymbol,
  PaperFields,
  paperOf,
  SymbolRule,
  TextField,
  wholePaper,
} from './form.tsx';
import css from './numbers.module.css';
import { cancelNumber, editNumber, extendNumber, giveNumber, numberScheme } from './requests.ts';
import { useWriting } from './use-writing.ts';

export interface Asked {
  readonly entry: NumberEntry;
  readonly ability: NumberEntry['may'][number];
}
interface Props {
  readonly entry: NumberEntry;
  readonly onClose: () => void;
}

export function EntryDialog({ entry, ability, onClose }: Asked & { readonly onClose: () => void }) {
  const Body = { use: UseDialog, extend: ExtendDialog, cancel: CancelDialog, edit: EditDialog }[ability];
  return <Body entry={entry} onClose={onClose} />;
}

interface FrameProps {
  readonly title: string;
  readonly what?: string;
  readonly button: string;
  readonly grave?: boolean;
  readonly ready: boolean;
  readonly writing: { readonly error: unknown; readonly isPending: boolean };
  readonly onWrite: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Frame({ title, what, button, grave, ready, writing, onWrite, onClose, children }: FrameProps) {
  const { say } = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look={grave ? 'grave' : 'action'} disabled={!ready || writing.isPending} onClick={onWrite}>
            {button}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {writing.error ? <Failure error={writing.error} /> : null}
        {what ? <p>{what}</p> : null}
        {children}
      </div>
    </Dialog>
  );
}

function UseDialog({ entry, onClose }: Props) {
  const { say } = useWords();
  const [paper, setPaper] = useState({ ...emptyPaper, title: entry.taken.purpose ?? '' });
  const [drafter, setDrafter] = useState(entry.drafter ?? '');
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', entry.unitId],
    queryFn: ({ signal }) => numberScheme({ unit: entry.unitId }, signal),
  });
  const needs = asksDrafter(scheme.data, entry.type);
  const writing = useWriting(
    () =>
      giveNumber(entry.id, {
        version: entry.version,
        ...paperOf(paper),
        ...(needs && drafter.trim() ? { drafter: drafter.trim() } : {}),
      }),
    { done: 'Đã ghi vào sổ', onClose },
  );
  return (
    <Frame
      title={say('Dùng số {number} cho bản giấy', { number: entry.fullNumber })}
      what={say('Văn bản điện tử lấy số đã giữ ở bước “Cấp số” của văn bản đó.')}
      button={say('Ghi vào sổ')}
      ready={wholePaper(paper) && (!needs || (drafter.trim() !== '' && fitsSymbol(drafter)))}
      writing={writing}
      onWrite={() => writing.mutate(undefined)}
      onClose={onClose}
    >
      {needs ? (
        <TextField
          label={say('Chữ viết tắt đơn vị soạn thảo (trong ký hiệu)')}
          most={30}
          value={drafter}
          onChange={setDrafter}
        />
      ) : null}
      {needs ? <SymbolRule text={drafter} /> : null}
      <PaperFields value={paper} onChange={setPaper} />
    </Frame>
  );
}

function ExtendDialog({ entry, onClose }: Props) {
  const { say } = useWords();
  const [until, setUntil] = useState(entry.until ?? '');
  const [reason, setReason] = useState('');
  const writing = useWriting(
    () => extendNumber(entry.id, { version: entry.version, until, reason: reason.trim() }),
    { done: 'Đã gia hạn giữ số', onClose },
  );
  return (
    <Frame
      title={say('Gia hạn giữ số {number}', { number: entry.fullNumber })}
      button={say('Gia hạn')}
      ready={until !== '' && reason.trim() !== ''}
      writing={writing}
      onWrite={() => writing.mutate(undefined)}
      onClose={onClose}
    >
      <DayField label={say('Giữ đến hết ngày')} value={until} onChange={setUntil} />
      <TextField label={say('Lý do')} most={1000} rows={2} value={reason} onChange={setReason} />
    </Frame>
  );
}

function CancelDialog({ entry, onClose }: Props) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const writing = useWriting(
    () => cancelNumber(entry.id, { version: entry.version, reason: reason.trim() }),
    { done: 'Đã hủy số', onClose },
  );
  return (
    <Frame
      title={say('Hủy số {number}', { number: entry.fullNumber })}
      what={say('Số ở lại trong sổ với lý do, không cấp lại cho văn bản khác.')}
      button={say('Hủy số')}
      grave
      ready={reason.trim() !== ''}
      writing={writing}
      onWrite={() => writing.mutate(undefined)}
      onClose={onClose}
    >
      <TextField label={say('Lý do hủy số')} most={2000} rows={3} value={reason} onChange={setReason} />
    </Frame>
  );
}

function EditDialog({ entry, onClose }: Props) {
  const { say } = useWords();
  const [archive, setArchive] = useState(entry.archive ?? '');
  const [copies, setCopies] = useState(entry.copies === null ? '' : String(entry.copies));
  const [sentOn, setSentOn] = useState(entry.sentOn ?? '');
  const [receivedBy, setReceivedBy] = useState(entry.receivedBy ?? '');
  const [note, setNote] = useState(entry.note ?? '');
  const writing = useWriting(
    () =>
      editNumber(entry.id, {
        version: entry.version,
        archive: archive.trim() || null,
        copies: copiesOf(copies),
        sentOn: sentOn || null,
        receivedBy: receivedBy.trim() || null,
        note: note.trim() || null,
      }),
    { done: 'Đã ghi vào sổ', onClose },
  );
  return (
    <Frame
      title={say('Ghi sổ: {number}', { number: entry.fullNumber })}
      button={say('Lưu')}
      ready={/^\d{0,6}$/.test(copies.trim())}
      writing={writing}
      onWrite={() => writing.mutate(undefined)}
      onClose={onClose}
    >
      <div className={css['pair']}>
        <TextField label={say('Nơi giữ bản lưu')} most={300} value={archive} onChange={setArchive} />
        <TextField label={say('Số bản')} most={6} value={copies} onChange={setCopies} />
      </div>
      <DayField label={say('Ngày chuyển')} value={sentOn} onChange={setSentOn} />
      <TextField label={say('Ký nhận')} most={300} value={receivedBy} onChange={setReceivedBy} />
      <TextField label={say('Ghi chú')} most={2000} rows={2} value={note} onChange={setNote} />
    </Frame>
  );
}

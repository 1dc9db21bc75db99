// Evidence that is no file: where it stands on the web, or what the product is called, with its number or its day.
import type { DutyDetail, Evidence } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dutiesChanged } from './bulk.ts';
import css from './bulk.module.css';
import { useKept } from './kept.ts';
import { addLink } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';

export type LinkKind = Exclude<Evidence['kind'], 'file'>;

interface Props {
  readonly duty: DutyDetail;
  readonly output: number | null;
  readonly kind: LinkKind;
  readonly onClose: () => void;
}

const titles: Readonly<Record<LinkKind, Message>> = { link: 'Thêm đường dẫn', record: 'Ghi sản phẩm' };

export function LinkDialog({ duty, output, kind, onClose }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`${kind}:${duty.id}:${output ?? 'all'}`, { title: '', url: '' });
  const title = kept.value.title.trim();
  const url = kept.value.url.trim();
  const fits = /^https?:\/\/\S+\.\S+/.test(url);
  const send = useMutation({
    mutationFn: () => addLink(duty.id, { kind, title, output, ...(url ? { url } : {}) }),
    onSuccess: () => {
      kept.forget();
      dutiesChanged(queries);
      onClose();
    },
  });
  const ready = title !== '' && (fits || (kind === 'record' && url === ''));
  const name = (
    <label>
      {kind === 'link' ? say('Tên gọi') : say('Tên, số hiệu, ngày của sản phẩm')}
      <input
        type="text"
        maxLength={500}
        value={kept.value.title}
        onChange={(event) => kept.set({ ...kept.value, title: event.target.value })}
      />
      {kind === 'record' ? (
        <small className={css['hint']}>
          {say('Ví dụ: Công văn số 12/UBND-VX ngày 05/3/2026; chuyên mục phát thanh tối 10/3/2026.')}
        </small>
      ) : null}
    </label>
  );
  return (
    <Dialog
      title={say(titles[kind])}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={send.isPending || !ready} onClick={() => send.mutate()}>
            {say('Thêm minh chứng')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <SendProblem error={send.error} />
        {kind === 'record' ? name : null}
        <label>
          {kind === 'link' ? say('Đường dẫn (bài báo, chương trình, trang tin)') : say('Đường dẫn (nếu có)')}
          <input
            type="url"
            inputMode="url"
            placeholder="https://"
            value={kept.value.url}
            onChange={(event) => kept.set({ ...kept.value, url: event.target.value })}
          />
        </label>
        {url && !fits ? (
          <p role="status" className={css['hint']}>
            {say('Đường dẫn bắt đầu bằng https:// hoặc http://')}
          </p>
        ) : null}
        {kind === 'link' ? name : null}
      </div>
    </Dialog>
  );
}

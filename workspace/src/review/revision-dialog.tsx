// By hand: which earlier document this one revises, where it was not proposed, or that it revises none.
import type { DocumentDetail } from '@nhipcau/server/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { documentList, reviseDocument } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import css from './dialogs.module.css';

export function RevisionDialog({ detail, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<number | null>(null);
  const revise = useMutation({
    mutationFn: (documentId: number | null) => reviseDocument(detail.id, documentId),
    onSuccess: (answered) => {
      queries.setQueryData(['document', detail.id], answered);
      onClose();
    },
  });
  return (
    <Dialog
      wide
      title={say('Là bản sửa đổi của văn bản nào?')}
      onClose={onClose}
      actions={
        <>
          {detail.revision ? (
            <Button disabled={revise.isPending} onClick={() => revise.mutate(null)}>
              {say('Không sửa đổi văn bản nào')}
            </Button>
          ) : null}
          <Button
            look="action"
            disabled={chosen === null || revise.isPending}
            onClick={() => revise.mutate(chosen)}
          >
            {say('So sánh với bản đã chọn')}
          </Button>
        </>
      }
    >
      {revise.isError ? <Failure error={revise.error} /> : null}
      <p className={css['lead']}>
        {say('Những gì đã sửa khi rà soát bản trước được mang sang bản này. Sau này vẫn bỏ nối được.')}
      </p>
      <Earlier detail={detail} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}

interface EarlierProps {
  readonly detail: DocumentDetail;
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

function Earlier({ detail, chosen, onChoose }: EarlierProps) {
  const { say, language } = useWords();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    queryKey: ['documents', 'earlier', q],
    queryFn: ({ signal }) => documentList({ q, status: ['accepted', 'review'], size: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== detail.id);
  return (
    <fieldset className={css['choices']}>
      <legend>{say('Tìm văn bản')}</legend>
      <input
        type="search"
        className={css['search']}
        aria-label={say('Tìm văn bản')}
        placeholder={say('Số, ký hiệu, trích yếu, cơ quan')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {rows.map((row) => (
        <label key={row.id}>
          <input type="radio" name="earlier" checked={chosen === row.id} onChange={() => onChoose(row.id)} />
          <span>
            <b>{documentName({ ...row, title: null }, say)}</b>
            {row.issuedOn ? `, ${day(row.issuedOn, language)}` : ''}
            <br />
            <span lang="vi">{row.title}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

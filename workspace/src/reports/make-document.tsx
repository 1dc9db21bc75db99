// The official document that carries the report goes on its own way from here; units that have not sent are named before.
import type { Report } from '@nhipcau/server/contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { draftOutgoing, reportList } from './requests.ts';
import { unsentOf, type Unsent } from './unsent.ts';

export function MakeDocument({ report }: { report: Report }) {
  const { say } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const onError = (error: unknown) => {
    const { title, detail } = failureWords(error, say);
    toast(`${title}. ${detail}`, { tone: 'problem' });
  };
  const make = useMutation({
    mutationFn: () => draftOutgoing(report.id),
    onSuccess: ({ id }) => void navigate({ to: `/van-ban-di/${id}` as '/' }),
    onError,
  });
  const look = useMutation({
    mutationFn: async () => unsentOf((await reportList({ parent: report.id, sort: 'unit', size: 500 })).rows),
    onSuccess: (found) => (found.all > 0 ? setUnsent(found) : make.mutate()),
    onError,
  });
  if (!may('outgoing.draft')) return null;
  return (
    <>
      <Button look="action" disabled={look.isPending || make.isPending} onClick={() => look.mutate()}>
        {say('Lập văn bản báo cáo')}
      </Button>
      {unsent ? (
        <Dialog
          title={say('Lập văn bản báo cáo')}
          onClose={() => setUnsent(null)}
          actions={
            <>
              <Button onClick={() => setUnsent(null)}>{say('Thôi')}</Button>
              <Button look="action" disabled={make.isPending} onClick={() => make.mutate()}>
                {say('Vẫn lập văn bản')}
              </Button>
            </>
          }
        >
          <Missing unsent={unsent} />
        </Dialog>
      ) : null}
    </>
  );
}

function Missing({ unsent: { all, waiting, overdue, returned, names } }: { unsent: Unsent }) {
  const { say } = useWords();
  const kinds = [
    waiting > 0 ? say('còn hạn {n, number}', { n: waiting }) : null,
    overdue > 0 ? say('quá hạn {n, number}', { n: overdue }) : null,
    returned > 0 ? say('đã trả lại {n, number}', { n: returned }) : null,
  ].filter(Boolean);
  return (
    <>
      <p>
        {say('{n, number} đơn vị chưa gửi ({kinds}). Vẫn lập văn bản?', { n: all, kinds: kinds.join(', ') })}
      </p>
      <ul lang="vi">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {all > names.length ? <p>{say('và {n, number} đơn vị khác', { n: all - names.length })}</p> : null}
    </>
  );
}

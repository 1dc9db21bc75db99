// The last look before anything enters the register.
import type { DocumentDetail, Draft, Warning } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { acceptDocument } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './dialogs.module.css';
import type { Keeper } from './keeper.ts';
import { summaryOf } from './summary.ts';

const leadsShown = 6;

interface Props {
  readonly detail: DocumentDetail;
  readonly draft: Draft;
  readonly warnings: readonly Warning[];
  readonly keeper: Keeper;
  readonly onClose: () => void;
}

export function AcceptDialog({ detail, draft, warnings, keeper, onClose }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const summary = summaryOf(draft, warnings);
  const accept = useMutation({
    mutationFn: async () => {
      if (!(await keeper.settled()))
        throw new Error(say('Còn thay đổi chưa lưu được. Hãy lưu xong rồi đưa vào sổ.'));
      return acceptDocument(detail.id, keeper.now().state.version);
    },
    onSuccess: (accepted) => {
      queries.setQueryData(['document', detail.id], accepted);
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast(say('Đã đưa {n, number} nhiệm vụ vào sổ.', { n: summary.entering }));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Đưa vào sổ nhiệm vụ')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Rà soát tiếp')}</Button>
          <Button look="action" disabled={accept.isPending} onClick={() => accept.mutate()}>
            {say('Đưa {n, number} nhiệm vụ vào sổ', { n: summary.entering })}
          </Button>
        </>
      }
    >
      {accept.isError ? <Failure error={accept.error} /> : null}
      <p className={css['lead']}>
        {say('{document}: {n, number} nhiệm vụ sẽ vào sổ cùng lúc.', {
          document: documentName(
            { ...detail, number: draft.fields.number, title: draft.fields.title, type: draft.fields.type },
            say,
          ),
          n: summary.entering,
        })}
      </p>
      <ul className={css['counts']}>
        <Count n={summary.withoutLead} words={say('chưa có cơ quan chủ trì')} />
        <Count n={summary.withoutDue} words={say('chưa nêu thời hạn')} />
        <Count n={summary.unmatched} words={say('có cơ quan chủ trì chưa khớp danh bạ đơn vị')} />
        <Count n={summary.struck} words={say('đã gạch bỏ, không vào sổ')} />
        <Count n={summary.openWarnings} words={say('cảnh báo chưa xem')} />
      </ul>
      {summary.leads.length > 0 ? (
        <>
          <h3 className={css['heading']}>{say('Chủ trì')}</h3>
          <ul className={css['counts']}>
            {summary.leads.slice(0, leadsShown).map((lead) => (
              <Count key={lead.name} n={lead.count} words={lead.name} />
            ))}
            {summary.leads.length > leadsShown ? (
              <li>
                <span />
                <span>{say('và {n, number} cơ quan khác', { n: summary.leads.length - leadsShown })}</span>
              </li>
            ) : null}
          </ul>
        </>
      ) : null}
      {detail.revision ? (
        <Notice tone="river">
          {say('Các nhiệm vụ của {document} sẽ được thay bằng các nhiệm vụ này.', {
            document: documentName(detail.revision.of, say),
          })}
        </Notice>
      ) : null}
    </Dialog>
  );
}

function Count({ n, words }: { n: number; words: string }) {
  const { say } = useWords();
  if (n === 0) return null;
  return (
    <li>
      <b className="figures">{say('{n, number}', { n })}</b>
      <span>{words}</span>
    </li>
  );
}

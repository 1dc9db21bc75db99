import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './bulk.module.css';
import { useKept } from './kept.ts';
import { remedy } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';

interface Props {
  readonly inspectionId: number;
  readonly findingId: number;
  readonly onClose: () => void;
}

/** When and how a finding was mended. */
export function RemedyDialog({ inspectionId, findingId, onClose }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`remedy:${findingId}`, { on: today(), note: '' });
  const { on, note } = kept.value;
  const send = useMutation({
    mutationFn: () => remedy(inspectionId, findingId, { on, note: note.trim() }),
    onSuccess: () => {
      kept.forget();
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Ghi đã khắc phục')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={send.isPending || !on || on > today()}
            onClick={() => send.mutate()}
          >
            {say('Ghi đã khắc phục')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <SendProblem error={send.error} />
        <DayField
          label={say('Ngày khắc phục xong')}
          value={on}
          onChange={(to) => kept.set({ on: to, note })}
        />
        <label>
          {say('Ghi chú')}
          <textarea
            rows={3}
            maxLength={5000}
            value={note}
            onChange={(event) => kept.set({ on, note: event.target.value })}
          />
        </label>
      </div>
    </Dialog>
  );
}

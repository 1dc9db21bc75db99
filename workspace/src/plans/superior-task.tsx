// Which task of the superior's plan this one carries out.
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/words.ts';
import { usePiece } from './desk-context.ts';
import css from './form.module.css';
import { layoutOf } from './numbering.ts';
import { planById } from './requests.ts';

interface Props {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (taskId: number | null) => void;
}

export function SuperiorTask({ id, value, onChange }: Props) {
  const { say } = useWords();
  const superiorId = usePiece(({ draft }) => draft.superiorId);
  const superior = useQuery({
    queryKey: ['plan', superiorId],
    queryFn: ({ signal }) => planById(superiorId ?? 0, signal),
    enabled: superiorId !== null,
    staleTime: 60_000,
  });
  if (superiorId === null) return null;
  const { body } = superior.data ?? {};
  const { markers } = body ? layoutOf(body) : { markers: new Map<string, string>() };
  return (
    <div className={css['field']}>
      <label htmlFor={`superior-${id}`}>{say('Thực hiện nhiệm vụ của cấp trên')}</label>
      <select
        id={`superior-${id}`}
        lang="vi"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="">{say('Không gắn')}</option>
        {body?.tasks.map(({ id: local, taskId, text }) =>
          taskId === null ? null : (
            <option key={local} value={taskId}>
              {`${markers.get(local) ?? ''} ${text.length > 110 ? `${text.slice(0, 110)}…` : text}`}
            </option>
          ),
        )}
      </select>
    </div>
  );
}

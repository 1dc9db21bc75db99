// The plans or documents that a new plan may be made of.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documentList } from '../api.ts';
import beginning from '../desk/beginning.module.css';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import css from './new.module.css';
import { planList } from './requests.ts';
import { periodWords, planStates } from './states.ts';

interface Props {
  readonly ownerId: number | null;
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

interface Option {
  readonly id: number;
  readonly title: string;
  readonly about: string;
}

export function PlanSource({ kind, ownerId, chosen, onChoose }: Props & { kind: 'previous' | 'superior' }) {
  const { say, language } = useWords();
  const query =
    kind === 'superior'
      ? { status: 'issued', scope: 'above', size: 100 }
      : { size: 100, ...(ownerId === null ? { scope: 'own' } : { unit: ownerId }) };
  const plans = useQuery({
    queryKey: ['plans', 'sources', query],
    queryFn: ({ signal }) => planList(query, signal),
  });
  const options = plans.data?.rows.map((plan): Option => ({
    id: plan.id,
    title: plan.title,
    about: [
      plan.number,
      plan.owner.name,
      periodWords(plan, say, language),
      say(planStates[plan.status].words),
      say('{n, number} nhiệm vụ', { n: plan.tasks }),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <Choice
      legend={kind === 'superior' ? say('Kế hoạch cấp trên đã ban hành') : say('Kế hoạch trước của đơn vị')}
      options={options}
      chosen={chosen}
      onChoose={onChoose}
      error={plans.error}
      none={
        kind === 'superior'
          ? say('Cấp trên chưa ban hành kế hoạch nào trong hệ thống.')
          : say(
              'Đơn vị chưa có kế hoạch nào trong hệ thống. Có thể tải văn bản kế hoạch cũ lên rồi lập từ văn bản.',
            )
      }
    />
  );
}

export function DocumentSource({ chosen, onChoose }: Props) {
  const { say, language } = useWords();
  const documents = useQuery({
    queryKey: ['documents', 'sources'],
    queryFn: ({ signal }) => documentList({ status: ['accepted'], sort: '-issuedOn', size: 100 }, signal),
  });
  const options = documents.data?.rows.map((one): Option => ({
    id: one.id,
    title: one.title ?? one.fileName,
    about: [
      one.number,
      one.issuer,
      one.issuedOn ? day(one.issuedOn, language) : null,
      say('{n, number} nhiệm vụ', { n: one.tasks }),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <>
      <Choice
        legend={say('Văn bản đã đưa vào sổ')}
        options={options}
        chosen={chosen}
        onChoose={onChoose}
        error={documents.error}
        none={say('Chưa có văn bản nào được đưa vào sổ.')}
      />
      <p className={css['aside']}>
        <Link to="/tai-len">{say('Tải văn bản khác lên')}</Link>
      </p>
    </>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly options: readonly Option[] | undefined;
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
  readonly error: unknown;
  readonly none: string;
}

function Choice({ legend, options, chosen, onChoose, error, none }: ChoiceProps) {
  if (error) return <Failure error={error} />;
  if (!options) return <Waiting />;
  if (options.length === 0) return <Notice>{none}</Notice>;
  return (
    <fieldset className={beginning['choice']}>
      <legend>{legend}</legend>
      {options.map(({ id, title, about }) => (
        <label key={id}>
          <input type="radio" name="source" checked={chosen === id} onChange={() => onChoose(id)} />
          <span lang="vi">
            {title}
            <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

// Of a split: who is the main successor, and which units below and which duties go to another.
import { useQuery } from '@tanstack/react-query';
import { periodWords } from '../duties/classes.ts';
import { dutyList } from '../duties/requests.ts';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Choice } from '../ui/field.tsx';
import { unitById } from './requests.ts';
import { fitting, itself, type Form } from './wizard-form.ts';
import css from './units.module.css';

interface FormProps {
  readonly form: Form;
  readonly set: (change: Partial<Form>) => void;
}

const keysOf = (form: Form): readonly number[] => [
  ...(form.goesOn ? [itself] : []),
  ...form.targets.map(({ key }) => key),
];

const mainOf = (form: Form): number => (form.goesOn ? itself : form.main);

function useNames(form: Form): (key: number) => string {
  const { say } = useWords();
  return (key) => {
    if (key === itself) return form.units[0]?.name ?? '';
    const at = form.targets.findIndex((each) => each.key === key);
    const target = form.targets[at];
    const name = target?.isNew ? target.name.trim() : target?.unit?.name;
    return name || say('Đơn vị kế thừa {number}', { number: at + 1 });
  };
}

export function SplitChoices({ form, set }: FormProps) {
  const { say } = useWords();
  const nameOf = useNames(form);
  return (
    <>
      <p className={css['radios']}>
        <label>
          <input
            type="checkbox"
            checked={form.goesOn}
            onChange={({ target: { checked: goesOn } }) =>
              set({ goesOn, duties: {}, children: {}, targets: fitting('split', form.targets, goesOn) })
            }
          />
          {say('Đơn vị cũ vẫn hoạt động (chỉ tách một phần)')}
        </label>
      </p>
      {form.goesOn ? null : (
        <Choice
          label={say('Đơn vị kế thừa chính')}
          value={form.main}
          onChange={(event) => set({ main: Number(event.target.value) })}
        >
          {form.targets.map(({ key }) => (
            <option key={key} value={key}>
              {nameOf(key)}
            </option>
          ))}
        </Choice>
      )}
      <p className={css['hint']}>
        {form.goesOn
          ? say('Đơn vị cũ giữ mọi việc, người và đơn vị trực thuộc không nói riêng.')
          : say('Đơn vị kế thừa chính nhận mọi việc, người và đơn vị trực thuộc không nói riêng.')}
      </p>
      <ChildChoices form={form} set={set} />
      <DutyChoices form={form} set={set} />
    </>
  );
}

interface Row {
  readonly id: number;
  readonly label: string;
}

/** Who of the successors gets each; those that nothing is said about stand at the main one. */
function Handing({
  form,
  rows,
  chosen,
  onChange,
}: {
  readonly form: Form;
  readonly rows: readonly Row[];
  readonly chosen: Readonly<Record<number, number>>;
  readonly onChange: (next: Readonly<Record<number, number>>) => void;
}) {
  const nameOf = useNames(form);
  const main = mainOf(form);
  return (
    <ul className={css['duties']}>
      {rows.map(({ id, label }) => (
        <li key={id}>
          <Choice
            label={label}
            value={chosen[id] ?? main}
            onChange={(event) => {
              const { [id]: _before, ...others } = chosen;
              const key = Number(event.target.value);
              onChange(key === main ? others : { ...others, [id]: key });
            }}
          >
            {keysOf(form).map((key) => (
              <option key={key} value={key}>
                {nameOf(key)}
              </option>
            ))}
          </Choice>
        </li>
      ))}
    </ul>
  );
}

function ChildChoices({ form, set }: FormProps) {
  const { say } = useWords();
  const unitId = form.units[0]?.id;
  const found = useQuery({
    queryKey: ['units', unitId],
    queryFn: ({ signal }) => unitById(unitId ?? 0, signal),
    enabled: unitId !== undefined,
  });
  const children = (found.data?.children ?? []).filter(({ depth }) => depth === 1);
  if (children.length === 0) return null;
  const rows = children.map(({ id, name }) => ({ id, label: name }));
  return (
    <details className={css['group']}>
      <summary>{say('Giao riêng từng đơn vị trực thuộc ({count} đơn vị)', { count: rows.length })}</summary>
      <Handing form={form} rows={rows} chosen={form.children} onChange={(next) => set({ children: next })} />
    </details>
  );
}

/** As many as are asked for at once. */
const most = 200;

function DutyChoices({ form, set }: FormProps) {
  const { say, language } = useWords();
  const unitId = form.units[0]?.id;
  const found = useQuery({
    queryKey: ['units', 'duties', unitId],
    queryFn: ({ signal }) => dutyList({ unit: [String(unitId)], sort: '-due', size: most }, signal),
    enabled: unitId !== undefined,
  });
  if (!found.data || found.data.rows.length === 0) return null;
  const { total } = found.data;
  const rows = found.data.rows.map(({ id, text, period, dueOn }) => {
    const due = dueOn ? say('hạn {date}', { date: dayWords(dueOn, language) }) : null;
    return { id, label: [text, period ? periodWords(period, say) : null, due].filter(Boolean).join(' · ') };
  });
  return (
    <details className={css['group']}>
      <summary>{say('Giao riêng từng việc ({count} việc)', { count: total })}</summary>
      {total > most ? (
        <p className={css['hint']}>
          {say('Danh sách có {count} việc đến hạn muộn nhất; các việc khác theo đơn vị kế thừa chính.', {
            count: most,
          })}
        </p>
      ) : null}
      <Handing form={form} rows={rows} chosen={form.duties} onChange={(next) => set({ duties: next })} />
    </details>
  );
}

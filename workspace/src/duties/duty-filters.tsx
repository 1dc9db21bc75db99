// What a list of duties can be narrowed by; each part of it stands in the address.
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../access/me.ts';
import { unitById } from './requests.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import { dutyClasses, filtersOf, narrowed, type DutySearch } from './addresses.ts';
import { classWords, roleWords } from './classes.ts';
import css from './duties.module.css';
import lists from '../ui/list.module.css';
import { planChoices } from './requests.ts';
import { UnitField } from './unit-field.tsx';

interface Props {
  readonly search: DutySearch;
  readonly onChange: (search: DutySearch) => void;
  readonly hide?: readonly ('class' | 'unit')[];
}

export function DutyFilters({ search, onChange, hide = [] }: Props) {
  const { say } = useWords();
  const set = (part: Readonly<Record<string, unknown>>) => onChange(narrowed(search, part));
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  const any = Object.keys(filtersOf(search)).length > 0;
  return (
    <search className={lists['filters']}>
      <input
        type="search"
        aria-label={say('Tìm trong các việc')}
        placeholder={say('Tìm, không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {hide.includes('unit') ? null : <UnitFilter search={search} set={set} />}
      <Choose
        label="Vai trò"
        value={search.role ?? ''}
        options={[
          ['lead', say(roleWords.lead)],
          ['coordinating', say(roleWords.coordinating)],
        ]}
        onChange={(role) => set({ role })}
      />
      {hide.includes('class') ? null : (
        <Choose
          label="Tình trạng"
          value={search.class?.[0] ?? ''}
          options={dutyClasses.map((kind) => [kind, say(classWords[kind].words)])}
          onChange={(kind) => set({ class: kind === '' ? [] : [kind] })}
        />
      )}
      <PlanFilter search={search} set={set} />
      <Choose
        label="Năm"
        value={String(search.year ?? '')}
        options={yearsAround(search.year).map((year) => [String(year), String(year)])}
        onChange={(year) => set({ year: year === '' ? undefined : Number(year) })}
      />
      {any ? (
        <Button look="plain" small onClick={() => onChange(search.sort ? { sort: search.sort } : {})}>
          {say('Bỏ lọc')}
        </Button>
      ) : null}
    </search>
  );
}

function yearsAround(chosen: number | undefined): readonly number[] {
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: 8 }, (_, at) => now + 1 - at);
  return chosen === undefined || years.includes(chosen) ? years : [chosen, ...years];
}

interface ChooseProps {
  readonly label: Message;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseProps) {
  const { say } = useWords();
  return (
    <select
      aria-label={say(label)}
      value={value}
      data-set={value !== ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{say('{field}: tất cả', { field: say(label) })}</option>
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface PartProps {
  readonly search: DutySearch;
  readonly set: (part: Readonly<Record<string, unknown>>) => void;
}

function PlanFilter({ search, set }: PartProps) {
  const plans = useQuery({
    queryKey: ['plans', 'choices'],
    queryFn: ({ signal }) => planChoices(signal),
    staleTime: 300_000,
    retry: false,
  });
  return (
    <Choose
      label="Kế hoạch"
      value={search.plan?.[0] ?? ''}
      options={(plans.data?.rows ?? []).map((plan) => [
        String(plan.id),
        [plan.number, plan.title].filter(Boolean).join(' – '),
      ])}
      onChange={(plan) => set({ plan: plan === '' ? [] : [plan] })}
    />
  );
}

/** The reader's own units first; any other is found by its name. */
function UnitFilter({ search, set }: PartProps) {
  const { say } = useWords();
  const { roles = [] } = useMe() ?? {};
  const own = [...new Map(roles.map(({ unitId, unitName }) => [unitId, unitName]))];
  const chosen = Number(search.unit?.[0] ?? search.under ?? 0);
  const named = useQuery({
    queryKey: ['units', 'one', chosen],
    queryFn: ({ signal }) => unitById(chosen, signal),
    enabled: chosen > 0 && !own.some(([id]) => id === chosen),
    staleTime: 300_000,
    retry: false,
  });
  const name = own.find(([id]) => id === chosen)?.[1] ?? named.data?.name ?? (chosen > 0 ? `${chosen}` : '');
  const choose = (id: number | null) => set({ unit: id === null ? [] : [String(id)], under: undefined });
  const label = name
    ? `${say('Đơn vị')}: ${name}${search.under ? ` ${say('và cấp dưới')}` : ''}`
    : say('Đơn vị');
  return (
    <Drop label={<span className={css['chosenUnit']}>{label}</span>} set={chosen > 0}>
      {(close) => (
        <div className={css['unitFilter']}>
          <UnitField
            label={say('Đơn vị')}
            value={null}
            onChange={(unit) => unit && (choose(unit.id), close())}
          />
          <ul>
            {own.map(([id, unitName]) => (
              <li key={id}>
                <Button look="plain" small onClick={() => (choose(id), close())}>
                  {unitName}
                </Button>
              </li>
            ))}
          </ul>
          {chosen > 0 ? (
            <Button small onClick={() => (choose(null), close())}>
              {say('Mọi đơn vị')}
            </Button>
          ) : null}
        </div>
      )}
    </Drop>
  );
}

// One level of units that report: which ones, by when.
import type { ReportTier } from '@nhipcau/server/contract';
import { useWords, type Message } from '../language/words.ts';
import { kindNames, unitKinds } from '../units/kinds.ts';
import { Button } from '../ui/button.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { NamedUnits } from './named-units.tsx';
import css from './regimes.module.css';

export function newTier(tiers: readonly ReportTier[]): ReportTier {
  const taken = new Set(tiers.map(({ id }) => id));
  let n = tiers.length + 1;
  while (taken.has(`t${n}`)) n += 1;
  return {
    id: `t${n}`,
    name: '…',
    units: { underId: null, direct: true, levels: [], kinds: [], include: [], exclude: [] },
    deadline: { kind: 'working-days', days: 2 },
  };
}

const levels = ['province', 'commune'] as const;
const levelWords: Readonly<Record<(typeof levels)[number], Message>> = {
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
};

interface TierProps {
  readonly tier: ReportTier;
  readonly removable: boolean;
  readonly onChange: (tier: ReportTier) => void;
  readonly onRemove: () => void;
}

export function TierFields({ tier, removable, onChange, onRemove }: TierProps) {
  const { say } = useWords();
  const { units } = tier;
  const change = (part: Partial<ReportTier['units']>) => onChange({ ...tier, units: { ...units, ...part } });
  const turn = (all: readonly string[], one: string) =>
    all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
  return (
    <fieldset className={css['tier']}>
      <legend lang="vi">{tier.name}</legend>
      <div className={css['row']}>
        <label className={css['field']}>
          {say('Tên cấp')}
          <input
            type="text"
            lang="vi"
            maxLength={200}
            value={tier.name}
            onChange={(event) => onChange({ ...tier, name: event.target.value })}
          />
        </label>
        <DeadlineFields
          label={say('Hạn gửi')}
          value={tier.deadline}
          onChange={(deadline) => deadline && onChange({ ...tier, deadline })}
        />
      </div>
      <div className={css['ticks']} role="group" aria-label={say('Cấp hành chính')}>
        {levels.map((level) => (
          <label key={level}>
            <input
              type="checkbox"
              checked={units.levels.includes(level)}
              onChange={() => change({ levels: turn(units.levels, level) })}
            />
            {say(levelWords[level])}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={units.direct}
            onChange={(event) => change({ direct: event.target.checked })}
          />
          {say('Chỉ các đơn vị trực thuộc')}
        </label>
      </div>
      <details open={units.kinds.length > 1}>
        <summary>
          {units.kinds.length === 0
            ? say('Mọi loại đơn vị')
            : units.kinds
                .map((kind) => (kind in unitKinds ? say(unitKinds[kind as keyof typeof unitKinds]) : kind))
                .join(', ')}
        </summary>
        <div className={css['ticks']} role="group" aria-label={say('Loại đơn vị')}>
          {kindNames.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={units.kinds.includes(kind)}
                onChange={() => change({ kinds: turn(units.kinds, kind) })}
              />
              {say(unitKinds[kind])}
            </label>
          ))}
        </div>
      </details>
      <NamedUnits
        label={say('Thêm riêng đơn vị')}
        ids={units.include}
        onChange={(include) => change({ include: [...include] })}
      />
      <NamedUnits
        label={say('Trừ đơn vị')}
        ids={units.exclude}
        onChange={(exclude) => change({ exclude: [...exclude] })}
      />
      {removable ? (
        <Button small look="plain" onClick={onRemove}>
          {say('Bỏ cấp này')}
        </Button>
      ) : null}
    </fieldset>
  );
}

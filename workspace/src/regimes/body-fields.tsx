// What a regime says, in the order in which one thinks of it: what, how often, which days, who by when, what about.
import type { RegimeBody, ReportDeadline, ReportTier } from '@nhipcau/server/contract';
import { useWords, type Message } from '../language/words.ts';
import { frequencies, frequencyWords, kinds, kindWords } from '../reports/words.ts';
import { unitKinds, kindNames } from '../units/kinds.ts';
import { Button } from '../ui/button.tsx';
import { OutlineFields } from './outline-fields.tsx';
import css from './regimes.module.css';
import { NamedUnits } from './named-units.tsx';

interface Props {
  readonly body: RegimeBody;
  readonly unitId: number | undefined;
  readonly onChange: (body: RegimeBody) => void;
}

export function BodyFields({ body, unitId, onChange }: Props) {
  const { say } = useWords();
  const set = (part: Partial<RegimeBody>) => onChange({ ...body, ...part });
  return (
    <>
      <label className={css['field']}>
        {say('Tên chế độ báo cáo')}
        <input
          type="text"
          lang="vi"
          maxLength={300}
          value={body.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      <div className={css['row']}>
        <label className={css['field']}>
          {say('Loại báo cáo')}
          <select
            value={body.kind}
            onChange={(event) => set({ kind: event.target.value as RegimeBody['kind'] })}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(kindWords[one])}
              </option>
            ))}
          </select>
        </label>
        <label className={css['field']}>
          {say('Tần suất')}
          <select
            value={body.frequency}
            onChange={(event) => set({ frequency: event.target.value as RegimeBody['frequency'] })}
          >
            {frequencies.map((one) => (
              <option key={one} value={one}>
                {say(frequencyWords[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={css['field']}>
        {say('Căn cứ pháp lý')}
        <textarea
          rows={2}
          lang="vi"
          value={body.legalBasis}
          onChange={(event) => set({ legalBasis: event.target.value })}
        />
      </label>
      {body.frequency === 'on-call' ? null : <WindowFields body={body} set={set} />}
      <section className={css['part']}>
        <h2>{say('Các cấp báo cáo')}</h2>
        {body.tiers.map((tier, at) => (
          <TierFields
            key={tier.id}
            tier={tier}
            removable={body.tiers.length > 1}
            onChange={(next) => set({ tiers: body.tiers.map((one, index) => (index === at ? next : one)) })}
            onRemove={() => set({ tiers: body.tiers.filter((_one, index) => index !== at) })}
          />
        ))}
        <Button small onClick={() => set({ tiers: [...body.tiers, newTier(body.tiers)] })}>
          + {say('Thêm cấp báo cáo')}
        </Button>
        <DeadlineFields
          label={say('Hạn của báo cáo tổng hợp')}
          value={body.ownDeadline}
          onChange={(ownDeadline) => set({ ownDeadline })}
          optional
        />
      </section>
      <OutlineFields
        outline={body.outline}
        unitId={unitId}
        onChange={(outline) => set({ outline: [...outline] })}
      />
      <SendingFields body={body} set={set} />
    </>
  );
}

type Set = (part: Partial<RegimeBody>) => void;

const whole = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(Number(text) || 0)));

function WindowFields({ body, set }: { body: RegimeBody; set: Set }) {
  const { say } = useWords();
  const { window } = body;
  const change = (part: Partial<RegimeBody['window']>) => set({ window: { ...window, ...part } });
  const months = [-3, -2, -1, 0, 1, 2, 3];
  const monthWords = (month: number, of: 'first' | 'last') =>
    month === 0
      ? of === 'first'
        ? say('tháng đầu kỳ')
        : say('tháng cuối kỳ')
      : month < 0
        ? say('{n, number} tháng trước đó', { n: -month })
        : say('{n, number} tháng sau đó', { n: month });
  return (
    <section className={css['part']}>
      <h2>{say('Kỳ chốt số liệu')}</h2>
      <p className={css['hint']}>
        {say('Mặc định theo Nghị định 09/2019: từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ.')}
      </p>
      <div className={css['row']}>
        <label className={css['field']}>
          {say('Từ ngày')}
          <input
            type="number"
            min={1}
            max={31}
            value={window.fromDay}
            onChange={(event) => change({ fromDay: whole(event.target.value, 1, 31) })}
          />
        </label>
        <label className={css['field']}>
          {say('của tháng')}
          <select
            value={window.fromMonth}
            onChange={(event) => change({ fromMonth: Number(event.target.value) })}
          >
            {[...new Set([...months, window.fromMonth])].map((month) => (
              <option key={month} value={month}>
                {monthWords(month, 'first')}
              </option>
            ))}
          </select>
        </label>
        <label className={css['field']}>
          {say('đến ngày')}
          <input
            type="number"
            min={1}
            max={31}
            value={window.toDay}
            onChange={(event) => change({ toDay: whole(event.target.value, 1, 31) })}
          />
        </label>
        <label className={css['field']}>
          {say('của tháng')}
          <select
            value={window.toMonth}
            onChange={(event) => change({ toMonth: Number(event.target.value) })}
          >
            {[...new Set([...months, window.toMonth])].map((month) => (
              <option key={month} value={month}>
                {monthWords(month, 'last')}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}

function newTier(tiers: readonly ReportTier[]): ReportTier {
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

function TierFields({ tier, removable, onChange, onRemove }: TierProps) {
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
          {say('Chỉ đơn vị trực thuộc trực tiếp')}
        </label>
      </div>
      <details open={units.kinds.length > 0 && units.kinds.length > 1}>
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

const deadlineWords: Readonly<Record<ReportDeadline['kind'], Message>> = {
  'working-days': 'ngày làm việc sau khi chốt số liệu',
  days: 'ngày sau khi chốt số liệu',
  on: 'ngày cố định',
};

interface DeadlineProps {
  readonly label: string;
  readonly value: ReportDeadline | null;
  readonly onChange: (deadline: ReportDeadline | null) => void;
  readonly optional?: boolean;
}

function begun(kind: string): ReportDeadline | null {
  if (kind === 'on') return { kind, month: 11, day: 15, yearOffset: 0 };
  if (kind === 'days' || kind === 'working-days') return { kind, days: 2 };
  return null;
}

function DeadlineFields({ label, value, onChange, optional }: DeadlineProps) {
  const { say } = useWords();
  return (
    <div className={css['deadline']} role="group" aria-label={label}>
      <span>{label}</span>
      <div className={css['row']}>
        {value && value.kind !== 'on' ? (
          <input
            type="number"
            min={0}
            max={366}
            aria-label={say('Số ngày')}
            value={value.days}
            onChange={(event) => onChange({ ...value, days: whole(event.target.value, 0, 250) })}
          />
        ) : null}
        <select
          aria-label={say('Cách tính hạn')}
          value={value?.kind ?? ''}
          onChange={(event) => onChange(begun(event.target.value))}
        >
          {optional ? <option value="">{say('không có')}</option> : null}
          {(Object.keys(deadlineWords) as ReportDeadline['kind'][]).map((kind) => (
            <option key={kind} value={kind}>
              {say(deadlineWords[kind])}
            </option>
          ))}
        </select>
        {value?.kind === 'on' ? (
          <>
            <input
              type="number"
              min={1}
              max={31}
              aria-label={say('Ngày')}
              value={value.day}
              onChange={(event) => onChange({ ...value, day: whole(event.target.value, 1, 31) })}
            />
            <input
              type="number"
              min={1}
              max={12}
              aria-label={say('Tháng')}
              value={value.month}
              onChange={(event) => onChange({ ...value, month: whole(event.target.value, 1, 12) })}
            />
            <select
              aria-label={say('Năm')}
              value={value.yearOffset}
              onChange={(event) => onChange({ ...value, yearOffset: Number(event.target.value) })}
            >
              <option value={0}>{say('của năm kết thúc kỳ')}</option>
              <option value={1}>{say('của năm sau')}</option>
            </select>
          </>
        ) : null}
      </div>
    </div>
  );
}

const sendings = ['system', 'document-exchange', 'paper', 'e-mail'] as const;
const sendingWords: Readonly<Record<(typeof sendings)[number], Message>> = {
  system: 'Trên hệ thống này',
  'document-exchange': 'Qua trục liên thông văn bản',
  paper: 'Bản giấy',
  'e-mail': 'Thư điện tử',
};

function SendingFields({ body, set }: { body: RegimeBody; set: Set }) {
  const { say } = useWords();
  return (
    <section className={css['part']}>
      <h2>{say('Gọi, nhắc và gửi')}</h2>
      <div className={css['ticks']}>
        <label>
          <input
            type="checkbox"
            checked={body.opensBefore !== null}
            onChange={(event) => set({ opensBefore: event.target.checked ? 30 : null })}
          />
          {say('Tự động gọi mỗi kỳ')}
        </label>
        {body.opensBefore !== null ? (
          <label>
            {say('trước ngày chốt số liệu')}
            <input
              type="number"
              min={0}
              max={366}
              value={body.opensBefore}
              onChange={(event) => set({ opensBefore: whole(event.target.value, 0, 366) })}
            />
            {say('ngày')}
          </label>
        ) : null}
      </div>
      <label className={css['field']}>
        {say('Nhắc các đơn vị chưa gửi, số ngày so với hạn (âm: trước hạn)')}
        <input
          key={body.reminders.join(',')}
          type="text"
          defaultValue={body.reminders.join('; ')}
          onBlur={(event) =>
            set({
              reminders: [
                ...new Set(
                  event.target.value
                    .split(/[;\s]+/)
                    .filter((one) => /^-?\d{1,2}$/.test(one))
                    .map(Number),
                ),
              ].slice(0, 10),
            })
          }
        />
      </label>
      <div className={css['ticks']} role="group" aria-label={say('Cách gửi')}>
        {sendings.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={body.sending.includes(one)}
              onChange={() =>
                set({
                  sending: body.sending.includes(one)
                    ? body.sending.filter((each) => each !== one)
                    : [...body.sending, one],
                })
              }
            />
            {say(sendingWords[one])}
          </label>
        ))}
      </div>
      <label className={css['field']}>
        {say('Biểu mẫu kèm theo')}
        <input
          type="text"
          lang="vi"
          maxLength={300}
          value={body.form}
          onChange={(event) => set({ form: event.target.value })}
        />
      </label>
    </section>
  );
}

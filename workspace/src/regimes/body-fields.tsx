// What a regime says, in the order in which one thinks of it: what, how often, which days, who by when, what about.
import type { RegimeBody } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useWords, type Message } from '../language/words.ts';
import { frequencies, frequencyWords, kinds, kindWords } from '../reports/words.ts';
import { Button } from '../ui/button.tsx';
import { OutlineFields } from './outline-fields.tsx';
import css from './regimes.module.css';
import { DeadlineFields, whole } from './deadline-fields.tsx';
import { newTier, TierFields } from './tier-fields.tsx';

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
        <label className={css['field']}>
          {say('Khi hạn rơi vào ngày nghỉ')}
          <select
            value={body.onDayOff}
            onChange={(event) => set({ onDayOff: event.target.value as RegimeBody['onDayOff'] })}
          >
            <option value="stays">{say('Giữ nguyên ngày đó')}</option>
            <option value="next-working-day">{say('Chuyển sang ngày làm việc kế tiếp')}</option>
          </select>
          <span className={css['hint']}>
            {say('Ngày nghỉ là thứ Bảy, Chủ nhật và')}{' '}
            <Link to="/quan-tri/ngay-nghi" search={{}}>
              {say('danh sách ngày nghỉ')}
            </Link>
            .
          </span>
        </label>
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
      <h2>{say('Yêu cầu, nhắc và gửi')}</h2>
      <div className={css['ticks']}>
        <label>
          <input
            type="checkbox"
            checked={body.opensBefore !== null}
            onChange={(event) => set({ opensBefore: event.target.checked ? 30 : null })}
          />
          {say('Tự động gửi yêu cầu mỗi kỳ')}
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

// A call on the spot: what is asked, of whom, by when.
import type { ReportCallCreate, ReportingUnits, UnitRef } from '@nhipcau/server/contract';
import forms from '../duties/bulk.module.css';
import { useKept } from '../duties/kept.ts';
import { useWords, type Message } from '../language/words.ts';
import { UnitsField } from '../regimes/units-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Page } from '../ui/page.tsx';
import { IndicatorsField } from '../indicators/indicators-field.tsx';
import { useOwners } from './owners.ts';
import { CallForm } from './call-form.tsx';

const reaches = ['departments', 'communes', 'both', 'service-units', 'offices', 'chosen'] as const;
type Reach = (typeof reaches)[number];
const reachWords: Readonly<Record<Reach, Message>> = {
  departments: 'Các sở, ban, ngành',
  communes: 'Ủy ban nhân dân các xã, phường, đặc khu',
  both: 'Sở, ban, ngành và Ủy ban nhân dân các xã, phường, đặc khu',
  'service-units': 'Các đơn vị sự nghiệp trực thuộc',
  offices: 'Các phòng, văn phòng trực thuộc',
  chosen: 'Những đơn vị tôi chọn',
};

/** Subordinate in administration. Bodies of the Party, the councils, the Front and associations are asked only by name. */
const rules: Readonly<Record<Exclude<Reach, 'chosen'>, Partial<ReportingUnits>>> = {
  departments: { direct: true, levels: ['province'], kinds: ['department'] },
  communes: { levels: ['commune'], kinds: ['committee'] },
  both: { direct: true, kinds: ['department', 'committee'] },
  'service-units': { direct: true, kinds: ['service-unit'] },
  offices: { direct: true, kinds: ['office'] },
};

function ruleOf(reach: Reach | '', chosen: readonly UnitRef[]): Partial<ReportingUnits> | undefined {
  if (reach === '') return undefined;
  return reach === 'chosen' ? { include: chosen.map(({ id }) => id) } : rules[reach];
}

interface Form {
  readonly name: string;
  readonly dueOn: string;
  readonly sections: string;
  readonly indicators: readonly string[];
  readonly reach: Reach | '';
  readonly chosen: readonly UnitRef[];
  readonly from: string;
  readonly to: string;
  readonly legalBasis: string;
  readonly note: string;
  readonly kind: 'ad-hoc' | 'thematic';
  readonly ownerId: number | null;
}

const begun: Form = {
  name: '',
  dueOn: '',
  sections: '',
  indicators: [],
  reach: '',
  chosen: [],
  from: '',
  to: '',
  legalBasis: '',
  note: '',
  kind: 'ad-hoc',
  ownerId: null,
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function callOf(form: Form, ownerId: number | undefined): ReportCallCreate {
  const units = ruleOf(form.reach, form.chosen);
  return {
    of: 'ad-hoc',
    ...(ownerId === undefined ? {} : { ownerId }),
    name: form.name.trim(),
    dueOn: form.dueOn,
    kind: form.kind,
    ...(form.from ? { from: form.from } : {}),
    ...(form.to ? { to: form.to } : {}),
    ...(units ? { units } : {}),
    sections: lines(form.sections),
    indicators: [...form.indicators],
    legalBasis: form.legalBasis.trim(),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  };
}

export function AdHocCall() {
  const { say } = useWords();
  const owners = useOwners();
  const kept = useKept<Form>('yeu-cau-bao-cao', begun);
  const form = kept.value;
  const set = (part: Partial<Form>) => kept.set({ ...form, ...part });
  const owner = owners.find(({ id }) => id === form.ownerId) ?? owners[0];
  const ready =
    form.name.trim() !== '' &&
    form.dueOn !== '' &&
    form.reach !== '' &&
    (form.reach !== 'chosen' || form.chosen.length > 0);
  return (
    <Page
      wide
      title={say('Yêu cầu báo cáo đột xuất')}
      lead={say(
        'Tên báo cáo, thời hạn, nội dung, đơn vị thực hiện: mỗi đơn vị nhận ngay một báo cáo đã điền sẵn số liệu từ sổ.',
      )}
    >
      <CallForm call={callOf(form, owner?.id)} ready={ready} onDone={kept.forget}>
        {owners.length > 1 ? (
          <label>
            {say('Cơ quan yêu cầu báo cáo')}
            <select
              value={owner?.id ?? ''}
              onChange={(event) => set({ ownerId: Number(event.target.value) })}
            >
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {say('Báo cáo về việc gì')}
          <input
            type="text"
            lang="vi"
            maxLength={300}
            required
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        <DayField label={say('Hạn gửi')} value={form.dueOn} onChange={(dueOn) => set({ dueOn })} required />
        <label>
          {say('Nội dung cần báo cáo, mỗi dòng một mục')}
          <textarea
            rows={4}
            lang="vi"
            value={form.sections}
            onChange={(event) => set({ sections: event.target.value })}
          />
        </label>
        <IndicatorsField
          unitId={owner?.id}
          value={form.indicators}
          onChange={(indicators) => set({ indicators })}
        />
        <label>
          {say('Đơn vị phải báo cáo')}
          <select value={form.reach} onChange={(event) => set({ reach: event.target.value as Reach | '' })}>
            <option value="">{say('Chọn đơn vị phải báo cáo')}</option>
            {reaches.map((one) => (
              <option key={one} value={one}>
                {say(reachWords[one])}
              </option>
            ))}
          </select>
        </label>
        <p className={forms['hint']}>
          {say(
            'Cơ quan Đảng, Hội đồng nhân dân, Mặt trận, đoàn thể, hội: chỉ khi được nêu tên trong “Những đơn vị tôi chọn”.',
          )}
        </p>
        {form.reach === 'chosen' ? (
          <UnitsField label={say('Thêm đơn vị')} value={form.chosen} onChange={(chosen) => set({ chosen })} />
        ) : null}
        <details>
          <summary>{say('Thêm: kỳ số liệu, căn cứ, lời dặn')}</summary>
          <div className={forms['form']}>
            <label>
              {say('Loại báo cáo')}
              <select
                value={form.kind}
                onChange={(event) => set({ kind: event.target.value as Form['kind'] })}
              >
                <option value="ad-hoc">{say('Báo cáo đột xuất')}</option>
                <option value="thematic">{say('Báo cáo chuyên đề')}</option>
              </select>
            </label>
            <DayField
              label={say('Số liệu từ ngày')}
              value={form.from}
              onChange={(from) => set({ from })}
              hint={say('Để trống: từ đầu năm')}
            />
            <DayField
              label={say('đến ngày')}
              value={form.to}
              onChange={(to) => set({ to })}
              hint={say('Để trống: đến hôm nay')}
            />
            <label>
              {say('Căn cứ')}
              <input
                type="text"
                lang="vi"
                value={form.legalBasis}
                onChange={(event) => set({ legalBasis: event.target.value })}
              />
            </label>
            <label>
              {say('Lời dặn gửi kèm (nếu có)')}
              <textarea
                rows={3}
                lang="vi"
                value={form.note}
                onChange={(event) => set({ note: event.target.value })}
              />
            </label>
          </div>
        </details>
      </CallForm>
    </Page>
  );
}

import type { IndicatorBody } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import css from '../regimes/regimes.module.css';
import { nameIn } from '../reports/cells.ts';
import { useDimensions } from '../reports/report.tsx';
import { shownNumber, typedNumber } from '../reports/numbers.ts';
import { Button } from '../ui/button.tsx';
import { FormulaFields } from './formula-fields.tsx';
import { useCatalogue } from './indicators-field.tsx';
import { rules, ruleWords } from './source-words.ts';

interface Props {
  readonly body: IndicatorBody;
  readonly unitId: number | undefined;
  readonly onChange: (body: IndicatorBody) => void;
}

type Texts = 'name' | 'nameEn' | 'unit' | 'unitEn' | 'group' | 'groupEn';

export function BodyFields({ body, unitId, onChange }: Props) {
  const { say } = useWords();
  const set = (part: Partial<IndicatorBody>) => onChange({ ...body, ...part });
  const text = (key: Texts, label: string) => (
    <label className={css['field']}>
      {label}
      <input
        type="text"
        lang={key.endsWith('En') ? 'en' : 'vi'}
        maxLength={key.startsWith('unit') ? 60 : key.startsWith('name') ? 300 : 200}
        value={body[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <>
      <div className={css['row']}>
        {text('name', say('Tên chỉ tiêu'))}
        {text('nameEn', say('Tên tiếng Anh'))}
      </div>
      <label className={css['field']}>
        {say('Định nghĩa: đếm cái gì, cái gì không tính')}
        <textarea
          rows={3}
          lang="vi"
          maxLength={3000}
          value={body.definition}
          onChange={(event) => set({ definition: event.target.value })}
        />
      </label>
      <div className={css['row']}>
        {text('unit', say('Đơn vị tính'))}
        {text('unitEn', say('Đơn vị tính bằng tiếng Anh'))}
        {text('group', say('Nhóm chỉ tiêu'))}
        {text('groupEn', say('Nhóm bằng tiếng Anh'))}
      </div>
      <RollupFields body={body} unitId={unitId} set={set} />
      <Breakdowns body={body} set={set} />
      <BoundFields body={body} set={set} />
      <section className={css['part']}>
        <h2>{say('Nguồn số liệu')}</h2>
        <FormulaFields formula={body.formula} unitId={unitId} onChange={(formula) => set({ formula })} />
      </section>
    </>
  );
}

type Set = (part: Partial<IndicatorBody>) => void;

function RollupFields({ body, unitId, set }: { body: IndicatorBody; unitId: number | undefined; set: Set }) {
  const { say, language } = useWords();
  const catalogue = useCatalogue(unitId);
  return (
    <div className={css['row']}>
      <label className={css['field']}>
        {say('Tổng hợp lên cấp trên')}
        <select
          value={body.rule}
          onChange={(event) => {
            const rule = event.target.value as IndicatorBody['rule'];
            set({ rule, ...(rule === 'average' ? {} : { weight: null }) });
          }}
        >
          {rules.map((one) => (
            <option key={one} value={one}>
              {say(ruleWords[one])}
            </option>
          ))}
        </select>
      </label>
      {body.rule === 'average' ? (
        <label className={css['field']}>
          {say('Trọng số')}
          <select value={body.weight ?? ''} onChange={(event) => set({ weight: event.target.value || null })}>
            <option value="">{say('Đơn vị ghi cạnh số liệu')}</option>
            {catalogue.data?.rows.map((one) => (
              <option key={one.id} value={one.code}>
                {one.code} {nameIn(one, language)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className={css['field']}>
        {say('Số chữ số thập phân')}
        <input
          type="number"
          min={0}
          max={6}
          value={body.decimals}
          onChange={(event) => set({ decimals: Math.min(6, Math.max(0, Number(event.target.value) || 0)) })}
        />
      </label>
    </div>
  );
}

function Breakdowns({ body, set }: { body: IndicatorBody; set: Set }) {
  const { say, language } = useWords();
  const dimensions = useDimensions() ?? [];
  const change = (at: number, keys: readonly string[]) =>
    set({
      breakdowns:
        keys.length === 0
          ? body.breakdowns.filter((_one, index) => index !== at)
          : body.breakdowns.map((one, index) => (index === at ? [...keys] : one)),
    });
  const [first] = dimensions;
  return (
    <section className={css['part']}>
      <h2>{say('Phân tổ')}</h2>
      <p className={css['hint']}>
        {say('Mỗi phân tổ chia hết tổng số một lần; chọn nhiều danh mục để phân tổ kết hợp.')}{' '}
        <Link to="/chi-tieu/phan-to">{say('Danh mục phân tổ')}</Link>
      </p>
      {body.breakdowns.map((keys, at) => (
        // Breakdowns have no ids: a place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div
          key={at}
          className={css['ticks']}
          role="group"
          aria-label={say('Phân tổ {n, number}', { n: at + 1 })}
        >
          {dimensions.map((dimension) => (
            <label key={dimension.key}>
              <input
                type="checkbox"
                checked={keys.includes(dimension.key)}
                disabled={!keys.includes(dimension.key) && keys.length >= 3}
                onChange={() =>
                  change(
                    at,
                    keys.includes(dimension.key)
                      ? keys.filter((one) => one !== dimension.key)
                      : [...keys, dimension.key],
                  )
                }
              />
              {nameIn(dimension, language)}
            </label>
          ))}
        </div>
      ))}
      {body.breakdowns.length < 8 && first ? (
        <Button small onClick={() => set({ breakdowns: [...body.breakdowns, [first.key]] })}>
          + {say('Thêm phân tổ')}
        </Button>
      ) : null}
    </section>
  );
}

function BoundFields({ body, set }: { body: IndicatorBody; set: Set }) {
  const { say, language } = useWords();
  const { bounds } = body;
  const field = (key: keyof typeof bounds, label: string) => (
    <label className={css['field']}>
      {label}
      <input
        key={`${key} ${bounds[key]}`}
        type="text"
        inputMode="decimal"
        defaultValue={shownNumber(bounds[key], language)}
        onBlur={(event) => {
          const value = typedNumber(event.target.value, language);
          if (value !== undefined) set({ bounds: { ...bounds, [key]: value } });
        }}
      />
    </label>
  );
  return (
    <section className={css['part']}>
      <h2>{say('Cảnh báo khi số liệu khác thường')}</h2>
      <p className={css['hint']}>
        {say('Số ngoài khoảng vẫn được nhận; người ghi và người xem xét được nhắc.')}
      </p>
      <div className={css['row']}>
        {field('min', say('Thấp nhất'))}
        {field('max', say('Cao nhất'))}
        {field('change', say('Khác kỳ trước quá (%)'))}
      </div>
      <div className={css['ticks']}>
        <label>
          <input
            type="checkbox"
            checked={body.required}
            onChange={(event) => set({ required: event.target.checked })}
          />
          {say('Bắt buộc: không có số hoặc lý do thì chưa gửi được báo cáo')}
        </label>
      </div>
    </section>
  );
}

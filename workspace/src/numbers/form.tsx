// Fields of the dialogs of the register.
import { DECREE_30_TYPES } from '@nhipcau/document';
import type { NumberScheme } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import css from './numbers.module.css';

export function TextField({
  label,
  value,
  onChange,
  most,
  rows,
  hint,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly most: number;
  /** More than one line. */
  readonly rows?: number;
  readonly hint?: string;
}) {
  const props = {
    lang: 'vi',
    maxLength: most,
    placeholder: hint,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <label>
      {label}
      {rows ? <textarea rows={rows} {...props} /> : <input type="text" {...props} />}
    </label>
  );
}

export function TypeField({ value, onChange }: { value: string; onChange: (type: string) => void }) {
  const { say } = useWords();
  return (
    <label>
      {say('Loại văn bản')}
      <select lang="vi" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="CV">Công văn</option>
        {Object.entries(DECREE_30_TYPES).map(([type, name]) => (
          <option key={type} value={type}>
            {name} ({type})
          </option>
        ))}
      </select>
    </label>
  );
}

/** The advisory body in whose series, and the unit in the symbol, where the scheme of the agency knows them. */
export function SeriesFields({
  scheme,
  type,
  value,
  onChange,
}: {
  readonly scheme: NumberScheme | undefined;
  readonly type: string;
  readonly value: { readonly body: string; readonly drafter: string };
  readonly onChange: (value: { readonly body: string; readonly drafter: string }) => void;
}) {
  const { say } = useWords();
  const { bodies = [], drafters = [] } = scheme ?? {};
  return (
    <>
      {bodies.length > 0 ? (
        <label>
          {say('Nhân danh ban, tổ chức tư vấn')}
          <select
            lang="vi"
            value={value.body}
            onChange={(event) => onChange({ ...value, body: event.target.value })}
          >
            <option value="">{say('Không có|thể thức')}</option>
            {bodies.map(({ name, abbreviation }) => (
              <option key={abbreviation} value={abbreviation}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {asksDrafter(scheme, type) ? (
        <label>
          {say('Chữ viết tắt đơn vị soạn thảo (trong ký hiệu)')}
          <input
            list="number-drafters"
            maxLength={30}
            aria-invalid={!fitsSymbol(value.drafter)}
            value={value.drafter}
            onChange={(event) => onChange({ ...value, drafter: event.target.value.trimStart() })}
          />
          <SymbolRule text={value.drafter} />
          <datalist id="number-drafters">
            {drafters.map(({ name, abbreviation }) => (
              <option key={abbreviation} value={abbreviation}>
                {name}
              </option>
            ))}
          </datalist>
        </label>
      ) : null}
    </>
  );
}

/** As the server takes it: it becomes part of the symbol. */
export const fitsSymbol = (text: string): boolean => /^[\p{L}\p{N}.]{0,30}$/u.test(text.trim());

/** Under a field whose text does not fit. */
export function SymbolRule({ text }: { readonly text: string }) {
  const { say } = useWords();
  return fitsSymbol(text) ? null : (
    <small role="alert" className={css['rule']}>
      {say('Chỉ gồm chữ cái, chữ số và dấu chấm, không có khoảng trắng, tối đa 30 ký tự')}
    </small>
  );
}

export const asksDrafter = (scheme: NumberScheme | undefined, type: string): boolean =>
  (type === 'CV' ? scheme?.letterSymbol : scheme?.symbol)?.includes('{UNIT}') ?? false;

export interface PaperForm {
  readonly title: string;
  readonly signer: string;
  /** One a line. */
  readonly recipients: string;
  readonly archive: string;
  readonly copies: string;
  readonly note: string;
}
export const emptyPaper: PaperForm = {
  title: '',
  signer: '',
  recipients: '',
  archive: '',
  copies: '',
  note: '',
};

export const paperOf = (form: PaperForm) => ({
  title: form.title.trim(),
  signer: form.signer.trim(),
  recipients: form.recipients
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  archive: form.archive.trim() || null,
  copies: copiesOf(form.copies),
  note: form.note.trim() || null,
});
export const copiesOf = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
export const wholePaper = (form: PaperForm): boolean =>
  form.title.trim() !== '' && form.signer.trim() !== '' && /^\d{0,6}$/.test(form.copies.trim());

export function PaperFields({ value, onChange }: { value: PaperForm; onChange: (form: PaperForm) => void }) {
  const { say } = useWords();
  const set = (part: Partial<PaperForm>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label={say('Trích yếu')}
        most={2000}
        rows={2}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={say('Người ký')}
        most={200}
        value={value.signer}
        onChange={(signer) => set({ signer })}
      />
      <TextField
        label={say('Nơi nhận, mỗi dòng một nơi')}
        most={20_000}
        rows={3}
        value={value.recipients}
        onChange={(recipients) => set({ recipients })}
      />
      <div className={css['pair']}>
        <TextField
          label={say('Nơi giữ bản lưu')}
          most={300}
          value={value.archive}
          onChange={(archive) => set({ archive })}
        />
        <TextField
          label={say('Số bản')}
          most={6}
          value={value.copies}
          onChange={(copies) => set({ copies })}
        />
      </div>
      <TextField label={say('Ghi chú')} most={2000} value={value.note} onChange={(note) => set({ note })} />
    </>
  );
}

// The outline of a report: sections in their order, what each asks for.
import type { ReportSection } from '@nhipcau/server/contract';
import { IndicatorsField } from '../indicators/indicators-field.tsx';
import { useWords } from '../language/words.ts';
import { numbered } from '../reports/outline.ts';
import { Button } from '../ui/button.tsx';
import css from './regimes.module.css';

interface Props {
  readonly outline: readonly ReportSection[];
  readonly unitId: number | undefined;
  readonly onChange: (outline: readonly ReportSection[]) => void;
}

function newSection(outline: readonly ReportSection[]): ReportSection {
  const taken = new Set(outline.map(({ id }) => id));
  let n = outline.length + 1;
  while (taken.has(`s${n}`)) n += 1;
  return { id: `s${n}`, level: 1, title: '', guidance: '', required: false, text: true, indicators: [] };
}

export function OutlineFields({ outline, unitId, onChange }: Props) {
  const { say } = useWords();
  const move = (at: number, by: -1 | 1) => {
    const moved = [...outline];
    const [one] = moved.splice(at, 1);
    if (one) moved.splice(at + by, 0, one);
    onChange(moved);
  };
  return (
    <section className={css['part']}>
      <h2>{say('Đề cương báo cáo')}</h2>
      <ol className={css['sections']}>
        {numbered(outline).map(({ section, marker }, at) => (
          <li key={section.id} data-level={section.level}>
            <Section
              section={section}
              marker={marker}
              unitId={unitId}
              onChange={(next) => onChange(outline.map((one, index) => (index === at ? next : one)))}
              onUp={at > 0 ? () => move(at, -1) : null}
              onDown={at < outline.length - 1 ? () => move(at, 1) : null}
              onRemove={
                outline.length > 1 ? () => onChange(outline.filter((_one, index) => index !== at)) : null
              }
            />
          </li>
        ))}
      </ol>
      <Button small onClick={() => onChange([...outline, newSection(outline)])}>
        + {say('Thêm mục')}
      </Button>
    </section>
  );
}

interface SectionProps {
  readonly section: ReportSection;
  readonly marker: string;
  readonly unitId: number | undefined;
  readonly onChange: (section: ReportSection) => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: (() => void) | null;
}

function Section({ section, marker, unitId, onChange, onUp, onDown, onRemove }: SectionProps) {
  const { say } = useWords();
  const set = (part: Partial<ReportSection>) => onChange({ ...section, ...part });
  return (
    <>
      <div className={css['sectionLine']}>
        <span aria-hidden="true">{marker}</span>
        <input
          type="text"
          lang="vi"
          maxLength={500}
          aria-label={say('Tên mục {marker}', { marker })}
          value={section.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <Button
          small
          look="plain"
          disabled={!onUp}
          aria-label={say('Đưa mục {marker} lên', { marker })}
          onClick={() => onUp?.()}
        >
          ↑
        </Button>
        <Button
          small
          look="plain"
          disabled={!onDown}
          aria-label={say('Đưa mục {marker} xuống', { marker })}
          onClick={() => onDown?.()}
        >
          ↓
        </Button>
        <Button
          small
          look="plain"
          disabled={!onRemove}
          aria-label={say('Bỏ mục {marker}', { marker })}
          onClick={() => onRemove?.()}
        >
          ✕
        </Button>
      </div>
      <details>
        <summary>
          {[
            section.text ? say('lời văn') : null,
            section.required ? say('bắt buộc') : null,
            section.indicators.length > 0
              ? say('{n, number} chỉ tiêu', { n: section.indicators.length })
              : null,
          ]
            .filter(Boolean)
            .join(', ') || say('chỉ có mục con')}
        </summary>
        <div className={css['sectionMore']}>
          <div className={css['ticks']}>
            <label>
              {say('Cấp mục')}
              <select value={section.level} onChange={(event) => set({ level: Number(event.target.value) })}>
                {[1, 2, 3].map((level) => (
                  <option key={level} value={level}>
                    {['I.', '1.', 'a)'][level - 1]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <input
                type="checkbox"
                checked={section.text}
                onChange={(event) => set({ text: event.target.checked })}
              />
              {say('Có lời văn')}
            </label>
            <label>
              <input
                type="checkbox"
                checked={section.required}
                onChange={(event) => set({ required: event.target.checked })}
              />
              {say('Bắt buộc viết')}
            </label>
          </div>
          <label className={css['field']}>
            {say('Hướng dẫn người viết')}
            <textarea
              rows={2}
              lang="vi"
              value={section.guidance}
              onChange={(event) => set({ guidance: event.target.value })}
            />
          </label>
          <IndicatorsField
            unitId={unitId}
            value={section.indicators}
            onChange={(indicators) => set({ indicators: [...indicators] })}
          />
        </div>
      </details>
    </>
  );
}

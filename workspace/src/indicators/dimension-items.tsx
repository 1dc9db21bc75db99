// The values of a dimension: own ones are written, moved and removed here; ready ones only end.
import { useWords } from '../language/words.ts';
import regimes from '../regimes/regimes.module.css';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './dimensions.module.css';

export interface ItemDraft {
  /** Of the line, whatever its key is written to be. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly endedOn: string | null;
  readonly own: boolean;
  readonly isNew: boolean;
}

interface Props {
  readonly items: readonly ItemDraft[];
  /** Keys that figures name: these end, they are not removed. */
  readonly inUse: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (items: readonly ItemDraft[]) => void;
}

const isKey = (key: string) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(key);

export function DimensionItems({ items, inUse, readOnly, onChange }: Props) {
  const { say } = useWords();
  const set = (id: string, part: Partial<ItemDraft>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const move = (at: number, by: number) => {
    const next = [...items];
    const [item] = next.splice(at, 1);
    if (item) next.splice(at + by, 0, item);
    onChange(next);
  };
  const add = () =>
    onChange([
      ...items,
      {
        id: `+${Math.max(0, ...items.map(({ id }) => Number(id.slice(1)) || 0)) + 1}`,
        key: '',
        name: '',
        nameEn: '',
        endedOn: null,
        own: true,
        isNew: true,
      },
    ]);
  return (
    <section className={regimes['part']}>
      <h2>{say('Các giá trị')}</h2>
      <ol className={css['items']}>
        {items.map((item, at) => (
          <li key={item.id} data-ended={item.endedOn !== null || undefined}>
            <Names item={item} readOnly={readOnly} onChange={(part) => set(item.id, part)} />
            <div className={css['acts']}>
              {readOnly ? (
                item.endedOn ? (
                  <Tag>{say('thôi dùng')}</Tag>
                ) : null
              ) : (
                <Ending item={item} onChange={(part) => set(item.id, part)} />
              )}
              {item.own && !readOnly ? (
                <Moves
                  name={item.name || item.key}
                  up={items[at - 1]?.own === true ? () => move(at, -1) : null}
                  down={items[at + 1]?.own === true ? () => move(at, 1) : null}
                  remove={
                    item.isNew || !inUse.includes(item.key)
                      ? () => onChange(items.filter(({ id }) => id !== item.id))
                      : null
                  }
                />
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <Button small onClick={add}>
          + {say('Thêm giá trị')}
        </Button>
      )}
    </section>
  );
}

interface NamesProps {
  readonly item: ItemDraft;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<ItemDraft>) => void;
}

function Names({ item, readOnly, onChange }: NamesProps) {
  const { say } = useWords();
  if (!item.own || readOnly)
    return (
      <div className={css['names']}>
        <code>{item.key}</code>
        <span lang="vi">{item.name}</span>
        <span lang="en" className={css['faint']}>
          {item.nameEn}
        </span>
      </div>
    );
  const field = (key: 'key' | 'name' | 'nameEn', label: string) => (
    <input
      type="text"
      aria-label={item.name && key !== 'name' ? `${label}: ${item.name}` : label}
      placeholder={label}
      lang={key === 'nameEn' ? 'en' : 'vi'}
      maxLength={key === 'key' ? 40 : 200}
      aria-invalid={key === 'key' && item.key !== '' && !isKey(item.key)}
      value={item[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
    />
  );
  return (
    <div className={css['names']}>
      {item.isNew ? field('key', say('Mã (để trống: lấy theo tên)')) : <code>{item.key}</code>}
      {field('name', say('Tên'))}
      {field('nameEn', say('Tên tiếng Anh'))}
    </div>
  );
}

/** Until when it is offered; figures that name it stay. */
function Ending({ item, onChange }: Pick<NamesProps, 'item' | 'onChange'>) {
  const { say } = useWords();
  if (item.isNew) return null;
  if (item.endedOn === null)
    return (
      <Button small look="plain" onClick={() => onChange({ endedOn: new Date().toLocaleDateString('sv') })}>
        {say('Thôi dùng')}
        <span className="hidden-text">: {item.name}</span>
      </Button>
    );
  return (
    <span className={css['ending']}>
      <DayField
        label={say('Dùng đến hết ngày')}
        value={item.endedOn}
        onChange={(endedOn) => onChange({ endedOn })}
      />
      <Button small look="plain" onClick={() => onChange({ endedOn: null })}>
        {say('Dùng lại')}
        <span className="hidden-text">: {item.name}</span>
      </Button>
    </span>
  );
}

interface MovesProps {
  readonly name: string;
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly remove: (() => void) | null;
}

function Moves({ name, up, down, remove }: MovesProps) {
  const { say } = useWords();
  return (
    <span className={css['moves']}>
      <Button
        small
        look="plain"
        aria-label={say('Đưa “{name}” lên trên', { name })}
        disabled={up === null}
        onClick={() => up?.()}
      >
        ↑
      </Button>
      <Button
        small
        look="plain"
        aria-label={say('Đưa “{name}” xuống dưới', { name })}
        disabled={down === null}
        onClick={() => down?.()}
      >
        ↓
      </Button>
      {remove ? (
        <Button small look="plain" aria-label={say('Xóa giá trị “{name}”', { name })} onClick={remove}>
          ✕
        </Button>
      ) : (
        <span className={css['faint']}>{say('đã có số liệu')}</span>
      )}
    </span>
  );
}

// Codes of a dimension and its values: made from the names where nobody wrote one, for an official has none to give.
import { fold } from '../language/fold.ts';
import type { Message } from '../language/words.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}
interface Draft extends Named {
  readonly items: readonly Named[];
}

const longest = 40;

/** "Dân tộc thiểu số" is "dan-toc-thieu-so". */
const slug = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');

export function keyOfDimension({ key, name }: Named): string {
  if (key.trim() !== '') return key.trim();
  const made = slug(name);
  // A key begins with a letter; "moi" is the address where a new one is written.
  return made === '' || /^\d/.test(made) || made === 'moi' ? `pt-${made}`.slice(0, longest) : made;
}

/** Two values of one name get two codes; what was written stays as it is. */
export function keyedItems<T extends Named>(items: readonly T[]): readonly T[] {
  const taken = new Set(items.map(({ key }) => key.trim()).filter(Boolean));
  return items.map((item) => {
    if (item.key.trim() !== '') return item;
    const made = slug(item.name) || 'gt';
    let key = made;
    for (let n = 2; taken.has(key); n += 1) key = `${made.slice(0, longest - 4)}-${n}`;
    taken.add(key);
    return { ...item, key };
  });
}

const isDimensionKey = (key: string) => /^[a-z][a-z0-9-]{0,39}$/.test(key) && key !== 'moi';
const isItemKey = (key: string) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(key);

/** What keeps it from being saved; null: nothing. */
export function missingIn(draft: Draft): Message | null {
  if (draft.name.trim() === '') return 'Còn thiếu tên phân tổ.';
  if (!isDimensionKey(keyOfDimension(draft)))
    return 'Mã phân tổ chỉ gồm chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ.';
  if (draft.items.length === 0) return 'Còn thiếu giá trị: thêm ít nhất một giá trị.';
  if (draft.items.some(({ name }) => name.trim() === ''))
    return 'Còn giá trị chưa có tên: ghi tên hoặc xóa dòng đó.';
  if (keyedItems(draft.items).some(({ key }) => !isItemKey(key.trim())))
    return 'Mã của giá trị chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch.';
  return null;
}

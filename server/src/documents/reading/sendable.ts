// PostgreSQL takes neither the character 0 nor half a surrogate pair. Both are replaced one for one, so that spans still fit.

const forbidden = /\0/g;

function clean(text: string): string {
  return (text.includes('\0') ? text.replace(forbidden, '\ufffd') : text).toWellFormed();
}

/** The same value with every string in it fit to be stored; walks without recursion, since trees may be deep. */
export function sendable<T>(value: T): T {
  const root = { value: value as unknown };
  const open: object[] = [root];
  for (let holder = open.pop(); holder; holder = open.pop()) {
    const entries = holder as Record<string, unknown>;
    for (const key of Object.keys(entries)) {
      const part = entries[key];
      if (typeof part === 'string') entries[key] = clean(part);
      else if (part && typeof part === 'object')
        open.push((entries[key] = Array.isArray(part) ? [...part] : { ...part }));
    }
  }
  return root.value as T;
}

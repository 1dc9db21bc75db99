// One line an event on the error stream: plain for people, JSON for machines.

export type Level = 'info' | 'warn' | 'error';
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Log = (level: Level, message: string, facts?: Facts) => void;

// A line break in a file's name must not look like another line of the log.
// eslint-disable-next-line no-control-regex
const plain = (value: unknown) => String(value).replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ');

export function logTo(write: (line: string) => void, json: boolean, now: () => Date = () => new Date()): Log {
  return (level, message, facts = {}) => {
    const at = now().toISOString();
    if (json) {
      write(JSON.stringify({ at, level, message, ...facts }));
      return;
    }
    const details = Object.entries(facts).filter(([, value]) => value !== undefined);
    const tail = details.map(([name, value]) => ` ${name}=${plain(value)}`).join('');
    write(`${at.slice(0, 19)}Z ${level === 'info' ? '' : `${level.toUpperCase()} `}${plain(message)}${tail}`);
  };
}

export const silent: Log = () => undefined;

// Any value of a plan's field in words.
import type { PlanTask } from '@nhipcau/server/contract';
import { figure } from '../language/dates.ts';
import type { Language, Say } from '../language/words.ts';
import { dueWords } from '../register/due.ts';

export function valueWords(value: unknown, say: Say, language: Language): string {
  if (value === null || value === undefined || value === '') return say('(trống)');
  if (typeof value === 'boolean') return value ? say('Có') : say('Không');
  if (typeof value === 'number') return figure(value, language);
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value.length === 0
      ? say('(trống)')
      : value.map((one) => valueWords(one, say, language)).join('; ');
  return objectWords(value as Readonly<Record<string, unknown>>, say, language);
}

function objectWords(value: Readonly<Record<string, unknown>>, say: Say, language: Language): string {
  if ('kind' in value) return dueWords(value as PlanTask['due'], say, language);
  const { name, part, text, title, date } = value as Readonly<Record<string, string | null>>;
  const named = [name ?? text ?? title, part ? `(${part})` : null, date].filter(Boolean);
  return named.join(' ');
}

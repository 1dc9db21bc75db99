// A parsed document as lines for a terminal: its fields, its tasks as a table, its warnings.
import { say, type Due, type Parsed, type Task } from '@nhipcau/document';
import { dayText } from '../tasks/due-words.ts';
import type { Terminal } from './main.ts';
import { table } from './table.ts';
import { word, type Word } from './words.ts';

export function showParsed(parsed: Parsed, terminal: Terminal): string[] {
  return [
    ...rule(parsed.file, terminal.width),
    ...fields(parsed, terminal),
    '',
    ...tasks(parsed.tasks, terminal),
    ...warnings(parsed, terminal),
    '',
  ];
}

function rule(title: string, width: number): string[] {
  return [title, '═'.repeat(Math.min(width, Math.max(8, title.length)))];
}

function fields(parsed: Parsed, { language }: Terminal): string[] {
  const { document } = parsed;
  const date = document.issuedOn && showDate(document.issuedOn, language);
  const count = (key: Word, list: readonly unknown[]): [Word, string | null] => [
    key,
    list.length > 0 ? String(list.length) : null,
  ];
  const rows: [Word, string | null][] = [
    ['type', document.type],
    ['number', document.number],
    ['issuedOn', [document.place, date].filter(Boolean).join(', ') || null],
    ['issuer', document.issuer],
    ['title', document.title],
    [
      'signers',
      document.signers.map(({ name, position }) => [name, position].filter(Boolean).join(', ')).join('; ') ||
        null,
    ],
    count('recipients', parsed.recipients),
    count('citations', parsed.citations),
    count('targets', parsed.targets),
    count('figures', parsed.figures),
  ];
  const wide = Math.max(...rows.map(([key]) => word(key, language).length)) + 2;
  return rows.map(([key, value]) => `${word(key, language).padEnd(wide)}${value ?? word('none', language)}`);
}

function tasks(list: readonly Task[], { language, width }: Terminal): string[] {
  if (list.length === 0) return [word('noTasks', language)];
  const rows = list.map((task, at) => [
    String(at + 1),
    task.text,
    task.lead.join('; '),
    task.coordinating.join('; '),
    dueOf(task, language),
  ]);
  const columns = [
    { title: '#', share: 0 },
    { title: word('work', language), share: 5 },
    { title: word('lead', language), share: 2 },
    { title: word('coordinating', language), share: 2 },
    { title: word('due', language), share: 0 },
  ];
  return table(columns, rows, width);
}

/** "hằng năm, trước ngày 20/11". */
function dueOf({ due, dueDay }: Task, language: 'vi' | 'en'): string {
  const day = due.kind === 'recurring' && dueDay ? dayText({ every: due.every, on: dueDay }, language) : '';
  return [showDue(due, language), day].filter(Boolean).join(', ');
}

function warnings(parsed: Parsed, { language }: Terminal): string[] {
  const shown = parsed.warnings.filter(({ severity }) => severity !== 'note');
  if (shown.length === 0) return [];
  const lines = shown.map((each) => `! ${say(each.code, each.values ?? {}, language)} [${each.code}]`);
  return ['', word('warnings', language), ...lines];
}

/** 2026-03-05 as 05/03/2026 in Vietnamese, unchanged in English. */
export function showDate(iso: string, language: 'vi' | 'en'): string {
  return language === 'vi' ? iso.split('-').toReversed().join('/') : iso;
}

export function showDue(due: Due, language: 'vi' | 'en'): string {
  switch (due.kind) {
    case 'by':
      return word('by', language, { date: showDate(due.date, language) });
    case 'during':
      return word('during', language, {
        from: showDate(due.from, language),
        to: showDate(due.to, language),
      });
    case 'recurring':
      return word(due.every ?? 'recurring', language);
    case 'unspecified':
      return word('none', language);
  }
}

// The register as a calendar: a whole-day event on each task's last day. Tasks without a day have no place in it.
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Locale } from '../http/locale.ts';
import { dueText } from './due-words.ts';
import type { TaskRow } from './present.ts';

export interface CalendarOptions {
  readonly locale: Locale;
  readonly now: Date;
}

export async function icsOf(
  portions: AsyncIterable<readonly TaskRow[]>,
  { locale, now }: CalendarOptions,
): Promise<string> {
  const name = locale === 'vi' ? 'Nhiệm vụ theo kế hoạch' : 'Tasks of plans';
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Nhip Cau', product: 'Tasks', language: 'VI' },
  });
  for await (const rows of portions) {
    for (const row of rows) {
      const day = row.due.kind === 'by' ? row.due.date : row.due.kind === 'during' ? row.due.to : null;
      if (day === null) continue;
      calendar.createEvent({
        // The same task has the same name in every export, so that a second import renews it.
        id: `task-${row.id}@nhipcau`,
        start: new Date(`${day}T00:00:00Z`),
        allDay: true,
        stamp: now,
        summary: shorten(row.text),
        description: describe(row, locale),
      });
    }
  }
  return calendar.toString();
}

const shorten = (text: string) => (text.length > 180 ? `${text.slice(0, 179).trimEnd()}…` : text);

function describe(row: TaskRow, locale: Locale): string {
  const names = (agencies: TaskRow['lead']) => agencies.map(({ name }) => name).join('; ');
  const label = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const from = row.document ?? row.plan;
  const lines: readonly (readonly [string, string | null])[] = [
    ['', row.text.length > 180 ? row.text : null],
    [label('Chủ trì: ', 'Lead: '), names(row.lead)],
    [label('Phối hợp: ', 'Coordinating: '), names(row.coordinating)],
    [label('Thời hạn: ', 'Due: '), dueText(row.due, locale)],
    [label('Văn bản: ', 'Document: '), [from?.number, from?.title].filter(Boolean).join(' - ')],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}${value}`)
    .join('\n');
}

// A draft's reasons as its reader understands them: stored as keys, said in the language of whoever asks.
import type { Locale } from '../http/locale.ts';
import { wordsOfReason } from '../units/service.ts';
import type { Draft, DraftAgency } from './draft.ts';

export function inWords(draft: Draft, locale: Locale): Draft {
  const say = (agency: DraftAgency): DraftAgency => ({ ...agency, why: wordsOfReason(agency.why, locale) });
  const tasks = draft.tasks.map((task) => ({
    ...task,
    lead: task.lead.map(say),
    coordinating: task.coordinating.map(say),
  }));
  return { ...draft, tasks };
}

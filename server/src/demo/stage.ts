// Where the illustration is played: the services, who acts, and what is still to come.
import type { Deps } from '../deps.ts';
import type { Cast } from './cast.ts';
import type { Diary } from './diary.ts';

export type Doing = Deps;

export interface Stage {
  readonly deps: Doing;
  readonly cast: Cast;
  readonly diary: Diary;
  readonly today: string;
}

/** Nine in the morning in Việt Nam, and some minutes. */
export const on = (deps: Doing, day: string): Doing => ({
  ...deps,
  clock: () => new Date(`${day}T02:${String(10 + (day.charCodeAt(9) % 40))}:00Z`),
});

export const focal = 'dau-moi@song-thao.example';
export const approver = 'phe-duyet@song-thao.example';

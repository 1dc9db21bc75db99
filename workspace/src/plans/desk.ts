// The plan on the desk: what of it is edited and sent, and how two people's changes are joined.
import type { PlanChange, PlanDetail } from '@nhipcau/server/contract';
import * as desks from '../desk/keeper.ts';
import { draftOf, type Draft } from './draft.ts';
import { alike, merge } from './merge.ts';
import { sendable } from './missing.ts';
import { layoutOf, type Layout } from './numbering.ts';

export type Conflict = desks.Conflict<PlanDetail>;
export type Desk = desks.Desk<PlanDetail, Draft, Layout>;
export type DeskKeeper = desks.Keeper<PlanDetail, Draft, Layout>;
export type Unsaved = desks.Unsaved<Draft>;
type Change = Omit<PlanChange, 'version'>;
export type Around = desks.Around<PlanDetail, Draft, Change>;

const kind: desks.Kind<PlanDetail, Draft, Layout, Change> = {
  draftOf,
  editable: ({ may }) => may.includes('edit'),
  changeOf: (base, now) => changeOf(base, sendable(now, base)),
  alike,
  merge,
  layoutOf: ({ body }, before) => layoutOf(body, before),
  rest: 800,
};

export const keepDesk = (detail: PlanDetail, around: Around): DeskKeeper =>
  desks.keepDesk(kind, detail, around);

/** Only what changed is sent. */
function changeOf(base: Draft, now: Draft): Change | null {
  const names = ['title', 'periodFrom', 'periodTo', 'superiorId', 'body'] as const;
  const different = names.filter((name) => !alike(base[name], now[name]));
  return different.length === 0 ? null : Object.fromEntries(different.map((name) => [name, now[name]]));
}

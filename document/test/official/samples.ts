// One document of each kind that the writers are measured on, by a name for files; all of an invented province.
import type { OfficialDocument } from '../../src/write/official.ts';
import { decision } from './decision.ts';
import { correction, invitation, letter, notice, proposal } from './letters.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';

export const OFFICIAL: Readonly<Record<string, OfficialDocument>> = {
  'quyet-dinh': decision,
  'ke-hoach': plan,
  'bao-cao': report,
  'to-trinh': proposal,
  'cong-van': letter,
  'thong-bao': notice,
  'dinh-chinh': correction,
  'giay-moi': invitation,
};

// An inspection as it is filled in, and as it is sent.
import type { Inspection, InspectionInput, UnitRef } from '@nhipcau/server/contract';

export interface FindingForm {
  readonly key: string;
  readonly id: number | null;
  readonly dutyId: number | null;
  readonly text: string;
  readonly remedy: string;
  readonly remedyBy: string;
}

export interface InspectionForm {
  readonly unit: UnitRef | null;
  readonly onDay: string;
  readonly members: string;
  readonly summary: string;
  readonly findings: readonly FindingForm[];
}

export const blankFinding = (key: string): FindingForm => ({
  key,
  id: null,
  dutyId: null,
  text: '',
  remedy: '',
  remedyBy: '',
});

export function formOf(inspection: Inspection | null, today: string): InspectionForm {
  if (!inspection) return { unit: null, onDay: today, members: '', summary: '', findings: [] };
  const { unit, onDay, members, summary, findings } = inspection;
  return {
    unit,
    onDay,
    members,
    summary,
    findings: findings.map(({ id, dutyId, text, remedy, remedyBy }) => ({
      key: String(id),
      id,
      dutyId,
      text,
      remedy,
      remedyBy,
    })),
  };
}

/** A finding of which nothing was filled in is no finding. */
const isBlank = ({ text, remedy, remedyBy }: FindingForm) => !text.trim() && !remedy.trim() && !remedyBy;
const isWhole = ({ text, remedy, remedyBy }: FindingForm) =>
  text.trim() !== '' && remedy.trim() !== '' && remedyBy !== '';

/** What is sent; null while something that must be there is missing. */
export function inputOf(form: InspectionForm, version: number | null): InspectionInput | null {
  const findings = form.findings.filter((finding) => !isBlank(finding));
  if (!form.unit || !form.onDay || !findings.every(isWhole)) return null;
  return {
    ...(version === null ? {} : { version }),
    unitId: form.unit.id,
    onDay: form.onDay,
    members: form.members.trim(),
    summary: form.summary.trim(),
    findings: findings.map(({ id, dutyId, text, remedy, remedyBy }) => ({
      ...(id === null ? {} : { id }),
      dutyId,
      text: text.trim(),
      remedy: remedy.trim(),
      remedyBy,
    })),
  };
}

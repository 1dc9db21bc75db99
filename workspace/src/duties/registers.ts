// What stands in the addresses of the registers of urgings and inspections.
import type { Raw } from '../address.ts';
export const urgingBoxes = ['all', 'received', 'sent'] as const;

export interface UrgingSearch {
  readonly box?: (typeof urgingBoxes)[number];
  /** One of the reader's units, where they have several. */
  readonly unit?: number;
  readonly open?: 'true';
  readonly page?: number;
}

export interface InspectionSearch {
  /** Only those with a finding whose remedy is still owed. */
  readonly open?: 'true';
  readonly page?: number;
}

const pageOf = ({ page }: Raw): { page?: number } => {
  const number = Number(page);
  return Number.isInteger(number) && number > 1 ? { page: number } : {};
};
const openOf = ({ open }: Raw): { open?: 'true' } => (String(open) === 'true' ? { open: 'true' } : {});

export function readUrgingSearch(raw: Raw): UrgingSearch {
  const box = urgingBoxes.find((one) => one === raw['box']);
  const unit = Number(raw['unit']);
  return {
    ...(box ? { box } : {}),
    ...(Number.isInteger(unit) && unit > 0 ? { unit } : {}),
    ...openOf(raw),
    ...pageOf(raw),
  };
}

export const readInspectionSearch = (raw: Raw): InspectionSearch => ({ ...openOf(raw), ...pageOf(raw) });

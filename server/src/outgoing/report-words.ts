// How a report's name and its period are said in a document. Pure.
import type { WholeReport } from '../reports/whole.ts';
import { longDay } from './pieces.ts';

type Call = WholeReport['report']['call'];

export const lowered = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
const raised = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

const quarters = ['I', 'II', 'III', 'IV'] as const;
const halves = ['6 tháng đầu năm', '6 tháng cuối năm'] as const;

/** "năm 2026", "quý III năm 2026", "6 tháng đầu năm 2026", "giai đoạn 2021 - 2025"; without a period the days. */
export function periodWords({ period, from, to }: Pick<Call, 'period' | 'from' | 'to'>): string {
  if (period === null) return `từ ngày ${longDay(from)} đến ngày ${longDay(to)}`;
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
  if (rest === '') return `năm ${year}`;
  if (/^\d{4}$/.test(rest)) return `giai đoạn ${year} - ${rest}`;
  if (rest.startsWith('Q')) return `quý ${quarters[Number(rest.slice(1)) - 1] ?? rest} năm ${year}`;
  if (rest.startsWith('H')) return `${halves[Number(rest.slice(1)) - 1] ?? rest} ${year}`;
  if (rest === '9M') return `9 tháng đầu năm ${year}`;
  return `tháng ${Number(rest)} năm ${year}`;
}

const kind =
  /^báo cáo\s+(?:về\s+|(?:tổng kết\s+)?(?:năm|quý|tháng|\d+\s+(?:tháng|năm))\s+|định kỳ\s+|tổng kết\s+)?/iu;

/** Of "Báo cáo năm kết quả công tác … 2026": "Kết quả công tác … năm 2026"; the type's name is printed above. */
export function titleOf(call: Call): string {
  const { name, period } = call;
  const bare = period !== null && name.endsWith(` ${period}`) ? name.slice(0, -period.length - 1) : name;
  const title = raised(bare.replace(kind, '')) || bare;
  return period === null ? title : `${title} ${periodWords(call)}`;
}

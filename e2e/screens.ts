// Every screen of the product, with an account of the illustration that may see it.
import type { Page } from 'playwright-core';
import { focalOfficer } from './product.ts';
import { documentAt, reportToFill, yearCall } from './resting.ts';

export const accounts = {
  focal: focalOfficer,
  commune: 'can-bo-xa@song-thao.example',
  owing: 'deo-ngoc-lung@song-thao.example',
  approver: 'phe-duyet@song-thao.example',
  administrator: 'quan-tri@song-thao.example',
  nobody: null,
} as const;
export type Who = keyof typeof accounts;

export interface Screen {
  readonly name: string;
  readonly who: Who;
  /** Found when it is opened: numbers differ from one database to the next. */
  readonly path: string | ((page: Page, base: string) => Promise<string>);
}

/** The address of the first record of a list. */
const first =
  (list: string, path: (id: number) => string) =>
  async (page: Page, base: string): Promise<string> => {
    const answer = await page.request.get(`${base}${list}`);
    const { rows } = (await answer.json()) as { rows: { id: number }[] };
    const [row] = rows;
    if (!row) throw new Error(`There is nothing in ${list}.`);
    return path(row.id);
  };

const plan = '/api/plans?q=27/KH-UBND&size=1';
const drafted =
  (status: Parameters<typeof documentAt>[1], view = '') =>
  async (_page: Page, base: string): Promise<string> =>
    `/van-ban-di/${await documentAt(base, status)}${view}`;

/** The register of the agency that issued the illustration's documents, in the year when it did. */
async function register(page: Page, base: string): Promise<string> {
  const answer = await page.request.get(`${base}/api/outgoing?status=issued&size=1`);
  const { rows } = (await answer.json()) as { rows: { owner: { id: number }; issuedOn: string }[] };
  const [issued] = rows;
  if (!issued) throw new Error('The illustration issued nothing.');
  return `/so-van-ban?unit=${issued.owner.id}&year=${issued.issuedOn.slice(0, 4)}`;
}

export const screens: readonly Screen[] = [
  { name: 'sign-in', who: 'nobody', path: '/dang-nhap' },
  { name: 'overview', who: 'focal', path: '/' },
  { name: 'board', who: 'focal', path: '/trinh-bay' },
  { name: 'plans', who: 'focal', path: '/ke-hoach' },
  { name: 'new-plan', who: 'focal', path: '/ke-hoach/moi' },
  { name: 'plan', who: 'focal', path: first(plan, (id) => `/ke-hoach/${id}`) },
  { name: 'draft', who: 'focal', path: first('/api/plans?status=draft&size=1', (id) => `/ke-hoach/${id}`) },
  { name: 'coverage', who: 'focal', path: first(plan, (id) => `/ke-hoach/${id}/bao-phu`) },
  { name: 'register', who: 'focal', path: '/nhiem-vu' },
  { name: 'task', who: 'focal', path: first('/api/tasks?q=tờ gấp&size=1', (id) => `/nhiem-vu/${id}`) },
  { name: 'timeline', who: 'focal', path: '/tien-do?all=true' },
  { name: 'calendar', who: 'focal', path: '/lich?all=true' },
  { name: 'focal-work', who: 'focal', path: '/viec-cua-toi' },
  { name: 'late', who: 'focal', path: '/viec?class=overdue' },
  { name: 'duty', who: 'focal', path: first('/api/duties?class=late&size=1', (id) => `/viec/${id}`) },
  { name: 'urgings', who: 'focal', path: '/don-doc' },
  { name: 'inspections', who: 'focal', path: '/kiem-tra' },
  { name: 'reports', who: 'focal', path: '/bao-cao' },
  { name: 'calls', who: 'focal', path: '/bao-cao/dot' },
  { name: 'new-call', who: 'focal', path: '/bao-cao/dot/moi' },
  { name: 'call', who: 'focal', path: async (_page, base) => `/bao-cao/dot/${(await yearCall(base)).id}` },
  {
    name: 'rollup',
    who: 'focal',
    path: async (_page, base) => `/bao-cao/dot/${(await yearCall(base)).id}/tong-hop`,
  },
  {
    name: 'report-judged',
    who: 'focal',
    path: async (page, base) => {
      const { ownReportId } = await yearCall(base);
      return first(`/api/reports?parent=${ownReportId}&size=1`, (id) => `/bao-cao/${id}`)(page, base);
    },
  },
  { name: 'regimes', who: 'focal', path: '/quan-tri/che-do-bao-cao' },
  {
    name: 'regime',
    who: 'focal',
    path: first('/api/regimes', (id) => `/quan-tri/che-do-bao-cao/${id}`),
  },
  { name: 'new-regime', who: 'focal', path: '/quan-tri/che-do-bao-cao/moi?template=year' },
  { name: 'indicators', who: 'focal', path: '/chi-tieu' },
  { name: 'dimensions', who: 'focal', path: '/chi-tieu/phan-to' },
  { name: 'dimension', who: 'focal', path: '/chi-tieu/phan-to/channel' },
  { name: 'days-off', who: 'focal', path: '/quan-tri/ngay-nghi?year=2028' },
  { name: 'indicator', who: 'focal', path: first('/api/indicators?q=NV.02', (id) => `/chi-tieu/${id}`) },
  { name: 'notices', who: 'focal', path: '/thong-bao' },
  { name: 'wishes', who: 'focal', path: '/tai-khoan/thong-bao' },
  { name: 'account', who: 'focal', path: '/tai-khoan' },
  { name: 'documents', who: 'focal', path: '/van-ban' },
  { name: 'graph', who: 'focal', path: '/van-ban/so-do' },
  {
    name: 'review',
    who: 'focal',
    path: first('/api/documents?status=review&size=1', (id) => `/van-ban/${id}`),
  },
  { name: 'decision', who: 'focal', path: first('/api/documents?q=2315&size=1', (id) => `/van-ban/${id}`) },
  { name: 'upload', who: 'focal', path: '/tai-len' },
  { name: 'outgoing', who: 'focal', path: '/van-ban-di' },
  { name: 'new-outgoing', who: 'focal', path: '/van-ban-di/moi?from=plan' },
  {
    name: 'issued',
    who: 'focal',
    path: first('/api/outgoing?status=issued&size=1', (id) => `/van-ban-di/${id}`),
  },
  {
    name: 'issued-pdf',
    who: 'focal',
    path: first('/api/outgoing?status=issued&size=1', (id) => `/van-ban-di/${id}?view=pdf`),
  },
  { name: 'outgoing-draft', who: 'focal', path: drafted('draft') },
  { name: 'outgoing-to-sign', who: 'approver', path: drafted('submitted') },
  { name: 'outgoing-to-number', who: 'focal', path: drafted('signed') },
  { name: 'outgoing-to-issue', who: 'focal', path: drafted('numbered') },
  { name: 'numbers', who: 'focal', path: '/so-van-ban' },
  { name: 'numbers-used', who: 'focal', path: register },
  { name: 'numbering', who: 'focal', path: '/so-van-ban/cach-danh-so' },
  { name: 'work', who: 'commune', path: '/viec-cua-toi' },
  { name: 'commune', who: 'commune', path: '/' },
  { name: 'commune-reports', who: 'commune', path: '/bao-cao' },
  {
    name: 'report-to-fill',
    who: 'owing',
    path: async (_page, base) =>
      `/bao-cao/${await reportToFill(base, accounts.owing, 'Ủy ban nhân dân xã Đèo Ngọc Lũng')}`,
  },
  { name: 'to-approve', who: 'approver', path: '/ke-hoach' },
  { name: 'units', who: 'administrator', path: '/don-vi' },
  {
    name: 'unit',
    who: 'administrator',
    path: first('/api/units?q=Thác Sim Mây&size=1', (id) => `/don-vi/${id}`),
  },
  { name: 'reorganise', who: 'administrator', path: '/don-vi/sap-xep' },
  { name: 'load-units', who: 'administrator', path: '/don-vi/nhap' },
  { name: 'people', who: 'administrator', path: '/quan-tri/nguoi-dung' },
  { name: 'tokens', who: 'administrator', path: '/quan-tri/ma-truy-cap' },
  { name: 'connections', who: 'administrator', path: '/quan-tri/ket-noi' },
  { name: 'exchange', who: 'administrator', path: '/quan-tri/lien-thong' },
  { name: 'packages', who: 'focal', path: '/van-ban/lien-thong-den' },
  { name: 'reminders', who: 'focal', path: '/quan-tri/nhac-viec' },
  { name: 'audit', who: 'administrator', path: '/quan-tri/nhat-ky' },
  { name: 'access', who: 'administrator', path: '/quan-tri/phan-quyen' },
];

/** The address of a screen, for a page that is signed in as whoever may see it. */
export const addressOf = async ({ path }: Screen, page: Page, base: string): Promise<string> =>
  `${base}${typeof path === 'string' ? path : await path(page, base)}`;

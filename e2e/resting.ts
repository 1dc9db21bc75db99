// Records in the states that the illustration only passes through: found where somebody is at work on one, else made through the API.
import { cookieOf, focalOfficer } from './product.ts';
import { asking, dayFromNow, type Ask } from './issued-plan.ts';

const approver = 'phe-duyet@song-thao.example';

interface Row {
  readonly id: number;
}
interface Rows<T = Row> {
  readonly rows: readonly T[];
}
interface Versioned extends Row {
  readonly version: number;
}

const asks = async (url: string, account: string): Promise<Ask> =>
  asking({ url }, await cookieOf({ url }, account));

/** The report that a commune has still to send; where it owes none, it is asked for one. */
export async function reportToFill(url: string, account: string, unit: string): Promise<number> {
  const own = await asks(url, account);
  const { rows } = await own<Rows>('GET', '/reports?view=mine&status=draft&sort=-due&size=1');
  if (rows[0]) return rows[0].id;
  const focal = await asks(url, focalOfficer);
  const units = await focal<Rows>('GET', `/units?q=${encodeURIComponent(unit)}&limit=1`);
  const { rows: indicators } = await focal<Rows<{ readonly code: string }>>('GET', '/indicators');
  await focal('POST', '/calls', {
    of: 'ad-hoc',
    name: 'Báo cáo nhanh về công tác thông tin đối ngoại',
    dueOn: dayFromNow(30),
    sections: ['Kết quả', 'Khó khăn, kiến nghị'],
    indicators: indicators.slice(0, 12).map(({ code }) => code),
    units: { underId: null, include: units.rows.map(({ id }) => id) },
  });
  const { rows: asked } = await own<Rows>('GET', '/reports?view=mine&status=draft&size=1');
  if (!asked[0]) throw new Error(`${account} was asked for no report.`);
  return asked[0].id;
}

/** The call of the illustration for the reports of a year. */
export async function yearCall(url: string): Promise<{ readonly id: number; readonly ownReportId: number }> {
  const focal = await asks(url, focalOfficer);
  const { rows } = await focal<
    Rows<{ readonly id: number; readonly kind: string; readonly demo: boolean; readonly ownReportId: number }>
  >('GET', '/calls?size=100');
  const call = rows.find(({ kind, demo }) => demo && kind === 'periodic');
  if (!call) throw new Error('The illustration called for no reports of a year.');
  return call;
}

/** The province's plan as a decision that issues it, drawn up by the focal agency and taken as far as that. */
export async function documentAt(
  url: string,
  status: 'draft' | 'submitted' | 'signed' | 'numbered',
): Promise<number> {
  const focal = await asks(url, focalOfficer);
  const chief = await asks(url, approver);
  const [plan] = (await focal<Rows<Row & { readonly owner: Row }>>('GET', '/plans?q=27/KH-UBND&size=1')).rows;
  if (!plan) throw new Error('The illustration lacks the plan of the province.');
  const made = await focal<Versioned>('POST', '/outgoing', {
    planId: plan.id,
    unitId: plan.owner.id,
    as: 'decision',
  });
  let { version } = made;
  for (const [step, by, reached] of [
    ['submit', focal, 'submitted'],
    ['sign', chief, 'signed'],
    ['number', focal, 'numbered'],
  ] as const) {
    if (order.indexOf(reached) > order.indexOf(status)) break;
    const given = step === 'sign' ? { standing: await proposed(by, made.id) } : {};
    ({ version } = await by<Versioned>('POST', `/outgoing/${made.id}/${step}`, { version, ...given }));
  }
  return made.id;
}

/** The lines of authority that the signer's post demands, as the dialog takes them. */
async function proposed(by: Awaited<ReturnType<typeof asks>>, id: number): Promise<unknown> {
  const { signing } = await by<{ readonly signing: { readonly proposed: unknown } }>(
    'GET',
    `/outgoing/${id}`,
  );
  return signing.proposed;
}

const order = ['draft', 'submitted', 'signed', 'numbered'];

// A plan made through the API for a journey: drawn up by the focal agency, approved, issued on a day in the past.
import { cookieOf, focalOfficer, type Product } from './product.ts';

export interface PlannedTask {
  readonly text: string;
  /** Name of the unit that leads, as the register has it. */
  readonly lead: string;
  /** Days from today. */
  readonly dueIn: number;
  readonly outputs?: readonly string[];
}

interface Plan {
  readonly id: number;
  readonly version: number;
}

/** An ISO day in Viet Nam, so many days from today. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Issues it; each of its tasks is then a duty of the unit that leads. Returns the plan's id. */
export async function issuePlan(
  product: Product,
  { number, tasks }: { readonly number: string; readonly tasks: readonly PlannedTask[] },
): Promise<number> {
  const focal = asking(product, await cookieOf(product, focalOfficer));
  const director = asking(product, await cookieOf(product, 'giam-doc-vhttdl@song-thao.example'));
  const drawn = await focal<Plan>('POST', '/plans', {
    title: 'Kế hoạch thông tin đối ngoại của hành trình thử',
    periodFrom: `${dayFromNow(0).slice(0, 4)}-01-01`,
    periodTo: `${dayFromNow(0).slice(0, 4)}-12-31`,
  });
  const body = {
    objectives: [],
    targets: [],
    groups: [],
    tasks: await Promise.all(
      tasks.map(async ({ text, lead, dueIn, outputs = [] }, at) => ({
        id: `t${at}`,
        groupId: null,
        text,
        lead: [{ name: lead, unitId: await unitNamed(focal, lead) }],
        coordinating: [],
        due: { kind: 'by', date: dayFromNow(dueIn) },
        outputs,
        milestones: [],
        budget: null,
      })),
    ),
  };
  const path = `/plans/${drawn.id}`;
  const filled = await focal<Plan>('PATCH', path, { version: drawn.version, body });
  const submitted = await focal<Plan>('POST', `${path}/submit`, { version: filled.version });
  const approved = await director<Plan>('POST', `${path}/approve`, { version: submitted.version });
  await focal<Plan>('POST', `${path}/issue`, {
    version: approved.version,
    number,
    issuedOn: dayFromNow(-20),
    signer: 'Cao Thị Ngọc Diệp',
  });
  return drawn.id;
}

export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export function asking({ url }: Product, cookie: string): Ask {
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

async function unitNamed(ask: Ask, name: string): Promise<number> {
  const { rows } = await ask<{ rows: { id: number; name: string; parentName: string | null }[] }>(
    'GET',
    `/units?q=${encodeURIComponent(name)}&limit=100`,
  );
  // Departments of one name stand under every province: the invented one's is meant.
  const found = rows.find(
    (unit) => unit.name === name && (name.includes('xã') || /Sông Thao/.test(unit.parentName ?? '')),
  );
  if (!found) throw new Error(`There is no unit “${name}” in the invented province.`);
  return found.id;
}

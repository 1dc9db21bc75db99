// Plans drawn up by requests, as a screen would: what tests of plans begin with.
import type { PlanBody, PlanDetail, PlanTask, Problem } from '../contract.ts';
import type { Answer, TestServer } from './harness.ts';

export const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

/** An answer that may be a plan or say what stands in the way. */
export type PlanAnswer = Answer<
  PlanDetail & Pick<Problem, 'code' | 'detail'> & { readonly current: PlanDetail; readonly yours: unknown }
>;

export const planTask = (task: Partial<PlanTask> & Pick<PlanTask, 'id'>): PlanTask => ({
  groupId: null,
  text: `Nhiệm vụ ${task.id}`,
  items: [],
  lead: [],
  coordinating: [],
  due: { kind: 'unspecified' },
  onCall: false,
  outputs: [],
  milestones: [],
  budget: null,
  asksPlan: false,
  superiorTaskId: null,
  taskId: null,
  proposal: false,
  ...task,
});

export const named = (name: string, unitId: number | null = null, part: string | null = null) => ({
  name,
  unitId,
  part,
});

export const bodyOf = (tasks: readonly PlanTask[], more: Partial<PlanBody> = {}): PlanBody => ({
  bases: [],
  objectives: [],
  targets: [],
  groups: [],
  tasks: [...tasks],
  arrangements: [],
  ...more,
});

export const planOf = async (server: TestServer, id: number): Promise<PlanDetail> =>
  (await server.ask<PlanDetail>('GET', `/plans/${id}`)).body;

/** A step with the version that stands. */
export async function step(
  server: TestServer,
  id: number,
  name: string,
  more: object = {},
): Promise<PlanAnswer> {
  const { version } = await planOf(server, id);
  return server.ask('POST', `/plans/${id}/${name}`, { version, ...more });
}

export interface Drafted {
  readonly title?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly superiorId?: number;
  readonly body: PlanBody;
}

export async function draftPlan(server: TestServer, drafted: Drafted): Promise<number> {
  const { title = 'Kế hoạch thử', unit = committee, from = '2026-01-01', to = '2026-12-31' } = drafted;
  const made: PlanAnswer = await server.ask('POST', '/plans', {
    unitId: await server.unit(unit),
    title,
    periodFrom: from,
    periodTo: to,
    ...(drafted.superiorId === undefined ? {} : { superiorId: drafted.superiorId }),
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id, version } = made.body;
  const changed: PlanAnswer = await server.ask('PATCH', `/plans/${id}`, { version, body: drafted.body });
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
  return id;
}

let numbers = 0;

/** Submitted, approved and issued. */
export async function issuePlan(
  server: TestServer,
  id: number,
  { issuedOn = '2026-02-10', reason = 'Điều chỉnh' }: { issuedOn?: string; reason?: string } = {},
): Promise<PlanDetail> {
  numbers += 1;
  await step(server, id, 'submit');
  await step(server, id, 'approve');
  const how = { number: `${numbers}/KH-THU`, issuedOn, signer: 'Trần Văn Mẫu', reason };
  const issued = await step(server, id, 'issue', how);
  if (issued.status !== 200) throw new Error(JSON.stringify(issued.body));
  return issued.body;
}

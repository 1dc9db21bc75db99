// A call for reports in the invented province: what tests of reports begin with.
import type {
  Indicator,
  Report,
  ReportCall,
  ReportCallCreate,
  ReportList,
  RegimeBody,
  Regime,
} from '../contract.ts';
import { committee } from './duties.ts';
import type { TestServer } from './harness.ts';

export const health = 'demo:so-y-te';
export const finance = 'demo:so-tai-chinh';
export const foreign = 'demo:so-ngoai-vu';

export const plainRule = {
  underId: null,
  direct: false,
  levels: [] as string[],
  kinds: [] as string[],
  include: [] as number[],
  exclude: [] as number[],
};

/** Two departments, one section with text, one without, a few indicators of the ready catalogue. */
export async function regimeBody(
  server: TestServer,
  {
    units = [health, finance],
    indicators = ['TTDN.01', 'TTDN.05', 'NV.01'],
    ...rest
  }: Partial<RegimeBody> & {
    readonly units?: readonly string[];
    readonly indicators?: readonly string[];
  } = {},
): Promise<RegimeBody> {
  const include = await Promise.all(units.map((key) => server.unit(key)));
  return {
    name: 'Báo cáo năm thử',
    kind: 'periodic',
    legalBasis: 'Nghị định số 09/2019/NĐ-CP',
    legalDocumentId: null,
    frequency: 'year',
    window: { fromDay: 15, fromMonth: -1, toDay: 14, toMonth: 0 },
    tiers: [
      { id: 'sở', name: 'Sở', units: { ...plainRule, include }, deadline: { kind: 'working-days', days: 2 } },
    ],
    ownDeadline: { kind: 'days', days: 14 },
    onDayOff: 'stays',
    outline: [
      {
        id: 'results',
        level: 1,
        title: 'Kết quả',
        guidance: '',
        required: true,
        text: true,
        indicators: [...indicators],
      },
      {
        id: 'next',
        level: 1,
        title: 'Phương hướng',
        guidance: '',
        required: false,
        text: true,
        indicators: [],
      },
    ],
    form: '',
    sending: ['system'],
    opensBefore: 30,
    reminders: [-7, -1, 1],
    ...rest,
  };
}

export async function newRegime(server: TestServer, body: RegimeBody, owner = committee): Promise<Regime> {
  const ownerId = await server.unit(owner);
  const made = await server.ask<Regime>('POST', '/regimes', { ownerId, validFrom: '2020-01-01', body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

export async function newCall(server: TestServer, wanted: ReportCallCreate): Promise<ReportCall> {
  const made = await server.ask<ReportCall>('POST', '/calls', wanted);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

/** The reports of a call by the key of the unit that was asked. */
export async function reportsOf(server: TestServer, callId: number): Promise<ReportList['rows']> {
  return (await server.ask<ReportList>('GET', `/reports?call=${callId}&size=500`)).body.rows;
}

export async function reportAt(server: TestServer, callId: number, unit: string): Promise<Report> {
  const unitId = await server.unit(unit);
  const row = (await reportsOf(server, callId)).find((each) => each.unit.id === unitId);
  if (!row) throw new Error(`No report of ${unit}.`);
  return (await server.ask<Report>('GET', `/reports/${row.id}`)).body;
}

export const text = (words: string) => ({ paragraphs: [{ kind: 'text' as const, runs: [{ text: words }] }] });

export const figureOf = (report: Report, code: string, cell = '') => {
  const indicator = report.call.form.indicators.find((each) => each.code === code);
  return report.figures.find((figure) => figure.indicatorId === indicator?.id && figure.cell === cell);
};

export const indicatorId = (report: Report, code: string): number =>
  report.call.form.indicators.find((each) => each.code === code)?.id ?? 0;

export async function indicatorNamed(server: TestServer, code: string): Promise<Indicator> {
  const { body } = await server.ask<{ rows: Indicator[] }>('GET', '/indicators');
  const found = body.rows.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}

/** Gives whole figures, and the text that the outline asks for; versions are those of the report as it was read. */
export async function fillIn(
  server: TestServer,
  report: Report,
  figures: Readonly<Record<string, number>>,
  words: string | null = 'Đã thực hiện.',
): Promise<Report> {
  const answer = await server.ask<Report>('PATCH', `/reports/${report.id}`, {
    figures: Object.entries(figures).map(([code, value]) => ({
      indicatorId: indicatorId(report, code),
      value,
      reason: 'Số của đơn vị',
      version: figureOf(report, code)?.version ?? 0,
    })),
    texts:
      words === null
        ? []
        : [
            {
              sectionId: 'results',
              content: text(words),
              version: report.texts.find(({ sectionId }) => sectionId === 'results')?.version ?? 0,
            },
          ],
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export async function step(
  server: TestServer,
  report: Pick<Report, 'id' | 'version'>,
  name: string,
  more: object = {},
) {
  return server.ask<Report & { code?: string }>('POST', `/reports/${report.id}/${name}`, {
    version: report.version,
    ...more,
  });
}

const staff = new WeakMap<object, Map<string, Promise<number>>>();

/** The same server as an officer and leader of the unit sees it. */
export async function at(server: TestServer, unit: string): Promise<TestServer> {
  const known = staff.get(server.deps) ?? new Map<string, Promise<number>>();
  staff.set(server.deps, known);
  const person = known.get(unit) ?? server.person({ [unit]: ['officer', 'leader'] });
  known.set(unit, person);
  return server.as(await person);
}

/** Filled in and sent by the unit, accepted by who asks. */
export async function accepted(
  server: TestServer,
  { callId, unit }: { readonly callId: number; readonly unit: string },
  figures: Readonly<Record<string, number>>,
): Promise<Report> {
  const there = await at(server, unit);
  const filled = await fillIn(there, await reportAt(there, callId, unit), figures);
  const sent = await step(there, filled, 'submit');
  const taken = await step(server, sent.body, 'accept');
  if (taken.status !== 200) throw new Error(JSON.stringify([sent.body, taken.body]));
  return taken.body;
}

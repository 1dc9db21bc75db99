// A year of the illustration, closed through the services: every number of the document that comes out is held to the database's.
import { read, type Source, type Table } from '@nhipcau/document';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  OutgoingDetail,
  OutgoingList,
  Report,
  ReportCallList,
  ReportEvents,
  ReportList,
  Rollup,
} from '../contract.ts';
import { seedPeople } from '../people/demo.ts';
import type { Content } from '../reports/content.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { play } from './play.ts';

interface Figure {
  readonly reportId: number;
  readonly unit: string;
  readonly depth: number;
  readonly indicatorId: number;
  readonly cell: string;
  readonly rule: string;
  readonly value: number | null;
  readonly weight: number | null;
  readonly keys: readonly string[] | null;
}

let server: TestServer;
let document: OutgoingDetail;
let own: Report;
let below: ReportList['rows'];
let figures: readonly Figure[];
let pdf: Source;

beforeAll(async () => {
  server = await testServer();
  await seedPeople(server.deps.db);
  server.now = new Date('2026-02-02T03:00:00Z');
  await play(server.deps);
  const calls = (await server.ask<ReportCallList>('GET', '/calls')).body;
  own = (await server.ask<Report>('GET', `/reports/${calls.rows[0]?.ownReportId}`)).body;
  below = (await server.ask<ReportList>('GET', `/reports?parent=${own.id}&size=200`)).body.rows;
  const { rows } = await server.ask<OutgoingList>('GET', '/outgoing').then(({ body }) => body);
  document = (await server.ask<OutgoingDetail>('GET', `/outgoing/${rows[0]?.id}`)).body;
  figures = (
    await sql<Figure>`select r.id as report_id, u.name as unit, r.depth, f.indicator_id, f.cell, f.rule,
        f.value::float8 as value, f.weight::float8 as weight, f.keys
      from report_figure f join report r on r.id = f.report_id join unit u on u.id = r.unit_id
      where r.call_id = ${own.call.id}`.execute(server.deps.db)
  ).rows;
  const file = await server.request(`/api/outgoing/${document.id}/file.pdf`);
  const reading = await read({ name: 'bao-cao.pdf', bytes: new Uint8Array(await file.arrayBuffer()) });
  if (!reading.ok) throw new Error(reading.problem.message);
  pdf = reading.source;
}, 300_000);
afterAll(() => server.close());

/** Added up from the figures themselves, without the ledger that the product keeps. */
function plain(rows: readonly Figure[]): number | null {
  const [first] = rows;
  if (!first) return null;
  if (first.rule === 'distinct') return new Set(rows.flatMap(({ keys }) => keys ?? [])).size;
  const known = rows.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const sum = (of: (row: Figure) => number) => known.reduce((all, row) => all + of(row), 0);
  if (first.rule !== 'average') return sum(({ value }) => value ?? 0);
  const weights = sum(({ weight }) => weight ?? 0);
  return weights === 0 ? null : sum(({ value, weight }) => (value ?? 0) * (weight ?? 0)) / weights;
}

const all = (indicatorId: number, cell = '') =>
  plain(figures.filter((each) => each.indicatorId === indicatorId && each.cell === cell));
const ofReport = (reportId: number, indicatorId: number, cell = '') =>
  plain(
    figures.filter(
      (each) => each.reportId === reportId && each.indicatorId === indicatorId && each.cell === cell,
    ),
  );

const said = (value: number | null, decimals: number) =>
  value === null ? '' : value.toLocaleString('vi', { maximumFractionDigits: decimals });
const smooth = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('The year', () => {
  test('forty units were asked, all are in and locked with the province’s report; one was late', async () => {
    expect(below).toHaveLength(40);
    expect(new Set(below.map(({ status }) => status))).toEqual(new Set(['locked']));
    expect(own).toMatchObject({
      status: 'locked',
      below: { expected: 40, sent: 40, onTime: 39, late: 1, missing: 0 },
    });
    expect(own.call.status).toBe('closed');
    const late = below.filter((each) => each.class === 'late');
    expect(late.map(({ unit }) => unit.name)).toEqual(['Ủy ban nhân dân xã Cẩm Nương']);
  });

  test('two were sent back with a reason tied to a section, corrected and sent again', async () => {
    const back: string[] = [];
    for (const { id, unit } of below) {
      const { rows } = (await server.ask<ReportEvents>('GET', `/reports/${id}/events`)).body;
      const returned = rows.filter(({ action }) => action === 'returned');
      if (returned.length === 0) continue;
      back.push(unit.name);
      expect(returned[0]).toMatchObject({ sectionId: expect.any(String), reason: expect.any(String) });
      expect(rows.filter(({ action }) => action === 'submitted')).toHaveLength(2);
    }
    expect(back.toSorted()).toEqual(['Sở Công Thương', 'Ủy ban nhân dân xã Vạn Chài Lĩnh']);
  });

  test('units that were merged report once, by their heir, and are counted once', async () => {
    const covered = async (name: string) => {
      const row = below.find(({ unit }) => unit.name === name);
      const { body } = await server.ask<Report>('GET', `/reports/${row?.id}`);
      return body.covers.map((unit) => unit.name);
    };
    expect(await covered('Ủy ban nhân dân xã Thác Sim Mây')).toEqual(
      expect.arrayContaining(['Ủy ban nhân dân xã Thác Mây Hồng', 'Ủy ban nhân dân xã Bãi Sim Tím']),
    );
    expect(await covered('Báo và Phát thanh, Truyền hình Sông Thao')).toEqual(
      expect.arrayContaining(['Báo Sông Thao', 'Đài Phát thanh và Truyền hình Sông Thao']),
    );
    const asked = below.map(({ unit }) => unit.name);
    for (const gone of [
      'Báo Sông Thao',
      'Ủy ban nhân dân xã Thác Mây Hồng',
      'Ủy ban nhân dân xã Bãi Sim Tím',
    ])
      expect(asked).not.toContain(gone);
    const { rows } = await sql<{ n: number }>`select count(*) as n from report_part
      where call_id = ${own.call.id} group by unit_id having count(*) > 1`.execute(server.deps.db);
    expect(rows).toEqual([]);
  });

  test('it is issued as a document with a number, in Word and as PDF, by the steps that such a document takes', () => {
    expect(document).toMatchObject({
      status: 'issued',
      fullNumber: '27/BC-UBND',
      issuedOn: '2026-01-30',
      source: { reportId: own.id },
      demo: true,
    });
    expect(document.files.map(({ kind }) => kind)).toEqual(['docx', 'pdf']);
    expect(document.events.map(({ action }) => action).toReversed()).toEqual([
      'created',
      'changed',
      'submitted',
      'signed',
      'numbered',
      'issued',
      'sent',
    ]);
  });

  test('it went to whom it names, nothing left the machine, and the receivers say how far they are', async () => {
    const { receiverList } = document;
    const ways = Map.groupBy(receiverList, ({ way }) => way);
    expect([...ways].map(([way, { length }]) => [way, length])).toEqual([
      ['edxml', 1],
      ['paper', 2],
      ['inside', 19],
      ['email', 1],
    ]);
    expect(new Set(receiverList.map(({ state }) => state))).toEqual(new Set(['sent']));
    const [ministry, letter] = [ways.get('edxml')?.[0], ways.get('email')?.[0]];
    for (const each of [ministry, letter]) expect(each?.problem).toContain('Dữ liệu minh họa');
    // Three days later: arrived, and entered there.
    expect(ministry?.states.map(({ code }) => code)).toEqual(['01', '03']);
    expect(ways.get('paper')?.[0]).toMatchObject({ receivedOn: '2026-02-02' });
    const opened = ways.get('inside')?.filter(({ code }) => code === '01') ?? [];
    expect(opened.length).toBeGreaterThan(3);
    expect(opened.length).toBeLessThan(19);
    for (const { sentAt } of receiverList) expect(sentAt?.slice(0, 10)).toBe('2026-01-30');
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from outgoing_receiver where attempts > 0`.execute(server.deps.db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test('the roll-up is the plain sum over the units’ reports, cell by cell', async () => {
  const { body } = await server.ask<Rollup>('GET', `/reports/${own.id}/rollup`);
  const told = body.rows.flatMap(({ indicatorId, cells }) =>
    cells
      .filter(({ total }) => total !== null)
      .map(({ cell, total }) => [`${indicatorId} ${cell}`, total ?? 0] as const),
  );
  const wanted = new Map(
    figures.map(({ indicatorId, cell }) => [`${indicatorId} ${cell}`, all(indicatorId, cell)] as const),
  );
  expect(told.length).toBeGreaterThan(100);
  const rounded = (value: number | null | undefined) => value?.toFixed(6);
  for (const [key, total] of told) expect([key, rounded(total)]).toEqual([key, rounded(wanted.get(key))]);
  const known = new Set(told.map(([key]) => key));
  expect([...wanted].filter(([key, value]) => value !== null && !known.has(key))).toEqual([]);
});

describe('The PDF', () => {
  test('has some twenty pages, an annex for each group of indicators, wide ones on their side, and two charts', () => {
    const pages = pdf.pages ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(20);
    expect(pages.length).toBeLessThan(30);
    const { attached } = document.content;
    const groups = Map.groupBy(own.call.form.indicators, ({ group }) => group);
    for (const [group, { length }] of groups) {
      const annex = attached.find(({ title }) =>
        title.toLocaleLowerCase('vi').includes(group.toLocaleLowerCase('vi')),
      );
      expect([group, annex?.landscape ?? false]).toEqual([group, length > 4]);
      expect(smooth(pdf.text).toLocaleLowerCase('vi')).toContain(annex?.title.toLocaleLowerCase('vi'));
    }
    const lying = pages.map(({ width, height }) => width > height);
    expect(lying.filter(Boolean).length).toBeGreaterThanOrEqual(
      attached.filter(({ landscape }) => landscape).length * 2,
    );
    expect(lying[0]).toBe(false);
    const charts = attached.flatMap(({ body }) => body).filter(({ type }) => type === 'chart');
    expect(charts).toHaveLength(2);
  });

  test('holds in every cell of every table what the database says', async () => {
    const judge = await judgeOf(server, own, below);
    const tables = pdf.blocks.filter((block): block is Table => block.type === 'table').map(gridOf);
    let judged = 0;
    for (const grid of tables.filter(([head]) => judge.knows(head ?? []))) {
      for (const { text, wanted, where } of judge.cells(grid)) {
        expect([where, text]).toEqual([where, wanted]);
        judged += 1;
      }
    }
    const numbers = tables
      .filter(([head]) => judge.knows(head ?? []))
      .flatMap(([, ...rows]) => rows.flat())
      .filter((text) => /\d/.test(text));
    expect(numbers.length).toBeGreaterThan(1000);
    expect(judged).toBeGreaterThanOrEqual(numbers.length);
    // Letterhead and signature are the only ones that hold no figures.
    expect(tables.filter(([head]) => !judge.knows(head ?? []))).toHaveLength(2);
  });

  test('says in its sentences what the database says, each figure where it is spoken of', async () => {
    const indicators = new Map(own.call.form.indicators.map((each) => [each.id, each]));
    const { rows } = await sql<{ content: Content }>`select content from report_text
      where report_id = ${own.id}`.execute(server.deps.db);
    const paragraphs = rows.flatMap(({ content }) => content.paragraphs);
    const text = smooth(pdf.text);
    let spoken = 0;
    for (const { runs } of paragraphs) {
      for (const run of runs) {
        const sources = new Set((run.sources ?? []).map(({ reportId }) => reportId));
        if (run.figure) {
          const { indicatorId, cell, reportId } = run.figure;
          const now = reportId === null ? all(indicatorId, cell) : ofReport(reportId, indicatorId, cell);
          expect(run.text).toBe(said(now, indicators.get(indicatorId)?.decimals ?? 0));
          spoken += 1;
        } else if (run.text.includes('nêu tại báo cáo của')) {
          expect(Number(/của (\d+) đơn vị/.exec(run.text)?.[1])).toBe(sources.size);
        } else expect(run.text.replaceAll(citations, '')).not.toMatch(/\d/);
      }
      expect(text).toContain(smooth(runs.map((run) => run.text).join('')));
    }
    expect(spoken).toBeGreaterThan(60);
  });

  test('says nothing with a number besides that the database would not say', async () => {
    const { rows } = await sql<{ content: Content }>`select content from report_text
      where report_id = ${own.id}`.execute(server.deps.db);
    const written = new Set(
      rows.flatMap(({ content }) =>
        content.paragraphs.map(({ runs }) => smooth(runs.map((run) => run.text).join(''))),
      ),
    );
    const left = pdf.blocks
      .filter(({ type }) => type === 'paragraph')
      .map(({ span: [from, to] }) => smooth(pdf.text.slice(from, to)).replace(/^- /, ''))
      .filter((line) => !written.has(line) && /\d/.test(line.replaceAll(citations, '')));
    const silent = own.call.form.indicators.reduce(
      (groups, { group, id }) => groups.set(group, [...(groups.get(group) ?? []), id]),
      new Map<string, number[]>(),
    );
    const without = new Set(
      [...silent.values()].map(
        (ids) => below.filter(({ id }) => !ids.some((each) => Boolean(ofReport(id, each)))).length,
      ),
    );
    expect(left.filter((line) => !explained(line, without))).toEqual([]);
  });
});

/** Dates, years and numbers of documents, which are no figures. */
const citations =
  /ngày \d+ tháng \d+ năm \d{4}|ngày \d{2}\/\d+\/\d{4}|[Nn]ăm \d{4}|giai đoạn \d{4} - \d{4}|số \d+\/[\p{L}\d/-]+|trong \d năm/gu;

function explained(line: string, without: ReadonlySet<number>): boolean {
  const rest = line.replaceAll(citations, '');
  const silent = /^(\d+) đơn vị không phát sinh/.exec(rest);
  if (silent) return without.has(Number(silent[1]));
  if (rest.includes('tổng hợp từ báo cáo của')) return rest.includes('40/40 đơn vị');
  if (rest.startsWith('Trong 40 đơn vị'))
    return rest === 'Trong 40 đơn vị phải báo cáo: 39 đúng hạn, 1 quá hạn.';
  if (/nhiều nhất vào tháng/.test(rest)) return monthsSay(line);
  return (
    /^(?:Số: 27\/BC-UBND|\d+\.|[IVX]+\.)/.test(rest) && !/\d/.test(rest.replace(/^(?:Số: 27|\d+\.)/, ''))
  );
}

/** "… nhiều nhất vào tháng 5 (444 tin, bài), ít nhất vào tháng 9 (286 tin, bài).", or how many months had none. */
function monthsSay(line: string): boolean {
  const indicator = own.call.form.indicators.find(({ name }) => line.startsWith(`${name} nhiều nhất`));
  const values = Array.from(
    { length: 12 },
    (_, at) => all(indicator?.id ?? 0, `month=${String(at + 1).padStart(2, '0')}`) ?? 0,
  );
  const [most, least] = [...line.matchAll(/tháng (\d+) \(([\d.]+) /g)].map(([, month, value]) => ({
    there: values[Number(month) - 1],
    told: Number(value?.replaceAll('.', '')),
  }));
  const none = /; (\d+) tháng không phát sinh/.exec(line)?.[1];
  const isMost = most?.told === Math.max(...values) && most.there === most.told;
  if (none !== undefined) return isMost && Number(none) === values.filter((value) => value === 0).length;
  return isMost && least?.told === Math.min(...values) && least.there === least.told;
}

type Grid = readonly (readonly string[])[];

/** Every cell at its column; one that reaches over several leaves the others empty. */
const gridOf = ({ rows }: Table): Grid =>
  rows.map(({ cells }) =>
    cells.flatMap(({ span: [from, to], columns }) => [
      smooth(pdf.text.slice(from, to)),
      ...Array.from({ length: columns - 1 }, () => ''),
    ]),
  );

interface Judged {
  readonly text: string;
  readonly wanted: string;
  readonly where: string;
}

async function judgeOf({ deps: { db } }: TestServer, report: Report, reports: ReportList['rows']) {
  const { indicators } = report.call.form;
  const items = (await db.selectFrom('dimensionItem').selectAll().execute()).map((each) => each);
  const dimensions = await db.selectFrom('dimension').selectAll().execute();
  const targets = (
    await sql<{ indicatorId: number; value: number }>`select indicator_id, value::float8 as value
      from indicator_target where period = ${report.call.period}`.execute(db)
  ).rows;
  const short = (name: string) => name.replace(/^Ủy ban nhân dân/, 'UBND');
  const byUnit = new Map(reports.map((each) => [short(each.unit.name), each]));
  const headed = new Map(indicators.map((each) => [`${each.name} (${each.unit})`, each]));
  const named = new Map(indicators.map((each) => [each.name, each]));
  const itemNamed = (dimension: string, name: string) =>
    items.find((each) => each.dimension === dimension && each.name === name)?.key ?? '?';
  const day = (iso: string) => {
    const [year, month, date] = iso.split('-');
    return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
  };

  function* units([head = [], ...rows]: Grid): Generator<Judged> {
    const columns = head.map((title) => headed.get(title));
    for (const [no = '', unit = '', ...cells] of rows) {
      const asked = byUnit.get(unit);
      const line = ['Tổng hợp chung', 'Mục tiêu'].find((each) => each === no);
      // Titles of tiers reach over the whole line; every other one is of a unit that was asked, or a sum.
      if (!asked && !line && cells.every((text) => text === '')) continue;
      if (asked) yield { text: no, wanted: /^\d+$/.test(no) ? no : 'a number', where: unit };
      for (const [at, text] of cells.entries()) {
        const indicator = columns[at + 2];
        const id = indicator?.id ?? 0;
        const target = targets.find((each) => each.indicatorId === id)?.value ?? null;
        const value = asked ? ofReport(asked.id, id) : line === 'Mục tiêu' ? target : all(id);
        yield {
          text: (asked ?? line) ? text : 'of whom?',
          wanted: said(value, indicator?.decimals ?? 0),
          where: `${unit || no}, ${head[at + 2]}`,
        };
      }
    }
  }

  function* sent([, ...rows]: Grid): Generator<Judged> {
    for (const [no = '', unit = '', due = '', on = '', result = ''] of rows) {
      const asked = byUnit.get(unit);
      if (!asked) continue;
      yield { text: no, wanted: no, where: unit };
      yield { text: due, wanted: day(asked.dueOn), where: unit };
      yield { text: on, wanted: day(asked.firstSubmittedOn ?? ''), where: unit };
      yield { text: result, wanted: asked.class === 'late' ? 'Quá hạn' : 'Đúng hạn', where: unit };
    }
  }

  function* months([head = [], ...rows]: Grid): Generator<Judged> {
    for (const [name = '', ...cells] of rows) {
      const indicator = named.get(name);
      for (const [at, text] of cells.entries()) {
        const month = (head[at + 1] ?? '').padStart(2, '0');
        const value = all(indicator?.id ?? 0, `month=${month}`);
        yield { text, wanted: said(value, indicator?.decimals ?? 0), where: `${name}, ${month}` };
      }
    }
  }

  function* broken([head = [], ...rows]: Grid): Generator<Judged> {
    const dimension = dimensions.find(({ name }) => name === head[0])?.key ?? '?';
    for (const [name = '', ...cells] of rows) {
      const item = itemNamed(dimension, name);
      for (const [at, text] of cells.entries()) {
        const title = head[at + 1] ?? '';
        const indicator = headed.get(title) ?? named.get('Tin, bài thông tin đối ngoại');
        const across = headed.has(title) ? '' : `;language=${itemNamed('language', title)}`;
        const value = all(indicator?.id ?? 0, `${dimension}=${item}${across}`);
        yield { text, wanted: said(value, indicator?.decimals ?? 0), where: `${name}, ${title}` };
      }
    }
  }

  const kindOf = ([first, , third]: readonly string[]) =>
    first === 'TT'
      ? third === 'Thời hạn'
        ? sent
        : units
      : first === 'Chỉ tiêu'
        ? months
        : dimensions.some(({ name }) => name === first)
          ? broken
          : null;
  return {
    knows: (head: readonly string[]) => kindOf(head) !== null,
    cells: (grid: Grid) => [...(kindOf(grid[0] ?? []) ?? sent)(grid)],
  };
}

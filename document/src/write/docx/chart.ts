// A DrawingML chart (ECMA-376 part 1, 21.2) with the workbook that Word opens to edit its figures.
import { CHART, FONT } from '../layout.ts';
import type { Chart } from '../official.ts';
import { columnName, workbook } from './workbook.ts';
import { escape, HEAD } from './xml.ts';

export interface ChartParts {
  readonly xml: string;
  readonly workbook: Uint8Array;
}

export function chartPart(given: Chart): ChartParts {
  const chart = sound(given);
  return { xml: chartXml(chart), workbook: workbook(chart) };
}

/** As many labels as values, and no value that is no number: Word would mend the file. */
function sound(chart: Chart): Chart {
  const points = chart.series.reduce(
    (most, { values }) => Math.max(most, values.length),
    chart.labels.length,
  );
  const each = Array.from({ length: Math.max(1, points) }, (_, at) => at);
  return {
    ...chart,
    labels: each.map((at) => chart.labels[at] ?? ''),
    series: chart.series.map(({ name, values }) => ({
      name,
      values: each.map((at) => (Number.isFinite(values[at]) ? values[at]! : null)),
    })),
  };
}

/** Told apart in print without colour too: from dark to light. */
const FILLS = ['1F4E5F', 'B5482A', '7FA6A0', 'D9A441', '5B5B7B', 'C7C7C7'];

const MARKS = ['circle', 'square', 'diamond', 'triangle', 'x', 'star'];

const AXES = '<c:axId val="111111111"/><c:axId val="222222222"/>';

function chartXml(chart: Chart): string {
  const series = chart.series.map((_, at) => seriesXml(chart, at)).join('');
  const plot =
    chart.shape === 'lines'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXES}</c:lineChart>`
      : `<c:barChart><c:barDir val="col"/><c:grouping val="${chart.shape === 'stacked' ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${chart.shape === 'stacked' ? '<c:overlap val="100"/>' : ''}${AXES}</c:barChart>`;
  return (
    `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:roundedCorners val="0"/><c:chart>${titled(chart.title, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axes(chart)}</c:plotArea>` +
    (chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${CHART.size * 100}"><a:latin typeface="${FONT.name}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>` +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  );
}

function titled(words: string, bold: boolean): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="vi-VN" sz="${(CHART.size + (bold ? 1 : 0)) * 100}" b="${bold ? 1 : 0}"/>` +
    `<a:t>${escape(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function axes({ unit }: Chart): string {
  return (
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/></c:catAx>' +
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D0D0D0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    `${unit === undefined ? '' : titled(unit, false)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function seriesXml({ shape, labels, series }: Chart, at: number): string {
  const { name, values } = series[at]!;
  const column = columnName(at + 1);
  const fill = `<a:solidFill><a:srgbClr val="${FILLS[at % FILLS.length]}"/></a:solidFill>`;
  const look =
    shape === 'lines'
      ? `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr><c:marker><c:symbol val="${MARKS[at % MARKS.length]}"/><c:size val="6"/></c:marker>`
      : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f>${cached([name])}</c:strRef></c:tx>${look}` +
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${labels.length + 1}</c:f>${cached(labels)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${labels.length + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${labels.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>` +
    `${shape === 'lines' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

const cached = (words: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${words.length}"/>${words.map((each, at) => `<c:pt idx="${at}"><c:v>${escape(each)}</c:v></c:pt>`).join('')}</c:strCache>`;

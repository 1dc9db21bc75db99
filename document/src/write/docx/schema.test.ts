// Word repairs a file whose elements stand in another order than the schema's (ECMA-376 part 1, annex A): they must not.
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDocuments, withOwnLabels } from '../../../test/official-documents.ts';
import { OFFICIAL } from '../../../test/official/samples.ts';
import { readXml } from '../../read/xml.ts';
import { writeDocx } from '../docx.ts';
import type { OfficialDocument } from '../official.ts';

const words = (list: string): readonly string[] => list.split(' ');

/** Children of the elements that this writer uses, in the schema's order (those that it may use, not all). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(
    'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:spacing w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr',
  ),
  'w:rPr': words(
    'w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:color w:spacing w:sz w:szCs w:highlight w:u w:vertAlign w:lang',
  ),
  'w:numPr': words('w:ilvl w:numId'),
  'w:tbl': words('w:tblPr w:tblGrid w:tr'),
  'w:tblPr': words(
    'w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription',
  ),
  'w:tblBorders': words('w:top w:left w:bottom w:right w:insideH w:insideV'),
  'w:tblCellMar': words('w:top w:left w:bottom w:right'),
  'w:tr': words('w:trPr w:tc'),
  'w:tcPr': words('w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:vAlign'),
  'w:sectPr': words('w:headerReference w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg'),
  'w:style': words(
    'w:name w:aliases w:basedOn w:next w:uiPriority w:semiHidden w:qFormat w:pPr w:rPr w:tblPr',
  ),
  'w:styles': words('w:docDefaults w:latentStyles w:style'),
  'w:docDefaults': words('w:rPrDefault w:pPrDefault'),
  'w:numbering': words('w:abstractNum w:num'),
  'w:abstractNum': words('w:nsid w:multiLevelType w:tmpl w:lvl'),
  'w:lvl': words('w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlJc w:pPr w:rPr'),
  'w:num': words('w:abstractNumId w:lvlOverride'),
  'w:lvlOverride': words('w:startOverride w:lvl'),
  'w:settings': words(
    'w:zoom w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol w:listSeparator',
  ),
  'w:font': words('w:altName w:panose1 w:charset w:family w:pitch'),
  'wp:inline': words('wp:extent wp:docPr wp:cNvGraphicFramePr a:graphic'),
  'c:chartSpace': words('c:roundedCorners c:chart c:spPr c:txPr c:externalData'),
  'c:chart': words('c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs'),
  'c:plotArea': words('c:layout c:barChart c:lineChart c:catAx c:valAx'),
  'c:barChart': words('c:barDir c:grouping c:varyColors c:ser c:gapWidth c:overlap c:axId'),
  'c:lineChart': words('c:grouping c:varyColors c:ser c:marker c:axId'),
  'c:ser': words('c:idx c:order c:tx c:spPr c:invertIfNegative c:marker c:cat c:val c:smooth'),
  'c:catAx': words(
    'c:axId c:scaling c:delete c:axPos c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:crossAx c:crosses',
  ),
  'c:valAx': words(
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:crossAx c:crosses',
  ),
};

/** May stand once in their parent only; all others of the order above may not be repeated either, but for these. */
const REPEATED = new Set(
  words(
    'w:tr w:tc w:style w:abstractNum w:num w:lvl w:lvlOverride w:headerReference w:footerReference c:ser c:axId w:compatSetting',
  ),
);

/** Faults in the order of elements, and cells that do not end with a paragraph. */
function faultsOf(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  readXml(bytes, {
    open(name) {
      open.at(-1)?.children.push(name);
      open.push({ name, children: [] });
    },
    close() {
      const { name, children } = open.pop()!;
      const order = ORDER[name];
      if (order) faults.push(...misplaced(name, children, order));
      if (name === 'w:tc' && children.at(-1) !== 'w:p') faults.push('a cell without a paragraph at its end');
      if (children.some((child, at) => child === 'w:tbl' && children[at + 1] === 'w:tbl'))
        faults.push('two tables without a paragraph between them');
    },
  });
  return faults;
}

function misplaced(name: string, children: readonly string[], order: readonly string[]): string[] {
  return children.flatMap((child, at) => {
    const place = order.indexOf(child);
    const before = at === 0 ? -1 : order.indexOf(children[at - 1]!);
    if (place < 0) return [`${child} in ${name}`];
    if (place < before) return [`${child} behind ${children[at - 1]} in ${name}`];
    return place === before && !REPEATED.has(child) ? [`${child} twice in ${name}`] : [];
  });
}

function faultsIn(document: OfficialDocument): string[] {
  return Object.entries(unzipSync(writeDocx(document))).flatMap(([part, bytes]) =>
    part.startsWith('word/') && part.endsWith('.xml')
      ? faultsOf(bytes).map((fault) => `${part}: ${fault}`)
      : [],
  );
}

describe('the order of elements', () => {
  it.each(Object.keys(OFFICIAL))('%s keeps the order of the schema', (name) => {
    expect(faultsIn(OFFICIAL[name]!)).toEqual([]);
  });

  it('is kept whatever a document holds', () => {
    fc.assert(
      fc.property(fc.oneof(officialDocuments, withOwnLabels), (document) => {
        expect(faultsIn(document)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is told when it is not kept', () => {
    const bytes = new TextEncoder().encode('<w:pPr><w:jc/><w:ind/></w:pPr>');
    expect(faultsOf(bytes)).toEqual(['w:ind behind w:jc in w:pPr']);
  });
});

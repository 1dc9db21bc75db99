// What is wrong in a Word file by the standard (ISO/IEC 29500, ECMA-376), beyond what lenient programs notice: Word itself repairs, or refuses, a
// file with any of these faults.
import { unzipSync } from 'fflate';
import { numberingFaults, namedIn, styleFaults, tieFaults, type Named } from './numbering.ts';
import { ORDER, REPEATED, REQUIRED } from './orders.ts';
import { danglingRelations, partFaults, type Parts } from './parts.ts';
import { all, child, named, treeOf, value, type Element } from './tree.ts';

/** Faults of a Word file; none in a sound one. */
export function faultsOf(file: Uint8Array): string[] {
  const parts = unzipSync(file);
  return [...partFaults(parts), ...wordFaults(parts), ...sheetFaults(parts)];
}

const EMPTY: Element = { name: '', attributes: {}, children: [], text: '' };
const rootOf = (parts: Parts, name: string): Element => (parts[name] ? treeOf(parts[name]) : EMPTY);

function wordFaults(parts: Parts): string[] {
  const [styles, numbering] = [rootOf(parts, 'word/styles.xml'), rootOf(parts, 'word/numbering.xml')];
  const known = namedIn(styles, numbering);
  const stories = Object.keys(parts).filter((name) =>
    /^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name),
  );
  const xml = Object.keys(parts).filter((name) => /^word\/.*\.xml$/.test(name));
  return [
    ...xml.flatMap((name) => orderFaults(name, rootOf(parts, name))),
    ...xml.flatMap((name) => danglingRelations(parts, name, rootOf(parts, name))),
    ...styleFaults(styles, known),
    ...numberingFaults(numbering),
    ...tieFaults(styles, numbering),
    ...stories.flatMap((name) => storyFaults(rootOf(parts, name), known).map((fault) => `${name}: ${fault}`)),
    ...sectionFaults(rootOf(parts, 'word/document.xml')),
    ...idFaults(stories.map((name) => rootOf(parts, name))),
    ...coreFaults(rootOf(parts, 'docProps/core.xml')),
  ];
}

/** Children in the schema's order, none twice that may stand once, none missing that must be there. */
export function orderFaults(part: string, root: Element): string[] {
  return [...all(root)].flatMap(({ name, children }) => {
    const order = ORDER[name];
    const names = children.map((each) => each.name);
    const missing = (REQUIRED[name] ?? []).filter((needed) => !names.includes(needed));
    return [
      ...missing.map((needed) => `${part}: ${name} without ${needed}`),
      ...(order ? misplaced(name, names, order).map((fault) => `${part}: ${fault}`) : []),
    ];
  });
}

function misplaced(name: string, children: readonly string[], order: readonly string[]): string[] {
  return children.flatMap((each, at) => {
    // Header and footer references stand in any order among themselves (EG_HdrFtrReferences).
    const placeOf = (of: string): number =>
      order.indexOf(of === 'w:footerReference' ? 'w:headerReference' : of);
    const place = placeOf(each);
    const before = at === 0 ? -1 : placeOf(children[at - 1]!);
    if (place < 0) return [`${each} in ${name}`];
    if (place < before) return [`${each} behind ${children[at - 1]} in ${name}`];
    return place === before && !REPEATED.has(each) ? [`${each} twice in ${name}`] : [];
  });
}

function storyFaults(root: Element, known: Named): string[] {
  const faults: string[] = [];
  for (const element of all(root)) {
    if (['w:body', 'w:hdr', 'w:ftr', 'w:tc'].includes(element.name)) faults.push(...blockFaults(element));
    if (element.name === 'w:tbl') faults.push(...tableFaults(element));
    if (element.name === 'w:p') faults.push(...paragraphFaults(element, known));
    if (element.name === 'w:tblStyle' && known.styles.get(value(element) ?? '') !== 'table')
      faults.push(`table style ${value(element)}`);
  }
  return faults;
}

/** 17.4.65: a cell ends with a paragraph. Two tables without one between them are one to Word; so are a header's. */
function blockFaults({ name, children }: Element): string[] {
  const blocks = children.filter((each) => !['w:tcPr', 'w:sectPr'].includes(each.name));
  const faults = blocks
    .filter((each) => each.name !== 'w:p' && each.name !== 'w:tbl')
    .map((each) => `${each.name} in ${name}`);
  if (blocks.at(-1)?.name !== 'w:p') faults.push(`${name} without a paragraph at its end`);
  if (blocks.some((each, at) => each.name === 'w:tbl' && blocks[at + 1]?.name === 'w:tbl'))
    faults.push('two tables without a paragraph between them');
  return faults;
}

const count = (text: string | undefined): number => Number(text ?? '1');
/** Word opens no table with more. */
const MOST_COLUMNS = 63;

/** Every row fills the grid; its cells are as wide as their columns; what hangs down goes on from a cell of the same columns. */
function tableFaults(table: Element): string[] {
  const grid = child(table, 'w:tblGrid')?.children.map(({ attributes }) => Number(attributes['w:w'])) ?? [];
  const faults = grid.length > MOST_COLUMNS ? [`${grid.length} columns`] : [];
  if (grid.some((width) => !Number.isInteger(width) || width < 1))
    faults.push(`columns of ${grid.join()} twips`);
  const total = grid.reduce((sum, width) => sum + width, 0);
  const wide = Number(child(child(table, 'w:tblPr'), 'w:tblW')?.attributes['w:w']);
  if (wide !== total) faults.push(`a table of ${wide} twips with columns of ${total}`);
  let above = new Map<number, number>();
  for (const row of table.children.filter(({ name }) => name === 'w:tr')) {
    const open = new Map<number, number>();
    let at = 0;
    for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
      const look = child(cell, 'w:tcPr');
      const span = count(value(child(look, 'w:gridSpan')));
      const merge = child(look, 'w:vMerge');
      if (merge) open.set(at, span);
      if (merge && value(merge) !== 'restart' && above.get(at) !== span)
        faults.push('a merged cell with none above it');
      const width = grid.slice(at, at + span).reduce((sum, each) => sum + each, 0);
      if (Number(child(look, 'w:tcW')?.attributes['w:w']) !== width)
        faults.push('a cell of another width than its columns');
      at += span;
    }
    if (at !== grid.length) faults.push(`a row of ${at} places in a grid of ${grid.length}`);
    above = open;
  }
  // 17.4.78: heads are repeated from the first row on, without a row between them.
  const heads = table.children
    .filter(({ name }) => name === 'w:tr')
    .map((row) => child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined);
  if (heads.lastIndexOf(true) !== heads.filter(Boolean).length - 1)
    faults.push('a head that is not at the top');
  return faults;
}

function paragraphFaults(paragraph: Element, { styles, lists }: Named): string[] {
  const faults: string[] = [];
  const look = child(paragraph, 'w:pPr');
  const style = value(child(look, 'w:pStyle'));
  if (style !== undefined && styles.get(style) !== 'paragraph') faults.push(`style ${style}`);
  const list = child(look, 'w:numPr');
  const id = value(child(list, 'w:numId'));
  if (id !== undefined && id !== '0' && !lists.get(id)?.has(value(child(list, 'w:ilvl')) ?? '0'))
    faults.push(`list ${id}`);
  let fields = 0;
  for (const element of all(paragraph)) {
    if (
      element.name === 'w:t' &&
      /^\s|\s$/.test(element.text) &&
      element.attributes['xml:space'] !== 'preserve'
    )
      faults.push('white space that is not kept');
    // Tabs and line ends are elements of their own (17.3.3).
    if (element.name === 'w:t' && /[\t\n\r]/.test(element.text))
      faults.push('a tab or line end within a text');
    if (element.name === 'w:fldChar')
      fields += { begin: 1, end: -1 }[element.attributes['w:fldCharType'] ?? ''] ?? 0;
    for (const key of ['w:before', 'w:after', 'w:line', 'w:left', 'w:right', 'w:firstLine', 'w:sz'])
      if (
        element.name !== 'w:pBdr' &&
        element.attributes[key] !== undefined &&
        !/^\d+$/.test(element.attributes[key])
      )
        faults.push(`${element.name} ${key}="${element.attributes[key]}"`);
  }
  if (fields !== 0) faults.push('a field that does not end');
  return faults;
}

/** 17.6.17, 17.6.18: the last section behind the text, each with at most one header and footer of a kind. */
function sectionFaults(root: Element): string[] {
  const blocks = child(root, 'w:body')?.children ?? [];
  const faults = blocks.at(-1)?.name === 'w:sectPr' ? [] : ['the text does not end with its section'];
  for (const section of named(root, 'w:sectPr')) {
    const kinds = section.children
      .filter(({ name }) => name.endsWith('Reference'))
      .map(({ name, attributes }) => `${name} ${attributes['w:type']}`);
    if (new Set(kinds).size < kinds.length) faults.push('two headers of one kind');
  }
  return faults;
}

/** 20.4.2.5, 17.13.6: drawings have ids of their own, bookmarks end where they begin. */
function idFaults(stories: readonly Element[]): string[] {
  const of = (name: string, key: string): string[] =>
    stories.flatMap((root) => named(root, name).map(({ attributes }) => attributes[key] ?? ''));
  const drawings = of('wp:docPr', 'id');
  const [begun, ended] = [of('w:bookmarkStart', 'w:id'), of('w:bookmarkEnd', 'w:id')];
  return [
    ...(new Set(drawings).size < drawings.length ? ['two drawings of one id'] : []),
    ...(of('wp:docPr', 'descr').includes('') ? ['a drawing without words'] : []),
    ...(drawings.some((id) => !/^[1-9]\d{0,9}$/.test(id)) ? ['a drawing without a sound id'] : []),
    ...(begun.toSorted().join() === ended.toSorted().join() && new Set(begun).size === begun.length
      ? []
      : ['bookmarks that do not end']),
  ];
}

/** ISO/IEC 29500-2, 11.1: each property once. */
function coreFaults({ children }: Element): string[] {
  const names = children.map(({ name }) => name);
  return new Set(names).size < names.length ? ['a property twice'] : [];
}

/** The figures of each chart: as many as it says, and the same in its workbook. */
function sheetFaults(parts: Parts): string[] {
  return Object.keys(parts)
    .filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    .flatMap((name) => {
      const root = treeOf(parts[name]!);
      const faults: string[] = [];
      for (const cache of [...named(root, 'c:strCache'), ...named(root, 'c:numCache')]) {
        const points = Number(child(cache, 'c:ptCount')?.attributes.val);
        for (const point of named(cache, 'c:pt'))
          if (Number(point.attributes.idx) >= points) faults.push(`${name}: a point beyond the last`);
      }
      for (const figure of named(root, 'c:numCache').flatMap((cache) => named(cache, 'c:v')))
        if (!Number.isFinite(Number(figure.text)) || figure.text === '')
          faults.push(`${name}: “${figure.text}” is no number`);
      const axes = new Set(
        [...named(root, 'c:catAx'), ...named(root, 'c:valAx')].map(
          (axis) => child(axis, 'c:axId')?.attributes.val,
        ),
      );
      for (const used of [...named(root, 'c:barChart'), ...named(root, 'c:lineChart')].flatMap((plot) =>
        plot.children.filter((each) => each.name === 'c:axId'),
      ))
        if (!axes.has(used.attributes.val)) faults.push(`${name}: an axis that is not there`);
      const workbook = parts[`word/embeddings/${name.replace(/^.*\/(chart\d+)\.xml$/, '$1')}.xlsx`];
      if (!workbook || !unzipSync(workbook)['xl/worksheets/sheet1.xml']) faults.push(`${name}: no workbook`);
      return faults;
    });
}

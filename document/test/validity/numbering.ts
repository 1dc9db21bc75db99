// Styles and lists: what names what (ISO/IEC 29500-1, 17.7 and 17.9).
import { child, named, value, type Element } from './tree.ts';

/** List instance → the levels that it has. */
export type Lists = ReadonlyMap<string, ReadonlySet<string>>;

export interface Named {
  readonly styles: ReadonlyMap<string, string>;
  readonly lists: Lists;
}

const FORMATS = new Set('decimal upperRoman lowerRoman upperLetter lowerLetter bullet none'.split(' '));
const LONGEST_NAME = 253;

export const namedIn = (styles: Element, numbering: Element): Named => ({
  styles: new Map(
    named(styles, 'w:style').map(({ attributes }) => [
      attributes['w:styleId'] ?? '',
      attributes['w:type'] ?? '',
    ]),
  ),
  lists: listsOf(numbering),
});

function listsOf(numbering: Element): Lists {
  const levels = new Map(
    numbering.children
      .filter(({ name }) => name === 'w:abstractNum')
      .map((abstract) => [
        abstract.attributes['w:abstractNumId'] ?? '',
        new Set(
          abstract.children.flatMap(({ name, attributes }) =>
            name === 'w:lvl' ? [attributes['w:ilvl'] ?? ''] : [],
          ),
        ),
      ]),
  );
  return new Map(
    numbering.children
      .filter(({ name }) => name === 'w:num')
      .map((num) => [
        num.attributes['w:numId'] ?? '',
        levels.get(value(child(num, 'w:abstractNumId')) ?? '') ?? new Set<string>(),
      ]),
  );
}

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) < at);

export function styleFaults(root: Element, { styles }: Named): string[] {
  const all = named(root, 'w:style');
  const names = all.map((style) => value(child(style, 'w:name')) ?? '');
  const aliases = all.flatMap((style) => value(child(style, 'w:aliases'))?.split(',') ?? []);
  const faults = [
    ...twice(all.map(({ attributes }) => attributes['w:styleId'] ?? '')).map((id) => `two styles ${id}`),
    ...twice([...names, ...aliases].map((name) => name.trim().toLowerCase())).map(
      (name) => `two styles called ${name}`,
    ),
    // Word keeps a name and its aliases as one text with commas between.
    ...[...names, ...aliases]
      .filter((name) => name === '' || name.includes(',') || name.length > LONGEST_NAME)
      .map((name) => `a style called “${name}”`),
    ...twice(
      all
        .filter(({ attributes }) => attributes['w:default'] === '1')
        .map(({ attributes }) => attributes['w:type'] ?? ''),
    ).map((type) => `two default styles of type ${type}`),
  ];
  for (const style of all)
    for (const link of ['w:basedOn', 'w:next', 'w:link']) {
      const target = value(child(style, link));
      if (target !== undefined && styles.get(target) !== style.attributes['w:type'])
        faults.push(`${link} leads to ${target}`);
    }
  return faults;
}

/** A style with a list is the one that the list's level names, and the other way round (17.9.23). */
export function tieFaults(styles: Element, numbering: Element): string[] {
  const tied = new Map<string, string>();
  for (const abstract of numbering.children.filter(({ name }) => name === 'w:abstractNum'))
    for (const level of abstract.children.filter(({ name }) => name === 'w:lvl')) {
      const style = value(child(level, 'w:pStyle'));
      if (style === undefined) continue;
      if (tied.has(style)) tied.set(style, 'two levels');
      else tied.set(style, `${abstract.attributes['w:abstractNumId']} ${level.attributes['w:ilvl']}`);
    }
  const abstractOf = new Map(
    numbering.children
      .filter(({ name }) => name === 'w:num')
      .map((num) => [num.attributes['w:numId'], value(child(num, 'w:abstractNumId'))]),
  );
  const listed = new Map<string, string>();
  for (const style of named(styles, 'w:style')) {
    const list = child(child(style, 'w:pPr'), 'w:numPr');
    if (list)
      listed.set(
        style.attributes['w:styleId'] ?? '',
        `${abstractOf.get(value(child(list, 'w:numId')))} ${value(child(list, 'w:ilvl')) ?? '0'}`,
      );
  }
  return [
    ...[...listed]
      .filter(([style, place]) => tied.get(style) !== place)
      .map(([style]) => `style ${style} has a list that does not name it`),
    ...[...tied]
      .filter(([style, place]) => listed.get(style) !== place)
      .map(([style]) => `a list names style ${style}, which has another one`),
  ];
}

export function numberingFaults(root: Element): string[] {
  const faults: string[] = [];
  const abstracts = root.children.filter(({ name }) => name === 'w:abstractNum');
  const nums = root.children.filter(({ name }) => name === 'w:num');
  faults.push(
    ...twice(abstracts.map(({ attributes }) => attributes['w:abstractNumId'] ?? '')).map(
      (id) => `two lists ${id}`,
    ),
  );
  faults.push(
    ...twice(nums.map(({ attributes }) => attributes['w:numId'] ?? '')).map(
      (id) => `two list instances ${id}`,
    ),
  );
  // A list with the mark of another one is merged with it when texts are pasted.
  faults.push(
    ...twice(abstracts.map((abstract) => value(child(abstract, 'w:nsid')) ?? '')).map(
      (id) => `two lists of nsid ${id}`,
    ),
  );
  const known = new Set(abstracts.map(({ attributes }) => attributes['w:abstractNumId']));
  for (const num of nums) {
    if (Number(num.attributes['w:numId']) < 1) faults.push('a list instance 0');
    if (!known.has(value(child(num, 'w:abstractNumId'))))
      faults.push(`list instance ${num.attributes['w:numId']} of no list`);
    for (const override of num.children.filter(({ name }) => name === 'w:lvlOverride')) {
      const level = child(override, 'w:lvl');
      if (level && level.attributes['w:ilvl'] !== override.attributes['w:ilvl'])
        faults.push('a level overridden by another one');
    }
  }
  for (const abstract of abstracts) {
    const places = abstract.children
      .filter(({ name }) => name === 'w:lvl')
      .map(({ attributes }) => attributes['w:ilvl']);
    if (places.some((place, at) => place !== String(at)) || places.length > 9)
      faults.push(`levels ${places.join()}`);
  }
  for (const level of named(root, 'w:lvl')) {
    const place = Number(level.attributes['w:ilvl']);
    const shown = value(child(level, 'w:lvlText')) ?? '';
    if (!FORMATS.has(value(child(level, 'w:numFmt')) ?? '')) faults.push('numbers of no known form');
    if ([...shown.matchAll(/%(\d)/g)].some(([, digit]) => Number(digit) < 1 || Number(digit) > place + 1))
      faults.push(`“${shown}” shows a lower level`);
    if (!/^\d+$/.test(value(child(level, 'w:start')) ?? '')) faults.push('a start that is no number');
  }
  return faults;
}

// Formulas as they are written: what they refer to, whether they make sense, what they say in words.
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import type { Filter, Formula, IndicatorBody } from './body.ts';
import type { Field, Register, Said } from './register.ts';
import { registerNamed } from './registers.ts';

export type Leaf = Extract<Formula, { op: 'count' | 'sum' | 'distinct' }>;

export const isLeaf = (formula: Formula): formula is Leaf =>
  formula.op === 'count' || formula.op === 'sum' || formula.op === 'distinct';

const partsOf = (formula: Formula): readonly Formula[] => ('of' in formula ? formula.of : []);

/** The counting parts, in the order in which they are read. */
export const leavesOf = (formula: Formula): readonly Leaf[] =>
  isLeaf(formula) ? [formula] : partsOf(formula).flatMap(leavesOf);

/** Codes of indicators that it names. */
export const codesIn = (formula: Formula): readonly string[] =>
  formula.op === 'indicator' ? [formula.code] : partsOf(formula).flatMap(codesIn);

const depthOf = (formula: Formula): number => 1 + Math.max(0, ...partsOf(formula).map(depthOf));

function fieldOf(register: Register, name: string): Field {
  const field = register.fields.find((each) => each.name === name);
  if (!field) throw new Invalid('formula-no-field', { field: name, register: register.key });
  return field;
}

const fits: Readonly<Record<Filter['is'], (field: Field, filter: Filter) => boolean>> = {
  in: (_, { values }) => values.length > 0,
  'not-in': (_, { values }) => values.length > 0,
  'at-least': ({ type }, { values }) => (type === 'number' || type === 'day') && values.length === 1,
  'at-most': ({ type }, { values }) => (type === 'number' || type === 'day') && values.length === 1,
  known: () => true,
  unknown: () => true,
  contains: ({ type }, { values }) => type === 'word' && values.length > 0,
  'in-window': ({ type }) => type === 'day',
  'until-window-end': ({ type }) => type === 'day',
};

const readable = (type: Field['type'], value: string | number): boolean =>
  type === 'number'
    ? Number.isFinite(Number(value)) && String(value).trim() !== ''
    : type === 'day'
      ? /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(Date.parse(String(value)))
      : type === 'flag'
        ? ['true', 'false'].includes(String(value))
        : true;

function requireLeaf(leaf: Leaf): void {
  const register = registerNamed(leaf.register);
  if (!register) throw new Invalid('formula-no-register', { register: leaf.register });
  for (const filter of leaf.where) {
    const field = fieldOf(register, filter.field);
    const unknown = field.values
      ? filter.values.find((value) => !field.values?.some(({ key }) => key === value))
      : undefined;
    const unreadable = filter.values.find((value) => !readable(field.type, value));
    if (!fits[filter.is](field, filter) || unreadable !== undefined || unknown !== undefined)
      throw new Invalid('formula-bad-filter', { field: filter.field, is: filter.is });
  }
  if (leaf.op === 'sum' && fieldOf(register, leaf.field).type !== 'number')
    throw new Invalid('formula-not-number', { field: leaf.field });
  if (leaf.op === 'distinct') fieldOf(register, leaf.field);
}

/** Beyond this nobody could read it. */
const deepest = 10;

/** Throws what does not make sense; other indicators that it names are looked at by who knows the catalogue. */
export function requireFormula(formula: Formula): void {
  if (depthOf(formula) > deepest || leavesOf(formula).length > 50) throw new Invalid('formula-too-large');
  for (const leaf of leavesOf(formula)) requireLeaf(leaf);
}

/** What stands in the way of a body by itself. */
export function requireBody(body: IndicatorBody): void {
  const { formula, rule, breakdowns, weight, bounds } = body;
  if (formula) requireFormula(formula);
  if (rule === 'distinct' && formula && formula.op !== 'distinct') throw new Invalid('indicator-distinct');
  if (rule !== 'distinct' && formula?.op === 'distinct') throw new Invalid('indicator-distinct');
  if (weight !== null && rule !== 'average') throw new Invalid('indicator-weight');
  if (bounds.min !== null && bounds.max !== null && bounds.min > bounds.max)
    throw new Invalid('indicator-bounds');
  const names = breakdowns.map((dims) => dims.toSorted().join('+'));
  if (new Set(names).size < names.length || breakdowns.some((dims) => new Set(dims).size < dims.length))
    throw new Invalid('indicator-breakdown-twice');
}

/** A circle that a formula closes through other indicators; null: none. `bodies` by code. */
export function circleFrom(
  code: string,
  bodies: ReadonlyMap<string, Pick<IndicatorBody, 'formula' | 'weight'>>,
  path: readonly string[] = [],
): readonly string[] | null {
  if (path.includes(code)) return [...path.slice(path.indexOf(code)), code];
  const body = bodies.get(code);
  const next = [...(body?.formula ? codesIn(body.formula) : []), ...(body?.weight ? [body.weight] : [])];
  for (const each of next) {
    const found = circleFrom(each, bodies, [...path, code]);
    if (found) return found;
  }
  return null;
}

const side = (locale: Locale) => (locale === 'vi' ? 0 : 1);
const pick = (said: Said, locale: Locale): string => said[side(locale)];

function filterWords(filter: Filter, field: Field | undefined, locale: Locale): string {
  const at = side(locale);
  const name = field?.label[at] ?? filter.field;
  const said = (value: string | number) =>
    field?.values?.find(({ key }) => key === value)?.label[at] ??
    (field?.type === 'flag'
      ? value === 'true'
        ? pick(['có', 'yes'], locale)
        : pick(['không', 'no'], locale)
      : `“${value}”`);
  const list = filter.values.map(said).join(pick([' hoặc ', ' or '], locale));
  const words: Readonly<Record<Filter['is'], Said>> = {
    in: [`${name} là ${list}`, `${name} is ${list}`],
    'not-in': [`${name} không là ${list}`, `${name} is not ${list}`],
    'at-least': [`${name} từ ${list} trở lên`, `${name} is at least ${list}`],
    'at-most': [`${name} không quá ${list}`, `${name} is at most ${list}`],
    known: [`${name} có ghi`, `${name} is known`],
    unknown: [`${name} không ghi`, `${name} is not known`],
    contains: [`${name} có chữ ${list}`, `${name} contains ${list}`],
    'in-window': [`${name} trong kỳ chốt số liệu`, `${name} within the data window`],
    'until-window-end': [`${name} không sau ngày chốt số liệu`, `${name} not after the close of data`],
  };
  return words[filter.is][at];
}

export function leafWords(leaf: Leaf, locale: Locale): string {
  const at = side(locale);
  const register = registerNamed(leaf.register);
  const of = (name: string) => register?.fields.find((each) => each.name === name);
  const what = register?.label[at] ?? leaf.register;
  const field = leaf.op === 'count' ? '' : (of(leaf.field)?.label[at] ?? leaf.field);
  const begin: Readonly<Record<Leaf['op'], Said>> = {
    count: [`số ${what}`, `number of ${what}`],
    sum: [`tổng ${field} của ${what}`, `sum of ${field} of ${what}`],
    distinct: [`số ${field} khác nhau của ${what}`, `number of different ${field} of ${what}`],
  };
  const where = leaf.where.map((filter) => filterWords(filter, of(filter.field), locale));
  const joined = where.join(pick([' và ', ' and '], locale));
  return where.length === 0
    ? begin[leaf.op][at]
    : `${begin[leaf.op][at]} ${pick(['có', 'whose'], locale)} ${joined}`;
}

const signs = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

/** The whole formula as a sentence; `nameOf` names other indicators. */
export function formulaWords(
  formula: Formula,
  locale: Locale,
  nameOf: (code: string) => string = (code) => code,
): string {
  if (isLeaf(formula)) return leafWords(formula, locale);
  if (formula.op === 'number') return formula.value.toLocaleString(locale);
  if (formula.op === 'indicator') return `[${nameOf(formula.code)}]`;
  const parts = formula.of.map((each) => {
    const words = formulaWords(each, locale, nameOf);
    return 'of' in each || isLeaf(each) ? `(${words})` : words;
  });
  return parts.join(signs[formula.op]);
}

// Texts of made-up documents: every level, points beyond z, what stands under what.
import type { Level, OfficialBlock as Block, Text } from '../../src/index.ts';
import type { Dice } from './dice.ts';
import { grid } from './tables.ts';
import { line, TITLES } from './words.ts';

export const statement = (d: Dice, level?: Level): Text => ({
  type: 'text',
  ...(level && { level }),
  line: line(d),
});

const title = (d: Dice, level: Level): Text => ({
  type: 'text',
  level,
  heading: true,
  line: `${d.one(TITLES)}${level === 'number' && d.hits(0.1) ? ':' : ''}`,
});

const division = (d: Dice, level: Level): Text => ({ type: 'text', level, line: d.one(TITLES) });

/** "a) …" with what may stand under it. */
function points(d: Dice, most: number): Block[] {
  return d.times(1, most, () => d).flatMap(() => [statement(d, 'letter'), ...(d.hits(0.2) ? dashes(d) : [])]);
}

export const dashes = (d: Dice): Block[] =>
  d
    .times(1, 3, () => d)
    .flatMap(() => [
      statement(d, 'dash'),
      ...(d.hits(0.25) ? d.times(1, 2, () => statement(d, 'plus')) : []),
    ]);

export function clauses(d: Dice): Block[] {
  return d
    .times(1, 4, () => d)
    .flatMap(() => {
      if (d.hits(0.35)) return [statement(d, 'number'), ...(d.hits(0.4) ? points(d, 5) : [])];
      const below = d.below(7);
      const under =
        below === 0
          ? points(d, d.hits(0.15) ? 30 : 4)
          : below === 1
            ? decimals(d)
            : below === 2
              ? dashes(d)
              : below === 3
                ? [...d.times(0, 1, () => statement(d)), grid(d)]
                : below === 4
                  ? [statement(d), ...points(d, 3)]
                  : d.times(1, 2, () => statement(d));
      return [title(d, 'number'), ...under];
    });
}

function decimals(d: Dice): Block[] {
  return d
    .times(1, 3, () => d)
    .flatMap(() => {
      const own = d.hits(0.5) ? title(d, 'decimal') : statement(d, 'decimal');
      const below = d.below(4);
      const under =
        below === 0
          ? d.times(1, 3, () => statement(d, 'subdecimal'))
          : below === 1
            ? dashes(d)
            : below === 2
              ? points(d, 3)
              : [];
      return [own, ...(own.heading && under.length === 0 ? [statement(d)] : under)];
    });
}

export const romans = (d: Dice): Block[] =>
  d
    .times(1, 5, () => d)
    .flatMap(() => [
      title(d, 'roman'),
      ...(d.hits(0.6)
        ? [...(d.hits(0.2) ? [statement(d)] : []), ...clauses(d)]
        : d.hits(0.3)
          ? dashes(d)
          : d.times(1, 3, () => statement(d))),
    ]);

export const articles = (d: Dice): Block[] =>
  d
    .times(2, 6, () => d)
    .flatMap(() => {
      if (d.hits(0.5)) return [statement(d, 'article')];
      return [
        title(d, 'article'),
        ...(d.hits(0.7)
          ? d
              .times(1, 4, () => d)
              .flatMap(() => [statement(d, 'number'), ...(d.hits(0.4) ? points(d, 6) : [])])
          : [statement(d)]),
      ];
    });

/** Chương, Mục, Tiểu mục, Điều. */
export const chapters = (d: Dice): Block[] =>
  d
    .times(2, 3, () => d)
    .flatMap(() => [
      division(d, 'chapter'),
      ...(d.hits(0.5)
        ? d
            .times(2, 2, () => d)
            .flatMap(() => [
              division(d, 'section'),
              ...(d.hits(0.3)
                ? d.times(2, 2, () => d).flatMap(() => [division(d, 'subsection'), ...articles(d)])
                : articles(d)),
            ])
        : articles(d)),
    ]);

export const parts = (d: Dice): Block[] =>
  d.times(2, 3, () => d).flatMap(() => [division(d, 'part'), ...romans(d)]);

export const capitals = (d: Dice): Block[] =>
  d.times(2, 3, () => d).flatMap(() => [title(d, 'capital'), ...romans(d)]);

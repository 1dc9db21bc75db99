// The text of a section: paragraphs of runs; a run that was taken from a report below, or that says a figure, keeps where from.
import { z } from '@hono/zod-openapi';
import { cellKey } from '../indicators/body.ts';
import { id } from '../http/schema.ts';

/** Where a run comes from: `quoted` word for word, `merged` out of several, `rewritten`. */
export const source = z
  .strictObject({
    reportId: id,
    sectionId: z.string().min(1).max(40),
    how: z.enum(['quoted', 'merged', 'rewritten']).default('quoted'),
  })
  .openapi('TextSource');

/** The figure that a run says: of this report (null) or of another. */
export const figureSource = z
  .strictObject({
    indicatorId: id,
    cell: cellKey.default(''),
    reportId: id.nullable().default(null),
    /** As it was when it was put in. */
    value: z.number().nullable().default(null),
  })
  .openapi('TextFigure');

export const run = z
  .strictObject({
    text: z.string().max(20_000),
    sources: z.array(source).max(200).optional(),
    figure: figureSource.optional(),
  })
  .openapi('TextRun');

export const content = z
  .strictObject({
    paragraphs: z
      .array(
        z.strictObject({
          /** `item`: a line of a list. */
          kind: z.enum(['text', 'item']).default('text'),
          runs: z.array(run).max(500),
        }),
      )
      .max(2000),
  })
  .openapi('SectionContent');
export type Content = z.infer<typeof content>;

export const emptyContent: Content = { paragraphs: [] };

export const plainOf = ({ paragraphs }: Content): string =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

export const isBlank = (text: Content): boolean => plainOf(text).trim() === '';

// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as unitImports from './import-schema.ts';
import type * as reorganisations from './reorganise-schema.ts';
import type * as units from './schema.ts';
import type * as unitTrees from './tree-schema.ts';

export type Unit = z.infer<typeof units.unit>;
export type UnitList = z.infer<typeof units.unitList>;
export type UnitListQuery = z.input<typeof units.unitListQuery>;
export type Resolution = z.infer<typeof units.resolution>;
export type UnitName = z.infer<typeof unitTrees.unitName>;
export type TreeUnit = z.infer<typeof unitTrees.treeUnit>;
export type UnitTree = z.infer<typeof unitTrees.unitTree>;
export type UnitTreeQuery = z.input<typeof unitTrees.treeQuery>;
export type UnitDetail = z.infer<typeof unitTrees.unitDetail>;
export type UnitCreate = z.input<typeof unitTrees.unitCreate>;
export type UnitEdit = z.input<typeof unitTrees.unitEdit>;
export type NewUnit = z.input<typeof unitTrees.newUnit>;
export type Reorganisation = z.infer<typeof unitTrees.reorganisation>;
export type ReorganisationList = z.infer<typeof unitTrees.reorganisationList>;
export type ReorganisationInput = z.input<typeof reorganisations.reorganisationInput>;
export type ReorganisationResult = z.infer<typeof reorganisations.reorganisationResult>;
export type UnitImportResult = z.infer<typeof unitImports.importResult>;

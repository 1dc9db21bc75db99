// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as tasks from './schema.ts';

export type TaskClass = z.infer<typeof tasks.taskClass>;
export type TaskAgency = z.infer<typeof tasks.taskAgency>;
export type TaskRow = z.infer<typeof tasks.taskRow>;
export type TaskSort = z.infer<typeof tasks.taskSort>;
export type TaskFacets = z.infer<typeof tasks.taskFacets>;
export type TaskList = z.infer<typeof tasks.taskList>;
export type TaskListQuery = z.input<typeof tasks.taskListQuery>;
export type TaskDetail = z.infer<typeof tasks.taskDetail>;

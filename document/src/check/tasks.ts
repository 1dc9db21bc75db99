// A task without a lead or without a time: for whom it stays open who does it or by when.
import type { Diagnostic } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'Nguyên tắc giao việc “rõ người, rõ việc, rõ thời hạn”';

export const openTasks: Rule = ({ parsed }) =>
  parsed.tasks.flatMap(({ lead, due, span }) => {
    const diagnostics: Diagnostic[] = [];
    if (lead.length === 0) diagnostics.push(found('task-without-lead', 'note', { span, clause: CLAUSE }));
    if (due.kind === 'unspecified')
      diagnostics.push(found('task-without-due', 'note', { span, clause: CLAUSE }));
    return diagnostics;
  });

// Where the table of access finds what it must know of each subject's records.
import { factsOf as documentFacts, ifReadable } from '../documents/rights.ts';
import { factsOf as dutyFacts } from '../duties/facts.ts';
import { factsOf as outgoingFacts, readable as readableOutgoing } from '../outgoing/access.ts';
import { factsOf as planFacts, readable as readablePlan } from '../plans/access.ts';
import { factsOfId as reportFacts } from '../reports/access.ts';
import type { FactsOf } from './routes.ts';

export const subjects: FactsOf = {
  document: {
    read: 'document.read',
    facts: async (db, actor, id) => {
      const row = await ifReadable(db, actor, id);
      return row && documentFacts(db, row);
    },
  },
  plan: {
    read: 'plan.read',
    facts: async (db, actor, id) => planFacts(db, actor, await readablePlan(db, actor, id)),
  },
  duty: {
    read: 'duty.read',
    facts: async (db, _actor, id) => (await dutyFacts(db, [id])).get(id) ?? null,
  },
  report: {
    read: 'report.read',
    facts: async (db, _actor, id) => reportFacts(db, id),
  },
  outgoing: {
    read: 'outgoing.read',
    facts: async (db, actor, id) => outgoingFacts(db, actor, await readableOutgoing(db, actor, id)),
  },
  unit: {
    read: 'unit.read',
    facts: async (_db, _actor, id) => ({ unitId: id }),
  },
};

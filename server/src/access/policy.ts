// Who may do what to which record. This table is the only place that decides; everything else asks it.
// Read it so: a person with ROLE at a unit may do ACTION to a record that stands in one of these RELATIONS to that unit.
import type { Role } from './roles.ts';

/** How a record stands to the unit at which somebody holds a role. A unit speaks for those whose work it took over. */
export type Relation =
  /** It is the person's own: a notice, a session, a saved view. */
  | 'self'
  /** It belongs to the unit. */
  | 'own'
  /** It belongs to a unit below. */
  | 'subtree'
  /** It belongs to the unit's superior, or to any unit below that superior. */
  | 'coordinated'
  /** The same, within the unit's own tree: where a ministry coordinates the country, the ministry itself. */
  | 'tree'
  /** A person among those whom the unit coordinates who coordinates there. */
  | 'focal'
  /** It belongs to the unit's superior itself, in whose name a coordinating body draws up and issues. */
  | 'principal'
  /** It was issued by a unit above. */
  | 'superior'
  /** The unit leads the task. */
  | 'lead'
  /** The unit coordinates in the task. */
  | 'coordinating'
  /** The unit issued the plan that the record comes from. */
  | 'issuer'
  /** The unit confirms what was done. */
  | 'confirmer'
  /** It was sent to the unit. */
  | 'receiver'
  /** Everybody who is signed in may see it. */
  | 'any';

type Rule = Readonly<Partial<Record<Role, readonly Relation[]>>>;

const everybody = (...relations: readonly Relation[]): Rule => ({
  officer: relations,
  leader: relations,
  coordinator: relations,
  approver: relations,
  finance: relations,
  editor: relations,
  translator: relations,
  publisher: relations,
  administrator: relations,
  observer: relations,
});

/** What units may read of each other's work: their own, what they take part in, what was issued to them; above, all below. */
const read: Rule = {
  officer: ['own', 'lead', 'coordinating', 'issuer', 'confirmer', 'superior'],
  leader: ['own', 'subtree', 'lead', 'coordinating', 'issuer', 'confirmer', 'superior'],
  coordinator: ['own', 'coordinated', 'lead', 'coordinating', 'issuer', 'confirmer', 'superior'],
  approver: ['own', 'subtree', 'lead', 'coordinating', 'issuer', 'superior'],
  finance: ['own', 'subtree', 'superior'],
  editor: ['own', 'lead', 'coordinating', 'superior'],
  translator: ['own', 'superior'],
  publisher: ['own', 'lead', 'coordinating', 'superior'],
  administrator: ['own', 'subtree', 'superior'],
  observer: ['own', 'subtree', 'superior'],
};

/** Whoever holds a role at the unit itself. */
const everybodyAtHome: Rule = {
  officer: ['own'],
  leader: ['own'],
  coordinator: ['own'],
  approver: ['own'],
  finance: ['own'],
  editor: ['own'],
  translator: ['own'],
  publisher: ['own'],
  administrator: ['own'],
  observer: ['own'],
};

/** Who receives reports, and who called for them, read them as well. */
const reportRead: Rule = {
  officer: ['own', 'issuer', 'confirmer'],
  leader: ['own', 'subtree', 'issuer', 'confirmer'],
  coordinator: ['own', 'coordinated', 'issuer', 'confirmer'],
  approver: ['own', 'subtree', 'issuer', 'confirmer'],
  finance: ['own', 'subtree'],
  editor: ['own'],
  translator: ['own'],
  publisher: ['own'],
  administrator: ['own', 'subtree'],
  observer: ['own', 'subtree'],
};

export const policy = {
  'document.read': read,
  'document.upload': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'document.review': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'document.accept': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'document.remove': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },

  'task.read': read,

  'plan.read': read,
  'plan.draft': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'plan.submit': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'plan.approve': { approver: ['own', 'subtree'], leader: ['own'] },
  'plan.issue': { approver: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'plan.close': { approver: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  'plan.remove': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },

  'duty.read': read,
  /** Receive, report progress and completion, add evidence, ask for more time, answer an urging. */
  'duty.report': { officer: ['own'], leader: ['own'], editor: ['own'], publisher: ['own'] },
  /** Confirm or send back, grant or refuse more time, reopen. */
  'duty.confirm': { coordinator: ['own', 'coordinated', 'confirmer'], leader: ['confirmer', 'subtree'] },
  /** Call a task that is done on call; spawn, transfer, cancel duties. */
  'duty.direct': {
    coordinator: ['own', 'coordinated', 'confirmer', 'issuer'],
    leader: ['issuer', 'subtree'],
  },
  'duty.urge': {
    coordinator: ['own', 'coordinated', 'confirmer', 'issuer'],
    leader: ['issuer', 'subtree', 'lead'],
  },

  'inspection.read': read,
  'inspection.write': { coordinator: ['own', 'coordinated'], leader: ['subtree'] },

  /** Reporting regimes, and who may call for reports by them. */
  'regime.read': read,
  'regime.manage': { leader: ['own'], coordinator: ['own', 'principal'], administrator: ['own'] },
  'indicator.read': read,
  'indicator.manage': { leader: ['own'], coordinator: ['own', 'principal'], administrator: ['own'] },
  'indicator.target': { leader: ['own', 'subtree'], coordinator: ['own', 'coordinated'] },

  /** What a unit reports is its own and its superiors' who receive it; those below do not read it. */
  'report.read': reportRead,
  /** What it says before it was sent: seen where it is drawn up, and not above. */
  'report.read-draft': {
    ...everybodyAtHome,
    coordinator: ['own', 'principal'],
  },
  'report.call': { leader: ['own'], coordinator: ['own', 'principal'], approver: ['own'] },
  'report.fill': { officer: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },
  /** Hand it, filled, to the unit's leaders and take it back from them; whoever sends it needs no such step. */
  'report.hand': { officer: ['own'] },
  /** Sign off and send, or give back to who filled it; take back what nobody has looked at yet. */
  'report.submit': { leader: ['own'], approver: ['own'], coordinator: ['own', 'principal'] },
  /** Accept, send back, excuse, give more time. */
  'report.judge': { coordinator: ['coordinated', 'confirmer'], leader: ['confirmer', 'subtree'] },
  /** Who receives it, or stands above; the call's own is received by who called. Nobody approves what they sent up themselves. */
  'report.approve': { approver: ['subtree', 'confirmer'], leader: ['confirmer'] },
  /** All that is directly below a report. */
  'report.approve-level': { approver: ['own', 'subtree'], leader: ['own'] },
  /** Lock for good, open again. */
  'report.lock': {
    coordinator: ['coordinated', 'confirmer'],
    leader: ['confirmer', 'subtree'],
    approver: ['subtree', 'confirmer'],
  },
  'report.urge': {
    coordinator: ['coordinated', 'confirmer', 'issuer'],
    leader: ['confirmer', 'subtree', 'issuer'],
  },

  /** Outgoing documents and their drafts: the agency's, the unit's that drafts (lead), and once sent, the receivers'. */
  'outgoing.read': {
    officer: ['own', 'lead', 'receiver'],
    leader: ['own', 'subtree', 'lead', 'receiver'],
    coordinator: ['own', 'principal', 'lead', 'receiver'],
    approver: ['own', 'subtree', 'lead', 'receiver'],
    finance: ['own', 'receiver'],
    editor: ['own', 'lead', 'receiver'],
    publisher: ['own', 'lead', 'receiver'],
    administrator: ['own'],
    observer: ['own', 'subtree', 'receiver'],
  },
  'outgoing.draft': {
    officer: ['own', 'lead'],
    leader: ['own', 'lead'],
    coordinator: ['own', 'principal', 'lead'],
  },
  /** Remarks on a draft: who draws it up, who checks it, who signs. */
  'outgoing.comment': {
    officer: ['own', 'lead'],
    leader: ['own', 'subtree', 'lead'],
    coordinator: ['own', 'principal', 'lead'],
    approver: ['own', 'subtree', 'lead'],
    editor: ['own', 'lead'],
    publisher: ['own', 'lead'],
  },
  /** Whoever checks the form (văn thư), or whoever is asked to sign. */
  'outgoing.return': {
    officer: ['own'],
    leader: ['own'],
    coordinator: ['own', 'principal'],
    approver: ['own', 'subtree'],
  },
  'outgoing.sign': { approver: ['own'], leader: ['own'] },
  /** Number, issue, send, and put down who received: the work of the văn thư. */
  'outgoing.issue': {
    officer: ['own'],
    leader: ['own'],
    coordinator: ['own', 'principal'],
    approver: ['own'],
  },
  'outgoing.recall': { approver: ['own'], leader: ['own'], coordinator: ['own', 'principal'] },

  'number.read': {
    officer: ['own'],
    leader: ['own', 'subtree'],
    coordinator: ['own', 'principal'],
    approver: ['own', 'subtree'],
    finance: ['own'],
    editor: ['own'],
    publisher: ['own'],
    administrator: ['own', 'subtree'],
    observer: ['own', 'subtree'],
  },
  'number.reserve': {
    officer: ['own'],
    leader: ['own'],
    coordinator: ['own', 'principal'],
    approver: ['own'],
  },
  /** How the agency numbers; what others keep. */
  'number.manage': {
    leader: ['own'],
    coordinator: ['own', 'principal'],
    administrator: ['own', 'subtree'],
  },

  /** Figures of a unit with all below it; where only "own" is said, of the unit alone. */
  'overview.read': {
    officer: ['own'],
    leader: ['own', 'subtree'],
    coordinator: ['own', 'coordinated'],
    approver: ['own', 'subtree'],
    finance: ['own', 'subtree'],
    editor: ['own'],
    translator: ['own'],
    publisher: ['own'],
    administrator: ['own', 'subtree'],
    observer: ['own', 'subtree'],
  },

  'unit.read': everybody('any'),
  'unit.edit': { administrator: ['own', 'subtree'] },
  'unit.reorganise': { administrator: ['own', 'subtree'] },

  /** Names, posts and roles of colleagues; private data (phone, e-mail) stands under person.private. */
  'person.read': everybody('own', 'subtree', 'coordinated', 'superior'),
  'person.private': {
    officer: ['self', 'own'],
    leader: ['self', 'own', 'subtree'],
    coordinator: ['self', 'own', 'tree', 'focal'],
    approver: ['self', 'own'],
    finance: ['self'],
    editor: ['self'],
    translator: ['self'],
    publisher: ['self'],
    administrator: ['self', 'own', 'subtree'],
    observer: ['self'],
  },
  'person.edit': { administrator: ['own', 'subtree'] },
  'role.grant': { administrator: ['own', 'subtree'] },
  /** A deputy for a period, for one's own roles or those of one's people. */
  'role.deputise': {
    leader: ['self', 'own'],
    approver: ['self'],
    coordinator: ['self'],
    administrator: ['own', 'subtree'],
  },

  'audit.read': { administrator: ['own', 'subtree'] },
  'token.manage': { administrator: ['own', 'subtree'] },
  'webhook.manage': { administrator: ['own', 'subtree'] },
  /** Document systems of others, their addresses and keys. */
  'peer.manage': { administrator: ['own', 'subtree'] },
  'reminder.manage': { coordinator: ['own', 'coordinated'], administrator: ['own', 'subtree'] },

  /** A saved view that everybody of the tree sees; it belongs to the top of the tree. */
  'view.offer': { leader: ['own'], coordinator: ['own', 'coordinated'], administrator: ['own'] },

  /** One's own account, sessions, notices, wishes, calendars, saved views. */
  'account.own': everybody('self'),
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof policy;

/** A role whose work reaches beyond its own unit to the superior and what is below it. */
export const coordinates = (role: Role): boolean => relationsOf(role, 'duty.read').includes('coordinated');

export const relationsOf = (role: Role, action: Action): readonly Relation[] =>
  (policy[action] as Rule)[role] ?? [];

// All messages with their English, a file an area; keys are the Vietnamese words. The application imports the type alone: it ships
// them compiled (words-plugin.ts).
import audit from './en/audit.json' with { type: 'json' };
import board from './en/board.json' with { type: 'json' };
import documents from './en/documents.json' with { type: 'json' };
import duties from './en/duties.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import indicators from './en/indicators.json' with { type: 'json' };
import notices from './en/notices.json' with { type: 'json' };
import numbers from './en/numbers.json' with { type: 'json' };
import outgoing from './en/outgoing.json' with { type: 'json' };
import overview from './en/overview.json' with { type: 'json' };
import peers from './en/peers.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import plans from './en/plans.json' with { type: 'json' };
import regimes from './en/regimes.json' with { type: 'json' };
import reports from './en/reports.json' with { type: 'json' };
import units from './en/units.json' with { type: 'json' };

export const english = {
  ...audit,
  ...board,
  ...documents,
  ...duties,
  ...frame,
  ...indicators,
  ...notices,
  ...numbers,
  ...outgoing,
  ...overview,
  ...peers,
  ...people,
  ...plans,
  ...regimes,
  ...reports,
  ...units,
};

export type Message = keyof typeof english;

// What becomes of a duty in the illustration: which steps are taken on which days. Pure.
import type { Chance } from './chance.ts';

export interface Born {
  readonly dutyId: number;
  readonly role: 'lead' | 'coordinating';
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly asksPlan: boolean;
}

export type Deed =
  | { readonly do: 'receive' | 'confirm' }
  | { readonly do: 'report'; readonly note: string }
  | { readonly do: 'progress'; readonly note: string; readonly progress: number }
  | { readonly do: 'sendBack'; readonly note: string }
  | { readonly do: 'askExtension'; readonly wantedOn: string; readonly note: string }
  | { readonly do: 'decideExtension'; readonly granted: true }
  | { readonly do: 'prove'; readonly title: string };

export interface Fated {
  readonly day: string;
  readonly deed: Deed;
}

const dayMilliseconds = 86_400_000;
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);

const underWay = [
  'Đã phân công cán bộ phụ trách và lập dự toán.',
  'Đang lấy ý kiến các đơn vị phối hợp.',
  'Đã hoàn thành khoảng một nửa khối lượng.',
  'Chờ bản dịch để hoàn thiện.',
] as const;
const finished = [
  'Đã hoàn thành theo đúng nội dung được giao; gửi kèm kết quả.',
  'Đã hoàn thành; có hình ảnh kèm theo.',
  'Đã thực hiện xong, đề nghị xác nhận.',
] as const;
const reasons = [
  'Chưa có số liệu theo từng thứ tiếng, đề nghị bổ sung.',
  'Thiếu hình ảnh minh chứng, đề nghị gửi lại.',
] as const;

/** In the order in which they happen. Days after today simply do not come. */
export function fateOf(born: Born, chance: Chance): readonly Fated[] {
  if (born.asksPlan) return begun(born, chance);
  const { openedOn, dueOn } = born;
  const span = dueOn === null ? 120 : Math.max(3, daysBetween(openedOn, dueOn));
  const luck = chance.next();
  // Seven in ten in time, two late, one not at all; what has no day is done some time, or goes on.
  if (dueOn === null) return luck < 0.4 ? done(born, chance, chance.between(40, span)) : begun(born, chance);
  if (luck < 0.7) return done(born, chance, chance.between(Math.ceil(span * 0.5), span));
  if (luck < 0.76) return prolonged(born, chance, span);
  if (luck < 0.9) return done(born, chance, span + chance.between(2, 35));
  return begun(born, chance);
}

function begun({ openedOn }: Born, chance: Chance): readonly Fated[] {
  const received = plus(openedOn, chance.between(1, 9));
  const some: Fated[] = [{ day: received, deed: { do: 'receive' } }];
  if (chance.next() < 0.5) {
    const note = chance.pick(underWay);
    const deed = { do: 'progress' as const, note, progress: chance.between(1, 6) * 10 };
    some.push({ day: plus(received, chance.between(10, 40)), deed });
  }
  return some;
}

function done(born: Born, chance: Chance, after: number): readonly Fated[] {
  const reported = plus(born.openedOn, after);
  const before = begun(born, chance).filter(({ day }) => day < reported);
  const report: Fated = { day: reported, deed: { do: 'report', note: chance.pick(finished) } };
  const proof: Fated = { day: reported, deed: { do: 'prove', title: 'Báo cáo kết quả kèm hình ảnh' } };
  const proofs = chance.next() < 0.35 ? [proof] : [];
  const judged = plus(reported, chance.between(1, 12));
  if (chance.next() < 0.08) {
    const again = plus(judged, chance.between(2, 8));
    return [
      ...before,
      ...proofs,
      report,
      { day: judged, deed: { do: 'sendBack', note: chance.pick(reasons) } },
      { day: again, deed: { do: 'report', note: 'Đã bổ sung theo yêu cầu.' } },
      { day: plus(again, 3), deed: { do: 'confirm' } },
    ];
  }
  return [...before, ...proofs, report, { day: judged, deed: { do: 'confirm' } }];
}

function prolonged(born: Born, chance: Chance, span: number): readonly Fated[] {
  const dueOn = born.dueOn ?? born.openedOn;
  const asked = plus(dueOn, -chance.between(2, 6));
  const wantedOn = plus(dueOn, 20);
  const received: Fated = { day: plus(born.openedOn, 1), deed: { do: 'receive' } };
  const note = 'Đối tác đề nghị lùi lịch; xin gia hạn để bảo đảm chất lượng.';
  return [
    ...(asked > received.day ? [received] : []),
    { day: asked, deed: { do: 'askExtension', wantedOn, note } },
    { day: plus(asked, 1), deed: { do: 'decideExtension', granted: true } },
    ...done({ ...born, openedOn: plus(asked, 2) }, chance, Math.min(18, span)).filter(
      ({ deed }) => deed.do !== 'receive',
    ),
  ];
}

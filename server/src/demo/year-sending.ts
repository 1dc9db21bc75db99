// The province's report goes out, and its receivers say how far they are with it. Nothing leaves the machine: what belongs to the
// illustration is recorded as sent, and its receivers' words are said here.
import { makePeer } from '../exchange/peers.ts';
import { takeState } from '../exchange/states.ts';
import { distribute, putDownReceipt } from '../outgoing/send.ts';
import { look, one } from '../outgoing/service.ts';
import { chanceOf } from './chance.ts';
import { after } from './diary.ts';
import { departments } from './reporters.ts';
import { approver, focal, on, type Stage } from './stage.ts';

const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

/** Who received it on paper, and how many days later. */
const papers = [
  { name: 'Thường trực Tỉnh ủy', receivedBy: 'Lường Thị Ánh Sao', days: 3 },
  { name: 'Thường trực Hội đồng nhân dân tỉnh', receivedBy: 'Quàng Văn Hải Đăng', days: 4 },
] as const;

/** What the ministry's system says, and how many days later. */
const states = [
  { code: '01', days: 0, staff: null, note: null },
  { code: '03', days: 3, staff: 'Văn thư Bộ (minh họa)', note: 'Đã vào sổ văn bản đến' },
  { code: '04', days: 4, staff: 'Lãnh đạo Văn phòng Bộ (minh họa)', note: 'Giao đơn vị chủ trì tổng hợp' },
  { code: '05', days: 6, staff: 'Chuyên viên (minh họa)', note: null },
  { code: '06', days: 14, staff: 'Chuyên viên (minh họa)', note: 'Đã tổng hợp vào báo cáo của Bộ' },
] as const;

interface Going {
  readonly id: number;
  readonly day: string;
  readonly year: number;
}

/** On the day of issue, by the department that numbered it. */
export async function sendReport(stage: Stage, going: Going): Promise<void> {
  const { deps, cast } = stage;
  const { id, day } = going;
  const at = on(deps, day);
  const asked = { actor: cast.byEmail(focal), locale: 'vi', id } as const;
  const peer = await theMinistry(stage, day);
  const inside = departments.map((key) => ({ way: 'inside', unitId: cast.key(`demo:${key}`) }) as const);
  const { version } = await one(at, asked);
  await distribute(at, asked, {
    version,
    receivers: [
      { way: 'edxml', peerId: peer.id },
      ...papers.map(({ name }) => ({ way: 'paper', name }) as const),
      ...inside,
      {
        way: 'email',
        name: 'Tạp chí Thông tin đối ngoại Sông Thao',
        email: 'toa-soan@tap-chi-song-thao.example',
      },
    ],
  });
  const { receiverList, fullNumber } = await one(at, asked);
  hearMinistry(stage, going, { key: peer.key, documentId: `Z00,${day.replaceAll('-', '/')},${fullNumber}` });
  for (const { name, receivedBy, days } of papers) {
    const receiverId = receiverList.find((each) => each.name === name)?.id ?? 0;
    const receivedOn = after(day, days);
    stage.diary.write(receivedOn, () =>
      putDownReceipt(on(deps, receivedOn), { ...asked, receiverId }, { receivedBy, receivedOn }),
    );
  }
  openInside(stage, going);
}

/** An invented system under an address that leads nowhere. */
async function theMinistry({ deps, cast }: Stage, day: string) {
  const actor = cast.byEmail('quan-tri@song-thao.example');
  return makePeer(
    on(deps, day),
    { actor, locale: 'vi' },
    {
      unitId: cast.key(committee),
      name: 'Hệ thống văn bản của Bộ (minh họa)',
      code: `Z99.${day.slice(2, 4)}`,
      url: 'https://lien-thong.bo-minh-hoa.example/edxml',
      token: null,
    },
  );
}

function hearMinistry(
  { deps, diary }: Stage,
  { day }: Going,
  { key, documentId }: { readonly key: string; readonly documentId: string },
): void {
  for (const { code, days, staff, note } of states) {
    const said = after(day, days);
    diary.write(said, async () => {
      const at = `${said.replaceAll('-', '/')} 09:30:00`;
      await takeState(on(deps, said), key, { documentId, code, at, staff, note });
    });
  }
}

/** Most open it in the days after; some have not yet. */
function openInside({ deps, cast, diary }: Stage, { id, day, year }: Going): void {
  for (const key of departments) {
    const chance = chanceOf(`${key}|opened|${year}`);
    const opened = after(day, chance.between(0, 6));
    const reader = cast.at(cast.key(`demo:${key}`), 'officer', 'leader');
    if (!reader || chance.between(1, 10) > 8) continue;
    diary.write(opened, async () => void (await look(on(deps, opened), { actor: reader, id })));
  }
  const chief = cast.byEmail(approver);
  diary.write(after(day, 1), async () => void (await look(on(deps, after(day, 1)), { actor: chief, id })));
}

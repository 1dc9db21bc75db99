// What the units make of the province's plan of the year: plans of their own, two of them still drafts.
import type { Actor } from '../access/actor.ts';
import type { PlanBody } from '../plans/body.ts';
import { create } from '../plans/create.ts';
import { approve, change, one, submit } from '../plans/service.ts';
import { calmer, issueAndLive, versionOf } from './issuing.ts';
import { bodyOf, ownTasks } from './plans.ts';
import { on, type Stage } from './stage.ts';

const drawing: readonly (readonly [key: string, day: string, number: string])[] = [
  ['so-van-hoa-the-thao-va-du-lich', '2026-03-05', '18/KH-SVHTTDL'],
  ['so-ngoai-vu', '2026-03-12', '22/KH-SNgV'],
  ['so-cong-thuong', '2026-03-18', '15/KH-SCT'],
  ['so-giao-duc-va-dao-tao', '2026-03-20', '31/KH-SGDĐT'],
  ['so-khoa-hoc-va-cong-nghe', '2026-04-02', '27/KH-SKHCN'],
  ['bao-va-phat-thanh-truyen-hinh-song-thao', '2026-03-10', '09/KH-BPTTH'],
  ['cong-thong-tin-dien-tu-tinh', '2026-03-16', '04/KH-CTTĐT'],
  ['uy-ban-nhan-dan-phuong-ben-thuong-lua', '2026-03-17', '12/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-nam-hong-giang', '2026-03-19', '16/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-tay-pho-cat', '2026-04-10', '20/KH-UBND'],
  ['uy-ban-nhan-dan-xa-dong-nua-thuong', '2026-03-13', '11/KH-UBND'],
  ['uy-ban-nhan-dan-xa-ban-mo-vang', '2026-03-20', '14/KH-UBND'],
  ['uy-ban-nhan-dan-xa-tan-lua', '2026-05-04', '25/KH-UBND'],
  ['uy-ban-nhan-dan-xa-thac-sim-may', '2026-03-18', '08/KH-UBND'],
  ['so-noi-vu', '2026-03-06', '07/KH-SNV'],
  ['so-tai-chinh', '2026-03-11', '10/KH-STC'],
  ['so-xay-dung', '2026-03-19', '13/KH-SXD'],
  ['so-y-te', '2026-03-20', '16/KH-SYT'],
  ['so-nong-nghiep-va-moi-truong', '2026-03-16', '19/KH-SNNMT'],
  ['so-dan-toc-va-ton-giao', '2026-04-08', '22/KH-SDTTG'],
  ['ban-quan-ly-khu-kinh-te-cua-khau', '2026-03-17', '25/KH-BQLKKT'],
  ['uy-ban-nhan-dan-phuong-dong-lang-sa', '2026-03-12', '28/KH-UBND'],
  ['uy-ban-nhan-dan-phuong-ha-long-thao', '2026-03-18', '31/KH-UBND'],
  ['uy-ban-nhan-dan-xa-khe-sim-da', '2026-03-20', '34/KH-UBND'],
  ['uy-ban-nhan-dan-xa-suoi-huong-lam', '2026-03-25', '37/KH-UBND'],
  ['uy-ban-nhan-dan-xa-na-khoang-bac', '2026-03-13', '40/KH-UBND'],
  ['uy-ban-nhan-dan-xa-yen-lang-thao', '2026-03-20', '43/KH-UBND'],
  ['uy-ban-nhan-dan-xa-deo-ngoc-lung', '2026-06-02', '46/KH-UBND'],
  ['uy-ban-nhan-dan-xa-hoa-ban-trang', '2026-03-19', '49/KH-UBND'],
  ['uy-ban-nhan-dan-xa-chau-thao-ha', '2026-03-18', '52/KH-UBND'],
];

/** The last of them is still a draft. */
const drafting = ['uy-ban-nhan-dan-xa-cam-nuong', 'uy-ban-nhan-dan-xa-van-chai-linh'] as const;

export function writeOwnPlans(stage: Stage, superiorId: number): void {
  for (const [key, day, number] of drawing) {
    stage.diary.write(day, async () => {
      const { chief, id } = await drawUp(stage, { key, day, superiorId });
      await issueAndLive(stage, chief, id, { number, issuedOn: day, signer: chief.name });
    });
  }
  for (const key of drafting) {
    stage.diary.write(
      '2026-04-20',
      async () => void (await drawUp(stage, { key, day: '2026-04-20', superiorId })),
    );
  }
}

interface Own {
  readonly key: string;
  readonly day: string;
  readonly superiorId: number;
}

/** Drawn up by the unit's officer from the province's plan; approved, if it is to be issued, by its leader. */
async function drawUp(stage: Stage, { key, day, superiorId }: Own): Promise<{ chief: Actor; id: number }> {
  const { deps, cast } = stage;
  const unitId = cast.key(`demo:${key}`);
  const chief = cast.at(unitId, 'leader');
  const officer = cast.at(unitId, 'officer') ?? chief;
  if (!chief || !officer) throw new Error(`The illustration has nobody at ${key}.`);
  const at = on(deps, day);
  const name = cast.nameOf(unitId);
  const title = `Kế hoạch công tác thông tin đối ngoại năm 2026 của ${name}`;
  const id = await create(at, officer, { unitId, superiorId, title });
  const plan = await one(at, { actor: officer, id });
  const own = bodyOf(
    { objectives: [`Thực hiện kế hoạch của tỉnh trên phạm vi ${name}.`], tasks: ownTasks(name) },
    cast.unit,
  );
  const body: PlanBody = {
    ...own,
    groups: [...plan.body.groups, ...own.groups.map((group) => ({ ...group, id: `own-${group.id}` }))],
    // The plan that is owed is this one; and what it took over it does itself.
    tasks: [
      ...plan.body.tasks
        .filter(({ asksPlan }) => !asksPlan)
        .map((task) => ({
          ...calmer(task),
          lead: [{ name, unitId, part: null }],
          coordinating: [],
          asksPlan: false,
        })),
      ...own.tasks.map((task) => ({ ...task, id: `own-${task.id}`, groupId: `own-${task.groupId}` })),
    ],
  };
  await change(at, { actor: officer, id }, { version: plan.version, body });
  await deps.db.updateTable('plan').set({ demo: true }).where('id', '=', id).execute();
  if (drafting.some((each) => each === key)) return { chief, id };
  await submit(at, { actor: officer, id }, { version: await versionOf(at, officer, id) });
  await approve(at, { actor: chief, id }, { version: await versionOf(at, chief, id) });
  return { chief, id };
}

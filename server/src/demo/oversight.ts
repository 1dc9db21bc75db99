// The province urges who is late and inspects on the spot.
import { sql } from 'kysely';
import { addInspection } from '../duties/inspections.ts';
import { answerUrging, urge } from '../duties/urgings.ts';
import { after } from './diary.ts';
import { focal, on, type Stage } from './stage.ts';

/** The focal officer urges whoever is late; half of them answer. */
export async function urgeLate(stage: Stage, day: string): Promise<void> {
  const { deps, cast } = stage;
  const { rows } = await sql<{
    id: number;
    unitId: number;
  }>`select distinct on (d.unit_id) d.id, d.unit_id from duty d
    where d.due_on < ${day}::date and d.done_on is null and d.cancelled_on is null and d.root_id = ${cast.key('demo:uy-ban-nhan-dan-tinh-song-thao')}
    order by d.unit_id, d.due_on limit 8`.execute(deps.db);
  if (rows.length === 0) return;
  const actor = cast.byEmail(focal);
  const made = await urge(on(deps, day), actor, {
    ids: rows.map(({ id }) => id),
    channel: 'system',
    message: 'Đề nghị đơn vị khẩn trương hoàn thành và báo cáo kết quả trước ngày hẹn.',
    answerBy: after(day, 7),
  });
  for (const [at, urging] of made.rows.entries()) {
    const answerer = cast.at(urging.to.id, 'officer', 'leader');
    if (at % 2 === 1 || !answerer) continue;
    stage.diary.write(after(day, 3), async () => {
      await answerUrging(
        on(deps, after(day, 3)),
        answerer,
        urging.id,
        'Đơn vị đã phân công lại, sẽ báo cáo trong tháng.',
      );
    });
  }
}

export async function inspect({ deps, cast }: Stage): Promise<void> {
  const actor = cast.byEmail(focal);
  for (const [key, text, remedy] of [
    [
      'demo:uy-ban-nhan-dan-xa-muong-phang-lai',
      'Chưa có biển chỉ dẫn song ngữ tại bản Nà Pon.',
      'Bổ sung biển Việt - Anh tại hai điểm đón khách.',
    ],
    [
      'demo:so-cong-thuong',
      'Tài liệu giới thiệu sản phẩm mới có bản tiếng Việt.',
      'Dịch sang tiếng Anh và tiếng Trung.',
    ],
  ] as const) {
    await addInspection(on(deps, '2026-08-20'), actor, {
      unitId: cast.key(key),
      onDay: '2026-08-20',
      members: 'Phòng Thông tin, Báo chí, Xuất bản; Sở Ngoại vụ',
      summary: 'Đơn vị đã ban hành kế hoạch và phân công cán bộ đầu mối; còn tồn tại cần khắc phục.',
      findings: [{ dutyId: null, text, remedy, remedyBy: '2026-10-15' }],
    });
  }
}

// What a plan leaves open when it is closed: how much, whose, and that it goes on.
import type { OpenWork } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Scroller } from '../ui/scroller.tsx';
import css from './life.module.css';
import { openWorkOf } from './requests.ts';

export function OpenWorkLeft({ planId }: { planId: number }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['plan', planId, 'open-work'],
    queryFn: ({ signal }) => openWorkOf(planId, signal),
    staleTime: 0,
  });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting>{say('Đang đếm việc còn mở…')}</Waiting>;
  const { open, reported } = found.data;
  if (open + reported === 0) return <p>{say('Mọi việc của kế hoạch đã hoàn thành và được xác nhận.')}</p>;
  return <Left planId={planId} work={found.data} />;
}

function Left({ planId, work }: { planId: number; work: OpenWork }) {
  const { say } = useWords();
  const { open, overdue, reported, units } = work;
  return (
    <section className={css['preview']} aria-label={say('Việc còn mở')}>
      <Notice
        tone="soon"
        title={
          open > 0
            ? say(
                'Còn {open, number} việc chủ trì, phối hợp chưa hoàn thành, trong đó {overdue, number} việc quá hạn',
                {
                  open,
                  overdue,
                },
              )
            : say('Còn {n, number} việc đã báo cáo, chờ xác nhận', { n: reported })
        }
      >
        {say(
          'Đóng kế hoạch không kết thúc các việc này: đơn vị vẫn phải thực hiện và báo cáo, việc vẫn được nhắc, đôn đốc và tính vào số liệu (quá hạn vẫn là quá hạn). Kỳ lặp lại sau hôm nay không giao thêm. Việc nào không cần làm nữa thì thôi giao ở trang của việc đó, kèm lý do.',
        )}
      </Notice>
      <Scroller className={css['scroll']} aria-label={say('Việc còn mở')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Đơn vị')}</th>
              <th scope="col">{say('Chưa xong')}</th>
              <th scope="col">{say('Quá hạn')}</th>
              <th scope="col">{say('Chờ xác nhận')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((row) => (
              <tr key={row.unit.id}>
                <td lang="vi">
                  <Link to="/viec" search={{ plan: [String(planId)], unit: [String(row.unit.id)] }}>
                    {row.unit.name}
                  </Link>
                </td>
                <td>{row.open}</td>
                <td className={row.overdue > 0 ? css['overdue'] : undefined}>{row.overdue}</td>
                <td>{row.reported}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

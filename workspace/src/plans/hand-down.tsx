// What issuing would hand down: which unit gets what, by when; what cannot be handed down is named.
import type { HandDown } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { day } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Scroller } from '../ui/scroller.tsx';
import css from './life.module.css';
import { handDownOf } from './requests.ts';

const problemWords: Readonly<Record<string, Message>> = {
  'no-unit': 'Tên này không khớp với đơn vị nào: chưa giao được',
  'no-lead': 'Chưa có cơ quan chủ trì: chưa giao được',
};

export function HandDownPreview({ planId, issuedOn }: { planId: number; issuedOn: string | null }) {
  const { say } = useWords();
  const on = issuedOn ?? today();
  const preview = useQuery({
    queryKey: ['plan', planId, 'hand-down', on],
    queryFn: ({ signal }) => handDownOf(planId, on, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  if (preview.isError) return <Failure error={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return <Waiting>{say('Đang tính nhiệm vụ sẽ giao…')}</Waiting>;
  return <Preview preview={preview.data} />;
}

function Preview({ preview }: { preview: HandDown }) {
  const { say } = useWords();
  const { rows, duties, units, changes } = preview;
  const wrong = rows.filter(({ problem }) => problem !== null);
  return (
    <section className={css['preview']} aria-label={say('Nhiệm vụ sẽ giao')}>
      <h3>{say('Nhiệm vụ sẽ giao')}</h3>
      <p>{say('{duties, number} lượt giao việc cho {units, number} đơn vị.', { duties, units })}</p>
      {changes ? (
        <p>
          {say(
            'So với bản đang có hiệu lực: {kept, number} việc giữ nguyên, {moved, number} đổi thời hạn, {added, number} giao thêm, {cancelled, number} thôi thực hiện.',
            changes,
          )}
        </p>
      ) : null}
      {wrong.length > 0 ? (
        <Notice tone="soon" title={say('{n, number} chỗ chưa giao được', { n: wrong.length })}>
          {say(
            'Vẫn ban hành được; những chỗ này không sinh việc cho đơn vị nào. Nên sửa trước khi ban hành.',
          )}
        </Notice>
      ) : null}
      <Scroller className={css['scroll']} aria-label={say('Nhiệm vụ sẽ giao')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Nhiệm vụ|trong kế hoạch')}</th>
              <th scope="col">{say('Giao cho')}</th>
              <th scope="col">{say('Thời hạn')}</th>
            </tr>
          </thead>
          <tbody>
            {[...wrong, ...rows.filter(({ problem }) => problem === null)].map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Line key={at} row={row} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

function Line({ row }: { row: HandDown['rows'][number] }) {
  const { say, language } = useWords();
  const { text, role, name, units, dueOn, periods, problem } = row;
  const known = problem === null ? undefined : problemWords[problem];
  const [only] = units;
  return (
    <tr data-problem={problem ?? undefined}>
      <td lang="vi">{text.length > 140 ? `${text.slice(0, 140)}…` : text}</td>
      <td>
        <span lang="vi">{units.length === 1 && only ? only.name : name}</span>
        <small>
          {role === 'lead' ? say('Chủ trì') : say('Phối hợp')}
          {units.length > 1 ? ` · ${say('{n, number} đơn vị', { n: units.length })}` : null}
        </small>
        {units.length > 1 ? (
          <details>
            <summary>{say('Xem các đơn vị')}</summary>
            <span lang="vi">{units.map((unit) => unit.name).join('; ')}</span>
          </details>
        ) : null}
        {problem ? <strong className={css['problem']}>{known ? say(known) : problem}</strong> : null}
      </td>
      <td>
        {periods.length > 1
          ? say('{n, number} kỳ', { n: periods.length })
          : dueOn
            ? day(dueOn, language)
            : say('không có ngày')}
      </td>
    </tr>
  );
}

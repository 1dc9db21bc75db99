// What would come of a reorganisation, before it is done: units, people, and duties counted before and after.
import type { ReorganisationResult } from '@nhipcau/server/contract';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Notice } from '../ui/notice.tsx';
import { roleWords, type Role } from '../access/role-words.ts';
import css from './units.module.css';

interface PreviewProps {
  readonly result: ReorganisationResult;
  /** Under whom a unit that begins is to stand, by its name. */
  readonly superiors: ReadonlyMap<string, string | null>;
}

export function Preview({ result, superiors }: PreviewProps) {
  const { say, language } = useWords();
  const { begins, ends, moved, renamed, duties, people } = result;
  return (
    <div className={css['preview']}>
      <Notice
        tone="done"
        role="status"
        title={say('Trước {before} việc, sau {after} việc: không mất việc nào', {
          before: duties.before,
          after: duties.after,
        })}
      >
        <p>{say('Việc, báo cáo và lịch sử của đơn vị cũ vẫn xem được ở cả đơn vị cũ và đơn vị kế thừa.')}</p>
        {duties.moved > 0 ? (
          <p>
            {say('{count} việc giao riêng chuyển cho đơn vị kế thừa khác từ ngày {day}.', {
              count: duties.moved,
              day: dayWords(result.reorganisation.effectiveOn, language),
            })}
          </p>
        ) : null}
      </Notice>
      {begins.length > 0 ? (
        <Names
          title={say('Bắt đầu hoạt động')}
          names={begins.map(({ name }) => {
            const parent = superiors.get(name);
            return parent ? `${name} (${say('Cấp trên')}: ${parent})` : name;
          })}
        />
      ) : null}
      {ends.length > 0 ? (
        <Names
          title={say('Kết thúc')}
          names={ends.map(({ unit, heir }) => `${unit.name} → ${heir?.name ?? '–'}`)}
        />
      ) : null}
      {moved.length > 0 ? (
        <Names
          title={say('Chuyển cấp trên')}
          names={moved.map(({ unit, parentAfter }) => `${unit.name} → ${parentAfter?.name ?? '–'}`)}
        />
      ) : null}
      {renamed.length > 0 ? (
        <Names title={say('Đổi tên')} names={renamed.map(({ before, after }) => `${before} → ${after}`)} />
      ) : null}
      {duties.units.length > 0 ? (
        <table className={css['table']}>
          <caption>{say('Số việc theo đơn vị chịu trách nhiệm')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Đơn vị')}</th>
              <th scope="col">{say('Trước')}</th>
              <th scope="col">{say('Sau')}</th>
            </tr>
          </thead>
          <tbody>
            {duties.units.map(({ unit, before, after }) => (
              <tr key={unit.id}>
                <td lang="vi">{unit.name}</td>
                <td className={css['figure']}>{before}</td>
                <td className={css['figure']}>{after}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('Tổng số')}</th>
              <td className={css['figure']}>{duties.before}</td>
              <td className={css['figure']}>{duties.after}</td>
            </tr>
          </tbody>
        </table>
      ) : null}
      {people.length > 0 ? (
        <Names
          title={say('Người giữ vai trò ở đơn vị kết thúc, tiếp tục làm việc ở đơn vị kế thừa')}
          names={people.map(
            ({ name, role, heir }) => `${name} (${say(roleWords[role as Role])}) → ${heir?.name ?? '–'}`,
          )}
        />
      ) : null}
    </div>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  const { say } = useWords();
  return (
    <section>
      <h3>{title}</h3>
      <ul lang="vi">
        {names.slice(0, 100).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {names.length > 100 ? <p>{say('và {count} đơn vị khác', { count: names.length - 100 })}</p> : null}
    </section>
  );
}

// The columns of the decree at a desk, the same as cards on a phone; a number that became no document says why.
import type { NumberEntry } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day, moment } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Tag } from '../ui/tag.tsx';
import lists from '../ui/list.module.css';
import type { Asked } from './entry-dialogs.tsx';
import css from './numbers.module.css';
import { states } from './states.ts';

const abilityWords: Readonly<Record<NumberEntry['may'][number], Message>> = {
  use: 'Dùng cho bản giấy…',
  extend: 'Gia hạn giữ…',
  cancel: 'Hủy số…',
  edit: 'Ghi sổ…',
};

interface Props {
  readonly rows: readonly NumberEntry[];
  readonly onAsk: (asked: Asked) => void;
}

export function NumberTable({ rows, onAsk }: Props) {
  const { say } = useWords();
  const heads: readonly Message[] = [
    'Số, ký hiệu',
    'Ngày tháng',
    'Tên loại, trích yếu',
    'Người ký',
    'Nơi nhận',
    'Nơi giữ bản lưu',
    'Số bản',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ];
  return (
    <Scroller className={css['frame']} aria-label={say('Sổ đăng ký văn bản đi')}>
      <table className={`${lists['table']} ${css['table']}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                <span>{say(head)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Row({ row, onAsk }: { row: NumberEntry; onAsk: (asked: Asked) => void }) {
  const { say, language } = useWords();
  const cell = (head: Message, value: ReactNode) => (
    <td data-head={say(head)} data-empty={value === null || value === '' || undefined} lang="vi">
      {value}
    </td>
  );
  return (
    <tr data-status={row.status}>
      <td className={css['number']}>
        <b className="figures">{row.fullNumber}</b>
        <Tag tone={states[row.status].tone}>{say(states[row.status].words)}</Tag>
        {row.warnings.includes('date-order') ? (
          <Tag tone="soon">{say('Ngày không theo thứ tự số')}</Tag>
        ) : null}
        {row.outside ? <Tag tone="plain">{say('Cấp ngoài sổ này')}</Tag> : null}
      </td>
      {cell('Ngày tháng', row.issuedOn ? day(row.issuedOn, language) : null)}
      <td className={css['subject']}>
        {row.title === null ? null : (
          <p lang="vi">
            {row.typeName}
            {': '}
            {row.outgoing ? (
              <Link to="/van-ban-di/$id" params={{ id: String(row.outgoing.id) }}>
                {row.title}
              </Link>
            ) : row.planId === null ? (
              row.title
            ) : (
              <Link to="/ke-hoach/$id" params={{ id: String(row.planId) }}>
                {row.title}
              </Link>
            )}
          </p>
        )}
        <Explained row={row} />
        {row.may.length > 0 ? (
          <p className={css['acts']}>
            {row.may.map((ability) => (
              <Button
                key={ability}
                look="plain"
                small
                aria-label={`${say(abilityWords[ability])} ${row.fullNumber}`}
                onClick={() => onAsk({ entry: row, ability })}
              >
                {say(abilityWords[ability])}
              </Button>
            ))}
          </p>
        ) : null}
      </td>
      {cell('Người ký', row.signer)}
      {cell('Nơi nhận', row.recipients.join('; '))}
      {cell('Nơi giữ bản lưu', row.archive)}
      {cell('Số bản', row.copies)}
      {cell('Ngày chuyển', row.sentOn ? day(row.sentOn, language) : null)}
      {cell('Ký nhận', row.receivedBy)}
      {cell('Ghi chú', row.note)}
    </tr>
  );
}

/** Why a number stands there without a document, in a whole sentence. */
function Explained({ row }: { row: NumberEntry }) {
  const { say, language } = useWords();
  const { status, taken, until, cancelled, typeName } = row;
  const when = moment(taken.at, language);
  const purpose = taken.purpose ?? '';
  return (
    <>
      {status === 'reserved' || status === 'lapsed' ? (
        <p className={css['why']} lang="vi">
          {say('{who} giữ số ngày {when} cho {type}: {purpose}.', {
            who: taken.by,
            when,
            type: typeName,
            purpose,
          })}{' '}
          {until
            ? status === 'reserved'
              ? say('Giữ đến hết {date}.', { date: day(until, language) })
              : say('Hết hạn {date} mà chưa dùng; số này để trống.', { date: day(until, language) })
            : null}
        </p>
      ) : null}
      {cancelled ? (
        <p className={css['why']} lang="vi">
          {say('{who} hủy số {when}: {reason}. Số này không cấp lại.', {
            who: cancelled.by,
            when: moment(cancelled.at, language),
            reason: cancelled.reason,
          })}
        </p>
      ) : null}
    </>
  );
}

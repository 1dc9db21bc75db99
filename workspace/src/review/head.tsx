// Which document this is, whether everything is saved, and the one action that matters.
import type { DocumentDetail, Draft } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { originalFile } from '../api.ts';
import { documentName, kindWords, statusWords } from '../documents/kinds.ts';
import { day, moment } from '../language/dates.ts';
import { useWords, type Say } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { HandDownDocument } from '../plans/from-document.tsx';
import { useDesk } from './desk-context.ts';
import type { Kept, Keeper } from './keeper.ts';
import css from './review.module.css';

export function DeskHead({ detail, kept, keeper }: { detail: DocumentDetail; kept: Kept; keeper: Keeper }) {
  const { say, language } = useWords();
  const { fields } = kept.draft;
  const status = statusWords[detail.status];
  const name = headline(fields, detail.fileName, say);
  const about = [fields.issuer, fields.issuedOn ? day(fields.issuedOn, language) : null]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={css['head']}>
      <div className={css['title']}>
        <h1>
          <span className={css['headline']} title={name}>
            {name}
          </span>{' '}
          <Tag tone={status.tone}>{say(status.words)}</Tag>
          {detail.demo ? (
            <span className={css['wideOnly']}>
              <Tag>{say('dữ liệu minh họa')}</Tag>
            </span>
          ) : null}
        </h1>
        <p className={css['wideOnly']}>
          {about ? `${about} · ` : null}
          <a href={originalFile(detail.id)} download>
            {say('Tệp gốc: {file}', { file: detail.fileName })}
          </a>
        </p>
      </div>
      {detail.status === 'review' ? (
        <Tools detail={detail} kept={kept} keeper={keeper} />
      ) : (
        <After detail={detail} />
      )}
    </div>
  );
}

/** With the number where it has one, else with its title: files' names say little. */
function headline(fields: Draft['fields'], fileName: string, say: Say): string {
  const { type, number, title } = fields;
  if (number || !title) return documentName({ type, number, title: null, fileName }, say);
  return say('{kind}: {title}', { kind: kindWords(type, say), title });
}

function Tools({ detail, kept, keeper }: { detail: DocumentDetail; kept: Kept; keeper: Keeper }) {
  const { say } = useWords();
  const { ask } = useDesk();
  const { state } = kept;
  const { may } = detail;
  const idle = kept.saving === 'saved';
  return (
    <div className={css['tools']}>
      <span role="status" className={css['saving']} data-state={kept.saving}>
        {may.includes('review') ? savingWords(kept, say) : say('Bạn chỉ xem được văn bản này')}
      </span>
      {may.includes('review') ? (
        <>
          <Button look="plain" small disabled={!state.canUndo || !idle} onClick={() => void keeper.undo()}>
            {say('Hoàn tác')}
          </Button>
          <Button look="plain" small disabled={!state.canRedo || !idle} onClick={() => void keeper.redo()}>
            {say('Làm lại')}
          </Button>
        </>
      ) : null}
      <ToComparison detail={detail} />
      <Button look="plain" small className={css['wideOnly'] ?? ''} onClick={() => ask({ kind: 'help' })}>
        {say('Phím tắt')}
      </Button>
      {may.includes('accept') ? (
        <Button look="action" onClick={() => ask({ kind: 'accept' })}>
          {say('Đưa vào sổ…')}
        </Button>
      ) : null}
    </div>
  );
}

function savingWords(kept: Kept, say: Say): string {
  switch (kept.saving) {
    case 'saved':
      return say('Đã lưu');
    case 'saving':
      return say('Đang lưu…');
    case 'offline':
      return say('Chưa lưu: {n, number} thay đổi', { n: kept.waiting });
    case 'conflict':
      return say('Chờ bạn chọn');
  }
}

function After({ detail }: { detail: DocumentDetail }) {
  const { say, language } = useWords();
  const { ask } = useDesk();
  return (
    <div className={css['tools']}>
      {detail.acceptedAt ? (
        <span className={`${css['saving']} ${css['wideOnly']}`}>
          {say('vào sổ lúc {time}', { time: moment(detail.acceptedAt, language) })}
        </span>
      ) : null}
      <ToComparison detail={detail} />
      {detail.status === 'accepted' ? (
        <>
          {detail.may.includes('remove') ? (
            <Button look="plain" small onClick={() => ask({ kind: 'withdraw' })}>
              {say('Đưa trở lại rà soát…')}
            </Button>
          ) : null}
          <Link to="/nhiem-vu" search={{ document: [String(detail.id)] }} className={buttonClass()}>
            {say('Xem {n, number} nhiệm vụ trong sổ', { n: detail.tasks })}
          </Link>
          <HandDownDocument document={detail} />
        </>
      ) : null}
      {detail.supersededBy ? (
        <Link
          to="/van-ban/$id"
          params={{ id: String(detail.supersededBy) }}
          className={buttonClass('action')}
        >
          {say('Mở bản thay thế')}
        </Link>
      ) : null}
    </div>
  );
}

/** What a revision changed stays to be seen, also after it was accepted. */
function ToComparison({ detail }: { detail: DocumentDetail }) {
  const { say } = useWords();
  if (!detail.revision) return null;
  return (
    <Link to="/van-ban/$id/so-sanh" params={{ id: String(detail.id) }} className={buttonClass('plain', true)}>
      {say('So sánh bản trước')}
    </Link>
  );
}

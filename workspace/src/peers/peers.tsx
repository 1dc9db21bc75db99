// Document systems of others: where packages of edXML go, by which key states come back, how the last trial went.
import type { ExchangePeer } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { codeStates } from '../outgoing/states.ts';
import { Button } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { Empty, Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { PeerDialog } from './peer-dialog.tsx';
import css from './peers.module.css';
import { changePeer, peerList, tryPeer } from './requests.ts';
import { Sent } from './sent.tsx';

export function PeersScreen() {
  return (
    <Allowed action="peer.manage">
      <Peers />
    </Allowed>
  );
}

interface Key {
  readonly name: string;
  readonly key: string;
}

function Peers() {
  const { say } = useWords();
  const [adding, setAdding] = useState(false);
  const [key, setKey] = useState<Key | null>(null);
  const found = useQuery({ queryKey: ['peers'], queryFn: ({ signal }) => peerList(signal) });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const rows = found.data.rows.filter(({ may }) => may.length > 0);
  return (
    <Page
      title={say('Liên thông văn bản')}
      lead={say(
        'Hệ thống văn bản của cơ quan khác mà đơn vị gửi gói edXML (QCVN 102:2016) đến, và trạng thái các hệ thống ấy báo về.',
      )}
      actions={
        <Button look="action" onClick={() => setAdding(true)}>
          {say('Thêm hệ thống')}
        </Button>
      }
    >
      {key ? <ShownKey shown={key} /> : null}
      {rows.length === 0 ? (
        <Empty title={say('Chưa có hệ thống nào')}>
          {say('Thêm hệ thống của nơi nhận để phát hành văn bản qua trục liên thông.')}
        </Empty>
      ) : (
        <ul className={css['list']}>
          {rows.map((peer) => (
            <Line key={peer.id} peer={peer} onKey={setKey} />
          ))}
        </ul>
      )}
      {adding ? <PeerDialog peer={null} onClose={() => setAdding(false)} onKey={setKey} /> : null}
    </Page>
  );
}

/** The key with which the other system says how far it is, and where. */
function ShownKey({ shown }: { shown: Key }) {
  const { say } = useWords();
  return (
    <Notice
      tone="river"
      role="status"
      title={say('Khóa liên thông của “{name}” chỉ hiện một lần này; hãy chép lại ngay.', {
        name: shown.name,
      })}
    >
      <div className={css['key']}>
        <Copyable label={say('Khóa liên thông')} value={shown.key} />
        <p>
          {say('Bên nhận gửi trạng thái về địa chỉ dưới đây, kèm khóa trong tiêu đề Nhipcau-Exchange-Key.')}
        </p>
        <Copyable label={say('Địa chỉ nhận trạng thái')} value={`${location.origin}/api/exchange/states`} />
      </div>
    </Notice>
  );
}

function Line({ peer, onKey }: { peer: ExchangePeer; onKey: (key: Key) => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const work = useMutation({
    mutationFn: (job: () => Promise<unknown>) => job(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['peers'] }),
  });
  const renew = useMutation({
    mutationFn: () => changePeer(peer.id, { version: peer.version, renewKey: true }),
    onSuccess: ({ key }) => {
      if (key) onKey({ name: peer.name, key });
      return queries.invalidateQueries({ queryKey: ['peers'] });
    },
  });
  const { id, version, active, packages } = peer;
  const busy = work.isPending || renew.isPending;
  return (
    <li>
      <div className={css['head']}>
        <strong lang="vi">{peer.name}</strong>
        <code>{peer.code}</code>
        <Tag tone={active ? 'done' : 'plain'}>{active ? say('Đang bật') : say('Đang tắt')}</Tag>
        {packages && packages.failed > 0 ? (
          <Tag tone="late">{say('{n, number} gói hỏng', { n: packages.failed })}</Tag>
        ) : null}
        {packages && packages.waiting > 0 ? (
          <Tag tone="soon">{say('{n, number} gói đang chờ', { n: packages.waiting })}</Tag>
        ) : null}
      </div>
      <p className={css['facts']}>
        <span lang="vi">{peer.unitName}</span> · <span className={css['url']}>{peer.url}</span> ·{' '}
        {peer.hasToken ? say('có mã truy cập') : say('không có mã truy cập')} ·{' '}
        {say('{n, number} gói đã gửi', { n: packages?.sent ?? 0 })}
      </p>
      <Tried peer={peer} />
      {work.error ? <Failure error={work.error} /> : null}
      {renew.error ? <Failure error={renew.error} /> : null}
      <div className={css['acts']}>
        {peer.may.includes('try') ? (
          <Button small disabled={busy} onClick={() => work.mutate(() => tryPeer(id))}>
            {work.isPending ? say('Đang gửi thử…') : say('Gửi thử')}
          </Button>
        ) : null}
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('Văn bản đã gửi')}
        </Button>
        <Button small disabled={busy} onClick={() => setEditing(true)}>
          {say('Sửa')}
        </Button>
        <Button
          small
          disabled={busy}
          onClick={() => work.mutate(() => changePeer(id, { version, active: !active }))}
        >
          {active ? say('Tắt') : say('Bật')}
        </Button>
        <Button
          small
          look="plain"
          disabled={busy}
          onClick={() => {
            if (confirm(say('Cấp khóa mới cho “{name}”? Khóa cũ hết giá trị ngay.', { name: peer.name })))
              renew.mutate();
          }}
        >
          {say('Cấp khóa mới')}
        </Button>
      </div>
      {open ? <Sent peerId={id} /> : null}
      {editing ? <PeerDialog peer={peer} onClose={() => setEditing(false)} onKey={onKey} /> : null}
    </li>
  );
}

/** How the last trial went: there, and back. */
function Tried({ peer: { tried } }: { peer: ExchangePeer }) {
  const { say, language } = useWords();
  if (!tried) return <p className={css['facts']}>{say('Chưa gửi thử lần nào.')}</p>;
  return (
    <p className={css['facts']}>
      {say('Gửi thử {when}:', { when: moment(tried.at, language) })}{' '}
      {tried.problem ? (
        <span className={css['wrong']}>{tried.problem}</span>
      ) : (
        <Tag tone="done">{say('bên nhận đã trả lời')}</Tag>
      )}{' '}
      {tried.code ? (
        <Tag tone={codeStates[tried.code].tone}>{say(codeStates[tried.code].words)}</Tag>
      ) : tried.problem ? null : (
        say('chưa có trạng thái báo về')
      )}
    </p>
  );
}

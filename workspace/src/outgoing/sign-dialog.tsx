// Signing off: in whose name, and with what picture of the signature (blue, transparent PNG: Annex I, II.7.d).
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import css from './forms.module.css';
import { signOutgoing } from './requests.ts';
import { useTaking } from './use-taking.ts';

const mostBytes = 300 * 1024;

export function SignDialog({ detail, onClose }: { detail: OutgoingDetail; onClose: () => void }) {
  const { say } = useWords();
  const me = useMe();
  const { signature } = detail.content;
  const [name, setName] = useState(signature.name || (me?.person?.name ?? ''));
  const { signing } = detail;
  const isOwn = name.trim() === me?.person?.name;
  const proposed = isOwn && signing && signing.fits === false ? signing.proposed : null;
  const [keeps, setKeeps] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const taken = proposed && !keeps ? proposed : null;
  const printed = taken ?? signature;
  const [picture, setPicture] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const sign = useTaking<void>({ detail, done: 'Đã ký', onClose }, (version) =>
    signOutgoing(detail.id, {
      version,
      name: name.trim(),
      ...(taken ? { standing: { authority: [...taken.authority], position: taken.position } } : {}),
      ...(confirmed ? { confirmed } : {}),
      ...(picture ? { picture: picture.slice(picture.indexOf(',') + 1) } : {}),
    }),
  );
  const refused = sign.error instanceof RequestFailed && sign.error.problem.code === 'outgoing-signer-post';
  const differs = (isOwn && signing?.fits === false && !taken) || refused;
  const choose = (file: File | undefined) => {
    setPicture(null);
    const bad = file !== undefined && (file.type !== 'image/png' || file.size > mostBytes);
    setWrong(bad);
    if (!file || bad) return;
    const reader = new FileReader();
    reader.addEventListener('load', () => setPicture(String(reader.result)));
    reader.readAsDataURL(file);
  };
  return (
    <Dialog
      title={say('Ký văn bản')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={name.trim() === '' || wrong || sign.isPending || (differs && !confirmed)}
            onClick={() => sign.mutate()}
          >
            {say('Ký')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {sign.error ? <Failure error={sign.error} /> : null}
        <p>
          {say('Bạn ký đúng nội dung đang hiện: {what}. Sau khi ký, văn thư cấp số và phát hành.', {
            what: [detail.typeName, detail.title].filter(Boolean).join(' – '),
          })}
        </p>
        <p lang="vi">
          <b>
            {printed.authority.map((line) => (
              <span key={line}>
                {line}
                <br />
              </span>
            ))}
            {printed.position}
          </b>
        </p>
        {isOwn && signing?.fits === false ? (
          <p role="status">
            {say('Dự thảo ghi “{drafted}”; chức vụ của bạn là {post}.', {
              drafted: [...signature.authority, signature.position].join(' / '),
              post: signing.post ?? '',
            })}
          </p>
        ) : null}
        {isOwn && signing?.fits === null ? (
          <p role="status">
            {say(
              'Chưa có chức vụ của bạn trong danh sách người dùng; hãy tự kiểm tra quyền hạn, chức vụ ký.',
            )}
          </p>
        ) : null}
        {proposed ? (
          <label className={css['check']}>
            <input
              type="checkbox"
              checked={!keeps}
              onChange={(event) => {
                setKeeps(!event.target.checked);
                setConfirmed(false);
              }}
            />
            {say('Ghi quyền hạn, chức vụ theo chức vụ của tôi')}
          </label>
        ) : null}
        {differs ? (
          <label className={css['check']}>
            <input
              type="checkbox"
              checked={confirmed}
              onChange={(event) => setConfirmed(event.target.checked)}
            />
            {say('Tôi xác nhận giữ nguyên quyền hạn, chức vụ trên văn bản')}
          </label>
        ) : null}
        <label>
          {say('Họ tên in trên văn bản (không ghi học hàm, học vị)')}
          <input lang="vi" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          {say('Ảnh chữ ký (không bắt buộc): PNG nền trong, màu xanh, không quá 300 kB')}
          <input type="file" accept="image/png" onChange={(event) => choose(event.target.files?.[0])} />
        </label>
        {wrong ? (
          <p role="alert" className={css['wrong']}>
            {say('Ảnh chữ ký phải là PNG, không quá 300 kB.')}
          </p>
        ) : null}
        {picture ? <img className={css['picture']} src={picture} alt={say('Ảnh chữ ký đã chọn')} /> : null}
      </div>
    </Dialog>
  );
}

// A document system entered or changed: its name and identifier, where packages go, what is shown to it.
import type { ExchangePeer } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import forms from '../duties/bulk.module.css';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import { changePeer, makePeer } from './requests.ts';

interface Props {
  readonly peer: ExchangePeer | null;
  readonly onClose: () => void;
  readonly onKey: (key: { readonly name: string; readonly key: string }) => void;
}

export function PeerDialog({ peer, onClose, onKey }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const units = useAdministered();
  const [unitId, setUnitId] = useState<number | null>(null);
  const [name, setName] = useState(peer?.name ?? '');
  const [code, setCode] = useState(peer?.code ?? '');
  const [url, setUrl] = useState(peer?.url ?? '');
  const [token, setToken] = useState('');
  const [noToken, setNoToken] = useState(false);
  const unit = unitId ?? units[0]?.id;
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      const fields = { name: name.trim(), code: code.trim(), url: url.trim() };
      if (!peer) {
        const input = { ...fields, unitId: unit ?? 0, token: token.trim() || null };
        return (await makePeer(input)).key;
      }
      const changed = noToken ? { token: null } : token.trim() ? { token: token.trim() } : {};
      await changePeer(peer.id, { version: peer.version, ...fields, ...changed });
      return null;
    },
    onSuccess: async (key) => {
      if (key) onKey({ name: name.trim(), key });
      await queries.invalidateQueries({ queryKey: ['peers'] });
      onClose();
    },
  });
  const codeWrong = code !== '' && !/^[A-Z0-9.]{1,35}$/.test(code.trim());
  const ready = name.trim() !== '' && code.trim() !== '' && !codeWrong && /^https?:\/\/.+/.test(url.trim());
  return (
    <Dialog
      title={peer ? say('Sửa hệ thống') : say('Thêm hệ thống')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={!ready || save.isPending || (!peer && unit === undefined)}
            onClick={() => save.mutate()}
          >
            {say('Lưu')}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {save.error ? <Failure error={save.error} /> : null}
        {!peer && units.length > 1 ? (
          <label>
            {say('Đơn vị sử dụng, cùng các đơn vị cấp dưới')}
            <select value={unit} onChange={(event) => setUnitId(Number(event.target.value))}>
              {units.map(({ id, name: unitName }) => (
                <option key={id} value={id} lang="vi">
                  {unitName}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Field
          label={say('Tên hệ thống, cơ quan')}
          lang="vi"
          maxLength={500}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={say('Mã định danh cơ quan')}
          hint={say('Theo Quyết định 20/2020/QĐ-TTg; ví dụ: H56.01')}
          wrong={codeWrong ? say('Chỉ gồm chữ hoa không dấu, số và dấu chấm.') : undefined}
          maxLength={35}
          value={code}
          onChange={(event) => setCode(event.target.value.toUpperCase())}
        />
        <Field
          label={say('Địa chỉ nhận gói edXML')}
          type="url"
          placeholder="https://"
          maxLength={2000}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <Field
          label={say('Mã truy cập do bên nhận cấp')}
          hint={
            peer?.hasToken
              ? say('Để trống: giữ mã đang có. Mã đã lưu không hiện lại.')
              : say('Gửi kèm mỗi gói trong tiêu đề Authorization; để trống nếu bên nhận không cần.')
          }
          autoComplete="off"
          maxLength={1000}
          disabled={noToken}
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        {peer?.hasToken ? (
          <label>
            <input type="checkbox" checked={noToken} onChange={(event) => setNoToken(event.target.checked)} />{' '}
            {say('Bỏ mã truy cập')}
          </label>
        ) : null}
      </div>
    </Dialog>
  );
}

function useAdministered(): readonly { readonly id: number; readonly name: string }[] {
  const { roles = [] } = useMe() ?? {};
  const own = roles.filter(({ role }) => role === 'administrator');
  return [...new Map(own.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()];
}

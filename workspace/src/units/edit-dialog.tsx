// Corrects what is written of a unit. What changed in the world is a reorganisation, and the dialog says so.
import type { UnitDetail, UnitEdit } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { kindNames, unitKinds, type UnitKind } from './kinds.ts';
import { editUnit } from './requests.ts';
import css from './units.module.css';

const formOf = (unit: UnitDetail) => ({
  name: unit.name,
  kind: unit.kind as UnitKind,
  code: unit.code ?? '',
  areaCode: unit.areaCode ?? '',
  aliases: unit.aliases.join('; '),
  address: unit.contact.address ?? '',
  phone: unit.contact.phone ?? '',
  email: unit.contact.email ?? '',
  website: unit.contact.website ?? '',
});

type Form = ReturnType<typeof formOf>;

const editOf = (form: Form, version: number): UnitEdit => {
  const { name, kind, code, areaCode, aliases, ...contact } = form;
  const list = aliases.split(/\s*;\s*/).filter(Boolean);
  return { version, name, kind, code: code || null, areaCode: areaCode || null, aliases: list, contact };
};

/** Another person's change, as the server hands it back with 409. */
const currentOf = (error: unknown): UnitDetail | null =>
  error instanceof RequestFailed && error.problem.code === 'stale-version'
    ? ((error.problem as unknown as { current?: UnitDetail }).current ?? null)
    : null;

export function EditDialog({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const { say } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState(formOf(unit));
  const [seen, setSeen] = useState(unit);
  const save = useMutation({
    mutationFn: () => editUnit(unit.id, editOf(form, seen.version)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['units'] });
      toast(say('Đã lưu thông tin đơn vị'));
      onClose();
    },
  });
  const current = currentOf(save.error);
  const set = (field: keyof Form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });
  const other = current ? formOf(current) : null;
  const differs = other
    ? (Object.keys(form) as (keyof Form)[]).filter((key) => other[key] !== formOf(seen)[key])
    : [];
  return (
    <Dialog
      title={say('Sửa thông tin đơn vị')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={save.isPending || !form.name.trim()} onClick={() => save.mutate()}>
            {say('Lưu')}
          </Button>
        </>
      }
    >
      <p className={css['hint']}>
        {say(
          'Chỉ sửa điều ghi sai. Nếu đơn vị đổi tên, sáp nhập hay đổi cấp trên, hãy ghi một lần sắp xếp có ngày và căn cứ.',
        )}
      </p>
      {current && other ? (
        <Notice
          tone="soon"
          role="alert"
          title={say('Có người vừa sửa đơn vị này')}
          actions={
            <Button
              onClick={() => {
                setSeen(current);
                save.reset();
              }}
            >
              {say('Giữ nội dung tôi đã nhập')}
            </Button>
          }
        >
          <ul>
            {differs.map((key) => (
              <li key={key}>
                {say(fieldWords[key])}: {other[key] || '–'}
              </li>
            ))}
          </ul>
        </Notice>
      ) : save.error ? (
        <Failure error={save.error} />
      ) : null}
      <div className={css['form']}>
        <Field label={say('Tên đơn vị')} value={form.name} maxLength={300} onChange={set('name')} />
        <Choice label={say('Loại đơn vị')} value={form.kind} onChange={set('kind')}>
          {kindNames.map((kind) => (
            <option key={kind} value={kind}>
              {say(unitKinds[kind])}
            </option>
          ))}
        </Choice>
        <Field
          label={say('Mã định danh')}
          hint={say('Ví dụ: H56.01')}
          value={form.code}
          maxLength={35}
          onChange={set('code')}
        />
        <Field
          label={say('Mã vùng')}
          hint={say('Tỉnh 2 chữ số, xã 5 chữ số')}
          value={form.areaCode}
          maxLength={5}
          onChange={set('areaCode')}
        />
        <Field
          label={say('Tên gọi khác')}
          hint={say('Cách nhau bằng dấu chấm phẩy')}
          value={form.aliases}
          onChange={set('aliases')}
        />
        <Field label={say('Địa chỉ')} value={form.address} maxLength={300} onChange={set('address')} />
        <Field label={say('Điện thoại')} value={form.phone} maxLength={50} onChange={set('phone')} />
        <Field label={say('Thư điện tử')} type="email" value={form.email} onChange={set('email')} />
        <Field label={say('Trang thông tin')} type="url" value={form.website} onChange={set('website')} />
      </div>
    </Dialog>
  );
}

const fieldWords = {
  name: 'Tên đơn vị',
  kind: 'Loại đơn vị',
  code: 'Mã định danh',
  areaCode: 'Mã vùng',
  aliases: 'Tên gọi khác',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  website: 'Trang thông tin',
} as const;

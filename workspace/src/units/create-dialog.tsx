// Adds a unit that has been there all along and was missing from the register.
import type { UnitDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { kindNames, unitKinds, type UnitKind } from './kinds.ts';
import { createUnit } from './requests.ts';
import css from './units.module.css';

export function CreateDialog({ parent, onClose }: { parent: UnitDetail; onClose: () => void }) {
  const { say } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('office');
  const [code, setCode] = useState('');
  const [validFrom, setValidFrom] = useState(parent.validFrom ?? '');
  const save = useMutation({
    mutationFn: () =>
      createUnit({ name, kind, parentId: parent.id, code: code || null, validFrom: validFrom || null }),
    onSuccess: async (unit) => {
      await client.invalidateQueries({ queryKey: ['units'] });
      toast(say('Đã thêm {name}', { name: unit.name }));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Thêm đơn vị trực thuộc')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={save.isPending || !name.trim()} onClick={() => save.mutate()}>
            {say('Thêm đơn vị')}
          </Button>
        </>
      }
    >
      <p className={css['hint']}>
        {say('Dùng cho đơn vị đã có mà danh mục còn thiếu. Đơn vị mới thành lập thì ghi một lần sắp xếp.')}
      </p>
      {save.error ? <Failure error={save.error} /> : null}
      <div className={css['form']}>
        <Field
          label={say('Tên đơn vị')}
          value={name}
          maxLength={300}
          onChange={(event) => setName(event.target.value)}
        />
        <Choice
          label={say('Loại đơn vị')}
          value={kind}
          onChange={(event) => setKind(event.target.value as UnitKind)}
        >
          {kindNames.map((each) => (
            <option key={each} value={each}>
              {say(unitKinds[each])}
            </option>
          ))}
        </Choice>
        <Field
          label={say('Mã định danh')}
          value={code}
          maxLength={35}
          onChange={(event) => setCode(event.target.value.toUpperCase())}
        />
        <DayField label={say('Hoạt động từ ngày')} value={validFrom} onChange={setValidFrom} />
      </div>
    </Dialog>
  );
}

// What a reader of a unit's page has to know first: a change that is decided but not in force, a unit that nobody has confirmed yet.
import type { UnitDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords, Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { eventKinds } from './kinds.ts';
import { editUnit, removeUnit } from './requests.ts';

/** Decided, and not yet in force: until then all goes on as it is. */
export function Planned({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const [first, ...others] = unit.reorganisations.filter(({ planned }) => planned).toReversed();
  if (!first) return null;
  const values = { day: dayWords(first.effectiveOn, language), event: say(eventKinds[first.kind]) };
  const begins = unit.validFrom === first.effectiveOn;
  return (
    <Notice
      tone="soon"
      title={
        begins
          ? say('Đã quyết định thành lập, hoạt động từ ngày {day}', values)
          : say('{event}: đã quyết định, có hiệu lực từ ngày {day}', values)
      }
    >
      {first.dutiesApart > 0 ? (
        <p>{say('{count} việc giao riêng sẽ đổi đơn vị trong ngày đó.', { count: first.dutiesApart })}</p>
      ) : null}
      {begins ? null : <p>{say('Đến hết ngày hôm trước, đơn vị vẫn nhận việc và báo cáo như hiện nay.')}</p>}
      {others.length > 0 ? (
        <p>{say('Sau đó còn {count} lần sắp xếp đã quyết định.', { count: others.length })}</p>
      ) : null}
    </Notice>
  );
}

/** The ready set holds what provinces usually have: somebody says whether this one does. */
export function Assumed({ unit }: { unit: UnitDetail }) {
  const { say } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const done = () => client.invalidateQueries({ queryKey: ['units'] });
  const fail = (error: unknown) => toast(failureWords(error, say).detail, { tone: 'problem' });
  const confirm = useMutation({
    mutationFn: () => editUnit(unit.id, { version: unit.version, assumed: false }),
    onSuccess: done,
    onError: fail,
  });
  const remove = useMutation({
    mutationFn: () => removeUnit(unit.id),
    onSuccess: async () => {
      await navigate({ to: '/don-vi' });
      await done();
      toast(say('Đã bỏ {name} khỏi danh mục', { name: unit.name }));
    },
    onError: fail,
  });
  return (
    <Notice
      tone="soon"
      title={say('Đơn vị này có trong danh mục dựng sẵn, chưa ai xác nhận')}
      actions={
        <>
          {unit.may.includes('edit') ? (
            <Button disabled={confirm.isPending} onClick={() => confirm.mutate()}>
              {say('Có đơn vị này')}
            </Button>
          ) : null}
          {unit.may.includes('remove') ? (
            <Button look="grave" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {say('Chưa từng có, bỏ khỏi danh mục')}
            </Button>
          ) : null}
        </>
      }
    >
      {say('Các tỉnh thường có đơn vị như vậy; tỉnh này có thể có hoặc không.')}
    </Notice>
  );
}

import { useMe } from '../access/me.ts';
import { ChoicesDialog } from '../desk/choices.tsx';
import { useWords, type Message } from '../language/words.ts';
import { useDesk } from './desk-context.ts';
import type { Conflict } from './desk.ts';
import { wordsOf } from './merge.ts';

const fields: Readonly<Record<string, Message>> = {
  title: 'Trích yếu',
  body: 'Nội dung',
  bases: 'Căn cứ',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  attached: 'Phần kèm theo',
  signature: 'Chữ ký',
  agency: 'Cơ quan ban hành',
  superior: 'Cơ quan chủ quản',
  place: 'Địa danh',
  authority: 'Thẩm quyền ban hành',
  drafterId: 'Đơn vị soạn thảo',
  advisoryBody: 'Ban, tổ chức tư vấn',
};

export function ConflictDialog({ conflict: { collisions, theirs } }: { conflict: Conflict }) {
  const { say } = useWords();
  const me = useMe();
  const { keeper } = useDesk();
  const who = theirs.events[0]?.who ?? '';
  const own = who !== '' && who === me?.person?.name;
  return (
    <ChoicesDialog
      title={own ? say('Bạn vừa sửa văn bản này ở cửa sổ khác') : say('Có người vừa sửa văn bản này')}
      collisions={collisions}
      own={own}
      fieldWords={(field) => say(fields[field] ?? 'Thể thức')}
      valueWords={(value) => wordsOf(value) || say('(trống)')}
      onSettle={keeper.settle}
    >
      <p>
        {say(
          '{who} đã lưu một bản mới hơn. Những chỗ chỉ một người sửa đã được gộp; còn các chỗ sau cả hai cùng sửa:',
          { who },
        )}
      </p>
    </ChoicesDialog>
  );
}

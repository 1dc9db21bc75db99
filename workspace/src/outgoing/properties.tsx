// What stands in no place of the sheet's own: type, who drafts, stamps, drafter's sign, address.
import { DECREE_30_TYPES } from '@nhipcau/document';
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { numberScheme } from '../numbers/requests.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { inContent, setOptional } from './draft.ts';
import css from './forms.module.css';

const urgencies = ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'] as const;
const circulations = ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'] as const;

export function Properties({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const type = usePiece(({ draft }) => draft.content.type);
  const urgency = usePiece(({ draft }) => draft.content.urgency ?? '');
  const circulation = usePiece(({ draft }) => draft.content.circulation ?? '');
  const contact = usePiece(({ draft }) => draft.content.contact ?? '');
  const drafter = usePiece(({ draft }) => draft.content.drafter ?? '');
  const select = (
    label: string,
    value: string,
    { options, set }: { options: readonly (readonly [string, string])[]; set: (value: string) => void },
  ) => (
    <label>
      {label}
      <select lang="vi" value={value} onChange={(event) => set(event.target.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const none = ['', say('Không có|thể thức')] as const;
  return (
    <div className={css['fields']}>
      {select(say('Loại văn bản'), type, {
        options: [['CV', 'Công văn'], ...Object.entries(DECREE_30_TYPES)],
        set: (next) => keeper.edit(inContent(() => ({ type: next }))),
      })}
      <Units detail={detail} />
      {select(say('Độ khẩn'), urgency, {
        options: [none, ...urgencies.map((one) => [one, one] as const)],
        set: (next) => keeper.edit(setOptional('urgency', next)),
      })}
      {select(say('Chỉ dẫn lưu hành'), circulation, {
        options: [none, ...circulations.map((one) => [one, one] as const)],
        set: (next) => keeper.edit(setOptional('circulation', next)),
      })}
      <label>
        {say('Ký hiệu người soạn, số bản (ô 12)')}
        <input
          lang="vi"
          maxLength={100}
          value={drafter}
          onChange={(event) => keeper.edit(setOptional('drafter', event.target.value), 'drafter')}
        />
      </label>
      <label>
        {say('Địa chỉ, thư điện tử, điện thoại (ô 13)')}
        <input
          lang="vi"
          maxLength={1000}
          value={contact}
          onChange={(event) => keeper.edit(setOptional('contact', event.target.value), 'contact')}
        />
      </label>
    </div>
  );
}

/** Who drafts in the agency's name, and the advisory body whose series it is numbered in. */
function Units({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const me = useMe();
  const { keeper } = useDesk();
  const drafterId = usePiece(({ draft }) => draft.drafterId);
  const body = usePiece(({ draft }) => draft.body);
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', detail.owner.id],
    queryFn: ({ signal }) => numberScheme({ unit: detail.owner.id }, signal),
    retry: false,
  });
  const own = new Map((me?.roles ?? []).map(({ unitId, unitName }) => [unitId, unitName]));
  if (detail.drafter) own.set(detail.drafter.id, detail.drafter.name);
  own.delete(detail.owner.id);
  const bodies = scheme.data?.bodies ?? [];
  return (
    <>
      {own.size > 0 ? (
        <label>
          {say('Đơn vị soạn thảo')}
          <select
            lang="vi"
            value={drafterId ?? ''}
            onChange={(event) => {
              const next = event.target.value ? Number(event.target.value) : null;
              keeper.edit((draft) => ({ ...draft, drafterId: next }));
            }}
          >
            <option value="">{detail.owner.name}</option>
            {[...own].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {bodies.length > 0 ? (
        <label>
          {say('Nhân danh ban, tổ chức tư vấn')}
          <select
            lang="vi"
            value={body ?? ''}
            onChange={(event) => {
              const next = event.target.value || null;
              keeper.edit((draft) => ({ ...draft, body: next }));
            }}
          >
            <option value="">{say('Không có|thể thức')}</option>
            {bodies.map(({ name, abbreviation }) => (
              <option key={abbreviation} value={abbreviation}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </>
  );
}

// One unit: what it is and was called, to whom it belongs, who came before and after, its people and duties.
import type { Reorganisation, UnitDetail } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../access/me.ts';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, failureWords, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { today } from '../register/standing.ts';
import { eventKinds, kindWord } from './kinds.ts';
import { lifeWords, LineageDrawing, UnitLink } from './lineage.tsx';
import { editUnit, peopleOf, removeUnit, undoReorganisation, unitById } from './requests.ts';
import { UnitLine } from './tree-rows.tsx';
import { roleWords } from '../access/role-words.ts';
import css from './units.module.css';

const UnitDuties = lazy(async () => ({ default: (await import('../duties/unit-duties.tsx')).UnitDuties }));

export function UnitScreen() {
  const id = Number(useParams({ strict: false }).id);
  const { say } = useWords();
  const found = useQuery({ queryKey: ['units', id], queryFn: ({ signal }) => unitById(id, signal) });
  if (found.error) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return (
    <Page
      title={found.data.name}
      wide
      actions={
        <Link to="/don-vi" className={buttonClass('plain')}>
          ← {say('Cây đơn vị')}
        </Link>
      }
    >
      <Body unit={found.data} />
    </Page>
  );
}

function Body({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const may = useMay();
  const dead = unit.validTo !== null && unit.heir?.id !== unit.id;
  return (
    <>
      {dead ? (
        <Notice
          tone="river"
          title={say('Đơn vị đã kết thúc ngày {day}', { day: dayWords(unit.validTo ?? '', language) })}
        >
          {unit.heir ? (
            <>
              {say('Nhiệm vụ, người dùng và lịch sử của đơn vị nay thuộc')} <UnitLink unit={unit.heir} />
            </>
          ) : null}
        </Notice>
      ) : null}
      {unit.assumed ? <Assumed unit={unit} /> : null}
      <Planned unit={unit} />
      <Facts unit={unit} />
      <section className={css['part']}>
        <h2>{say('Tiền thân và kế thừa')}</h2>
        <LineageDrawing unit={unit} />
      </section>
      <History unit={unit} />
      {unit.children.length > 0 ? (
        <section className={css['part']}>
          <h2>{say('Đơn vị trực thuộc')}</h2>
          <ul className={css['level']}>
            {unit.children.map((child) => (
              <li key={child.id} className={css['row']}>
                <UnitLine unit={child} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {may('person.read') ? <People unitId={unit.id} /> : null}
      {may('duty.read') ? (
        <section className={css['part']}>
          <h2>{say('Việc của đơn vị')}</h2>
          <Suspense fallback={<Waiting />}>
            <UnitDuties unit={{ id: unit.id, name: unit.name }} />
          </Suspense>
        </section>
      ) : null}
    </>
  );
}

/** Decided, and not yet in force: until then all goes on as it is. */
function Planned({ unit }: { unit: UnitDetail }) {
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

function Facts({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const { contact, aliases } = unit;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [say('Loại đơn vị'), say(kindWord(unit.kind))],
    [say('Cấp trên'), unit.parent ? <UnitLink unit={unit.parent} /> : say('không có')],
    [say('Hoạt động'), lifeWords(unit, language, say)],
    [say('Mã định danh'), unit.code],
    [say('Mã vùng'), unit.areaCode],
    [say('Tên gọi khác'), aliases.length > 0 ? <span lang="vi">{aliases.join('; ')}</span> : null],
    [say('Địa chỉ'), contact.address],
    [say('Điện thoại'), contact.phone],
    [say('Thư điện tử'), contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null],
    [say('Trang thông tin'), contact.website ? <a href={contact.website}>{contact.website}</a> : null],
  ];
  return (
    <section className={css['facts']}>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className={css['actions']}>
        {unit.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        {unit.may.includes('edit') ? (
          <Button onClick={() => setEditing(true)}>{say('Sửa thông tin')}</Button>
        ) : null}
        {unit.may.includes('edit') && unit.validTo === null ? (
          <Button onClick={() => setAdding(true)}>{say('Thêm đơn vị trực thuộc')}</Button>
        ) : null}
        {unit.may.includes('reorganise') && unit.validTo === null ? (
          <Link className={buttonClass()} to="/don-vi/sap-xep" search={{ donvi: unit.id }}>
            {say('Sắp xếp đơn vị này')}
          </Link>
        ) : null}
      </div>
      {adding ? <CreateDialog parent={unit} onClose={() => setAdding(false)} /> : null}
      {editing ? <EditDialog unit={unit} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

/** The ready set holds what provinces usually have: somebody says whether this one does. */
function Assumed({ unit }: { unit: UnitDetail }) {
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

function History({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const { states, reorganisations } = unit;
  return (
    <section className={css['part']}>
      <h2>{say('Lịch sử')}</h2>
      {states.length > 1 ? (
        <table className={css['table']}>
          <caption>{say('Tên và cấp trên qua từng thời kỳ')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Thời gian')}</th>
              <th scope="col">{say('Tên')}</th>
              <th scope="col">{say('Cấp trên')}</th>
              <th scope="col">{say('Mã định danh')}</th>
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <tr key={state.validFrom ?? ''}>
                <td>
                  {lifeWords(state, language, say)}
                  {(state.validFrom ?? '') > today() ? (
                    <small> · {say('đã quyết định, chưa có hiệu lực')}</small>
                  ) : null}
                </td>
                <td lang="vi">{state.name}</td>
                <td lang="vi">{state.parent?.name ?? '–'}</td>
                <td>{state.code ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {reorganisations.length === 0 ? (
        <p>{say('Chưa có lần sắp xếp nào.')}</p>
      ) : (
        <ul className={css['events']}>
          {reorganisations.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function Event({ event }: { event: Reorganisation }) {
  const { say, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const [asked, setAsked] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoReorganisation(event.id),
    onSuccess: async () => {
      // Units that began with it are no more: the page of one of them has nothing left to show.
      const begun = event.after.filter(
        ({ id, validFrom }) =>
          validFrom === event.effectiveOn && !event.before.some((before) => before.id === id),
      );
      if (begun.some(({ id }) => pathname === `/don-vi/${id}`)) await navigate({ to: '/don-vi' });
      setAsked(false);
      await client.invalidateQueries({ queryKey: ['units'] });
      toast(say('Đã hoàn tác lần sắp xếp'));
    },
    onError: (error) => toast(failureWords(error, say).detail, { tone: 'problem' }),
  });
  const list = (units: Reorganisation['before']) =>
    units.slice(0, 8).map((unit, index) => (
      <span key={unit.id}>
        {index > 0 ? ', ' : ''}
        <UnitLink unit={unit} />
      </span>
    ));
  const more = (units: Reorganisation['before']) =>
    units.length > 8 ? ` ${say('và {count} đơn vị khác', { count: units.length - 8 })}` : '';
  return (
    <li>
      <p>
        <strong>{dayWords(event.effectiveOn, language)}</strong> · {say(eventKinds[event.kind])}{' '}
        {event.planned ? <Tag tone="soon">{say('đã quyết định, chưa có hiệu lực')}</Tag> : null}
      </p>
      <p>
        {list(event.before)}
        {more(event.before)}
        {event.before.length > 0 && event.after.length > 0 ? ' → ' : ''}
        {list(event.after)}
        {more(event.after)}
      </p>
      {event.dutiesApart > 0 ? (
        <p className={css['basis']}>
          {say('{count} việc giao riêng cho đơn vị kế thừa khác', { count: event.dutiesApart })}
        </p>
      ) : null}
      <p className={css['basis']} lang="vi">
        {event.legalBasis}
      </p>
      {event.may.includes('undo') ? (
        <Button small disabled={undo.isPending} onClick={() => setAsked(true)}>
          {say('Hoàn tác')}…
        </Button>
      ) : null}
      {asked ? (
        <Dialog
          title={say('Hoàn tác lần sắp xếp này?')}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>{say('Thôi')}</Button>
              <Button look="grave" disabled={undo.isPending} onClick={() => undo.mutate()}>
                {say('Hoàn tác')}
              </Button>
            </>
          }
        >
          <p>
            {say('Các đơn vị trở lại như trước ngày sắp xếp; đơn vị lập ra trong lần này không còn nữa.')}
          </p>
        </Dialog>
      ) : null}
    </li>
  );
}

function People({ unitId }: { unitId: number }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['people', 'unit', unitId],
    queryFn: ({ signal }) => peopleOf(unitId, signal),
  });
  return (
    <section className={css['part']}>
      <h2>{say('Người của đơn vị')}</h2>
      {found.error ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data?.rows.length === 0 ? <p>{say('Chưa có ai giữ vai trò ở đơn vị này.')}</p> : null}
      <ul className={css['people']}>
        {found.data?.rows.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong> {person.post}
            <small>{[...new Set(person.roles.map(({ role }) => say(roleWords[role])))].join(', ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

// A person's roles over time: on any day, granted, ended, handed to a deputy.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords, type Role } from '../access/role-words.ts';
import type { Person, RoleGrant } from '../api.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { RoleChoice } from './people.tsx';
import css from './people.module.css';
import * as ask from './requests.ts';
import { UnitChoice, type ChosenUnit } from './unit-choice.tsx';

type Open = { kind: 'grant' } | { kind: 'end' | 'deputise'; grant: RoleGrant };

export function Grants({ person, on, onDay }: { person: Person; on: string; onDay: (day: string) => void }) {
  const { say } = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={css['part']}>
      <div className={css['filters']}>
        <h2>{say('Vai trò theo thời gian')}</h2>
        <DayField label={say('Xem ngày')} value={on || person.on} onChange={onDay} />
        {person.may.includes('grant') ? (
          <Button look="action" onClick={() => setOpen({ kind: 'grant' })}>
            {say('Giao vai trò')}
          </Button>
        ) : null}
      </div>
      <ul className={css['plain']}>
        {person.grants.map((grant) => (
          <GrantLine key={grant.id} grant={grant} onOpen={(kind) => setOpen({ kind, grant })} />
        ))}
      </ul>
      {open?.kind === 'grant' ? <GrantDialog person={person} onClose={close} /> : null}
      {open?.kind === 'end' ? <EndDialog person={person} grant={open.grant} onClose={close} /> : null}
      {open?.kind === 'deputise' ? <DeputyDialog person={person} grant={open.grant} onClose={close} /> : null}
    </section>
  );
}

function GrantLine({ grant, onOpen }: { grant: RoleGrant; onOpen: (kind: 'end' | 'deputise') => void }) {
  const { say, language } = useWords();
  const shown = (date: string) => day(date, language);
  const { role, unitName, validFrom, validTo, state, deputyFor, deputies, note, may } = grant;
  const words = { now: say('đang giữ'), later: say('sẽ giữ'), over: say('đã thôi') };
  return (
    <li className={css['grant']} data-state={state}>
      <div>
        <strong>{say(roleWords[role])}</strong> · <span lang="vi">{unitName}</span>{' '}
        <Tag tone={state === 'now' ? 'done' : 'plain'}>{words[state]}</Tag>
      </div>
      <span className={css['faint']}>
        {validTo
          ? say('từ {from} đến {to}', { from: shown(validFrom), to: shown(validTo) })
          : say('từ {from}', { from: shown(validFrom) })}
        {deputyFor ? ` · ${say('làm thay {name}', { name: deputyFor.personName })}` : ''}
        {note ? ` · ${note}` : ''}
      </span>
      {deputies.map((each) => (
        <span key={each.grantId} className={css['faint']}>
          {say('{name} làm thay từ {from} đến {to}', {
            name: each.personName,
            from: shown(each.validFrom),
            to: each.validTo ? shown(each.validTo) : '…',
          })}
        </span>
      ))}
      <div className={css['row']}>
        {may.includes('deputise') ? (
          <Button small onClick={() => onOpen('deputise')}>
            {say('Cử người làm thay')}
          </Button>
        ) : null}
        {may.includes('end') ? (
          <Button small onClick={() => onOpen('end')}>
            {say('Kết thúc')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function useSave(work: () => Promise<unknown>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
}

function GrantDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { say } = useWords();
  const [unit, setUnit] = useState<ChosenUnit | null>(null);
  const [role, setRole] = useState<Role>('officer');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const save = useSave(
    () =>
      ask.grantRole(person.id, {
        unitId: unit?.id ?? 0,
        role,
        ...(from ? { validFrom: from } : {}),
        validTo: to || null,
      }),
    onClose,
  );
  return (
    <Dialog title={say('Giao vai trò')} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (unit) save.mutate();
        }}
      >
        {save.error ? <Failure error={save.error} /> : null}
        <UnitChoice value={unit} onChange={setUnit} />
        <RoleChoice value={role} onChange={setRole} />
        <div className={css['two']}>
          <DayField label={say('Từ ngày')} hint={say('Để trống: hôm nay')} value={from} onChange={setFrom} />
          <DayField
            label={say('Đến hết ngày')}
            hint={say('Để trống: không hạn')}
            value={to}
            onChange={setTo}
          />
        </div>
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={save.isPending || unit === null}>
            {say('Giao vai trò')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function EndDialog({ person, grant, onClose }: { person: Person; grant: RoleGrant; onClose: () => void }) {
  const { say } = useWords();
  const [day, setDay] = useState('');
  const save = useSave(() => ask.endGrant(person.id, grant.id, day || undefined), onClose);
  return (
    <Dialog title={say('Kết thúc vai trò {role}', { role: say(roleWords[grant.role]) })} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error ? <Failure error={save.error} /> : null}
        <DayField
          label={say('Ngày cuối')}
          hint={say('Để trống: kết thúc ngay')}
          value={day}
          onChange={setDay}
        />
        <div className={css['row']}>
          <Button look="grave" type="submit" disabled={save.isPending}>
            {say('Kết thúc')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function DeputyDialog({ person, grant, onClose }: { person: Person; grant: RoleGrant; onClose: () => void }) {
  const { say } = useWords();
  const [q, setQ] = useState('');
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: ({ signal }) => ask.personList({ q, size: 30 }, signal),
    placeholderData: (previous) => previous,
  });
  const people = (found.data?.rows ?? []).filter(({ id }) => id !== person.id);
  const save = useSave(
    () =>
      ask.deputise(person.id, grant.id, {
        deputyId: Number(deputy),
        validTo: to,
        ...(from ? { validFrom: from } : {}),
      }),
    onClose,
  );
  return (
    <Dialog title={say('Cử người làm thay {name}', { name: person.name })} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error ? <Failure error={save.error} /> : null}
        <Field
          label={say('Tìm người')}
          type="search"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <Choice
          label={say('Người làm thay')}
          required
          value={deputy}
          onChange={(event) => setDeputy(event.target.value)}
        >
          <option value="">{say('Chọn…')}</option>
          {people.map(({ id, name, roles }) => (
            <option key={id} value={id}>
              {name} – {roles[0]?.unitName ?? ''}
            </option>
          ))}
        </Choice>
        <div className={css['two']}>
          <DayField label={say('Từ ngày')} hint={say('Để trống: hôm nay')} value={from} onChange={setFrom} />
          <DayField label={say('Đến hết ngày')} required value={to} onChange={setTo} />
        </div>
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={save.isPending || !deputy || !to}>
            {say('Cử người làm thay')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

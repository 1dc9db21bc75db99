// One unit: what it is and was called, to whom it belongs, who came before and after, its people and duties.
import type { UnitDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay } from '../access/me.ts';
import { roleWords } from '../access/role-words.ts';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { LineageDrawing, UnitLink } from './lineage.tsx';
import { peopleOf, unitById } from './requests.ts';
import { UnitLine } from './tree-rows.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { UnitHistory } from './unit-history.tsx';
import { Assumed, Planned } from './unit-notices.tsx';
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
      <UnitFacts unit={unit} />
      <section className={css['part']}>
        <h2>{say('Tiền thân và kế thừa')}</h2>
        <LineageDrawing unit={unit} />
      </section>
      <UnitHistory unit={unit} />
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

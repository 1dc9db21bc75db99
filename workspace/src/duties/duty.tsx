// One duty: what, who, by when, how it stands, what proves it, and everything that happened to it.
import type { DutyDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DutyClassTag } from './class-counts.tsx';
import { daysLeft, stateWords } from './classes.ts';
import { DutyFacts } from './duty-facts.tsx';
import { Extensions, Milestones, Others, Periods, SourcePlace, Urgings } from './duty-parts.tsx';
import css from './duty.module.css';
import { EvidenceSection, isChecking } from './evidence.tsx';
import { DutyHistory } from './history.tsx';
import { dutyById } from './requests.ts';
import { DutySteps } from './steps.tsx';

const route = getRouteApi('/viec/$id');

export function DutyScreen() {
  const id = Number(route.useParams().id);
  const duty = useQuery({
    queryKey: ['duty', id],
    queryFn: ({ signal }) => dutyById(id, signal),
    // What comes of a file that is being read is seen without asking for it.
    refetchInterval: ({ state }) => (state.data?.evidence.some(isChecking) ? 3000 : false),
  });
  if (duty.isPending) return <Waiting />;
  if (!duty.data) return <FailureScreen error={duty.error} retry={() => void duty.refetch()} />;
  return <DutyPage key={duty.data.id} duty={duty.data} />;
}

function DutyPage({ duty }: { duty: DutyDetail }) {
  const { say } = useWords();
  const router = useRouter();
  return (
    <Page
      title={duty.text}
      long
      actions={
        <Button
          look="plain"
          onClick={() =>
            router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/viec-cua-toi' })
          }
        >
          {say('← Về danh sách')}
        </Button>
      }
    >
      <article className={css['duty']}>
        <Standing duty={duty} />
        <WhatWaits duty={duty} />
        <DutySteps duty={duty} />
        <DutyFacts duty={duty} />
        <EvidenceSection duty={duty} />
        <Milestones duty={duty} />
        <Extensions duty={duty} />
        <Urgings duty={duty} />
        <Others duty={duty} />
        <Periods duty={duty} />
        <SourcePlace duty={duty} />
        <DutyHistory duty={duty} />
      </article>
    </Page>
  );
}

/** Class, day and state in one line of words. */
function Standing({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  const left = daysLeft(duty, today(), say);
  return (
    <p className={css['standing']}>
      <DutyClassTag duty={duty} />
      <span className="figures">
        {duty.dueOn === null
          ? say('không có hạn ngày')
          : say('hạn {date}', { date: day(duty.dueOn, language) })}
        {left ? ` (${left})` : ''}
      </span>
      <span>
        {say(stateWords[duty.state].words)}
        {duty.doneOn ? `, ${say('xong {date}', { date: day(duty.doneOn, language) })}` : ''}
      </span>
      {duty.progress !== null && duty.doneOn === null ? (
        <span className={css['progress']}>
          <progress max={100} value={duty.progress} aria-label={say('Tiến độ đơn vị báo cáo')} />
          {duty.progress} %
        </span>
      ) : null}
    </p>
  );
}

/** What somebody has to do next, said before anything else. */
function WhatWaits({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  if (duty.state === 'returned') {
    const back = duty.events
      .toSorted((a, b) => b.id - a.id)
      .find(({ action }) => action === 'sentBack' || action === 'reopened');
    return (
      <Notice tone="soon" title={say('Việc này đã bị trả lại')}>
        {back ? <Said who={back.who} words={back.note} when={day(back.day, language)} /> : null}
      </Notice>
    );
  }
  const unanswered = duty.urgings.find(({ answeredAt }) => answeredAt === null);
  if (!unanswered || duty.doneOn !== null) return null;
  return (
    <Notice
      tone="soon"
      title={say('Có lời đôn đốc chưa trả lời')}
      actions={
        <a href="#don-doc" className={css['jump']}>
          {say('Xem và trả lời')}
        </a>
      }
    >
      <Said
        who={unanswered.from?.name ?? say('Hệ thống nhắc tự động')}
        words={unanswered.message}
        when={day(unanswered.urgedOn, language)}
      />
    </Notice>
  );
}

function Said({ who, words, when }: { who: string | null; words: string | null; when: string }) {
  return (
    <p lang="vi">
      {[who, when].filter(Boolean).join(', ')}
      {words ? `: ${words}` : ''}
    </p>
  );
}

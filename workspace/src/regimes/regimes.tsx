// The reporting regimes that the reader's units set or report by; new ones begin with a template.
import type { RegimeSummary } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kept } from '../address.ts';
import { Allowed } from '../access/allowed.tsx';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from '../reports/list.module.css';
import { frequencyWords, periodWords, windowWords } from '../reports/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import own from './regimes.module.css';
import { regimeList, regimeTemplates } from './requests.ts';

export function RegimesScreen() {
  return (
    <Allowed action="regime.read">
      <Regimes />
    </Allowed>
  );
}

function Regimes() {
  const { say } = useWords();
  const may = useMay();
  const regimes = useQuery({
    queryKey: ['regimes', {}],
    queryFn: ({ signal }) => regimeList({}, signal),
  });
  const manages = may('regime.manage');
  const { data } = regimes;
  return (
    <Page
      wide
      title={say('Chế độ báo cáo|nhiều')}
      lead={say(
        'Ai báo cáo cho ai, về gì, số liệu của những ngày nào, hạn nào cho từng cấp. Đợt đã gửi yêu cầu giữ nguyên như ngày yêu cầu.',
      )}
      actions={
        <>
          {manages ? <NewRegime /> : null}
          {may('indicator.read') ? (
            <Link to="/chi-tieu" className={buttonClass()}>
              {say('Danh mục chỉ tiêu')}
            </Link>
          ) : null}
          <Link to="/quan-tri/ngay-nghi" search={{}} className={buttonClass()}>
            {say('Ngày nghỉ')}
          </Link>
        </>
      }
    >
      {regimes.isError ? <Failure error={regimes.error} retry={() => void regimes.refetch()} /> : null}
      {!data ? (
        regimes.isPending ? (
          <Waiting />
        ) : null
      ) : data.rows.length === 0 ? (
        <Empty title={say('Chưa có chế độ báo cáo nào')}>
          {manages
            ? say(
                'Lập từ mẫu: năm, 6 tháng, 9 tháng, quý, tháng, 5 năm theo Nghị định 09/2019; mọi thứ đều sửa được.',
              )
            : say('Chế độ báo cáo của cấp trên và của đơn vị bạn hiện ở đây.')}
        </Empty>
      ) : (
        <ul className={css['list']}>
          {data.rows.map((regime) => (
            <RegimeLine key={regime.id} regime={regime} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function RegimeLine({ regime }: { regime: RegimeSummary }) {
  const { say, language } = useWords();
  const { next } = regime;
  return (
    <li className={css['line']}>
      <div>
        <Link
          to="/quan-tri/che-do-bao-cao/$id"
          params={{ id: String(regime.id) }}
          className={css['name']}
          lang="vi"
        >
          {regime.name}
        </Link>
        <p className={css['about']}>
          {[regime.owner.name, say(frequencyWords[regime.frequency]), regime.legalBasis]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {next ? (
          <p className={css['about']}>
            {say('Kỳ tới: {period}', { period: periodWords(next.period, say) })} ·{' '}
            {windowWords(next, say, language)} · {say('hạn {date}', { date: day(next.dueOn, language) })}
            {next.opensOn
              ? ` · ${say('tự động gửi yêu cầu ngày {date}', { date: day(next.opensOn, language) })}`
              : ''}
          </p>
        ) : null}
      </div>
      <div className={css['standing']}>
        {regime.endedOn ? (
          <Tag>{say('hết hiệu lực {date}', { date: day(regime.endedOn, language) })}</Tag>
        ) : null}
        <span>{say('{n, number} đợt đã gửi yêu cầu', { n: regime.calls })}</span>
        {regime.may.includes('call') ? (
          <Link
            to="/bao-cao/dot/moi"
            search={kept({ regime: regime.id, period: next?.period })}
            className={buttonClass('quiet', true)}
          >
            {say('Yêu cầu báo cáo')}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function NewRegime() {
  const { say } = useWords();
  const templates = useQuery({
    queryKey: ['regime-templates'],
    queryFn: ({ signal }) => regimeTemplates(signal),
    staleTime: 600_000,
  });
  return (
    <Drop label={say('Lập chế độ báo cáo')} align="end">
      {(close) => (
        <ul className={own['templates']}>
          {templates.data?.rows.map((template) => (
            <li key={template.key}>
              <Link
                to="/quan-tri/che-do-bao-cao/$id"
                params={{ id: 'moi' }}
                search={{ template: template.key }}
                onClick={close}
              >
                {template.name}
                <small>{template.description}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Drop>
  );
}

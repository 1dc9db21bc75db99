// The official document that carried the report out, for whoever may read it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { issuedOf } from './requests.ts';

export function IssuedAs({ reportId }: { reportId: number }) {
  const { say, language } = useWords();
  const may = useMay();
  const issued = useQuery({
    enabled: may('outgoing.read'),
    queryKey: ['outgoing', 'of-report', reportId],
    queryFn: ({ signal }) => issuedOf(reportId, signal),
  });
  return (issued.data?.rows ?? []).map(({ id, fullNumber, issuedOn }) => (
    <p key={id}>
      <Link to={`/van-ban-di/${id}` as '/'}>
        {say('Đã phát hành thành {number} ngày {date}', {
          number: fullNumber ?? '',
          date: issuedOn ? day(issuedOn, language) : '',
        })}
      </Link>
    </p>
  ));
}

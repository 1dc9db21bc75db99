// How an agency numbers its documents: one series or several, its symbol, its drafting units and advisory bodies.
import type { NumberScheme } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty, Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from './form.tsx';
import css from './numbers.module.css';
import { numberScheme, setScheme } from './requests.ts';
import { registerUnits } from './units.ts';
import { useWriting } from './use-writing.ts';

const route = getRouteApi('/so-van-ban/cach-danh-so');

export function SchemeScreen() {
  return (
    <Allowed action="number.read">
      <Scheme />
    </Allowed>
  );
}

function Scheme() {
  const { say } = useWords();
  const search = route.useSearch();
  const [own] = registerUnits(useMe());
  const [thisYear] = useState(() => new Date().getFullYear());
  const unit = search.unit ?? own?.id;
  const [year, setYear] = useState(search.year ?? thisYear);
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', unit, year],
    queryFn: ({ signal }) => numberScheme({ unit: unit ?? 0, year }, signal),
    enabled: unit !== undefined,
  });
  if (unit === undefined) return <Empty alone title={say('Bạn chưa thuộc đơn vị nào có sổ văn bản đi')} />;
  if (!scheme.data)
    return scheme.isError ? (
      <FailureScreen error={scheme.error} retry={() => void scheme.refetch()} />
    ) : (
      <Waiting />
    );
  const { data } = scheme;
  return (
    <Page
      title={say('Cách đánh số văn bản')}
      lead={<span lang="vi">{data.unitName}</span>}
      actions={
        <Link to="/so-van-ban" search={{ unit, year }} className={buttonClass()}>
          {say('Về sổ đăng ký')}
        </Link>
      }
    >
      <label className={css['year']}>
        {say('Áp dụng từ năm')}
        <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {[...new Set([thisYear, thisYear + 1, year])]
            .toSorted((a, b) => a - b)
            .map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
        </select>
      </label>
      {data.inUse ? (
        <Notice>
          {say('Năm {year} đã cấp số: không đổi được số dãy số nữa. Đổi từ năm {next}.', {
            year: String(year),
            next: String(year + 1),
          })}
        </Notice>
      ) : null}
      <SchemeForm key={`${year}-${data.version}`} scheme={data} year={year} thisYear={thisYear} />
    </Page>
  );
}

type Named = NumberScheme['drafters'][number];
const namedLines = (all: readonly Named[]) =>
  all.map(({ name, abbreviation }) => `${abbreviation} = ${name}`).join('\n');

/** "QLTTĐN = Phòng Quản lý thông tin đối ngoại", a line each; null where a line is not so. */
function namedOf(text: string): Named[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const named = lines.map((line) => {
    const [, abbreviation, name] = /^\s*([\p{L}\p{N}.]{1,30})\s*=\s*(\S.*?)\s*$/u.exec(line) ?? [];
    return abbreviation && name ? { abbreviation, name } : null;
  });
  return named.includes(null) ? null : (named as Named[]);
}

function SchemeForm({ scheme, year, thisYear }: { scheme: NumberScheme; year: number; thisYear: number }) {
  const { say } = useWords();
  const [series, setSeries] = useState(scheme.series);
  const [ownSeries, setOwnSeries] = useState(scheme.ownSeries.join(', '));
  const [abbreviation, setAbbreviation] = useState(scheme.abbreviation);
  const [symbol, setSymbol] = useState(scheme.symbol);
  const [letterSymbol, setLetterSymbol] = useState(scheme.letterSymbol);
  const [drafters, setDrafters] = useState(namedLines(scheme.drafters));
  const [bodies, setBodies] = useState(namedLines(scheme.bodies));
  const named = { drafters: namedOf(drafters), bodies: namedOf(bodies) };
  const writing = useWriting(
    () =>
      setScheme({
        unitId: scheme.unitId,
        version: scheme.version,
        fromYear: year,
        series,
        ownSeries: ownSeries.split(/[\s,;]+/).filter(Boolean),
        abbreviation: abbreviation.trim(),
        symbol: symbol.trim(),
        letterSymbol: letterSymbol.trim(),
        drafters: named.drafters ?? [],
        bodies: named.bodies ?? [],
      }),
    { done: 'Đã lưu cách đánh số', onClose: () => {} },
  );
  const readOnly = !scheme.may.includes('edit') || year < thisYear;
  const wrong = named.drafters === null || named.bodies === null;
  const sample = (rule: string) =>
    `05/${rule
      .replaceAll('{TYPE}', 'KH')
      .replaceAll('{AGENCY}', abbreviation)
      .replaceAll('{UNIT}', named.drafters?.[0]?.abbreviation ?? 'VX')}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        writing.mutate(undefined);
      }}
    >
      <fieldset className={`${css['form']} ${css['scheme']}`} disabled={readOnly}>
        <legend className="hidden-text">{say('Cách đánh số văn bản')}</legend>
        {writing.error ? <Failure error={writing.error} /> : null}
        <fieldset className={css['choice']} disabled={scheme.inUse}>
          <legend>{say('Dãy số')}</legend>
          <label className={css['check']}>
            <input
              type="radio"
              name="series"
              checked={series === 'common'}
              onChange={() => setSeries('common')}
            />
            <span>
              {say('Một dãy số chung cho mọi loại')}
              <small>{say('Có thể cho một số loại dãy số riêng ở dưới.')}</small>
            </span>
          </label>
          <label className={css['check']}>
            <input
              type="radio"
              name="series"
              checked={series === 'by-type'}
              onChange={() => setSeries('by-type')}
            />
            <span>{say('Mỗi loại văn bản một dãy số')}</span>
          </label>
          {series === 'common' ? (
            <TextField
              label={say('Loại có dãy số riêng (chữ viết tắt, cách nhau bằng dấu phẩy)')}
              most={300}
              hint="QĐ, TTr"
              value={ownSeries}
              onChange={setOwnSeries}
            />
          ) : null}
        </fieldset>
        <TextField
          label={say('Chữ viết tắt của cơ quan')}
          most={30}
          value={abbreviation}
          onChange={setAbbreviation}
        />
        <div className={css['pair']}>
          <TextField
            label={say('Ký hiệu văn bản có tên loại')}
            most={60}
            value={symbol}
            onChange={setSymbol}
          />
          <TextField
            label={say('Ký hiệu công văn')}
            most={60}
            value={letterSymbol}
            onChange={setLetterSymbol}
          />
        </div>
        <p className={css['why']}>
          {say('{type} là chữ viết tắt tên loại, {agency} của cơ quan, {unit} của đơn vị soạn thảo.', {
            type: '{TYPE}',
            agency: '{AGENCY}',
            unit: '{UNIT}',
          })}
        </p>
        <p role="status">
          {say('Ví dụ:')} <b className="figures">{sample(symbol)}</b>,{' '}
          <b className="figures">{sample(letterSymbol)}</b>
        </p>
        <TextField
          label={say('Đơn vị soạn thảo, mỗi dòng “viết tắt = tên”')}
          most={20_000}
          rows={5}
          hint="VX = Phòng Văn xã"
          value={drafters}
          onChange={setDrafters}
        />
        <TextField
          label={say('Ban, tổ chức tư vấn có sổ riêng, mỗi dòng “viết tắt = tên”')}
          most={20_000}
          rows={3}
          hint="BCĐ = Ban Chỉ đạo công tác thông tin đối ngoại"
          value={bodies}
          onChange={setBodies}
        />
        {wrong ? (
          <p role="alert" className={css['wrong']}>
            {say('Mỗi dòng viết: chữ viết tắt, dấu “=”, rồi tên. Chữ viết tắt chỉ có chữ, số, dấu chấm.')}
          </p>
        ) : null}
        {readOnly ? (
          <p>{say('Người đứng đầu cơ quan hoặc người quản trị đặt cách đánh số.')}</p>
        ) : (
          <div>
            <Button
              look="action"
              type="submit"
              disabled={wrong || abbreviation.trim() === '' || writing.isPending}
            >
              {say('Lưu')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
